/* The language of names. The English name of each thing stays in its title, and beside the heading of its own page. */
(function () {
  "use strict";
  var KEY = "navigator.language", EDITION = "navigator.edition";
  var box = document.querySelector("[data-language]"), held = window.navigatorLanguages || [];
  var root = document.querySelector('meta[name="navigator-root"]');
  if (!box || !held.length || !root) { return; }
  var select = box.querySelector("select"), undone = [], waiting = null;

  function stored(key) { try { return localStorage.getItem(key); } catch (e) { return null; } }
  function keep(key, value) { try { localStorage.setItem(key, value); } catch (e) { /* private mode */ } }

  /* what a language calls itself, as far as the browser knows */
  function own(tag, english) {
    try {
      var name = new Intl.DisplayNames([tag], { type: "language" }).of(tag);
      return name && name !== tag ? name.charAt(0).toLocaleUpperCase(tag) + name.slice(1) : english;
    } catch (e) { return english; }
  }

  function fill() {
    held.forEach(function (each) {
      var option = new Option(own(each[0], each[1]) + (each[2] * 2 < each[3] ? " (" + each[2] + " names)" : ""), each[0]);
      option.lang = each[0];
      select.append(option);
    });
    var wanted = stored(KEY);
    select.value = held.some(function (each) { return each[0] === wanted; }) ? wanted : "";
    box.hidden = false;
  }

  function english(tag) {
    var found = held.filter(function (each) { return each[0] === tag; })[0];
    return found ? found[1] : tag;
  }

  function edition() { return stored(EDITION) || "5.2"; }

  /* of the best standing: the name of the chosen edition, else the newest */
  function best(names) {
    var alike = names.filter(function (name) { return name[1] === names[0][1]; });
    return alike.filter(function (name) { return name[2] === edition(); })[0] || alike[0];
  }

  function load(then) {
    if (window.navigatorLabels) { then(); return; }
    if (waiting) { waiting.push(then); return; }
    waiting = [then];
    var script = document.createElement("script");
    script.src = root.content + "assets/labels.js";
    script.addEventListener("load", function () { waiting.forEach(function (each) { each(); }); waiting = null; });
    document.head.append(script);
  }

  function set(element, name, value) {
    var before = element.getAttribute(name);
    element.setAttribute(name, value);
    undone.push(function () { if (before === null) { element.removeAttribute(name); } else { element.setAttribute(name, before); } });
  }

  function speaks(element, lang) { set(element, "lang", lang); set(element, "dir", "auto"); }

  function inEnglish(span) { return span.dataset["e" + edition().replace(".", "")] || span.dataset.e || span.textContent; }

  /* puts the label in the place of the English name inside an element; answers with the English that stood there */
  function rename(element, known, label, lang) {
    var span = element.querySelector(".edition-name");
    if (span) {
      if (!span.dataset.e) { span.dataset.e = span.textContent; }
      var was = inEnglish(span);
      speaks(span, lang);
      span.textContent = label;
      undone.push(function () { span.textContent = inEnglish(span); });
      return was;
    }
    var walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT), node;
    while ((node = walker.nextNode())) {
      var text = node.nodeValue, at = text.length - text.replace(/^[\s\d.]+/, "").length;
      if (text.slice(at).trim() === known) { return swap(node, at, known, label, lang); }
    }
    return "";
  }

  function swap(node, at, known, label, lang) {
    var text = node.nodeValue, whole = document.createElement("span"), name = document.createElement("span");
    name.lang = lang;
    name.dir = "auto";
    name.textContent = label;
    whole.append(text.slice(0, at), name, text.slice(at + known.length));
    node.replaceWith(whole);
    undone.push(function () { whole.replaceWith(node); });
    return known;
  }

  function renameLink(link, names, lang) {
    var label = best(names[lang])[0], was = rename(link, names.en, label, lang), title = link.getAttribute("title");
    if (was) { set(link, "title", title ? was + ". " + title : was); return; }
    ["title", "aria-label"].forEach(function (name) {
      var said = link.getAttribute(name);
      if (said && said.indexOf(names.en) >= 0) { set(link, name, both(said, names.en, label)); }
    });
    Array.prototype.forEach.call(link.querySelectorAll(".visually-hidden"), function (span) {
      var said = span.textContent;
      if (said.indexOf(names.en) < 0) { return; }
      span.textContent = both(said, names.en, label);
      undone.push(function () { span.textContent = said; });
    });
  }

  /* in what is only said, the English name follows at once */
  function both(said, known, label) {
    var at = said.indexOf(known);
    return said.slice(0, at) + label + " (" + known + ")" + said.slice(at + known.length);
  }

  function renameHeading(names, lang) {
    var heading = document.querySelector("#content h1");
    if (!heading || !names || !names[lang]) { return; }
    var label = best(names[lang]), was = rename(heading, names.en, label[0], lang);
    if (!was) { return; }
    var note = document.createElement("p"), name = document.createElement("span"), standing = document.createElement("span");
    note.className = "name-note";
    name.className = "name-english";
    name.textContent = was;
    standing.textContent = english(lang) + " name: " + label[1] + (label[2] ? ", edition " + label[2] : "");
    names[lang].filter(function (other) { return other[2] === edition() && other[2] !== label[2]; }).forEach(function (other) {
      var text = document.createElement("span");
      text.lang = lang;
      text.dir = "auto";
      text.textContent = other[0];
      standing.append("; " + other[1] + " for " + other[2] + ": ", text);
    });
    note.append(name, standing);
    heading.after(note);
    undone.push(function () { note.remove(); });
  }

  function undo() { undone.reverse().forEach(function (each) { each(); }); undone = []; }

  function here() {
    var base = new URL(root.content, location.href).pathname;
    return decodeURIComponent(location.pathname).slice(decodeURIComponent(base).length);
  }

  function show() {
    undo();
    var lang = select.value;
    box.dataset.tag = lang || "en";
    if (!lang) { box.dataset.shown = "en"; return; }
    load(function () {
      if (select.value !== lang) { return; }
      undo();
      var all = window.navigatorLabels;
      Array.prototype.forEach.call(document.querySelectorAll("#content a[href], #content [data-name]"), function (link) {
        var names = all[(link.dataset.name || link.getAttribute("href")).replace(/^(\.{1,2}\/)+/, "")];
        if (names && names[lang]) { renameLink(link, names, lang); }
      });
      renameHeading(all[here()], lang);
      box.dataset.shown = lang;
    });
  }

  fill();
  select.addEventListener("change", function () { keep(KEY, select.value); show(); });
  document.addEventListener("navigator:edition", show);
  document.addEventListener("navigator:drawn", show);
  document.addEventListener("DOMContentLoaded", show);
})();
