/* The page of the graph: one state, kept in the address, that the drawing and the list both show. */
(function () {
  "use strict";
  const box = document.querySelector("[data-explore]");
  if (!box || !window.navigatorGraph) { return; }
  const { el, load, picker, address, keep } = window.navigatorPieces;
  const ways = window.navigatorWays(window.navigatorGraph);
  const part = (name) => box.querySelector(`[data-explore-${name}]`);
  const list = part("list"), said = part("said"), bar = part("bar"), canvas = part("drawing");
  const checks = Array.from(box.querySelectorAll("[data-explore-kind], [data-explore-relation]"));
  const node = (i) => ways.nodes[i];
  const url = (i) => address(node(i).pattern, node(i).id);
  const lists = window.navigatorLists(ways, { url, focus: (i) => focus(i), open: (i) => open(i), state: () => state });
  let state = { focus: null, opened: [], from: null, to: null, without: new Set() }, selected = null, drawing = null, steps = [];

  const count = (number, one) => `${number.toLocaleString("en")} ${one}${number === 1 ? "" : "s"}`;
  const isWay = () => state.from !== null && state.to !== null;

  /* ---- the state in the address: #focus=gsbpm:4.3&open=sdmx:codelist&without=tool,part-of or #from=…&to=… */
  function write() {
    const found = [];
    if (isWay()) { found.push(`from=${node(state.from).id}`, `to=${node(state.to).id}`); } else if (state.focus !== null) { found.push(`focus=${node(state.focus).id}`); }
    if (!isWay() && state.opened.length) { found.push(`open=${state.opened.map((i) => node(i).id).join(",")}`); }
    if (state.without.size) { found.push(`without=${[...state.without].join(",")}`); }
    keep(found.join("&"));
  }
  function read() {
    const found = new URLSearchParams(location.hash.slice(1));
    if (location.hash.includes(":") && !location.hash.includes("=")) { found.set("focus", [...found.keys()][0]); }
    const id = (name) => { const i = ways.byId.get(found.get(name)); return i === undefined ? null : i; };
    const named = (found.get("without") || "").split(",").filter((word) => checks.some((check) => check.value === word));
    const wrong = ["focus", "from", "to"].filter((name) => found.get(name) && id(name) === null).map((name) => found.get(name));
    state = { focus: id("focus"), opened: (found.get("open") || "").split(",").map((word) => ways.byId.get(word)).filter((i) => i !== undefined), from: id("from"), to: id("to"), without: new Set(named) };
    checks.forEach((check) => { check.checked = !state.without.has(check.value); });
    fields.find.set(state.focus === null ? "" : node(state.focus).name);
    fields.from.set(state.from === null ? "" : node(state.from).name);
    fields.to.set(state.to === null ? "" : node(state.to).name);
    show();
    if (wrong.length) { say(`The graph knows no ${wrong.join(", ")}.`); }
  }

  /* ---- what one can do */
  const change = (next) => { state = { ...state, ...next }; write(); show(); };
  function focus(i) { fields.find.set(node(i).name); fields.from.set(""); fields.to.set(""); change({ focus: i, opened: [], from: null, to: null }); }
  function open(i) {
    if (state.focus === null || isWay()) { focus(i); return; }
    change({ opened: state.opened.includes(i) ? state.opened.filter((other) => other !== i) : i === state.focus ? state.opened : [...state.opened, i] });
    select(i);
  }
  function whole() { ["find", "from", "to"].forEach((name) => fields[name].set("")); change({ focus: null, opened: [], from: null, to: null }); }
  function end(name, i) { if (i !== null) { fields[name].set(node(i).name); } change({ [name]: i }); }
  const say = (...pieces) => said.replaceChildren(...pieces);
  function select(i) {
    selected = i;
    if (drawing) { drawing.select(i); }
    describe(i);
    ["focus", "open", "start", "end"].forEach((name) => { bar.querySelector(`[data-do="${name}"]`).disabled = i === null; });
  }
  function describe(i) {
    if (i === null) { return; }
    say(el("a", { href: url(i) }, node(i).name), `, ${node(i).what}, ${count(ways.neighbours(i, state.without).length, "neighbour")}`);
  }

  /* ---- showing the state */
  function show() {
    steps = isWay() ? ways.way(state.from, state.to, state.without) : [];
    selected = isWay() ? state.from : state.focus;
    if (isWay()) {
      list.replaceChildren(lists.sentences(steps));
      say(steps.length ? `${count(steps.length, "statement")} from ${node(state.from).name} to ${node(state.to).name}.` : "No way was found.");
    } else if (state.focus !== null) {
      list.replaceChildren(...[state.focus, ...state.opened].map(lists.section));
      describe(state.focus);
    } else {
      list.replaceChildren(lists.whole());
      say("All of it. Choose a thing to see its neighbours.");
    }
    part("left").textContent = state.without.size ? `left out: ${checks.filter((check) => state.without.has(check.value)).map((check) => check.closest("label").textContent.replace(/\d+\s*$/, "").trim()).join(", ")}` : "";
    draw();
    ["focus", "open", "start", "end"].forEach((name) => { bar.querySelector(`[data-do="${name}"]`).disabled = selected === null; });
  }
  function draw() {
    if (!drawing) { return; }
    const { star, whole: all, chain } = window.navigatorLayouts;
    if (isWay() && steps.length) { drawing.show(chain(steps)); } else if (state.focus !== null && !isWay()) { drawing.show(star(ways, state.focus, state.opened, state.without, canvas.clientHeight > canvas.clientWidth)); } else { drawing.show(all(ways, state.without)); }
    if (selected !== null) { drawing.select(selected); }
  }

  /* ---- controls */
  const options = ways.nodes.map((each) => ({ id: each.i, label: each.name, note: each.what, also: each.id }));
  const fields = {
    find: picker("Find", "a step, an artefact, an office, a tool …", (option) => focus(option.id)),
    from: picker("The way from", "one thing", (option) => end("from", option.id)),
    to: picker("to", "another", (option) => end("to", option.id))
  };
  Object.values(fields).forEach((field) => field.options(options));
  part("ask").replaceChildren(fields.find.node, el("div", { class: "explore-ends" }, fields.from.node, fields.to.node));
  const DO = [
    ["focus", "Focus", () => selected !== null && focus(selected)], ["open", "Open its neighbours", () => selected !== null && open(selected)],
    ["start", "Way from here", () => end("from", selected)], ["end", "Way to here", () => end("to", selected)], ["whole", "All of it", whole],
    ["in", "+", () => drawing && drawing.zoom(1.4)], ["out", "−", () => drawing && drawing.zoom(1 / 1.4)], ["fit", "Fit", () => drawing && drawing.fit()]
  ];
  const NAMES = { in: "Zoom in", out: "Zoom out", fit: "Fit all of it in" };
  bar.replaceChildren(...DO.map(([name, text, act]) => el("button", { type: "button", "data-do": name, "aria-label": NAMES[name] || null, onclick: act }, text)));
  checks.forEach((check) => check.addEventListener("change", () => {
    const without = new Set(state.without);
    if (check.checked) { without.delete(check.value); } else { without.add(check.value); }
    change({ without });
  }));
  const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  canvas.addEventListener("keydown", (event) => {
    const key = event.key, arrow = ARROWS[key];
    if (!drawing || event.ctrlKey || event.metaKey || event.altKey) { return; }
    if (arrow) { const next = drawing.walk(selected, ...arrow); if (next !== null) { select(next); } } else if (key === "Enter" && selected !== null) { focus(selected); } else if (key === "e" && selected !== null) { open(selected); } else if (key === "+" || key === "=") { drawing.zoom(1.3); } else if (key === "-") { drawing.zoom(1 / 1.3); } else if (key === "0") { drawing.fit(); } else { return; }
    event.preventDefault();
  });

  box.hidden = false;
  window.addEventListener("hashchange", read);
  read();
  load(["vendor/cytoscape/cytoscape.min.js", "graph-layout.js", "graph-draw.js"], () => {
    drawing = window.navigatorDrawing(canvas, ways, (what, i) => { if (what === "hover") { describe(i); } else if (what === "focus") { focus(i); } else { select(i); } });
    window.navigatorExplorer = drawing;
    draw();
  }, () => { canvas.hidden = true; say("The drawing cannot be loaded; the list says the same."); });
})();
