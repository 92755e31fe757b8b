/* The page of an office's picture: files in, the map painted, lists and gaps out. Nothing leaves the browser. */
(function () {
  "use strict";
  const { el, load, address, save } = window.navigatorPieces;
  const view = window.navigatorMapView;
  const tools = document.querySelector("[data-office-tools]"), said = document.querySelector("[data-office-said]"), lists = document.querySelector("[data-office-lists]");
  const keep = tools.querySelector("[data-office-keep]"), button = (name) => tools.querySelector(`[data-office-do="${name}"]`);
  const PARTS = ["vendor/js-yaml/js-yaml.umd.min.js", "office-file.js", "office-paint.js"];
  let files = [], office = null, data = null;

  const ready = (then) => load(PARTS, () => view.ready((loaded) => { office = window.navigatorOffice; data = loaded; then(); }), (error) => tell([`The page cannot load ${error.message}; the folder of the site seems incomplete.`]));
  const good = () => files.filter((file) => file && !file.picture.errors.length);
  const tell = (texts) => said.replaceChildren(...texts.map((text) => el("p", {}, text)));

  /* ---- files */
  function take(slot, name, text) {
    ready(() => {
      files[slot] = { name, text, picture: office.read(text, name, data, window.jsyaml) };
      if (slot && !files[0]) { files = [files[1]]; }
      remember();
      draw();
    });
  }
  function open(slot, file) {
    if (file) { file.text().then((text) => take(slot, file.name, text), () => tell([`${file.name} cannot be read.`])); }
  }
  function remember() {
    if (!keep.checked) { return; }
    if (!office.store.set(good().map(({ name, text }) => ({ name, text })))) { keep.checked = false; tell(["This browser keeps nothing for this page."]); }
  }
  function forget() {
    office.store.forget();
    keep.checked = false;
    files = [];
    tools.querySelectorAll("[data-office-file]").forEach((input) => { input.value = ""; });
    draw();
    tell(["Forgotten: this page and this browser hold nothing of your office any more."]);
    tools.querySelector("[data-office-file]").focus();
  }

  /* ---- what is odd about a file */
  const at = (name, line, text) => el("li", {}, el("b", {}, `${name}${line ? `, line ${line}` : ""}: `), text);
  function oddities({ name, picture }) {
    if (picture.errors.length) { return el("div", { class: "office-problem", role: "alert" }, el("ul", {}, picture.errors.map(({ line, text }) => at(name, line, text)))); }
    const changed = picture.changes.filter((each) => each.named), others = picture.changes.length - changed.length;
    return el("div", {},
      picture.remarks.length ? el("details", { open: true }, el("summary", {}, `${picture.office}: ${picture.remarks.length} ${picture.remarks.length === 1 ? "remark" : "remarks"} on the file`), el("ul", {}, picture.remarks.map(({ line, text }) => at(name, line, text)))) : "",
      picture.changes.length ? el("details", { open: true, class: "office-changes" }, el("summary", {}, `${picture.office} wrote for GSBPM ${picture.edition}: ${picture.changes.length} names have changed up to ${data.edition}, ${changed.length} of them in the file`),
        el("ul", {}, (changed.length ? changed : picture.changes).map((each) => el("li", {}, `${each.id.replace("gsbpm:", "")} was "${each.was}", is "${each.is}"`)), changed.length && others ? el("li", {}, `and ${others} that the file does not name`) : "")) : "");
  }

  /* ---- lists */
  const KINDS = [["activity", "Activities", (id) => id.startsWith("gsbpm:")], ["artefact", "Artefacts", (id) => !id.startsWith("gsbpm:")]];
  function link(id, label) {
    const tile = view.map.querySelector(`[data-node="${id}"]`), inside = data.inside.find((each) => each[0] === id);
    const kind = inside ? (id.startsWith("gsbpm:oa.") ? "overarching-sub-activity" : "task") : "artefact";
    return el("a", { href: tile ? tile.getAttribute("href") : address(data.urls[kind], id) }, id.startsWith("gsbpm:") && !id.startsWith("gsbpm:oa.") ? `${id.slice(6)} ${label}` : label);
  }
  const state = (status) => el("span", { class: `bar-state state-${office.KEYS[status]}` }, office.WORDS[status]);
  function inner(entry) {
    const ids = Object.keys(entry.artefacts);
    return ids.length ? el("span", { class: "note" }, " ", ids.map((id) => `${(data.artefacts.find((each) => each[0] === id) || [id, id])[1]}: ${entry.artefacts[id]}`).join(", ")) : "";
  }
  function cells(entry) {
    return entry ? [el("td", {}, state(entry.status), inner(entry)), el("td", {}, entry.team), el("td", {}, entry.note)] : [el("td", { colspan: "3" }, state(""))];
  }
  function table([, title, wanted], pictures) {
    const ids = [...new Set([].concat(...pictures.map((picture) => picture.entries.map((each) => each.id))))].filter(wanted);
    if (!ids.length) { return ""; }
    const order = new Map([...data.places, ...data.inside].map(([id], index) => [id, index]));
    const code = (id) => id.replace(/\d+/g, (number) => number.padStart(3, "0"));
    ids.sort((a, b) => (order.has(a) && order.has(b) && a.includes("oa.") !== b.includes("oa.") ? (a.includes("oa.") ? 1 : -1) : code(a) < code(b) ? -1 : 1));
    const two = pictures.length > 1, find = (picture, id) => picture.entries.find((each) => each.id === id);
    const head = [].concat(...pictures.map((picture, index) => ["Status", "Team", "Note"].map((text) => (two ? `${"AB"[index]}: ${text.toLowerCase()}` : text))));
    const rows = ids.map((id) => {
      const entries = pictures.map((picture) => find(picture, id)), label = entries.find(Boolean).label;
      const same = two && entries.every(Boolean) && entries[0].status === entries[1].status;
      const compared = same ? "= same" : entries.every(Boolean) ? "≠ different" : `only ${entries[0] ? "A" : "B"}`;
      return el("tr", { class: two && !same ? "is-different" : "" }, el("th", { scope: "row" }, link(id, label)), two ? el("td", {}, compared) : "", entries.map(cells));
    });
    return el("section", {}, el("h2", {}, title), el("div", { class: "office-table" }, el("table", { class: "plain" },
      el("thead", {}, el("tr", {}, el("th", { scope: "col" }, title), two ? el("th", { scope: "col" }, "Compared") : "", head.map((text) => el("th", { scope: "col" }, text)))), el("tbody", {}, rows))));
  }
  function gapList(picture) {
    const gaps = office.gaps(picture, data);
    return el("section", { class: "office-gaps" }, el("h2", {}, `Gaps of ${picture.office}`), el("p", { class: "lede" }, gaps.length ? `${gaps.length} activities with primary fits where nothing is in use.` : "No activity with primary fits is without something in use."),
      el("ul", {}, gaps.map((gap) => el("li", {}, link(gap.id, gap.label), gap.status ? ` (${gap.status})` : "", el("span", { class: "note" }, ` reach for ${[...new Set(gap.primary.map((fit) => fit.name))].join(", ")}`)))));
  }

  /* ---- drawing it all */
  function draw() {
    const shown = good(), pictures = shown.map((file) => file.picture);
    ["gaps", "json"].forEach((name) => { button(name).disabled = !shown.length; });
    button("swap").disabled = shown.length < 2;
    button("forget").disabled = !files.length;
    said.replaceChildren(...files.filter(Boolean).map(oddities));
    if (!shown.length) { view.clear(); view.map.querySelector('.map-switch input').checked = true; lists.replaceChildren(); return; }
    view.paint(office.overlay(pictures, data));
    said.prepend(el("p", {}, pictures.map((picture, index) => `${pictures.length > 1 ? `${"AB"[index]}: ` : ""}${picture.office}, ${picture.entries.length} entries${picture.edition ? `, GSBPM ${picture.edition}` : ""}${picture.date ? `, ${picture.date}` : ""}`).join(". "), "."));
    lists.replaceChildren(...KINDS.map((kind) => table(kind, pictures)).filter(Boolean), ...pictures.map(gapList));
  }

  const fileName = (picture, rest) => `${picture.office.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "") || "office"}-${rest}`;
  const DO = {
    example: () => take(0, "office-example.yaml", document.querySelector("[data-office-example]").textContent),
    gaps: () => good().forEach(({ picture }) => save(fileName(picture, "gaps.csv"), "text/csv;charset=utf-8", office.gapsCsv(picture, data))),
    json: () => good().forEach(({ picture }) => save(fileName(picture, "picture.json"), "application/json", office.toJson(picture))),
    swap: () => { files = good().reverse(); remember(); draw(); },
    forget
  };
  tools.addEventListener("click", (event) => { const act = event.target.closest("[data-office-do]"); if (act) { DO[act.dataset.officeDo](); } });
  tools.querySelectorAll("[data-office-file]").forEach((input) => input.addEventListener("click", () => { input.value = ""; }));
  tools.addEventListener("change", (event) => { if (event.target.dataset.officeFile) { open(Number(event.target.dataset.officeFile), event.target.files[0]); } });
  keep.addEventListener("change", () => ready(() => { if (keep.checked) { remember(); } else { office.store.forget(); } }));
  view.map.addEventListener("dragover", (event) => { event.preventDefault(); view.map.classList.add("is-over"); });
  ["dragleave", "drop"].forEach((type) => view.map.addEventListener(type, () => view.map.classList.remove("is-over")));
  view.map.addEventListener("drop", (event) => {
    event.preventDefault();
    const dropped = Array.from(event.dataTransfer.files).slice(0, 2), first = dropped.length === 1 && good().length === 1 ? 1 : 0;
    dropped.forEach((file, index) => open(first + index, file));
  });
  tools.hidden = false;
  ready(() => {
    const kept = office.store.get();
    if (Array.isArray(kept) && kept.length) { keep.checked = true; kept.slice(0, 2).forEach((file, slot) => { if (file && typeof file.text === "string") { take(slot, String(file.name), file.text); } }); }
  });
})();
