/* The search dialog: opened by "/", Ctrl+K, the button in the header and the form of the home page.
   The index and its engine are loaded when first needed, by script elements, so this works from disk. */
(function () {
  "use strict";
  var LIMIT = 60, TOP = 3, EACH = 5;
  var root = (document.querySelector('meta[name="navigator-root"]') || { content: "" }).content;
  var engine = null, waiting = null, dialog = null, input, list, advice, status, kindBox, standardBox, options = [], active = -1, back = null, again = 0;

  function make(name, attributes, children) {
    var element = document.createElement(name);
    Object.keys(attributes || {}).forEach(function (key) { element.setAttribute(key, attributes[key]); });
    element.append.apply(element, children || []);
    return element;
  }

  function load(done) {
    if (engine) { done(); return; }
    if (waiting) { waiting.push(done); return; }
    if (window.NavigatorSearch && window.NAVIGATOR_INDEX) { start(); done(); return; }
    waiting = [done];
    var left = 2;
    ["assets/search-engine.js", "assets/search-index.js"].forEach(function (path) {
      var script = make("script", { src: root + path });
      script.onload = function () {
        left -= 1;
        if (left) { return; }
        start();
        waiting.forEach(function (each) { each(); });
      };
      script.onerror = function () { waiting = null; script.remove(); if (status) { status.textContent = "The index could not be loaded. Reload the page to try again."; } };
      document.head.append(script);
    });
  }

  function start() { engine = window.NavigatorSearch(window.NAVIGATOR_INDEX); fill(); }

  function build() {
    input = make("input", { id: "search-words", type: "search", role: "combobox", "aria-expanded": "false", "aria-controls": "search-list", "aria-autocomplete": "list", autocomplete: "off", spellcheck: "false", enterkeyhint: "go", placeholder: "A step, a thing in your hand, an office, a code …" });
    kindBox = make("select", {}, [new Option("everything", "")]);
    standardBox = make("select", {}, [new Option("any", "")]);
    status = make("p", { role: "status", class: "search-status" });
    list = make("div", { id: "search-list", role: "listbox", "aria-label": "Results", tabindex: "-1" });
    advice = make("div", { class: "search-nothing", hidden: "" });
    var close = make("button", { type: "button", class: "search-close" }, ["Close"]);
    dialog = make("dialog", { class: "search-dialog", "aria-label": "Search the navigator" }, [
      make("div", { class: "search-bar" }, [make("label", { for: "search-words", class: "visually-hidden" }, ["Search the navigator"]), input, close]),
      make("div", { class: "search-filters" }, [make("label", {}, ["Kind ", kindBox]), make("label", {}, ["Standard ", standardBox]), status]),
      list, advice,
      make("p", { class: "search-keys", "aria-hidden": "true" }, ["↑ ↓ choose · Enter open · Esc close"])
    ]);
    document.body.append(dialog);
    close.addEventListener("click", function () { dialog.close(); });
    input.addEventListener("input", soon);
    kindBox.addEventListener("change", run);
    standardBox.addEventListener("change", run);
    input.addEventListener("keydown", keys);
    list.addEventListener("keydown", keys);
    dialog.addEventListener("click", function (event) { if (event.target === dialog) { dialog.close(); } });
    dialog.addEventListener("close", function () { document.documentElement.classList.remove("search-is-open"); if (back) { back.focus(); } });
  }

  function fill() {
    if (!dialog || !engine || kindBox.options.length > 1) { return; }
    engine.kinds.slice().sort(function (a, b) { return a.plural < b.plural ? -1 : 1; }).forEach(function (kind) { kindBox.append(new Option(kind.plural, kind.name)); });
    engine.standards.filter(Boolean).forEach(function (standard) { standardBox.append(new Option(standard.toUpperCase().replace("OTHER", "other"), standard)); });
  }

  function open(words) {
    if (!dialog) { build(); }
    fill();
    if (!dialog.open) {
      back = document.activeElement;
      dialog.showModal();
      document.documentElement.classList.add("search-is-open");
    }
    if (words !== undefined) { input.value = words; }
    input.focus();
    input.select();
    if (!engine) { status.textContent = "Loading the index …"; }
    load(run);
  }

  function soon() {
    cancelAnimationFrame(again);
    again = requestAnimationFrame(run);
  }

  function run() {
    if (!engine || !dialog) { return; }
    var words = input.value.trim(), hits = words ? worthy(engine.search(input.value, kindBox.value, standardBox.value, LIMIT)) : [];
    options = [];
    choose(-1);
    list.replaceChildren();
    advice.replaceChildren();
    advice.hidden = !words || hits.length > 0;
    if (!words) { status.textContent = "Try “4.3”, “interview mode”, “who answered for somebody else”, “OBS_STATUS”."; input.setAttribute("aria-expanded", "false"); return; }
    status.textContent = hits.length ? (hits.length === LIMIT ? "the best " + LIMIT : hits.length) + (hits.length === 1 ? " result" : " results") : "Nothing found.";
    input.setAttribute("aria-expanded", String(hits.length > 0));
    if (!hits.length) { advice.append.apply(advice, nothing(words)); return; }
    groups(hits).forEach(function (each) { list.append(group(each, hits.terms)); });
    list.scrollTop = 0;
    choose(0);
  }

  /* without those that hardly answer beside the best */
  function worthy(hits) {
    var best = hits.find(function (hit) { return hit.score < 1000; }) || { score: 0 }, left = hits.filter(function (hit) { return hit.score >= 0.14 * best.score; });
    left.terms = hits.terms;
    return left;
  }

  /* the best answers of any kind, then kind by kind, the kind with the best answer first */
  function groups(hits) {
    var found = [{ name: "Best answers", hits: hits.slice(0, TOP), mixed: true }];
    if (kindBox.value) { found[0].hits = hits; found[0].name = hits[0].doc.kind.plural; return found; }
    hits.slice(TOP).forEach(function (hit) {
      var same = found.find(function (each) { return each.kind === hit.doc.kind; });
      if (!same) { same = { name: hit.doc.kind.plural, kind: hit.doc.kind, hits: [] }; found.push(same); }
      if (same.hits.length < EACH) { same.hits.push(hit); } else { same.more = true; }
    });
    return found;
  }

  function group(each, terms) {
    var id = "search-group-" + list.children.length, box = make("div", { role: "group", "aria-labelledby": id }, [make("div", { class: "search-kind", id: id, role: "presentation" }, [each.name])]);
    each.hits.forEach(function (hit) { box.append(option(hit, terms, each.mixed)); });
    if (each.more) {
      var more = make("a", { role: "option", class: "search-more", id: "search-option-" + options.length, href: "#", tabindex: "-1", "aria-selected": "false" }, ["More of this kind"]);
      more.addEventListener("click", function (event) { event.preventDefault(); kindBox.value = each.kind.name; run(); input.focus(); });
      options.push(more);
      box.append(more);
    }
    return box;
  }

  function marked(text, terms) {
    return engine.marks(text, terms).map(function (piece) { return piece[1] ? make("mark", {}, [piece[0]]) : piece[0]; });
  }

  function option(hit, terms, mixed) {
    var doc = hit.doc, title = make("span", { class: "search-title" }, []);
    if (doc.code && doc.title.indexOf(doc.code) !== 0) { title.append(make("span", { class: "code" }, marked(doc.code, terms)), " "); }
    title.append.apply(title, marked(doc.title, terms));
    var link = make("a", { role: "option", id: "search-option-" + options.length, href: root + doc.url, tabindex: "-1", "aria-selected": "false", class: "search-hit" + (doc.standard ? " std-" + doc.standard : "") }, [title]);
    if (doc.kind.name === "artefact" || doc.kind.name === "example") { title.prepend(make("i", { class: "swatch" })); }
    link.append(make("span", { class: "search-what" }, [[doc.kind.name === "artefact" ? doc.standard.toUpperCase().replace("OTHER", "") : "", mixed || doc.kind.name === "artefact" ? doc.kind.name.replace(/-/g, " ").replace("sub process", "step") : ""].filter(Boolean).join(" ")]));
    var why = make("span", { class: "search-why" }, reason(hit, terms));
    if (why.childNodes.length) { link.append(why); }
    link.addEventListener("click", function () { dialog.close(); });
    options.push(link);
    return link;
  }

  /* why this was found: the name, or the words in its description, or else the words on its page */
  function reason(hit, terms) {
    if (hit.name) { return ["also called "].concat(marked(hit.name, terms), hit.doc.text ? [" · " + hit.doc.text] : []); }
    var text = hit.doc.text ? marked(hit.doc.text, terms) : [];
    if (text.some(function (piece) { return piece.nodeType; }) || engine.marks(hit.doc.title, terms).some(function (piece) { return piece[1]; })) { return text; }
    var words = engine.matched(hit, terms).map(engine.word).slice(0, 5);
    return text.concat(words.length ? [make("span", { class: "search-on-page" }, [" speaks of " + words.join(", ")])] : []);
  }

  function nothing(words) {
    var box = [], near = engine.nearest(words);
    if (kindBox.value || standardBox.value) {
      var all = make("button", { type: "button" }, ["Search everything"]);
      all.addEventListener("click", function () { kindBox.value = standardBox.value = ""; run(); input.focus(); });
      box.push(make("p", {}, ["Nothing of this kind or standard. ", all]));
    }
    if (near.length) { box.push(make("p", {}, ["Did you mean ", ...near.map(function (word) { var button = make("button", { type: "button" }, [word]); button.addEventListener("click", function () { input.value = word; run(); input.focus(); }); return button; })])); }
    box.push(make("p", {}, ["Say it in other or fewer words, or look on the ", make("a", { href: root + "index.html#map" }, ["map of the process"]), ", in the ", make("a", { href: root + "matrix/index.html" }, ["matrix"]), " or ask the ", make("a", { href: root + "finder.html" }, ["finder"]), ": it leads from what you hold to a standard."]));
    return box;
  }

  function choose(index) {
    if (options[active]) { options[active].setAttribute("aria-selected", "false"); }
    active = index;
    if (!options[active]) { input.removeAttribute("aria-activedescendant"); return; }
    options[active].setAttribute("aria-selected", "true");
    input.setAttribute("aria-activedescendant", options[active].id);
    options[active].scrollIntoView({ block: "nearest" });
    if (!active) { list.scrollTop = 0; }
  }

  function keys(event) {
    var last = options.length - 1, moves = { ArrowDown: active < last ? active + 1 : 0, ArrowUp: active > 0 ? active - 1 : last, Home: 0, End: last, PageDown: Math.min(last, active + 5), PageUp: Math.max(0, active - 5) };
    if (event.key === "Escape") { event.preventDefault(); dialog.close(); return; }
    if (event.key === "Enter" && options[active] && !event.isComposing) { event.preventDefault(); options[active].click(); }
    if (moves[event.key] === undefined || last < 0 || event.shiftKey || event.altKey) { return; }
    event.preventDefault();
    choose(moves[event.key]);
  }

  function typing(element) { return element && (/^(input|textarea|select)$/i.test(element.tagName) || element.isContentEditable); }

  document.addEventListener("keydown", function (event) {
    var slash = event.key === "/" && !typing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (slash || ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k" && !event.altKey)) { event.preventDefault(); open(); }
  });
  document.querySelectorAll("[data-search-open]").forEach(function (each) {
    if (each.tagName !== "FORM") { each.addEventListener("click", function () { open(); }); return; }
    each.addEventListener("focusin", function () { load(function () {}); });
    each.addEventListener("submit", function (event) { event.preventDefault(); open(each.querySelector("input").value); });
  });
})();
