/* On the page of questions: asks each one and writes down at which place its answer was found. */
(function () {
  "use strict";
  var engine = window.NavigatorSearch(window.NAVIGATOR_INDEX), rows = Array.prototype.slice.call(document.querySelectorAll("[data-question]"));
  var found = 0, first = 0, times = [], next = 0;

  function ask(row) {
    var answers = row.dataset.answers.split(" "), start = performance.now();
    var hits = engine.search(row.dataset.question, "", "", 20);
    times.push(performance.now() - start);
    var place = hits.findIndex(function (hit) { return answers.indexOf(hit.doc.id) >= 0; }) + 1;
    if (place && place <= 3) { found += 1; }
    if (place === 1) { first += 1; }
    var cell = row.querySelector(".questions-place");
    cell.textContent = place ? String(place) : "not in the first 20";
    cell.dataset.place = String(place);
    cell.classList.toggle("reread", !place || place > Number(row.dataset.within || 0));
  }

  function some() {
    var end = performance.now() + 12;
    while (next < rows.length && performance.now() < end) { ask(rows[next]); next += 1; }
    if (next < rows.length) { setTimeout(some, 0); return; }
    times.sort(function (a, b) { return a - b; });
    var sum = document.querySelector("[data-questions-sum]");
    sum.textContent = "Here and now: an answer is first for " + (100 * first / rows.length).toFixed(1) + " %, among the first three for " + (100 * found / rows.length).toFixed(1) + " %; half of the questions took less than " + times[times.length >> 1].toFixed(1) + " ms.";
    sum.dataset.questionsSum = (100 * found / rows.length).toFixed(1);
    sum.hidden = false;
  }

  if (rows.length) { some(); }
})();
