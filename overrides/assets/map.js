/* The map: more overlays by kind, what a box says on hover and focus, a legend, a list, the state in the address. */
(function () {
  "use strict";
  const map = document.querySelector("[data-map]");
  if (!map) { return; }
  const { el, mark, load, picker, address, keep } = window.navigatorPieces;
  const part = (name) => map.querySelector(`[data-map-${name}]`);
  const more = part("more"), tools = part("tools"), legend = part("legend"), details = part("details"), list = part("list");
  const radios = Array.from(map.querySelectorAll(".map-switch input"));
  const tiles = Array.from(map.querySelectorAll("a.tile"));
  const inOrder = tiles.slice().sort((a, b) => (a.matches(".tile-overarching") ? 1 : 0) - (b.matches(".tile-overarching") ? 1 : 0));
  const touch = window.matchMedia("(hover: none)").matches;
  let overlays = null, painted = null, kindField = null, items = null;

  const nameOf = (tile) => tile.querySelector(".tile-name").textContent.replace(/\s+/g, " ").trim();
  const sharesOf = (tile) => Array.from(tile.querySelectorAll(".share")).map((share) => share.textContent.replace(/\s+/g, " ").trim()).join("; ");

  /* ---- details: one line for the box under the pointer or the focus */
  function tell(tile) {
    const cell = painted && painted.cells[tile.dataset.node];
    details.replaceChildren(el("b", {}, nameOf(tile)), " ", painted ? (cell ? cell.said : painted.none || "nothing here") : sharesOf(tile));
    details.hidden = false;
  }
  function hush() { details.hidden = !painted; details.replaceChildren(painted ? `${painted.title}: ${painted.what}. ${touch ? "A touch opens a box; the list below says the same." : "Point at a box, or move with the arrow keys."}` : ""); }
  ["mouseover", "focusin"].forEach((type) => map.addEventListener(type, (event) => { const tile = event.target.closest("a.tile"); if (tile) { tell(tile); } }));
  map.addEventListener("mouseleave", hush);

  /* ---- painting */
  const meter = (level) => el("span", { class: "meter", "data-level": level, "aria-hidden": "true" }, [1, 2, 3, 4].map(() => el("i")));

  function sign(cell) {
    const over = el("span", { class: "tile-over" });
    if (cell.level && painted.levels) { over.append(meter(cell.level)); }
    (cell.marks || []).forEach(([role, strength]) => over.append(mark(role, strength)));
    (cell.numbers || []).forEach((number) => over.append(el("span", { class: "tile-number" }, String(number))));
    if (cell.text) { over.append(el("span", { class: "tile-text" }, cell.text, cell.bold ? el("b", {}, ` ${cell.bold}`) : "")); }
    (cell.bars || []).forEach(([state, text]) => over.append(el("span", { class: `bar-state state-${state}` }, text)));
    over.append(el("span", { class: "visually-hidden" }, ` ${cell.said}`));
    return over;
  }

  function clear() {
    painted = null;
    map.querySelectorAll(".tile-over").forEach((each) => each.remove());
    tiles.forEach((tile) => { tile.removeAttribute("data-level"); tile.removeAttribute("data-state"); });
    map.removeAttribute("data-overlay");
    map.classList.remove(...Array.from(map.classList).filter((name) => name.startsWith("std-")));
    legend.hidden = list.hidden = details.hidden = true;
  }

  /* paint an overlay: {key, title, what, cells: {id: {level, marks, numbers, text, bars, state, said}}, …} */
  function paint(overlay) {
    clear();
    painted = overlay;
    radios.forEach((radio) => { radio.checked = false; });
    map.dataset.overlay = overlay.kind;
    if (overlay.className) { map.classList.add(overlay.className); }
    tiles.forEach((tile) => {
      const cell = overlay.cells[tile.dataset.node];
      tile.dataset.level = cell ? cell.level || 0 : 0;
      if (cell && cell.state) { tile.dataset.state = cell.state; }
      if (cell) { tile.append(sign(cell)); }
    });
    explain(overlay);
    enlist(overlay);
    hush();
  }

  function explain(overlay) {
    const title = overlay.url ? el("a", { href: address(overlays.urls[overlay.url[0]], overlay.url[1]) }, overlay.title) : overlay.title;
    const key = el("p", { class: "legend" });
    if (overlay.roles) {
      ["creates", "uses", "updates", "exchanges", "documents"].forEach((role) => key.append(el("span", {}, mark(role, "primary"), role)));
      ["primary", "supporting", "possible"].forEach((strength) => key.append(el("span", {}, mark("uses", strength), strength)));
    }
    (overlay.levels || []).forEach((text, index) => key.append(el("span", {}, meter(index + 1), text)));
    (overlay.states || []).forEach(([state, text]) => key.append(el("span", {}, el("i", { class: `bar-state state-${state}` }, "\u00a0"), text)));
    if (overlay.note) { key.append(el("span", {}, overlay.note)); }
    legend.replaceChildren(
      el("p", { class: "map-painted" }, el("b", {}, overlay.className ? el("i", { class: "swatch" }) : "", title), `: ${overlay.what} `,
        overlay.share === false ? "" : el("a", { href: `#map=${overlay.key}` }, "link to this picture"), " ", el("button", { type: "button", onclick: forget }, "clear the map")),
      key.children.length ? key : "");
    legend.hidden = false;
  }

  function enlist(overlay) {
    const found = inOrder.filter((tile) => overlay.cells[tile.dataset.node] && !tile.matches(".tile-phase"));
    list.querySelector("summary").textContent = `The same as a list: ${found.length} of ${inOrder.length - map.querySelectorAll(".tile-phase").length} boxes`;
    list.querySelector("ul").replaceChildren(...found.map((tile) => el("li", {}, el("a", { href: tile.getAttribute("href") }, nameOf(tile)), ` ${overlay.cells[tile.dataset.node].said}`)));
    list.hidden = false;
  }

  function forget() {
    clear();
    radios[0].checked = true;
    if (items) { items.set(""); }
    keep("");
    more.focus();
  }

  /* ---- choosing */
  function choose(kind, key) {
    const overlay = overlays.make(kind, key);
    if (!overlay) { clear(); details.hidden = false; details.textContent = `The map knows no overlay "${kind}${key ? `:${key}` : ""}".`; return; }
    paint(overlay);
    keep(`map=${overlay.key}`);
  }

  function offer(kind) {
    const known = overlays.kinds.find((each) => each.key === kind);
    tools.querySelectorAll(".picker, .map-office").forEach((each) => { each.hidden = true; });
    if (kind === "office") { window.navigatorOfficeOnMap(tools, { paint, clear, keep }); return; }
    if (!known.items) { choose(kind, ""); return; }
    items.options(known.items());
    items.set("");
    items.rename(known.label, "type or choose");
    items.node.hidden = false;
  }

  function build() {
    kindField = el("select", { id: "map-kind", onchange: () => pick(kindField.value) }, overlays.kinds.map((each) => el("option", { value: each.key }, each.label)), map.dataset.office == null ? el("option", { value: "office" }, "Your office") : "");
    items = picker("Standard", "", (option) => choose(kindField.value, option.id));
    tools.replaceChildren(el("label", { for: "map-kind" }, "Paint by"), kindField, items.node);
    offer("standard");
  }

  function pick(kind) {
    if (kind === "office") { load(["vendor/js-yaml/js-yaml.umd.min.js", "office-file.js", "office-paint.js", "office-map.js"], () => offer("office"), lost); } else { offer(kind); }
  }

  function lost(error) { details.hidden = false; details.textContent = `The map cannot load ${error.message}; the folder of the site seems incomplete.`; }

  function ready(then) {
    load(["overlays.js", "map-data.js"], () => {
      if (!overlays) { overlays = Object.assign(window.navigatorOverlays(window.navigatorMap), { urls: window.navigatorMap.urls }); }
      then(window.navigatorMap);
    }, lost);
  }

  function open(then) {
    ready(() => {
      if (!kindField) { build(); }
      tools.hidden = false;
      more.setAttribute("aria-expanded", "true");
      then();
    });
  }

  /* ---- the state in the address: #map=artefact:sdmx:codelist */
  function restore() {
    const found = /^#map=([a-z-]+)(?::(.+))?$/.exec(location.hash);
    if (!found) { return; }
    const [, kind, key] = found, radio = kind === "family" && radios.find((each) => each.value === key);
    map.scrollIntoView({ block: "start" });
    if (radio) { clear(); radio.checked = true; return; }
    if (kind === "office" && map.dataset.office != null) { return; }
    open(() => {
      const known = overlays.kinds.find((each) => each.key === kind);
      if (painted && painted.key === found[0].slice(5)) { return; }
      if (known || kind === "office") { kindField.value = kind; pick(kind); }
      if (kind !== "office" && !(known && !known.items)) { choose(kind, key || ""); }
      if (painted && key) { items.set(painted.title); }
    });
  }

  radios.forEach((radio) => radio.addEventListener("change", () => { clear(); keep(radio.value === "all" ? "" : `map=family:${radio.value}`); }));
  more.addEventListener("click", () => {
    if (tools.hidden) { open(() => kindField.focus()); } else { tools.hidden = true; more.setAttribute("aria-expanded", "false"); }
  });
  more.hidden = false;
  window.addEventListener("hashchange", restore);
  window.navigatorMapView = { paint, clear, ready, map };
  restore();
})();
