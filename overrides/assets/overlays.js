/* What can be laid over the map, computed from the map's data: for each overlay what every box shows and says. */
(function () {
  "use strict";
  const MOST = 10;

  window.navigatorOverlays = function (data) {
    const { roles, strengths, bases } = data.words;
    const phase = data.places.map(([id]) => (/^gsbpm:\d$/.test(id) ? id : ""));
    const stepsOf = (box) => data.places.map((place, index) => index).filter((index) => data.places[index][0].startsWith(`${phase[box]}.`));
    const fits = [];
    for (let at = 0; at < data.fits.length; at += 6) {
      const [artefact, box, inside, role, strength, basis] = data.fits.slice(at, at + 6);
      fits.push({ artefact, box, inside, role: roles[role], strength: strengths[strength], basis: bases[basis], id: data.artefacts[artefact][0], name: data.artefacts[artefact][1] });
    }
    const standardOf = Object.create(null);
    data.standards.forEach(([local, short, family]) => { standardOf[local] = { short, family }; });
    const local = (id) => id.slice(0, id.indexOf(":"));
    const short = (id) => (standardOf[local(id)] || { short: "" }).short;

    /* one cell for each box; a phase gathers those of its sub-processes without being painted */
    function cells(make, gather) {
      const found = {};
      data.places.forEach(([id], box) => { if (!phase[box]) { found[id] = make([box]); } });
      data.places.forEach(([id], box) => { if (phase[box]) { const cell = (gather || make)([box, ...stepsOf(box)]); found[id] = cell && { ...cell, level: 0, marks: gather ? cell.marks : [] }; } });
      return found;
    }
    const at = (boxes, list) => list.filter((each) => boxes.includes(each.box));
    const names = (list) => {
      const said = [...new Set(list.map((each) => `${each.name} (${each.role}, ${each.strength})`))];
      return said.slice(0, MOST).join(", ") + (said.length > MOST ? ` and ${said.length - MOST} more` : "");
    };
    const plural = (count, one) => `${count} ${one}${count === 1 ? "" : "s"}`;

    /* as dark as on the rest of the site: a primary fit weighs three, a supporting one one, a possible one a half */
    function level(list) {
      const weight = list.reduce((sum, each) => sum + (each.strength === "primary" ? 3 : each.strength === "supporting" ? 1 : 0.5), 0);
      return !weight ? 0 : weight < 3 ? 1 : weight < 8 ? 2 : weight < 14 ? 3 : 4;
    }
    function counted(list) {
      return (boxes) => {
        const here = at(boxes, list), primary = here.filter((each) => each.strength === "primary").length;
        return here.length ? { level: level(here), text: String(here.length), bold: primary ? String(primary) : "", said: `${plural(here.length, "fit")}, ${primary} primary: ${names(here)}` } : null;
      };
    }
    const byWeight = { levels: ["few", "some", "many", "most"], note: "Fits, of them primary in bold. Darker is more; a primary fit weighs three." };

    function standard(key) {
      const list = fits.filter((each) => local(each.id) === key);
      return { title: standardOf[key].short, url: ["standard", `standard:${key}`], what: "fits of its artefacts", className: `std-${key}`, ...byWeight, cells: cells(counted(list)) };
    }
    function role(key) {
      return { title: key, what: "fits in this role", ...byWeight, cells: cells(counted(fits.filter((each) => each.role === key))) };
    }
    function artefact(id) {
      const list = fits.filter((each) => each.id === id);
      const signs = (here) => [...new Set(here.map((each) => `${each.role} ${each.strength}`))].map((sign) => sign.split(" "));
      return {
        title: `${short(id)} ${(data.artefacts.find((each) => each[0] === id) || ["", id])[1]}`, url: ["artefact", id], what: "its lifeline", className: `std-${local(id)}`, roles: true,
        cells: cells((boxes) => {
          const here = at(boxes, list);
          return here.length ? { level: Math.min(level(here), 3), marks: signs(here), said: signs(here).map(([word, strength]) => `${word} (${strength})`).join(", ") } : null;
        }, (boxes) => { const here = at(boxes, list); return here.length ? { text: plural(here.length, "fit"), said: plural(here.length, "fit") } : null; })
      };
    }
    function evidence() {
      const firm = (each) => each.basis === "published" || each.basis === "practised";
      return {
        title: "Evidence", what: "share of the fits that are published or practised", levels: ["up to 25 %", "to 50 %", "to 75 %", "above"], note: "The rest is defined by the artefact, derived or proposed.",
        cells: cells((boxes) => {
          const here = at(boxes, fits), sure = here.filter(firm).length, share = here.length ? sure / here.length : 0;
          return here.length ? { level: sure ? Math.min(4, Math.ceil(share * 4)) : 0, text: `${Math.round(share * 100)} %`, said: `${sure} of ${plural(here.length, "fit")} published or practised` } : null;
        })
      };
    }
    function tasks() {
      return {
        title: "Tasks", what: "tasks and overarching sub-activities proposed below each box", levels: ["1 or 2", "3 or 4", "5 or 6", "more"],
        cells: cells((boxes) => {
          const here = data.inside.filter((each) => boxes.includes(each[2]));
          const said = here.slice(0, MOST).map((each) => each[1]).join("; ") + (here.length > MOST ? ` and ${here.length - MOST} more` : "");
          return here.length ? { level: Math.min(4, Math.ceil(here.length / 2)), text: String(here.length), said: `${here.length}: ${said}` } : null;
        })
      };
    }
    function path([key, name, steps]) {
      return {
        title: name, url: ["use-case", `case:${key}`], what: "its path, step by step", note: "Numbers are the steps in their order.",
        cells: cells((boxes) => {
          const numbers = steps.map((reached, index) => (reached.some((box) => boxes.includes(box)) ? index + 1 : 0)).filter(Boolean);
          return numbers.length ? { level: 2, numbers, said: `step ${numbers.join(", ")}` } : null;
        }, (boxes) => { const count = steps.filter((reached) => reached.some((box) => boxes.includes(box))).length; return count ? { text: plural(count, "step"), said: plural(count, "step") } : null; })
      };
    }
    function reach([key, name, boxes], kind, prefix, what, word) {
      return {
        title: name, url: [kind, `${prefix}:${key}`], what,
        cells: cells((here) => (here.some((box) => boxes.includes(box)) ? { level: 2, text: "●", said: word } : null),
          (here) => { const count = here.filter((box) => boxes.includes(box)).length; return count ? { text: `${count} of ${here.length - 1}`, said: `${count} of ${here.length - 1} sub-processes` } : null; })
      };
    }
    function object([key, name, taken, given]) {
      const sign = (into, out) => (into && out ? ["→ ←", "takes it in and gives it out"] : into ? ["→", "takes it in"] : ["←", "gives it out"]);
      return {
        title: name, url: ["information-object", `gsim:${key}`], what: "where it is taken in (→) and given out (←)",
        cells: cells((boxes) => {
          const into = boxes.some((box) => taken.includes(box)), out = boxes.some((box) => given.includes(box));
          return into || out ? { level: out ? 3 : 2, text: sign(into, out)[0], said: sign(into, out)[1] } : null;
        }, (boxes) => { const count = boxes.filter((box) => taken.includes(box) || given.includes(box)).length; return count ? { text: String(count), said: count === 1 ? "1 sub-process" : `${count} sub-processes` } : null; })
      };
    }

    const options = (rows, note) => rows.map((row) => ({ id: row[0], label: row[1], note: note ? note(row) : "" }));
    const fitting = new Set(fits.map((each) => each.artefact));
    const find = (rows, key) => rows.find((row) => row[0] === key);
    const reached = (rows) => rows.filter((row) => row[2].length);
    const kinds = [
      { key: "standard", label: "Standard", items: () => data.standards.filter(([key]) => fits.some((each) => local(each.id) === key)).map(([id, label]) => ({ id, label })), make: (key) => (standardOf[key] ? standard(key) : null) },
      { key: "artefact", label: "Artefact", items: () => data.artefacts.filter((each, index) => fitting.has(index)).map(([id, name]) => ({ id, label: name, note: short(id), also: `${short(id)} ${id}` })), make: (key) => (find(data.artefacts, key) ? artefact(key) : null) },
      { key: "role", label: "Role of artefacts", items: () => roles.map((each) => ({ id: each, label: each })), make: (key) => (roles.includes(key) ? role(key) : null) },
      { key: "use-case", label: "Use case", items: () => options(data.cases, (row) => plural(row[2].length, "step")), make: (key) => { const row = find(data.cases, key); return row ? path(row) : null; } },
      { key: "tool", label: "Tool", items: () => options(reached(data.tools)), make: (key) => { const row = find(data.tools, key); return row ? reach(row, "tool", "tool", "where it serves", "serves here") : null; } },
      { key: "information-object", label: "Information object", items: () => options(data.objects, () => "GSIM"), make: (key) => { const row = find(data.objects, key); return row ? object(row) : null; } },
      { key: "aspect", label: "Interoperability aspect", items: () => options(reached(data.aspects)), make: (key) => { const row = find(data.aspects, key); return row ? reach(row, "aspect", "aspect", "where it is to be covered", "to be covered here") : null; } },
      { key: "answers-for", label: "Governance role", items: () => options(reached(data.roles)), make: (key) => { const row = find(data.roles, key); return row ? reach(row, "role", "role", "what it answers for", "answers for this") : null; } },
      { key: "evidence", label: "Evidence", make: evidence },
      { key: "tasks", label: "Tasks", make: tasks }
    ];
    return {
      kinds,
      make(kind, key) {
        const known = kinds.find((each) => each.key === kind);
        const made = known && known.make(key);
        return made ? { ...made, kind, key: known.items ? `${kind}:${key}` : kind } : null;
      }
    };
  };
})();
