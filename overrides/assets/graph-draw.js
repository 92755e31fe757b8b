/* The drawing of the graph: how things look and how one walks among them. Cytoscape draws. */
(function () {
  "use strict";
  const SHAPES = { standard: "ellipse", artefact: "ellipse", "information-object": "ellipse", tool: "hexagon", service: "hexagon", "use-case": "triangle", organisation: "triangle", aspect: "diamond", role: "diamond" };
  const shape = (kind) => SHAPES[kind] || (/phase|process|task|activity|area/.test(kind) ? "round-rectangle" : "rectangle");
  const HOLLOW = ["information-object", "service", "organisation", "role", "task", "overarching-sub-activity"];
  const FONT = '"Source Sans 3", sans-serif';
  const STANDARDS = ["sdmx", "ddi-l", "ddi-c", "ddi-cdi", "vtl", "xkos", "sdtl", "ddi-cv", "other"];

  /* ---- how things look */
  function style() {
    const of = getComputedStyle(document.body), value = (name) => of.getPropertyValue(`--${name}`).trim();
    return [
      { selector: "node", style: { width: 13, height: 13, shape: "data(shape)", "background-color": value("soft"), "border-width": 1.5, "border-color": value("soft"), label: "data(label)", color: value("ink"), "font-family": FONT, "font-size": 13, "min-zoomed-font-size": 6, "text-outline-color": value("paper"), "text-outline-width": 2, "text-max-width": 165, "text-wrap": "ellipsis", "text-margin-x": 4, "text-valign": "center", "text-halign": "right" } },
      { selector: "node[side = 'left']", style: { "text-halign": "left", "text-margin-x": -4 } },
      { selector: "node[side = 'below']", style: { "text-valign": "bottom", "text-halign": "center", "text-margin-x": 0, "text-margin-y": 4 } },
      { selector: "node[shape = 'round-rectangle']", style: { "background-color": value("ink"), "border-color": value("ink") } },
      ...STANDARDS.map((key) => ({ selector: `node[standard = '${key}']`, style: { "background-color": value(key), "border-color": value(key) } })),
      { selector: "node[?hollow]", style: { "background-color": value("paper") } },
      { selector: "node.crowd", style: { "min-zoomed-font-size": 11 } },
      { selector: "node.main", style: { width: 24, height: 24, "font-size": 19, "font-weight": "bold", "min-zoomed-font-size": 0, "text-max-width": 320 } },
      { selector: "node:selected", style: { "border-color": value("focus"), "border-width": 4, "font-weight": "bold", "min-zoomed-font-size": 0, "z-index": 9 } },
      { selector: "node.crowd:selected", style: { "font-size": 26, "z-index": 10 } },
      { selector: "node.near", style: { "min-zoomed-font-size": 0, "z-index": 8 } },
      { selector: "node.caption", style: { width: 1, height: 1, "background-opacity": 0, "border-width": 0, events: "no", "font-size": 30, "min-zoomed-font-size": 5, color: value("ink"), "text-outline-width": 5, "text-max-width": 600, "text-valign": "center", "text-halign": "center", "z-index": 5 } },
      { selector: "edge", style: { width: 1, "line-color": value("soft"), opacity: 0.45, "curve-style": "straight" } },
      { selector: "edge[label]", style: { width: 2, opacity: 1, label: "data(label)", color: value("ink"), "font-family": FONT, "font-size": 12, "text-background-color": value("paper"), "text-background-opacity": 1, "text-background-padding": 2, "text-wrap": "wrap", "text-max-width": 120 } },
      { selector: "edge.near", style: { width: 1.6, opacity: 0.9, "line-color": value("focus"), "z-index": 7 } }
    ];
  }

  window.navigatorDrawing = function (box, ways, tell) {
    const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    const cy = window.cytoscape({ container: box, style: style(), layout: { name: "preset" }, minZoom: 0.05, maxZoom: 4, hideEdgesOnViewport: true, boxSelectionEnabled: false, selectionType: "single", autoungrabify: true, pixelRatio: Math.min(window.devicePixelRatio || 1, 2) });
    let scene = null, timer = 0;
    const threads = box.insertBefore(document.createElement("canvas"), box.firstChild);
    threads.className = "explore-threads";

    /* ten thousand lines are no objects of the drawing but one picture behind it, drawn when it comes to rest */
    function spin() {
      const pixels = window.devicePixelRatio || 1, pen = threads.getContext("2d"), zoom = cy.zoom() * pixels, pan = cy.pan();
      threads.width = cy.width() * pixels;
      threads.height = cy.height() * pixels;
      if (!scene || !scene.threads) { return; }
      pen.setTransform(zoom, 0, 0, zoom, pan.x * pixels, pan.y * pixels);
      pen.lineWidth = 0.6 / cy.zoom();
      pen.globalAlpha = 0.08;
      pen.strokeStyle = getComputedStyle(document.body).getPropertyValue("--soft");
      const spots = new Map(scene.spots.map((spot) => [spot.i, spot]));
      scene.threads.forEach(([a, b], index) => {
        if (index % 50 === 0) { pen.stroke(); pen.beginPath(); }
        pen.moveTo(spots.get(a).x, spots.get(a).y);
        pen.lineTo(spots.get(b).x, spots.get(b).y);
      });
      pen.stroke();
    }
    function rest() { threads.hidden = true; clearTimeout(timer); timer = setTimeout(() => { threads.hidden = false; spin(); }, 60); }
    /* paper has another shape than the screen: it gets the whole drawing as one picture */
    const paper = box.appendChild(document.createElement("img"));
    paper.className = "explore-paper";
    paper.alt = "";
    window.addEventListener("beforeprint", () => { paper.src = cy.png({ full: true, maxWidth: 2400, bg: getComputedStyle(document.body).getPropertyValue("--paper").trim() }); });
    cy.on("viewport resize", rest);
    cy.userZoomingEnabled(false);
    box.addEventListener("focusin", () => cy.userZoomingEnabled(true));
    box.addEventListener("focusout", () => cy.userZoomingEnabled(false));
    box.addEventListener("pointerdown", () => box.focus({ preventScroll: true }));
    new MutationObserver(() => { cy.style(style()); rest(); }).observe(document.body, { attributes: true, attributeFilter: ["data-md-color-scheme"] });

    function show(next) {
      scene = next;
      const drawn = new Set(next.spots.map((spot) => String(spot.i)));
      const made = next.spots.map((spot) => {
        const node = ways.nodes[spot.i];
        return { group: "nodes", data: { id: String(spot.i), label: node.name, side: spot.side, shape: shape(node.kind), standard: node.kind === "artefact" ? node.prefix : node.kind === "standard" ? node.id.slice(9) : "", hollow: HOLLOW.includes(node.kind) ? 1 : 0 }, position: { x: spot.x, y: spot.y }, classes: spot.i === next.main ? "main" : next.threads ? "crowd" : "" };
      });
      const captions = (next.captions || []).map(({ x, y, text }, index) => ({ group: "nodes", classes: "caption", selectable: false, data: { id: `caption-${index}`, label: text, side: "", shape: "rectangle", standard: "", hollow: 0 }, position: { x, y } }));
      const lines = next.edges.filter(([a, b]) => drawn.has(String(a)) && drawn.has(String(b))).map(([a, b, label]) => ({ group: "edges", data: { source: String(a), target: String(b), ...(label ? { label } : {}) } }));
      cy.batch(() => { cy.elements().remove(); cy.add([...made, ...lines, ...captions]); });
      fit();
      rest();
    }
    function fit() { cy.resize(); cy.fit(undefined, scene && scene.threads ? 10 : 40); if (cy.zoom() > 1.4) { cy.zoom(1.4); cy.center(); } }
    function zoom(factor) { cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }); }
    function select(i) {
      const node = cy.getElementById(String(i));
      cy.batch(() => {
        cy.elements().unselect().removeClass("near");
        cy.elements("edge.drawn").remove();
        if (!node.length) { return; }
        node.select();
        if (i === scene.main) { return; }
        if (scene.threads) { cy.add(scene.threads.filter(([a, b]) => a === i || b === i).map(([a, b]) => ({ group: "edges", classes: "drawn", data: { source: String(a), target: String(b) } }))); }
        node.connectedEdges().addClass("near");
        if (node.degree() < 40) { node.neighborhood("node").addClass("near"); }
      });
      const spot = node.length && node.renderedPosition();
      if (spot && (spot.x < 20 || spot.y < 20 || spot.x > cy.width() - 20 || spot.y > cy.height() - 20)) { if (calm) { cy.center(node); } else { cy.animate({ center: { eles: node } }, { duration: 150 }); } }
    }
    /* the next thing in the direction of an arrow key */
    function walk(from, dx, dy) {
      const start = cy.getElementById(String(from)), here = start.length ? start.position() : { x: 0, y: 0 };
      let best = null, least = Infinity;
      cy.nodes(":selectable").forEach((node) => {
        const spot = node.position(), ahead = (spot.x - here.x) * dx + (spot.y - here.y) * dy, aside = Math.abs((spot.x - here.x) * dy) + Math.abs((spot.y - here.y) * dx);
        if (node.id() !== String(from) && ahead > 1 && ahead + 2 * aside < least) { least = ahead + 2 * aside; best = Number(node.id()); }
      });
      return best;
    }
    cy.on("tap", "node", (event) => tell("select", Number(event.target.id())));
    cy.on("dbltap", "node", (event) => tell("focus", Number(event.target.id())));
    cy.on("mouseover", "node", (event) => tell("hover", Number(event.target.id())));
    return { show, fit, zoom, select, walk, cy };
  };
})();
