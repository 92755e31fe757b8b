/* "Your office" as an overlay of the home map: a file dropped on it or chosen, or the one that this browser keeps. */
(function () {
  "use strict";
  const { el, root } = window.navigatorPieces;
  const office = window.navigatorOffice;
  let box = null, take = () => {};

  window.navigatorOfficeOnMap = function (tools, view) {
    const { map } = window.navigatorMapView;
    const said = el("span", { role: "status" });
    if (box) { box.remove(); }

    function show(text, name) {
      const picture = office.read(text, name, window.navigatorMap, window.jsyaml);
      if (picture.errors.length) {
        const [{ line, text: message }] = picture.errors;
        said.textContent = `${name}${line ? `, line ${line}` : ""}: ${message}`;
        return;
      }
      view.paint(office.overlay([picture], window.navigatorMap));
      view.keep("map=office");
      said.textContent = picture.remarks.length ? `${picture.remarks.length} remarks on the file` : "";
    }
    take = (file) => {
      if (file) { file.text().then((text) => show(text, file.name), () => { said.textContent = `${file.name} cannot be read.`; }); }
    };

    const input = el("input", { type: "file", id: "map-office-file", accept: ".yaml,.yml,.json", onclick: () => { input.value = ""; }, onchange: () => take(input.files[0]) });
    box = el("div", { class: "map-office" }, el("label", { for: "map-office-file" }, "A file of your office "), input, " ", said, " ",
      el("a", { href: `${root}office.html` }, "The page for it"), " compares two, lists remarks and gaps, and has an example. The file stays in this browser.");
    tools.append(box);
    if (!map.dataset.drops) {
      map.dataset.drops = "yes";
      map.addEventListener("dragover", (event) => event.preventDefault());
      map.addEventListener("drop", (event) => { event.preventDefault(); take(event.dataTransfer.files[0]); });
    }
    const [kept] = office.store.get();
    if (kept && typeof kept.text === "string") { show(kept.text, kept.name); }
  };
})();
