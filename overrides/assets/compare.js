/* Two or three things of a kind side by side. The address holds what is compared: #compare=gsbpm:5.3,gsbpm:6.2 */
(function () {
  "use strict";
  var MOST = 3, table = window.navigatorCompareTable, make = table.make;
  var PREFIX = { gsbpm: "sub-process", "case": "use-case", tool: "tool" };
  var root = document.querySelector('meta[name="navigator-root"]').content;
  function part(name) { return document.querySelector("[data-compare" + name + "]"); }
  var tools = part(""), kinds = part("-kind"), picks = part("-picks"), said = part("-said"), place = part("-table"), starts = part("-starts");
  var ids = [], differs = false, data = null, byHand = false;

  function kindOf(id) {
    if (id.indexOf("standard:") === 0) { return id.indexOf("@") > 0 ? "version" : "standard"; }
    return PREFIX[id.split(":")[0]] || "artefact";
  }

  /* the things of a kind come as a script of their own, loaded when they are needed */
  function load(kind, then) {
    var name = "navigatorCompare_" + kind.replace(/-/g, "_");
    if (window[name]) { then(window[name]); return; }
    var script = make("script", { src: root + "assets/compare-" + kind + ".js" });
    script.addEventListener("load", function () { then(window[name]); });
    document.head.append(script);
  }

  function address() {
    var held = ids.map(function (id) { return encodeURIComponent(id).replace(/%3A/g, ":").replace(/%40/g, "@"); }).join(",");
    return held ? "#compare=" + held + (differs ? "&differs" : "") : "#";
  }
  function go() { byHand = true; if ((location.hash || "#") === address()) { draw(); } else { location.hash = address(); } }

  function read() {
    var match = /^#compare=([^&]*)(&differs)?/.exec(location.hash), text = "";
    try { text = match ? decodeURIComponent(match[1]) : ""; } catch (e) { text = ""; }
    ids = text.split(",").map(function (id) { return id.trim(); }).filter(function (id, index, all) { return id && all.indexOf(id) === index; }).slice(0, MOST);
    differs = !!(match && match[2]);
    if (ids.length) { kinds.value = kindOf(ids[0]); }
    draw();
  }

  /* an entry as the table needs it, whichever kind it is of */
  function entry(id) {
    var found = data.entries.filter(function (each) { return each[0] === id; })[0];
    if (!found) { return null; }
    var thing = data.things[found[1]], version = id.split("@")[1];
    return { id: id, label: version ? shortOf(id, thing) + " " + version : thing[0], url: thing[1], mark: thing[2], note: found[2] === thing[0] ? "" : found[2], also: found[2] + " " + found[3], values: found[4], version: version };
  }
  function shortOf(id, thing) { return data.shorts && data.shorts[id.split("@")[0]] || thing[0]; }

  function draw() {
    var kind = kinds.value;
    load(kind, function (loaded) {
      if (kind !== kinds.value) { return; }
      data = loaded;
      var lost = ids.filter(function (id) { return kindOf(id) !== kind || !entry(id); });
      ids = ids.filter(function (id) { return lost.indexOf(id) < 0; });
      drawPicks();
      drawTable(ids.map(entry), lost);
      starts.hidden = ids.length > 0;
      document.dispatchEvent(new CustomEvent("navigator:drawn"));
      byHand = false;
    });
  }

  function drawTable(entries, lost) {
    var drawn = table.draw(data, entries, differs, root);
    var note = lost.length ? "Not found among the " + kinds.selectedOptions[0].textContent + ": " + lost.join(", ") + ". " : "";
    said.textContent = note + (entries.length > 1 ? drawn.said : entries.length ? "Choose what to compare it with." : "");
    place.replaceChildren.apply(place, entries.length > 1 ? [legend(), drawn.table] : entries.length ? [drawn.table] : []);
  }

  function legend() {
    var box = make("input", { type: "checkbox" });
    box.checked = differs;
    box.addEventListener("change", function () { differs = box.checked; go(); });
    return make("p", { "class": "legend compare-legend" }, [make("label", {}, [box, " only what differs"])].concat(
      ["= the same, or in all", "≈ partly the same", "≠ different", "+ only here", "– nothing"].map(function (text) { return make("span", {}, [make("b", {}, [text.charAt(0)]), text.slice(1)]); })));
  }

  function drawPicks() {
    var slots = Math.min(MOST, Math.max(2, ids.length + (ids.length > 1 ? 1 : 0))), open = null;
    picks.replaceChildren();
    for (var index = 0; index < slots; index += 1) {
      if (ids[index]) { picks.append(chip(ids[index])); continue; }
      var input = make("input", { type: "text", "aria-label": index ? "with" : "this", placeholder: index > 1 ? "and with …" : index ? "with …" : "this …" });
      var box = make("div", { "class": "compare-pick" }, [input]);
      picks.append(box);
      window.navigatorPick(input, options, function (option) { ids.push(option.id); go(); });
      open = open || input;
    }
    if (byHand && open && ids.length < 2) { open.focus(); }
  }

  function options() {
    return data.entries.filter(function (each) { return ids.indexOf(each[0]) < 0; }).map(function (each) {
      var found = entry(each[0]);
      return { id: found.id, label: found.label, note: found.note, also: found.also };
    });
  }

  function chip(id) {
    var label = entry(id).label, note = entry(id).note, button = make("button", { type: "button", "aria-label": "Remove " + label, title: "Remove" }, ["×"]);
    button.addEventListener("click", function () { ids = ids.filter(function (other) { return other !== id; }); go(); });
    return make("span", { "class": "compare-chip" }, [label, note ? make("span", { "class": "note" }, [note]) : "", button]);
  }

  tools.hidden = false;
  kinds.addEventListener("change", function () { ids = []; picks.replaceChildren(); go(); });
  window.addEventListener("hashchange", read);
  read();
})();
