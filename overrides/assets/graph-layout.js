/* Where things stand in the drawing of the graph: around one thing, all together, or along a way. */
(function () {
  "use strict";
  const GOLDEN = Math.PI * (3 - Math.sqrt(5));
  const at = (i, x, y, side) => ({ i, x, y, side: side || (x < -1 ? "left" : "right") });

  /* a list of things to one side of a centre: rows that never touch, in as many columns as the shape of the drawing asks for */
  function wing(members, centre, side, tall) {
    const columns = members.length <= (tall ? 60 : 22) ? 1 : members.length <= (tall ? 150 : 60) ? 2 : 3, step = 22 / columns, half = (members.length - 1) * step / 2;
    return members.map((i, index) => {
      const y = index * step - half, bulge = half ? 70 * Math.sqrt(Math.max(0, 1 - (y / (half + step)) ** 2)) : 70;
      return at(i, centre.x + side * (70 + (index % columns) * 190 + bulge), centre.y + y, side < 0 ? "left" : "right");
    });
  }

  /* one thing in the middle, its neighbours to both sides; each opened one with its own further out */
  function star(ways, focus, opened, without, tall) {
    const around = ways.neighbours(focus, without), middle = Math.ceil(around.length / 2), centre = { x: 0, y: 0 };
    const spots = new Map([[focus, at(focus, 0, 0, "below")]]), edges = around.map((i) => [focus, i]);
    const put = (list) => list.forEach((spot) => spots.set(spot.i, spot));
    put(wing(around.slice(0, middle), centre, 1, tall));
    put(wing(around.slice(middle).reverse(), centre, -1, tall));
    opened.filter((node) => spots.has(node)).forEach((node) => {
      const all = ways.neighbours(node, without), spot = spots.get(node), side = spot.x < 0 ? -1 : 1;
      const edge = Math.max(...[...spots.values()].map((each) => each.x * side)) + 170;
      put(wing(all.filter((i) => !spots.has(i)), { x: side * edge, y: spot.y }, side, tall));
      edges.push(...all.map((i) => [node, i]));
    });
    return { spots: [...spots.values()], edges, main: focus };
  }

  /* all things: a disc for each kind, activities in the middle */
  function whole(ways, without) {
    const kinds = new Map();
    ways.nodes.filter((node) => ways.shown(node.i, without)).forEach((node) => { kinds.set(node.kind, [...(kinds.get(node.kind) || []), node]); });
    const discs = [...kinds].map(([, list]) => ({ text: `${list[0].plural} ${list.length}`, list: list.slice().sort((a, b) => (a.prefix < b.prefix ? -1 : a.prefix > b.prefix ? 1 : a.i - b.i)), radius: 16 * Math.sqrt(list.length) + 34 }));
    discs.sort((a, b) => b.radius - a.radius);
    const spots = [], placed = [], captions = [];
    discs.forEach((disc) => {
      let angle = 0, reach = 0;
      const free = () => placed.every((other) => Math.hypot(other.x - disc.x, other.y - disc.y) > other.radius + disc.radius + 30);
      do { disc.x = 1.5 * reach * Math.cos(angle); disc.y = reach * Math.sin(angle); angle += 0.35; reach += 4; } while (!free());
      placed.push(disc);
      captions.push({ x: disc.x, y: disc.y + disc.radius - 8, text: disc.text });
      disc.list.forEach((node, index) => { const far = 16 * Math.sqrt(index + 0.5); spots.push(at(node.i, disc.x + far * Math.cos(index * GOLDEN), disc.y + far * Math.sin(index * GOLDEN), "below")); });
    });
    return { spots, edges: [], threads: ways.pairs(without), captions };
  }

  /* a way: its things in a row, the relations written on the lines; long ways go on in the next row */
  function chain(steps) {
    const ids = [steps[0].from, ...steps.map((step) => step.to)], width = 5;
    const spots = ids.map((i, index) => { const row = Math.floor(index / width), column = index % width; return at(i, (row % 2 ? width - 1 - column : column) * 250, row * 130, "below"); });
    return { spots, edges: steps.map((step) => [step.from, step.to, step.words]), main: ids[0] };
  }

  window.navigatorLayouts = { star, whole, chain };
})();
