/* The list beside the drawing of the graph: the same in words, with the same things to do. */
(function () {
  "use strict";
  const { el } = window.navigatorPieces;

  window.navigatorLists = function (ways, { url, focus, open, state }) {
    const node = (i) => ways.nodes[i];
    const focusing = () => state().focus !== null && (state().from === null || state().to === null);
    function sign(i) {
      const { kind, id, prefix } = node(i);
      return el("span", { class: `kind-sign kind-${kind} std-${kind === "standard" ? id.slice(9) : prefix}`, "aria-hidden": "true" });
    }
    function item(i, details) {
      const opened = state().opened.includes(i);
      return el("li", {}, el("span", {}, el("button", { type: "button", class: "explore-go", onclick: () => focus(i) }, sign(i), node(i).name), details && details.length ? el("span", { class: "note" }, ` ${details.join("; ")}`) : ""),
        focusing() ? el("button", { type: "button", class: "explore-open", "aria-pressed": String(opened), "aria-label": `${node(i).name}: its neighbours too`, onclick: () => open(i) }, opened ? "−" : "+") : "",
        el("a", { class: "explore-page", href: url(i), "aria-label": `page of ${node(i).name}` }, "page"));
    }
    function section(i) {
      const groups = ways.groups(i, state().without);
      return el("section", {}, el("h2", {}, el("a", { href: url(i) }, node(i).name), el("span", { class: "note" }, ` ${node(i).what}`)),
        groups.length ? "" : el("p", {}, "Nothing that is not left out is tied to it."),
        groups.map((group) => el("details", { open: group.members.length <= 40 || groups.length < 4 }, el("summary", {}, `${group.words} (${group.members.length})`), el("ul", { class: "explore-links" }, group.members.map(({ to, details }) => item(to, details))))));
    }
    function kindSection(name, members) {
      const inner = el("ul", { class: "explore-links" });
      return el("details", { ontoggle: (event) => { if (event.target.open && !inner.children.length) { inner.append(...members.map((each) => item(each.i))); } } }, el("summary", {}, `${name} (${members.length})`), inner);
    }
    function whole() {
      const kinds = new Map();
      ways.nodes.filter((each) => ways.shown(each.i, state().without)).forEach((each) => { kinds.set(each.plural, [...(kinds.get(each.plural) || []), each]); });
      return el("section", {}, el("h2", {}, "Everything by kind"), [...kinds].map(([name, members]) => kindSection(name, members)));
    }
    function sentences(steps) {
      return el("section", {}, el("h2", {}, `From ${node(state().from).name} to ${node(state().to).name}`),
        steps.length ? el("ol", { class: "explore-way" }, steps.map((step) => el("li", {}, el("a", { href: url(step.from) }, node(step.from).name), el("em", {}, ` ${step.words} `), el("a", { href: url(step.to) }, node(step.to).name), step.details.length ? el("span", { class: "note" }, ` (${step.details.join("; ")})`) : "")))
          : el("p", {}, state().from === state().to ? "That is one and the same thing." : "With what is left out, no way leads from the one to the other."),
        el("p", { class: "note" }, "The way with the fewest statements. Mere membership in a standard counts as a detour, for it ties everything to everything. Leave out a kind or a relation to see another way."));
    }

    return { section, whole, sentences };
  };
})();
