/* Small additions that reading does without: the edition switch, filters, copying, the way in the map by arrow keys. */
(function () {
  "use strict";
  var store = {
    get: function (key) { try { return localStorage.getItem(key); } catch (e) { return null; } },
    set: function (key, value) { try { localStorage.setItem(key, value); } catch (e) { /* private mode */ } }
  };

  function each(selector, work, within) { Array.prototype.forEach.call((within || document).querySelectorAll(selector), work); }

  /* names of the chosen edition of GSBPM, kept from page to page */
  function showEdition(edition) {
    var key = "e" + edition.replace(".", "");
    each(".edition-name", function (span) {
      if (!span.dataset.e) { span.dataset.e = span.textContent; }
      span.textContent = span.dataset[key] || span.dataset.e;
    });
    each(".edition-current", function (span) { span.textContent = edition; });
    each(".edition [data-edition]", function (button) { button.setAttribute("aria-pressed", String(button.dataset.edition === edition)); });
    document.dispatchEvent(new CustomEvent("navigator:edition", { detail: edition }));
  }

  function startEditions() {
    var edition = store.get("navigator.edition") || "5.2";
    showEdition(edition);
    each(".edition [data-edition]", function (button) {
      button.addEventListener("click", function () {
        store.set("navigator.edition", button.dataset.edition);
        showEdition(button.dataset.edition);
        button.closest("details").open = false;
      });
    });
    document.addEventListener("click", function (event) {
      each(".edition[open]", function (details) { if (!details.contains(event.target)) { details.open = false; } });
    });
  }

  /* one select for each thing that rows differ in */
  function filters(box, rows, fields, hide) {
    var chosen = {};
    fields.forEach(function (field) {
      var values = [], words = field.words || {};
      rows.forEach(function (row) { (row.dataset[field.key] || "").split("|").forEach(function (value) { if (value && values.indexOf(value) < 0) { values.push(value); } }); });
      if (values.length < 2) { return; }
      var label = document.createElement("label");
      var select = document.createElement("select");
      label.append(field.name + " ", select);
      select.append(new Option("all", ""));
      function word(value) { return words[value] || value; }
      values.sort(function (a, b) { return word(a).localeCompare(word(b), "en", { numeric: true }); }).forEach(function (value) { select.append(new Option(word(value), value)); });
      select.addEventListener("change", function () {
        chosen[field.key] = select.value;
        rows.forEach(function (row) {
          hide(row, fields.some(function (each) { return chosen[each.key] && (row.dataset[each.key] || "").split("|").indexOf(chosen[each.key]) < 0; }));
        });
      });
      box.append(label);
    });
    box.hidden = !box.children.length;
  }

  function startFilters() {
    each("[data-filters]", function (box) {
      var rows = Array.prototype.slice.call(document.querySelectorAll("tr.fit"));
      var names = {};
      rows.forEach(function (row) { if (row.dataset.short) { names[row.dataset.standard] = row.dataset.short; } });
      filters(box, rows, [{ key: "standard", name: "Standard", words: names }, { key: "role", name: "Role" }, { key: "basis", name: "Basis" }], function (row, off) {
        row.hidden = off;
        var head = row.parentElement.querySelector(".fit-standard");
        var first = row.parentElement.querySelector("tr.fit:not([hidden])");
        if (head && first) { head.rowSpan = row.parentElement.querySelectorAll("tr.fit:not([hidden])").length; first.prepend(head); }
      });
    });
    each("[data-crosswalk-tools]", function (box) {
      var rows = Array.prototype.slice.call(document.querySelectorAll("[data-crosswalk] tr[data-match]"));
      filters(box, rows, [{ key: "from", name: "From" }, { key: "to", name: "To" }, { key: "match", name: "Match" }, { key: "basis", name: "Basis" }], function (row, off) {
        row.hidden = off;
        row.parentElement.hidden = !row.parentElement.querySelector("tr[data-match]:not([hidden])");
      });
    });
    each("[data-matrix-tools]", startMatrixFilters);
    each("[data-table-tools]", function (box) {
      var rows = Array.prototype.slice.call(document.querySelectorAll("[data-table] tbody tr"));
      var fields = [];
      for (var index = 1; box.hasAttribute("data-filter-" + index); index += 1) {
        var pair = box.getAttribute("data-filter-" + index).split(":");
        fields.push({ key: pair[0], name: pair[1] });
      }
      filters(box, rows, fields, function (row, off) {
        row.hidden = off;
        box.querySelector("[data-count]").textContent = rows.filter(function (other) { return !other.hidden; }).length;
      });
    });
  }

  /* on a phone a fit is cut to its first lines; a button, or a tap anywhere on it, opens it and closes it again */
  function startTaps() {
    each(".reach tr.fit", function (row) {
      var button = document.createElement("button");
      var named = document.createElement("span");
      button.type = "button";
      button.className = "fit-more";
      named.className = "visually-hidden";
      named.textContent = " about " + row.querySelector(".artefact").textContent;
      function show(open) {
        row.classList.toggle("is-cut", !open);
        button.replaceChildren(open ? "less" : "more", named);
        button.setAttribute("aria-expanded", String(open));
      }
      show(false);
      row.querySelector(".fit-basis").prepend(button);
      row.addEventListener("click", function (event) { if (!event.target.closest("a")) { show(row.classList.contains("is-cut")); } });
    });
  }

  function startMatrixFilters(box) {
    var marks = Array.prototype.slice.call(document.querySelectorAll("[data-matrix] .mark"));
    filters(box, marks, [{ key: "role", name: "Role" }, { key: "strength", name: "Strength" }, { key: "basis", name: "Basis" }], function (mark, off) { mark.classList.toggle("is-off", off); });
    var bodies = Array.prototype.slice.call(document.querySelectorAll("[data-matrix] tbody"));
    filters(box, bodies, [{ key: "phase", name: "Phase" }], function (body, off) { body.hidden = off; });
    var heads = Array.prototype.slice.call(document.querySelectorAll("[data-matrix] thead th[data-head]"));
    if (!document.querySelector(".matrix-artefacts")) {
      var words = {};
      heads.forEach(function (head) { words[head.dataset.head] = head.textContent; });
      filters(box, heads, [{ key: "head", name: "Standard", words: words }], function (head, off) {
        var index = head.cellIndex;
        each("[data-matrix] tr:not(.phase-row)", function (row) { if (row.cells[index]) { row.cells[index].hidden = off; } });
      });
    }
    box.hidden = false;
  }

  /* a map or a matrix is one stop for the tab key; arrow keys move inside it */
  function roving(box, selector) {
    var items = Array.prototype.slice.call(box.querySelectorAll(selector));
    if (!items.length) { return; }
    items.forEach(function (item, index) { item.tabIndex = index ? -1 : 0; });
    function go(item) { items.forEach(function (other) { other.tabIndex = -1; }); item.tabIndex = 0; item.focus(); }
    box.addEventListener("keydown", function (event) {
      var from = items.indexOf(document.activeElement);
      var key = event.key;
      if (from < 0 || ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End"].indexOf(key) < 0) { return; }
      event.preventDefault();
      if (key === "Home" || key === "End") { go(items[key === "Home" ? 0 : items.length - 1]); return; }
      var here = items[from].getBoundingClientRect();
      var x = here.left + here.width / 2, y = here.top + here.height / 2, best = null, least = Infinity;
      items.forEach(function (item, index) {
        var there = item.getBoundingClientRect();
        if (index === from || !there.width) { return; }
        var dx = there.left + there.width / 2 - x, dy = there.top + there.height / 2 - y;
        var ahead = key === "ArrowRight" ? dx : key === "ArrowLeft" ? -dx : key === "ArrowDown" ? dy : -dy;
        var aside = Math.abs(key === "ArrowRight" || key === "ArrowLeft" ? dy : dx);
        if (ahead > 4 && ahead + 3 * aside < least) { least = ahead + 3 * aside; best = item; }
      });
      if (best) { go(best); }
    });
    box.addEventListener("focusin", function (event) { if (items.indexOf(event.target) >= 0) { items.forEach(function (other) { other.tabIndex = -1; }); event.target.tabIndex = 0; } });
  }

  function startCopy() {
    each("[data-copy]", function (button) {
      button.addEventListener("click", function () {
        var text = button.closest(".example").querySelector("pre").textContent;
        function done() { button.textContent = "copied"; setTimeout(function () { button.textContent = "copy"; }, 1500); }
        if (navigator.clipboard && window.isSecureContext) { navigator.clipboard.writeText(text).then(done); return; }
        var area = document.createElement("textarea");
        area.value = text; document.body.append(area); area.select(); document.execCommand("copy"); area.remove(); done();
      });
    });
  }

  function startMenu() {
    each(".menu a", function (link) {
      var here = location.pathname, there = link.pathname;
      var folder = there.replace(/[^/]*$/, "");
      if (here === there || (!/\/index\.html$/.test(there) ? false : link.getAttribute("href").indexOf("/") > 0 && there !== here && here.indexOf(folder) === 0 && folder.split("/").length > 2 && !/^(\.\.\/)*index\.html$/.test(link.getAttribute("href")))) { link.setAttribute("aria-current", "page"); }
    });
  }

  /* a table that scrolls sideways can be reached, and so be moved, with the keyboard */
  function startScrolling() {
    each(".site table", function (table) {
      if (table.scrollWidth > table.clientWidth) { table.tabIndex = 0; } else if (table.tabIndex === 0) { table.removeAttribute("tabindex"); }
    });
  }

  /* the running title on paper */
  document.documentElement.style.setProperty("--page-title", JSON.stringify(document.title.split(" · ")[0]));

  startEditions();
  startFilters();
  startTaps();
  startCopy();
  startMenu();
  startScrolling();
  window.addEventListener("resize", startScrolling);
  each("[data-map]", function (map) { roving(map, "a.tile"); });
  each("[data-matrix]", function (table) { roving(table.tHead, "a"); roving(table, "td a, tbody th a"); });
  each(".strip-bands", function (strip) { roving(strip, "a"); });
})();
