/* A text field that offers what fits while one types: navigatorPick(input, options, chosen).
   An option has an id, a label, and more words by which it is found. By keyboard: arrows, Enter, Escape. */
(function () {
  "use strict";
  var MOST = 12, made = 0;

  function plain(text) { return text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, ""); }

  /* 0: starts so; 1: a word starts so; 2: found somewhere; -1: not found */
  function rank(option, words, whole) {
    var label = plain(option.label), all = label + " " + plain(option.also || "");
    if (!words.every(function (word) { return all.indexOf(word) >= 0; })) { return -1; }
    if (label.indexOf(whole) === 0) { return 0; }
    return (" " + label).indexOf(" " + whole) >= 0 ? 1 : 2;
  }

  function found(options, text) {
    var whole = plain(text.trim()), words = whole.split(/\s+/).filter(Boolean);
    return options.map(function (option, index) { return { option: option, rank: rank(option, words, whole), index: index }; })
      .filter(function (each) { return each.rank >= 0; })
      .sort(function (a, b) { return a.rank - b.rank || a.index - b.index; })
      .slice(0, MOST).map(function (each) { return each.option; });
  }

  window.navigatorPick = function (input, options, chosen) {
    var list = document.createElement("ul"), id = "pick-" + (made += 1), shown = [], at = -1;
    list.id = id;
    list.className = "pick-list";
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.getAttribute("aria-label") || "Suggestions");
    list.hidden = true;
    input.after(list);
    [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", id], ["aria-expanded", "false"], ["autocomplete", "off"], ["spellcheck", "false"]].forEach(function (pair) { input.setAttribute(pair[0], pair[1]); });

    function close() { list.hidden = true; at = -1; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); }

    function mark(index) {
      at = index;
      Array.prototype.forEach.call(list.children, function (item, place) { item.setAttribute("aria-selected", String(place === at)); });
      if (at < 0) { input.removeAttribute("aria-activedescendant"); return; }
      input.setAttribute("aria-activedescendant", id + "-" + at);
      list.children[at].scrollIntoView({ block: "nearest" });
    }

    function open() {
      shown = found(options(), input.value);
      list.replaceChildren.apply(list, shown.map(function (option, index) {
        var item = document.createElement("li"), note = document.createElement("span");
        item.id = id + "-" + index;
        item.setAttribute("role", "option");
        item.setAttribute("aria-selected", "false");
        item.textContent = option.label;
        note.className = "note";
        note.textContent = option.note || (plain(option.label).indexOf(plain(input.value.trim())) < 0 ? option.also : "");
        item.append(" ", note);
        item.addEventListener("mousedown", function (event) { event.preventDefault(); take(index); });
        return item;
      }));
      if (!shown.length) {
        var none = document.createElement("li");
        none.className = "pick-none";
        none.setAttribute("role", "option");
        none.setAttribute("aria-disabled", "true");
        none.textContent = "nothing is called so";
        list.append(none);
      }
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
      mark(shown.length && input.value.trim() ? 0 : -1);
    }

    function take(index) {
      var option = shown[index];
      close();
      if (option) { chosen(option); }
    }

    input.addEventListener("input", open);
    input.addEventListener("focus", open);
    input.addEventListener("click", function () { if (list.hidden) { open(); } });
    input.addEventListener("blur", close);
    input.addEventListener("keydown", function (event) {
      var step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
      if (step) {
        event.preventDefault();
        if (list.hidden) { open(); return; }
        if (shown.length) { mark(at < 0 && step < 0 ? shown.length - 1 : (at + step + shown.length) % shown.length); }
      } else if (event.key === "Enter" && !list.hidden) { event.preventDefault(); if (at >= 0) { take(at); } }
      else if (event.key === "Escape" && !list.hidden) { event.preventDefault(); close(); }
    });
  };
})();
