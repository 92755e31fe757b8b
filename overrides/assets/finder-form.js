/* The form of the finder: three answers, kept in the address; the ranking is in finder.js. */
(function () {
  "use strict";
  var finder = window.navigatorFinderPage, box = document.querySelector("[data-finder]"), form = box.querySelector("form");
  var said = box.querySelector("[data-finder-said]"), place = box.querySelector("[data-finder-answer]");
  var pick = box.querySelector("[data-finder-pick]"), step = box.querySelector("[data-finder-step]"), own = step.querySelector("input");
  var starts = box.querySelector("[data-finder-starts]"), root = document.querySelector('meta[name="navigator-root"]').content, data = null;

  function load(then) {
    if (data) { then(); return; }
    var script = document.createElement("script");
    script.src = root + "assets/finder-data.js";
    script.addEventListener("load", function () { data = window.navigatorFinder; finder.use(data); then(); });
    document.head.append(script);
  }

  /* all answers to a question: form.elements gives a single one as itself */
  function answers(name) { return Array.prototype.slice.call(form.querySelectorAll('input[name="' + name + '"]')); }

  function chosen(name) { return form.elements[name].value; }

  function options() {
    return data.places.map(function (each) { var thing = data.things[each[0]]; return { id: thing[0], label: thing[1], also: each[1] }; });
  }

  function setStep(id) {
    var known = options().filter(function (each) { return each.id === id; })[0];
    step.hidden = !known;
    own.value = known ? id : "";
    step.querySelector("span").textContent = known ? known.label : "";
    return !!known;
  }

  function set(name, value) {
    var found = answers(name).filter( function (input) { return input.value === value && (input !== own || value); })[0];
    (found || answers(name)[0]).checked = true;
  }

  function read() {
    var wanted = new URLSearchParams(location.hash.slice(1)), at = wanted.get("where") || "";
    step.hidden = true;
    own.value = "";
    if (at && !Array.prototype.some.call(form.elements.where, function (input) { return input.value === at; })) { setStep(at); }
    set("where", at);
    set("hold", wanted.get("hold") || "");
    set("with", wanted.get("with") || "");
    draw();
  }

  function address() {
    return "#" + ["where", "hold", "with"].filter(chosen).map(function (name) { return name + "=" + encodeURIComponent(chosen(name)).replace(/%3A/g, ":"); }).join("&");
  }

  function go() { if ((location.hash || "#") === address()) { draw(); } else { location.hash = address(); } }

  function describe(name) {
    var input = answers(name).filter( function (each) { return each.checked; })[0];
    box.querySelector('[data-finder-text="' + name + '"]').textContent = input && input.dataset.text || "";
  }

  function draw() {
    ["hold", "with"].forEach(describe);
    starts.hidden = ["where", "hold", "with"].some(chosen);
    if (!["where", "hold", "with"].some(chosen)) {
      said.textContent = "Answer at least one question.";
      place.replaceChildren();
      return;
    }
    var drawn = finder.draw(chosen("where"), chosen("hold"), chosen("with"));
    said.textContent = drawn.count ? drawn.said : "Nothing in the navigator answers to this; leave one question open.";
    place.replaceChildren.apply(place, drawn.count ? drawn.nodes : []);
    document.dispatchEvent(new CustomEvent("navigator:drawn"));
  }

  load(function () {
    box.hidden = false;
    window.navigatorPick(pick, options, function (option) {
      if (!Array.prototype.some.call(form.elements.where, function (input) { return input !== own && input.value === option.id; })) { setStep(option.id); }
      pick.value = "";
      set("where", option.id);
      go();
    });
    form.addEventListener("change", function (event) { if (event.target !== pick) { go(); } });
    form.addEventListener("submit", function (event) { event.preventDefault(); });
    form.addEventListener("reset", function () { setTimeout(function () { location.hash = "#"; read(); }, 0); });
    window.addEventListener("hashchange", read);
    read();
  });
})();
