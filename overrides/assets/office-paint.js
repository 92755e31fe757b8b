/* What an office's picture, or two of them, show on the map; and where a primary fit meets nothing in use. */
(function () {
  "use strict";
  const KEYS = { "in use": "in-use", planned: "planned", "not applicable": "not-applicable", "": "none" };
  const WORDS = { "in use": "in use", planned: "planned", "not applicable": "not applicable", "": "nothing said" };
  const KEPT = "navigator.office";
  const SIGNS = "AB";

  function fitsOf(data) {
    const found = [];
    for (let at = 0; at < data.fits.length; at += 6) {
      const [artefact, box, , role, strength] = data.fits.slice(at, at + 6);
      found.push({ id: data.artefacts[artefact][0], name: data.artefacts[artefact][1], box, role: data.words.roles[role], primary: data.words.strengths[strength] === "primary" });
    }
    return found;
  }

  /* what an office says of one box: its own word, its words inside the box, its artefacts that fit there */
  function at(picture, box, data, fits) {
    const id = data.places[box][0], entry = picture.entries.find((each) => each.id === id);
    const inside = data.inside.filter((each) => each[2] === box).map((each) => each[0]);
    const within = picture.entries.filter((each) => inside.includes(each.id));
    const named = Object.assign({}, ...within.map((each) => each.artefacts), entry ? entry.artefacts : {});
    const label = (artefact) => (data.artefacts.find((each) => each[0] === artefact) || [artefact, artefact])[1];
    const artefacts = Object.keys(named).map((artefact) => ({ id: artefact, name: label(artefact), status: named[artefact] }));
    picture.entries.forEach((each) => {
      if (each.status && !(each.id in named) && fits.some((fit) => fit.box === box && fit.id === each.id)) { artefacts.push({ id: each.id, name: each.label, status: each.status }); }
    });
    return { entry, status: entry ? entry.status : "", within, artefacts };
  }

  function sentence(found) {
    const said = [WORDS[found.status]];
    if (found.entry && found.entry.team) { said.push(`ask ${found.entry.team}`); }
    if (found.entry && found.entry.note) { said.push(found.entry.note); }
    found.within.forEach((each) => { if (each.status) { said.push(`${each.label}: ${each.status}`); } });
    ["in use", "planned", "not applicable"].forEach((status) => {
      const names = found.artefacts.filter((each) => each.status === status).map((each) => each.name);
      if (names.length) { said.push(`artefacts ${status}: ${names.join(", ")}`); }
    });
    return said.join("; ");
  }
  const silent = (found) => !found.status && !found.within.length && !found.artefacts.length;
  const usedArtefacts = (found) => found.artefacts.filter((each) => each.status === "in use").length;

  function bar(found, sign) {
    const used = usedArtefacts(found), planned = found.artefacts.filter((each) => each.status === "planned").length, count = used || planned;
    const artefacts = count ? `${count} artefact${count === 1 ? "" : "s"}${used ? "" : " planned"}` : "";
    return [found.status ? KEYS[found.status] : "via", `${sign ? `${sign}: ` : ""}${[found.status, artefacts].filter(Boolean).join(", ") || "–"}`];
  }

  /* the overlay of one office, or of two with "same" and "different" marked */
  function overlay(pictures, data) {
    const fits = fitsOf(data), cells = {}, two = pictures.length > 1;
    const isPhase = data.places.map(([id]) => /^gsbpm:\d$/.test(id));
    data.places.forEach(([id], box) => {
      const found = pictures.map((picture) => at(picture, box, data, fits));
      if (found.every(silent)) { return; }
      const same = found.every((each) => each.status === found[0].status), compared = two && found.some((each) => each.status) ? (same ? "same" : "different") : "";
      cells[id] = {
        level: 0,
        state: two ? compared : KEYS[found[0].status],
        bars: found.map((each, index) => bar(each, two ? SIGNS[index] : "")),
        text: { same: "= same", different: found.every((each) => each.status) ? "≠ different" : `only ${found[0].status ? "A" : "B"}` }[compared] || "",
        said: (compared ? `${compared}. ` : "") + found.map((each, index) => (two ? `${pictures[index].office}: ` : "") + sentence(each)).join(". ")
      };
    });
    isPhase.forEach((phase, box) => {
      const id = data.places[box][0];
      if (!phase || cells[id]) { return; }
      const steps = data.places.map((place, index) => index).filter((index) => data.places[index][0].startsWith(`${id}.`));
      const counts = pictures.map((picture) => steps.filter((step) => at(picture, step, data, fits).status === "in use").length);
      if (counts.some(Boolean)) {
        cells[id] = { level: 0, text: counts.map((count, index) => `${two ? `${SIGNS[index]}: ` : ""}${count} of ${steps.length}`).join(", "), said: counts.map((count, index) => `${two ? `${pictures[index].office}: ` : ""}${count} of ${steps.length} sub-processes in use`).join(". ") };
      }
    });
    return {
      kind: "office", key: "office", share: false, title: two ? `A: ${pictures[0].office}, B: ${pictures[1].office}` : pictures[0].office,
      what: two ? "two offices side by side" : "its picture", none: "nothing said", cells,
      states: ["in use", "planned", "not applicable"].map((status) => [KEYS[status], status]),
      note: two ? "= same word for the activity in both, ≠ not the same. Numbers are artefacts that fit there." : "Numbers are artefacts that fit there."
    };
  }

  /* activities with primary fits where the office has nothing in use: neither the activity nor an artefact that fits there */
  function gaps(picture, data) {
    const fits = fitsOf(data), found = [];
    data.places.forEach(([id, label], box) => {
      const here = at(picture, box, data, fits), primary = fits.filter((fit) => fit.box === box && fit.primary);
      const used = here.status === "in use" || here.within.some((each) => each.status === "in use") || usedArtefacts(here);
      if (!primary.length || used || here.status === "not applicable") { return; }
      const once = primary.filter((fit, index) => primary.findIndex((other) => other.id === fit.id && other.role === fit.role) === index);
      found.push({ id, label, status: here.status, entry: here.entry, primary: once.map((fit) => ({ ...fit, status: (here.artefacts.find((each) => each.id === fit.id) || { status: "" }).status })) });
    });
    return found;
  }

  /* a text that a spreadsheet takes for a text, whatever it begins with */
  function cell(value) {
    const text = String(value);
    return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
  }
  function gapsCsv(picture, data) {
    const rows = [["office", "activity", "name", "status", "artefact", "artefact_name", "role", "artefact_status", "team", "note"]];
    gaps(picture, data).forEach((gap) => gap.primary.forEach((fit) => rows.push([picture.office, gap.id, gap.label, gap.status, fit.id, fit.name, fit.role, fit.status, gap.entry ? gap.entry.team : "", gap.entry ? gap.entry.note : ""])));
    return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
  }

  /* the two texts that the browser keeps when somebody asks for it, and nowhere else */
  const store = {
    get() { try { return JSON.parse(localStorage.getItem(KEPT)) || []; } catch (e) { return []; } },
    set(files) { try { localStorage.setItem(KEPT, JSON.stringify(files)); return true; } catch (e) { return false; } },
    forget() { try { localStorage.removeItem(KEPT); } catch (e) { /* nothing can be kept here */ } }
  };

  Object.assign(window.navigatorOffice, { overlay, gaps, gapsCsv, store, KEYS, WORDS });
})();
