/* The table of a comparison: which values are the same, which differ, said by a sign and a word. */
(function () {
  "use strict";
  var SIGNS = { same: "=", part: "≈", different: "≠" };
  var SAID = { same: "the same", part: "partly the same", different: "different" };
  var data = null, root = "";

  function make(tag, attributes, children) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    element.append.apply(element, children || []);
    return element;
  }
  function hidden(text) { return make("span", { "class": "visually-hidden" }, [text]); }
  function sign(text) { return make("span", { "class": "compare-sign", "aria-hidden": "true" }, [text]); }

  /* what makes two values the same: the thing and its remark */
  function keyOf(item) { return Array.isArray(item) ? item.join("\u0000") : String(item); }
  function thingOf(item) { return Array.isArray(item) ? item[0] : item; }

  function stateOf(cells) {
    var keys = cells.map(function (items) { return items.map(keyOf); });
    var shared = keys[0].filter(function (key) { return keys.every(function (other) { return other.indexOf(key) >= 0; }); });
    if (keys.every(function (each) { return each.length === shared.length; })) { return "same"; }
    var things = cells.map(function (items) { return items.map(thingOf); });
    return things.some(function (each, at) { return each.some(function (thing) { return things.some(function (other, index) { return index !== at && other.indexOf(thing) >= 0; }); }); }) ? "part" : "different";
  }

  function inAll(item, cells) { return cells.every(function (items) { return items.map(keyOf).indexOf(keyOf(item)) >= 0; }); }
  function elsewhere(item, cells) { return cells.filter(function (items) { return items.map(thingOf).indexOf(thingOf(item)) >= 0; }).length > 1; }

  /* where a thing, then its remark, first stands, read column by column: what is alike comes in one order everywhere */
  function place(item, cells) {
    var all = [].concat.apply([], cells);
    return all.map(thingOf).indexOf(thingOf(item)) + all.map(keyOf).indexOf(keyOf(item)) / all.length;
  }

  function drawItem(item) {
    if (typeof item === "string") { return [item]; }
    var thing = data.things[thingOf(item)], link = make("a", { href: root + thing[1] }, []);
    if (thing[2]) { link.className = "std-" + thing[2]; link.append(make("i", { "class": "swatch" })); }
    link.append(thing[0]);
    return Array.isArray(item) ? [link, " ", make("span", { "class": "note" }, [item[1]])] : [link];
  }

  function drawCell(items, cells, state) {
    if (!items.length) { return make("td", { "class": "is-empty" }, [sign("–"), hidden("nothing")]); }
    if (items.length === 1 && typeof items[0] === "string") { return make("td", {}, items); }
    var drawn = items.map(function (item) {
      if (state !== "part") { return { rank: 0, at: place(item, cells), item: make("li", {}, drawItem(item)) }; }
      var all = inAll(item, cells), some = elsewhere(item, cells);
      return { rank: all ? 0 : some ? 1 : 2, at: place(item, cells), item: make("li", {}, [sign(all ? "=" : some ? "≈" : "+"), hidden(all ? "in all: " : some ? "in another place or with another remark too: " : "only here: ")].concat(drawItem(item))) };
    }).sort(function (a, b) { return a.rank - b.rank || a.at - b.at; });
    return make("td", {}, [make("ul", {}, drawn.map(function (each) { return each.item; }))]);
  }

  function drawRow(title, cells, state, drawn) {
    var head = make("th", { scope: "row" }, state ? [title, make("span", { "class": "compare-state" }, [sign(SIGNS[state]), SAID[state]])] : [title]);
    return make("tr", state ? { "data-state": state } : {}, [head].concat(drawn || cells.map(function (items) { return drawCell(items, cells, state); })));
  }

  function draw(loaded, entries, differs, base) {
    data = loaded;
    root = base;
    var rows = data.rows.map(function (row) {
      var cells = entries.map(function (each) { return each.values[row[0]] || []; });
      return cells.some(function (items) { return items.length; }) ? { cells: cells, title: row[1], state: entries.length > 1 ? stateOf(cells) : "" } : null;
    }).filter(Boolean);
    var count = { same: 0, part: 0, different: 0 };
    rows.forEach(function (row) { count[row.state] += 1; });
    var body = make("tbody", {}, rows.filter(function (row) { return !differs || row.state !== "same"; }).map(function (row) { return drawRow(row.title, row.cells, row.state); }));
    var heads = entries.map(function (each) { return make("th", { scope: "col", "class": each.mark ? "std-" + each.mark : "" }, [make("a", { href: root + each.url }, each.mark ? [make("i", { "class": "swatch" }), each.label] : [each.label]), each.note ? make("span", { "class": "note" }, [" " + each.note]) : ""]); });
    var table = make("table", { "class": "compare compare-" + entries.length }, [make("thead", {}, [make("tr", {}, [make("td", {})].concat(heads))]), body]);
    if (data.held && entries.length > 1) { table.append(drawHeld(entries, differs)); }
    return { table: table, said: "Of " + rows.length + " properties: " + Object.keys(count).map(function (key) { return count[key] + " " + SAID[key]; }).join(", ") + "." };
  }

  /* artefacts of a standard in several of its versions */
  function drawHeld(entries, differs) {
    var standard = entries[0].id.split("@")[0], held = data.held[standard], rows = [], same = [];
    if (!held || entries.some(function (each) { return each.id.split("@")[0] !== standard; })) {
      return make("tbody", {}, [make("tr", {}, [make("th", { scope: "row" }, ["Artefacts"]), make("td", { colspan: entries.length }, ["Which artefacts differ can be said of versions of one standard only."])])]);
    }
    var order = entries.map(function (each) { return held.order.indexOf(each.version); });
    held.artefacts.forEach(function (pair) {
      var states = order.map(function (at) { return pair[1].filter(function (state) { return state[0] === held.order[at]; })[0]; });
      if (moved(pair[1], held.order, order)) { rows.push(drawRow("", [], "different", [])); drawStates(rows[rows.length - 1], pair, states, held.order, order); }
      else { same.push(make("li", {}, drawItem(pair[0]))); }
    });
    var head = make("tr", { "class": "compare-section" }, [make("th", { colspan: entries.length + 1, scope: "rowgroup" }, [rows.length + (rows.length === 1 ? " artefact differs" : " artefacts differ")])]);
    var rest = make("tr", { "data-state": "same" }, [make("th", { scope: "row" }, ["Artefacts", make("span", { "class": "compare-state" }, [sign("="), "the same"])]), make("td", { colspan: entries.length }, [make("details", {}, [make("summary", {}, [same.length + " are the same in all"]), make("ul", { "class": "chips" }, same)])])]);
    return make("tbody", {}, [head].concat(rows, same.length && !differs ? [rest] : []));
  }

  function there(state) { return !!state && state[1] !== "absent" && state[1] !== "removed"; }

  /* whether an artefact is not the same in all versions from the first to the last that stand side by side */
  function moved(states, all, order) {
    var first = Math.min.apply(null, order), last = Math.max.apply(null, order), chosen = states.filter(function (state) { return order.indexOf(all.indexOf(state[0])) >= 0; });
    var looks = chosen.map(function (state) { return there(state) ? "there " + (state[2] || "") : "no"; });
    return chosen.length < order.length && chosen.some(there) || looks.some(function (look) { return look !== looks[0]; }) ||
      states.some(function (state) { var at = all.indexOf(state[0]); return at > first && at <= last && (state[1] === "changed" || state[1] === "renamed"); });
  }

  function drawStates(row, pair, states, all, order) {
    row.firstChild.prepend.apply(row.firstChild, drawItem(pair[0]));
    states.forEach(function (state, column) {
      var cell = make("td", { "class": there(state) ? "" : "is-empty" }, [sign(there(state) ? "●" : "–"), there(state) ? "there" : "not there"]);
      if (there(state) && state[2]) { cell.append(" ", make("code", {}, [state[2]])); }
      var since = order.map(function (at) { return at; }).sort(function (a, b) { return a - b; }), before = since[since.indexOf(order[column]) - 1];
      pair[1].forEach(function (other) {
        var at = all.indexOf(other[0]);
        if (at <= order[column] && (before === undefined ? at === order[column] : at > before) && other[1] !== "present" && other[1] !== "absent") {
          cell.append(make("p", { "class": "note" }, [other[1] + " in " + other[0] + (other[3] ? ": " + other[3] : "")]));
        }
      });
      row.append(cell);
    });
  }

  window.navigatorCompareTable = { draw: draw, make: make };
})();
