/* Reading an office's file: YAML or JSON text in, a picture with everything odd about it out. It never throws. */
(function () {
  "use strict";
  const STATUSES = ["in use", "planned", "not applicable"];
  const FIELDS = ["status", "team", "note", "artefacts"];
  const HEAD = ["navigator-office", "office", "gsbpm", "date", "entries"];
  const LONGEST = 500000;
  const isMap = (value) => value !== null && typeof value === "object" && !Array.isArray(value);
  const own = (map, key) => (Object.prototype.hasOwnProperty.call(map, key) ? map[key] : undefined);
  const say = (value) => (typeof value === "string" ? `"${value.length > 60 ? `${value.slice(0, 60)} …` : value}"` : Array.isArray(value) ? "a list" : "a group");

  /* the line of each key, by its path */
  function linesOf(text, yaml) {
    const { MAPPING, SCALAR, SEQUENCE, POP, DOCUMENT } = { DOCUMENT: yaml.EVENT_DOCUMENT, SEQUENCE: yaml.EVENT_SEQUENCE, MAPPING: yaml.EVENT_MAPPING, SCALAR: yaml.EVENT_SCALAR, POP: yaml.EVENT_POP };
    const lines = new Map(), open = [];
    const lineAt = (offset) => text.slice(0, offset).split("\n").length;
    yaml.parseEvents(text, { maxDepth: 12 }).forEach((event) => {
      const top = open[open.length - 1];
      if (event.type === POP) { open.pop(); return; }
      if (event.type === SCALAR && top && top.keys && top.key === null) {
        top.key = yaml.getScalarValue(text, event);
        lines.set([...top.path, top.key].join("\n"), lineAt(event.valueStart));
        return;
      }
      const path = top && top.keys ? [...top.path, top.key] : top ? top.path : [];
      if (top && top.keys) { top.key = null; }
      if (event.type === MAPPING) { open.push({ keys: true, key: null, path }); } else if (event.type === SEQUENCE || event.type === DOCUMENT) { open.push({ keys: false, path }); }
    });
    return (...path) => lines.get(path.join("\n"));
  }

  /* how far apart two words are, up to a limit */
  function distance(a, b, limit) {
    if (Math.abs(a.length - b.length) > limit) { return limit + 1; }
    let row = Array.from({ length: b.length + 1 }, (each, index) => index);
    for (let i = 1; i <= a.length; i += 1) {
      const next = [i];
      for (let j = 1; j <= b.length; j += 1) { next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1)); }
      row = next;
    }
    return row[b.length];
  }

  /* every id of the navigator that a file may name, with its label */
  function known(data) {
    const found = new Map();
    data.places.forEach(([id, label]) => found.set(id, label));
    data.inside.forEach(([id, label]) => found.set(id, label));
    data.artefacts.forEach(([id, label]) => found.set(id, label));
    return found;
  }

  /* the known id that a wrong one most nearly spells, by id or by name in any edition */
  function nearest(wrong, ids, data) {
    const wanted = wrong.toLowerCase().trim();
    if (ids.has(`gsbpm:${wanted}`)) { return `gsbpm:${wanted}`; }
    const names = [...ids].map(([id, label]) => [label, id]).concat(...data.places.map(([id, , others]) => Object.values(others).map((name) => [name, id])));
    const same = names.find(([name]) => name.toLowerCase() === wanted.replace(/^[a-z-]+:/, "").replace(/[-_]/g, " "));
    if (same) { return same[1]; }
    const limit = Math.max(1, Math.floor(wanted.length / 5));
    const ranked = [...ids.keys()].map((id) => [distance(wanted, id.toLowerCase(), limit), id]).filter(([far]) => far <= limit).sort((a, b) => a[0] - b[0]);
    return ranked.length ? ranked[0][1] : "";
  }

  function read(text, name, data, yaml) {
    const failed = (line, message) => ({ errors: [{ line, text: message }], remarks: [], entries: [], name });
    if (text.length > LONGEST) { return failed(0, "The file is longer than 500,000 characters; a picture of an office needs far fewer."); }
    let value, lineOf;
    try {
      value = yaml.load(text.replace(/^\ufeff/, ""), { schema: yaml.FAILSAFE_SCHEMA, maxAliases: 0, maxDepth: 12 });
      lineOf = linesOf(text.replace(/^\ufeff/, ""), yaml);
    } catch (error) {
      const line = error && error.mark ? error.mark.line + 1 : 0;
      return failed(line, `this cannot be read as YAML or JSON: ${error && error.reason ? error.reason : error}.${line ? ` It says ${say(text.split("\n")[line - 1].trim())}; look there and on the line before for a bracket, a quote or a space after a colon that is missing.` : ""}`);
    }
    if (!isMap(value)) { return failed(1, "The file should begin with \"navigator-office: 1\"; it holds no keys at all."); }
    const version = own(value, "navigator-office");
    if (version === undefined) { return failed(1, "There is no \"navigator-office: 1\": this does not seem to be the picture of an office."); }
    if (version !== "1") { return failed(lineOf("navigator-office"), `This page reads "navigator-office: 1", not ${say(version)}.`); }
    if (!isMap(own(value, "entries"))) { return failed(lineOf("entries") || 1, "\"entries\" should hold one line for each activity or artefact, such as \"gsbpm:4.3: in use\"."); }
    return check(value, name, data, lineOf);
  }

  function check(value, name, data, lineOf) {
    const ids = known(data), remarks = [], entries = [];
    const remark = (line, text) => remarks.push({ line, text });
    Object.keys(value).filter((key) => !HEAD.includes(key)).forEach((key) => remark(lineOf(key), `"${key}" is not read; the keys are ${HEAD.join(", ")}.`));
    const office = typeof own(value, "office") === "string" && value.office.trim() ? value.office.trim() : name;
    if (own(value, "office") === undefined) { remark(1, "The file does not name its office; it goes by the name of the file."); }
    const edition = typeof own(value, "gsbpm") === "string" ? value.gsbpm.trim() : "";
    const known5 = data.editions.includes(edition);
    if (edition && !known5) { remark(lineOf("gsbpm"), `GSBPM ${edition} is not known here; known are ${data.editions.join(", ")}. The file is read as one for ${data.edition}.`); }
    const date = typeof own(value, "date") === "string" ? value.date.trim() : "";

    function resolve(id, line) {
      const next = own(data.superseded, id);
      if (next) { remark(line, `${id} was superseded by ${next} (${ids.get(next) || "see its page"}); it is read as that.`); return next; }
      if (ids.has(id)) { return id; }
      const near = nearest(id, ids, data);
      remark(line, `${id} is not known here and is left out${near ? `; the nearest is ${near} (${ids.get(near)})` : ""}.`);
      return "";
    }
    function status(said, line, where) {
      const word = typeof said === "string" ? said.trim().toLowerCase() : said;
      if (STATUSES.includes(word)) { return word; }
      const near = typeof word === "string" ? STATUSES.find((each) => distance(word, each, 3) <= 3) : "";
      remark(line, `${where}: the status is one of ${STATUSES.join(", ")}, not ${say(said)}${near ? `; did you mean "${near}"?` : ""}`);
      return "";
    }
    Object.entries(value.entries).forEach(([key, said]) => {
      const line = lineOf("entries", key), id = resolve(key, line);
      if (!id) { return; }
      if (entries.some((each) => each.id === id)) { remark(line, `${key} says again what another entry says of ${id}; the first one counts.`); return; }
      const entry = { id, label: ids.get(id), status: "", team: "", note: "", artefacts: {}, line };
      if (!isMap(said)) { entry.status = status(said, line, key); if (entry.status) { entries.push(entry); } return; }
      Object.keys(said).filter((field) => !FIELDS.includes(field)).forEach((field) => remark(lineOf("entries", key, field), `${key}: "${field}" is not read; the fields are ${FIELDS.join(", ")}.`));
      if (own(said, "status") !== undefined) { entry.status = status(said.status, lineOf("entries", key, "status"), key); }
      ["team", "note"].forEach((field) => { const text = own(said, field); if (typeof text === "string") { entry[field] = text.trim(); } else if (text !== undefined) { remark(lineOf("entries", key, field), `${key}: "${field}" should be a text.`); } });
      const artefacts = own(said, "artefacts");
      if (isMap(artefacts)) {
        Object.entries(artefacts).forEach(([inner, word]) => {
          const place = lineOf("entries", key, "artefacts", inner), found = resolve(inner, place), state = found && status(word, place, `${key}, ${inner}`);
          if (state) { entry.artefacts[found] = state; }
        });
      } else if (artefacts !== undefined) { remark(lineOf("entries", key, "artefacts"), `${key}: "artefacts" should hold lines such as "sdmx:codelist: in use".`); }
      entries.push(entry);
    });
    return { name, office, edition: known5 ? edition : "", date, entries, errors: [], remarks, changes: changes(entries, known5 ? edition : data.edition, data) };
  }

  /* what activities were called in the edition that a file was written for, where it is not their name today */
  function changes(entries, edition, data) {
    const named = new Set(entries.map((each) => each.id));
    return data.places.filter(([, , others]) => own(others, edition)).map(([id, label, others]) => ({ id, was: others[edition], is: label, named: named.has(id) }));
  }

  /* the picture as the JSON that this page reads again */
  function toJson(picture) {
    const entries = {};
    picture.entries.forEach((each) => {
      const full = {};
      ["status", "team", "note"].forEach((field) => { if (each[field]) { full[field] = each[field]; } });
      if (Object.keys(each.artefacts).length) { full.artefacts = each.artefacts; }
      entries[each.id] = full;
    });
    const head = { "navigator-office": 1, office: picture.office };
    if (picture.edition) { head.gsbpm = picture.edition; }
    if (picture.date) { head.date = picture.date; }
    return `${JSON.stringify({ ...head, entries }, null, 2)}\n`;
  }

  window.navigatorOffice = { read, toJson, STATUSES };
})();
