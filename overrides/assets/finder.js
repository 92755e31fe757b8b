/* The guided finder: ranks as navigator/ranking.py does, from the same points, and says why.
   The address holds the answers: #where=gsbpm:4.3&hold=microdata&with=suppliers */
(function () {
  "use strict";
  var root = document.querySelector('meta[name="navigator-root"]').content, data = null;

  function near(step, place) {
    var weights = data.weights;
    if (!place || step === place || step.indexOf(place + ".") === 0) { return weights.here; }
    return step.slice(0, 7) === place.slice(0, 7) && /\d/.test(place.charAt(6)) ? weights.near : weights.far;
  }

  function answer(candidate, place, holding, partner) {
    var weights = data.weights, best = null, held = candidate[7][holding], exchanged = candidate[8][partner];
    candidate[5].forEach(function (fit) {
      var distance = near(data.things[fit[1]][0], place);
      if (!best || distance * fit[6] > best.near * best.fit[6]) { best = { near: distance, fit: fit }; }
    });
    best.flow = best.near < weights.here && candidate[6].some(function (step) { return data.things[step][0] === place; });
    best.candidate = candidate;
    best.held = held;
    best.exchanged = exchanged;
    best.points = best.near * best.fit[6] + (best.flow ? weights.flow : 0) + Math.min(candidate[5].length, 6) + (held ? weights.held * held[0] : 0) + (exchanged ? weights.exchanged * exchanged[0] : 0);
    return best;
  }

  function rank(place, holding, partner) {
    var ranked = data.candidates.filter(function (each) { return !holding || each[7][holding]; })
      .map(function (each) { return answer(each, place, holding, partner); })
      .sort(function (a, b) { return b.points - a.points; });
    var kept = [], sums = {}, order = [];
    ranked.forEach(function (each) {
      var alike = kept.filter(function (other) { return other.candidate[3] === each.candidate[3]; });
      if (kept.length < data.limits.most && alike.length < data.limits.ofOne) { kept.push(each); }
    });
    ranked.slice(0, data.limits.depth).forEach(function (each) {
      var id = each.candidate[3];
      if (!(id in sums)) { sums[id] = 0; order.push(id); }
      sums[id] += each.points;
    });
    order.sort(function (a, b) { return sums[b] - sums[a]; });
    return { answers: kept, standards: order.slice(0, data.limits.standards).filter(function (id) { return 3 * sums[id] >= sums[order[0]]; }) };
  }

  function make(tag, attributes, children) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) { element.setAttribute(name, attributes[name]); });
    element.append.apply(element, children || []);
    return element;
  }
  function link(text, url, mark) {
    return make("a", { href: root + url, "class": mark ? "std-" + mark : "" }, mark ? [make("i", { "class": "swatch" }), text] : [text]);
  }
  function thing(index) { return link(data.things[index][1], data.things[index][2]); }
  function nameOf(id) { return data.things.filter(function (each) { return each[0] === id; })[0][1]; }
  function count(number, one) { return number + " " + one + (number === 1 ? "" : "s"); }

  /* which fit speaks for it, and how near it is */
  function where(each, place) {
    var fit = each.fit, strength = data.strengths[fit[3]][0], said = each.near === data.weights.here ? "" : each.near === data.weights.near ? "Not at this step, but in its phase: " : "Not fitted here so far, but elsewhere: ";
    var first = strength === "primary" ? "Reach for it first at " : strength === "supporting" ? "It helps at " : "It can be used at ";
    return make("p", {}, [said + (said ? first.charAt(0).toLowerCase() + first.slice(1) : first), thing(fit[0]), " (" + data.roles[fit[2]] + "): ", fit[7]]);
  }

  /* what it rests on, and what ties it to the other answers */
  function reasons(each, place, holding, partner) {
    var fit = each.fit, held = each.held, exchanged = each.exchanged, list = [];
    list.push([make("span", { "class": "basis basis-" + data.bases[fit[4]][0], title: data.bases[fit[4]][1] }, [data.bases[fit[4]][0]]), " " + count(fit[5], "source")]);
    if (held) { list.push([data.holdings[holding] + ": "].concat(tie(held, each.candidate[4]))); }
    if (exchanged) { exchange(each, exchanged, partner).forEach(function (reason) { list.push(reason); }); }
    if (each.flow) { list.push([nameOf(place) + " takes in or gives out what it represents"]); }
    return make("ul", { "class": "finder-reasons" }, list.map(function (children) { return make("li", {}, children); }));
  }

  function tie(held, topic) {
    var said = [];
    if (held[1] >= 0) { said.push("represents GSIM ", thing(held[1]), " (" + held[2] + ")"); }
    if (held[3]) { said.push((said.length ? ", " : "") + "is called “" + held[3] + "”"); }
    if (held[4]) { said.push((said.length ? ", " : "") + "stands under “" + topic + "”"); }
    return said;
  }

  function exchange(each, exchanged, partner) {
    var who = data.partners[partner], found = [], fit = each.candidate[5][exchanged[5]];
    if (fit && data.roles[each.fit[2]] === "exchanges") { found.push([who[0] + ": it is exchanged here"]); }
    else if (fit) { found.push([who[0] + ": exchanged at ", thing(fit[0]), " (" + data.strengths[fit[3]][0] + ")"]); }
    if (exchanged[6]) { found.push(["Handled in " + count(exchanged[6], "use case") + " (" + who[1].join(", ") + ")"]); }
    if (exchanged[1] >= 0) { found.push([who[0] + ": represents GSIM ", thing(exchanged[1]), " (" + exchanged[2] + ")"]); }
    return found;
  }

  function standard(id, answers, place) {
    var own = answers.filter(function (each) { return each.candidate[3] === id; }).length, all = 0, primary = 0;
    data.candidates.forEach(function (each) {
      if (each[3] !== id) { return; }
      each[5].forEach(function (fit) { if (near(data.things[fit[1]][0], place) === data.weights.here) { all += 1; primary += fit[3] === 0 ? 1 : 0; } });
    });
    var words = own + " of the " + count(answers.length, "artefact") + " below; " + count(all, "fit") + (place ? " at " + nameOf(place) : " along the process") + ", " + primary + " of them primary";
    return make("li", {}, [make("strong", {}, [link(data.standards[id][0], data.standards[id][1], id.split(":")[1])]), " ", make("span", { "class": "note" }, [words])]);
  }

  function artefact(each, place, holding, partner) {
    var candidate = each.candidate, head = make("p", { "class": "finder-name" }, [link(candidate[1], candidate[2], candidate[3].split(":")[1]), " ", make("span", { "class": "note" }, [data.standards[candidate[3]][0]])]);
    return make("li", {}, [head, where(each, place), reasons(each, place, holding, partner)]);
  }

  window.navigatorFinderPage = {
    use: function (loaded) { data = loaded; },
    rank: rank,
    draw: function (place, holding, partner) {
      var found = rank(place, holding, partner);
      return {
        said: count(found.standards.length, "standard") + " and " + count(found.answers.length, "artefact") + ", the best first.",
        count: found.answers.length,
        nodes: [make("h3", {}, ["Standards"]), make("ol", { "class": "finder-standards" }, found.standards.map(function (id) { return standard(id, found.answers, place); })),
          make("h3", {}, ["Artefacts"]), make("ol", { "class": "finder-artefacts" }, found.answers.map(function (each) { return artefact(each, place, holding, partner); }))]
      };
    }
  };
})();
