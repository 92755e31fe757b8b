/* The graph as numbers and the questions put to it: who are the neighbours of a thing, which way leads to another. */
(function () {
  "use strict";
  const SAID = { neighbour: "neighbouring standard", aspect: "interoperability aspect", "gamso-area": "GAMSO area", "gamso-activity": "GAMSO activity", "sub-process": "sub-process", crosswalk: "crosswalk topic", role: "governance role" };
  const WIDE = { "part-of": 3, about: 2 };

  window.navigatorWays = function (data) {
    const nodes = [], byId = new Map(), links = [];
    let place = 0;
    data.kinds.forEach(([kind, plural, pattern, count], number) => {
      for (const end = place + count; place < end; place += 1) {
        const [id, label] = data.nodes[place], local = id.slice(id.indexOf(":") + 1);
        const code = /^(phase|sub-process|task)$/.test(kind) ? `${local} ` : kind.startsWith("gamso") ? `GAMSO ${local} ` : "";
        nodes.push({ i: place, id, label, name: code + label, kind, number, plural, pattern, prefix: id.slice(0, id.indexOf(":")) });
        byId.set(id, place);
        links.push([]);
      }
    });
    nodes.forEach((node) => {
      const standard = nodes[byId.get(`standard:${node.prefix}`)];
      node.what = node.kind === "artefact" && standard ? `${standard.label} artefact` : SAID[node.kind] || node.kind.replace(/-/g, " ");
    });
    const order = Object.keys(data.relations);
    data.edges.forEach(([relation, detail, pairs]) => {
      for (let at = 0; at < pairs.length; at += 2) {
        const source = pairs[at], target = pairs[at + 1];
        links[source].push({ to: target, relation, detail, out: true });
        links[target].push({ to: source, relation, detail, out: false });
      }
    });
    links.forEach((list) => list.sort((a, b) => order.indexOf(a.relation) - order.indexOf(b.relation) || b.out - a.out || a.to - b.to));

    const shown = (node, without) => !without.has(nodes[node].kind);
    const open = (node, without) => links[node].filter((link) => !without.has(link.relation) && shown(link.to, without) && link.to !== node);
    const words = (link) => data.relations[link.relation][link.out ? 0 : 1];

    /* the neighbours of a thing in groups: what is said, in which direction, of whom */
    function groups(node, without) {
      const found = new Map();
      open(node, without).forEach((link) => {
        const key = `${link.relation} ${link.out}`;
        if (!found.has(key)) { found.set(key, { words: words(link), relation: link.relation, out: link.out, members: new Map() }); }
        const members = found.get(key).members;
        members.set(link.to, [...(members.get(link.to) || []), link.detail].filter(Boolean));
      });
      return [...found.values()].map((group) => ({ ...group, members: [...group.members].map(([to, details]) => ({ to, details: [...new Set(details)] })) }));
    }

    function neighbours(node, without) { return [...new Set(open(node, without).map((link) => link.to))]; }

    /* every statement between two shown things, once for each pair */
    function pairs(without) {
      const seen = new Set(), found = [];
      nodes.forEach((node) => {
        if (!shown(node.i, without)) { return; }
        open(node.i, without).forEach((link) => {
          const key = link.to * nodes.length + node.i;
          if (link.out && !seen.has(key)) { seen.add(key); found.push([node.i, link.to]); }
        });
      });
      return found;
    }

    function cost(from, link) {
      const standard = nodes[from].kind === "standard" || nodes[link.to].kind === "standard";
      return link.relation === "part-of" && !standard ? 1 : WIDE[link.relation] || 1;
    }

    /* the shortest way; mere membership in a standard counts as a detour, for it ties everything to everything */
    function way(from, to, without) {
      const far = nodes.map(() => Infinity), before = nodes.map(() => null), queue = [[from]];
      far[from] = 0;
      for (let reach = 0; reach < queue.length; reach += 1) {
        (queue[reach] || []).forEach((node) => {
          if (far[node] < reach) { return; }
          open(node, without).forEach((link) => {
            const length = reach + cost(node, link);
            if (length < far[link.to]) {
              far[link.to] = length;
              before[link.to] = { from: node, link };
              (queue[length] = queue[length] || []).push(link.to);
            }
          });
        });
      }
      if (from === to || far[to] === Infinity) { return []; }
      const steps = [];
      for (let node = to; node !== from; node = before[node].from) {
        const { from: one, link } = before[node];
        const details = links[one].filter((each) => each.to === node && each.relation === link.relation && each.out === link.out).map((each) => each.detail).filter(Boolean);
        steps.unshift({ from: one, to: node, words: words(link), details: [...new Set(details)] });
      }
      return steps;
    }

    return { nodes, byId, groups, neighbours, pairs, way, shown };
  };
})();
