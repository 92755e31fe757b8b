/* What the map, an office's picture and the graph share: making elements, loading a script when it is needed,
   a labelled field with type-ahead over many options. */
(function () {
  "use strict";
  const meta = document.querySelector('meta[name="navigator-root"]');
  const root = (meta ? meta.content : "./").replace(/\/*$/, "/");
  let pickers = 0;

  /* an element with attributes and children; text stays text */
  function el(tag, attributes, ...children) {
    const made = document.createElement(tag);
    Object.entries(attributes || {}).forEach(([key, value]) => {
      if (key.startsWith("on")) { made.addEventListener(key.slice(2), value); } else if (value !== false && value != null) { made.setAttribute(key, value === true ? "" : value); }
    });
    made.append(...children.flat(Infinity).filter((child) => child != null && child !== ""));
    return made;
  }

  function mark(role, strength) {
    const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
    const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
    svg.setAttribute("class", "mark");
    svg.setAttribute("aria-hidden", "true");
    use.setAttribute("href", `#m-${role}-${strength}`);
    svg.append(use);
    return svg;
  }

  /* scripts of the site's own folder, one after the other, each once */
  const loaded = {};
  function load(names, then, failed) {
    if (!names.length) { then(); return; }
    const [name, ...rest] = names;
    if (!loaded[name]) {
      loaded[name] = new Promise((resolve, reject) => {
        document.head.append(el("script", { src: `${root}assets/${name}`, onload: resolve, onerror: () => { delete loaded[name]; reject(new Error(name)); } }));
      });
    }
    loaded[name].then(() => load(rest, then, failed), failed || (() => {}));
  }

  /* a labelled text field that offers options while one types; ``pick`` gets the chosen one */
  function picker(label, placeholder, pick) {
    let options = [];
    const input = el("input", { id: `picker-${pickers += 1}`, type: "text", placeholder, "aria-label": label });
    const name = el("label", { for: input.id }, label);
    const node = el("div", { class: "picker" }, name, el("div", { class: "picker-field" }, input));
    window.navigatorPick(input, () => options, (option) => { input.value = option.label; pick(option); });
    input.addEventListener("focus", () => input.select());
    function rename(text, hint) {
      name.textContent = text;
      input.setAttribute("aria-label", text);
      input.nextElementSibling.setAttribute("aria-label", text);
      input.placeholder = hint;
    }
    return { node, input, rename, set: (text) => { input.value = text; }, options: (all) => { options = all; } };
  }

  /* the address of an entry's page, from the pattern of its kind */
  function address(pattern, id) {
    const colon = id.indexOf(":"), name = id.slice(colon + 1), dot = name.lastIndexOf(".");
    return root + pattern.replace("{prefix}", id.slice(0, colon)).replace("{name}", name).replace("{parent}", name.slice(0, dot)).replace("{code}", name.slice(dot + 1));
  }

  /* the state of a page in its address, kept without a step in the history */
  function keep(fragment) {
    try { history.replaceState(null, "", fragment ? `#${fragment}` : location.pathname + location.search); } catch (e) { if (fragment) { location.hash = fragment; } }
  }

  /* a file made here, handed to the person */
  function save(name, type, text) {
    const link = el("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    document.body.append(link);
    link.click();
    link.remove();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  window.navigatorPieces = { root, el, mark, load, picker, address, keep, save };
})();
