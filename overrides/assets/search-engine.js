/* Answers a question from the index: the twin of navigator/search/asking.py and query.py, with the weights of the index. */
(function () {
  "use strict";

  function NavigatorSearch(index) {
    var w = index.weights, ignored = set(index.ignored), weak = set(index.weak), stems = new Map();
    var terms = index.terms.split(" "), packed = index.postings.split(" "), at = new Map(), lists = new Map();
    terms.forEach(function (term, i) { at.set(term, i); });
    var surfaces = new Map(), whole = new Map();
    Object.keys(index.words).forEach(function (word) { whole.set(single(word), index.words[word]); });
    index.surfaces.split(" ").forEach(function (word, i) { if (word) { surfaces.set(terms[i], word); } });
    Object.keys(index.said).forEach(function (term) { surfaces.set(term, index.said[term]); });
    var known = terms.concat(Object.keys(index.same).filter(function (term) { return !at.has(term); })).sort();
    var flat = known.map(function (term) { return single(surfaces.get(term) || term); });
    var kinds = index.kinds.map(function (kind) { return { name: kind[0], plural: kind[1], prior: kind[2], called: kind[3] ? kind[3].split(" ") : [] }; });
    var docs = index.docs.map(function (doc) {
      return { id: doc[0], kind: kinds[doc[1]], standard: index.standards[doc[2]], title: doc[3], url: doc[4], code: doc[5], names: doc[6] ? doc[6].split("|") : [], text: doc[7] };
    });
    var places = new Map();
    docs.forEach(function (doc, i) {
      [doc.id.toLowerCase(), doc.code.toLowerCase()].forEach(function (name, second, both) {
        if (name && !(second && name === both[0])) { places.set(name, (places.get(name) || []).concat(i)); }
      });
    });
    var same = {}, triggers = index.triggers.map(function (each) { return { said: each[0].split(" "), mean: each.slice(1).map(words) }; });
    Object.keys(index.same).forEach(function (term) { same[term] = index.same[term].map(words); });

    function set(text) { return new Set(text.split(" ")); }
    function words(text) { return text.split(" "); }
    function single(word) { return word.replace(/(\p{L})\1/gu, "$1"); }
    function little(term) { return weak.has(term) ? w.weak : 1; }
    function knows(term) { return at.has(term) || Object.prototype.hasOwnProperty.call(same, term); }

    /* words in small plain letters, IfThenElse and OBS_STATUS taken apart */
    function parts(text) {
      var plain = text.replace(/([A-Za-z0-9][a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, "$1$3 $2$4").toLowerCase();
      plain = Array.from(plain, function (letter) { return index.letters[letter] || letter; }).join("").normalize("NFD").replace(/\p{Mn}/gu, "");
      return plain.match(/[0-9]+(?:\.[0-9]+)+(?:\.[ts][0-9]+)?|[\p{L}\p{N}]+/gu) || [];
    }

    function stem(word) {
      if (!stems.has(word)) { stems.set(word, cut(word)); }
      return stems.get(word);
    }

    function cut(word) {
      if (whole.has(single(word))) { return whole.get(single(word)); }
      if (!/^\p{L}{3,}$/u.test(word)) { return word; }
      index.endings.forEach(function (rules) {
        var rule = rules.find(function (each) { return word.endsWith(each[0]) && word.length - each[0].length >= each[2]; });
        if (rule) { word = word.slice(0, word.length - rule[0].length) + rule[1]; }
      });
      return single(word);
    }

    /* how many letters are wrong; more than `most` is told as most + 1 */
    function apart(one, other, most) {
      if (Math.abs(one.length - other.length) > most) { return most + 1; }
      var last, before = [], row = [], i, j;
      for (j = 0; j <= other.length; j++) { row.push(j); }
      for (i = 1; i <= one.length; i++) {
        last = before; before = row; row = [i];
        var least = i;
        for (j = 1; j <= other.length; j++) {
          var value = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] === other[j - 1] ? 0 : 1));
          if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) { value = Math.min(value, last[j - 2] + 1); }
          row.push(value);
          if (value < least) { least = value; }
        }
        if (least > most) { return most + 1; }
      }
      return row[other.length];
    }

    function near(word) {
      var bare = single(word), term = stem(word), most = bare.length < 5 ? 0 : bare.length < 7 ? 1 : 2, best = most, found = [];
      if (!most || !/^\p{L}+$/u.test(bare)) { return []; }
      known.forEach(function (each, i) {
        if (each[0] !== bare[0] && each[1] !== bare[0]) { return; }
        var far = Math.min(apart(term, each, best), apart(bare, flat[i], best));
        if (far < best) { best = far; found = []; }
        if (far === best) { found.push(each); }
      });
      return found.slice(0, 6).map(function (each) { return [each, best]; });
    }

    /* where the terms begin that start so */
    function first(begun) {
      var low = 0, high = terms.length;
      while (low < high) { var middle = (low + high) >> 1; if (terms[middle] < begun) { low = middle + 1; } else { high = middle; } }
      return low;
    }

    function longer(word, term, most) {
      var start = word.length < term.length + 3 ? word : term;
      for (var short = 0; short <= most; short++) {
        var begun = start.slice(0, start.length - short), found = [];
        if (begun.length > 2) { for (var i = first(begun); i < terms.length && terms[i].startsWith(begun); i++) { if (terms[i] !== term) { found.push(terms[i]); } } }
        if (found.length) { return found.sort(function (a, b) { return a.length - b.length; }).slice(0, 12); }
      }
      return [];
    }

    function meant(term, worth) {
      var found = at.has(term) ? [[[term], worth]] : [];
      return found.concat((Object.prototype.hasOwnProperty.call(same, term) ? same[term] : []).map(function (each) { return [each, worth * w.same]; }));
    }

    function choices(word, term, unfinished) {
      var here = knows(term), found = here ? meant(term, 1) : [];
      if (word.length > 2 && (unfinished || !here)) { longer(word, term, here ? 0 : 2).forEach(function (each) { found.push([[each], here ? w.typed : w.prefix]); }); }
      if (here) { return found; }
      near(word).forEach(function (each) { found = found.concat(meant(each[0], each[1] === 1 ? w.one : w.two)); });
      return found.concat(split(word, 3).map(function (each) { return [[each], w.prefix]; }));
    }

    /* two or three known words that were written as one */
    function split(word, most) {
      for (var i = 4; i < word.length - 2; i++) {
        var one = stem(word.slice(0, i)), rest = word.slice(i);
        if (!at.has(one)) { continue; }
        if (at.has(stem(rest))) { return [one, stem(rest)]; }
        var others = most > 2 ? split(rest, most - 1) : [];
        if (others.length) { return [one].concat(others); }
      }
      return [];
    }

    /* phrases by the telling words that they hold, smaller ones part of larger ones */
    function phrases(said, own, may) {
      var found = [], place = new Map(), merged = [];
      own.forEach(function (term, i) {
        var meanings = knows(term) || !may.has(i) ? [] : may.get(i).filter(function (each) { return each[1] >= w.two && each[0].length === 1; }).map(function (each) { return each[0][0]; });
        [term].concat(meanings).forEach(function (each) { if (!place.has(each)) { place.set(each, i); } });
      });
      triggers.forEach(function (each) {
        if (!each.said.every(function (term) { return place.has(term); })) { return; }
        var held = Array.from(new Set(each.said.map(function (term) { return place.get(term); }))).filter(function (i) { return may.has(i); }).sort(function (a, b) { return a - b; });
        found.push([held, each.mean.map(function (mean) { return [mean, w.same]; })]);
      });
      said.forEach(function (word, start) {
        for (var length = 4; length > 1; length--) {
          var term = stem(said.slice(start, start + length).join(""));
          var all = Array.from({ length: length }, function (x, i) { return start + i; }), held = all.filter(function (i) { return may.has(i); });
          if (start + length <= said.length && at.has(term) && (held.length || term.length > 5)) {
            found.push([held.length ? held : all, meant(term, 1)]);
            break;
          }
        }
      });
      found.sort(function (a, b) { return b[0].length - a[0].length; }).forEach(function (each) {
        var whole = merged.find(function (one) { return each[0].every(function (i) { return one[0].indexOf(i) >= 0; }); });
        if (whole) { whole[1] = whole[1].concat(each[1]); } else { merged.push(each); }
      });
      return merged;
    }

    function slots(text) {
      var said = parts(text), own = said.map(stem), may = new Map(), covered = new Set(), found = [];
      var telling = said.map(function (x, i) { return i; }).filter(function (i) { return !ignored.has(said[i]); });
      if (!telling.length) { telling = said.map(function (x, i) { return i; }); }
      telling.forEach(function (i) { may.set(i, choices(said[i], own[i], i === said.length - 1 && /[\p{L}\p{N}]$/u.test(text))); });
      phrases(said, own, may).forEach(function (each) {
        if (each[0].length === 1) { may.set(each[0][0], may.get(each[0][0]).concat(each[1])); return; }
        each[0].forEach(function (i) { covered.add(i); });
        found.push([w.phrase * Math.max(1, each[0].reduce(function (sum, i) { return sum + little(own[i]); }, 0)), each[1]]);
      });
      telling.forEach(function (i) { found.push([little(own[i]) * (covered.has(i) ? w.covered : 1), may.get(i)]); });
      return found;
    }

    /* documents with how much a term counts in them: number, impact, number, impact ... */
    function postings(term) {
      if (!lists.has(term)) {
        var list = [], number = -1, gap = 0, text = packed[at.get(term)] || "";
        for (var i = 0; i < text.length; i++) {
          var code = text.charCodeAt(i);
          if (code < 58) { gap = gap * 32 + code - 48; } else if (code > 96) { gap = gap * 32 + code - 87; } else { number += gap || 1; list.push(number, code - 64); gap = 0; }
        }
        lists.set(term, list);
      }
      return lists.get(term);
    }

    function rarity(term) {
      var count = at.has(term) ? postings(term).length / 2 : 0;
      return Math.log(1 + (docs.length - count + 0.5) / (count + 0.5));
    }

    function bestOf(slot) {
      var best = new Map();
      slot[1].forEach(function (choice) {
        var total = new Map(), counts = new Map(), size = choice[0].length;
        choice[0].forEach(function (term) {
          var rare = rarity(term), list = postings(term);
          for (var i = 0; i < list.length; i += 2) {
            total.set(list[i], (total.get(list[i]) || 0) + rare * list[i + 1] / index.steps);
            counts.set(list[i], (counts.get(list[i]) || 0) + 1);
          }
        });
        total.forEach(function (value, number) {
          var worth = choice[1] * value * counts.get(number) / (size * size);
          if (worth > (best.get(number) || 0)) { best.set(number, worth); }
        });
      });
      return best;
    }

    function scores(found, fits) {
      var total = new Map(), answered = new Map(), asked = 0, result = new Map();
      found.forEach(function (slot) {
        if (slot[1].length) { asked += slot[0]; }
        bestOf(slot).forEach(function (value, number) {
          total.set(number, (total.get(number) || 0) + slot[0] * value);
          answered.set(number, (answered.get(number) || 0) + slot[0]);
        });
      });
      total.forEach(function (value, number) {
        if (fits(docs[number])) { result.set(number, value * (w.part + (1 - w.part) * answered.get(number) / (asked || 1)) * docs[number].kind.prior); }
      });
      return result;
    }

    function telling(list) {
      var left = list.filter(function (word) { return !ignored.has(word); });
      return (left.length ? left : list).map(stem);
    }

    function says(name, typed, all, asked) {
      var list = parts(name), worth = 0, said = 0, loose = 0;
      if (list.join("") === typed) { return w.whole; }
      var own = new Set(telling(list));
      own.forEach(function (term) {
        var value = asked.get(term) || 0;
        worth += value;
        if (all.terms.has(term)) { said += all.terms.get(term); } else { loose += value * w.loose; }
      });
      return Math.pow(worth / (own.size || 1), 2) * Math.pow(Math.min(1, (said + loose) / (all.sum || 1)), w.focus);
    }

    function search(text, kind, standard, limit) {
      var list = parts(text), found = slots(text), typed = list.join(""), said = new Set(list.map(stem)), all = { terms: new Map(), sum: 0 }, asked = new Map();
      function fits(doc) { return (!kind || doc.kind.name === kind) && (!standard || doc.standard === standard); }
      new Set(telling(list)).forEach(function (term) { var value = little(term) * rarity(term); all.terms.set(term, value); all.sum += value; });
      found.forEach(function (slot) { slot[1].forEach(function (choice) { choice[0].forEach(function (term) { if (choice[1] > (asked.get(term) || 0)) { asked.set(term, choice[1]); } }); }); });
      var values = scores(found, fits), exact = (places.get(text.toLowerCase().split(/\s+/).filter(Boolean).join(" ")) || []).filter(function (i) { return fits(docs[i]); });
      var best = Array.from(values.keys()).sort(function (a, b) { return values.get(b) - values.get(a) || a - b; }).slice(0, w.look);
      var hits = Array.from(new Set(best.concat(exact))).sort(function (a, b) { return a - b; }).map(function (number) {
        var doc = docs[number], score = exact.indexOf(number) >= 0 ? 1000 : values.get(number), best = says(doc.title, typed, all, asked) * w.title, name = "";
        doc.names.forEach(function (each) { var value = says(each, typed, all, asked) * w.name; if (value > best) { best = value; name = each; } });
        var called = doc.kind.called.some(function (term) { return said.has(term); }) ? w.called : 1;
        return { doc: doc, number: number, score: score * (1 + best) * called, name: name, why: "" };
      }).sort(function (a, b) { return b.score - a.score; }).slice(0, limit || 20);
      hits.terms = asked;
      return hits;
    }

    /* the words of a question that stand in a document, as people write them */
    function matched(hit, asked) {
      return Array.from(asked.keys()).filter(function (term) {
        var list = postings(term);
        for (var i = 0; i < list.length; i += 2) { if (list[i] === hit.number) { return true; } }
        return false;
      });
    }

    return {
      search: search, matched: matched, kinds: kinds, standards: index.standards,
      marks: function (text, asked) { return text.split(/([\p{L}\p{N}]+)/u).map(function (piece) { return [piece, /[\p{L}\p{N}]/u.test(piece) && parts(piece).some(function (word) { return asked.has(stem(word)); })]; }); },
      word: function (term) { return surfaces.get(term) || term; },
      nearest: function (text) {
        var found = [];
        parts(text).forEach(function (word) { if (!knows(stem(word))) { near(word).slice(0, 3).forEach(function (each) { found.push(surfaces.get(each[0]) || each[0]); }); } });
        return Array.from(new Set(found)).slice(0, 6);
      }
    };
  }

  window.NavigatorSearch = NavigatorSearch;
})();
