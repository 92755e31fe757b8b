"""DDI Lifecycle 3.3: GSBPM as categories and a code list in levels, the artefacts as concepts grouped by standard."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from navigator.export.common import LICENCE, TITLE, agency, as_of, plain
from navigator.export.markup import document, element, labels, texts
from navigator.graph import Node
from navigator.model import counting
from navigator.view.site import Site, order_of

_NAMESPACES = {
    "ddi": "ddi:instance:3_3", "g": "ddi:group:3_3", "c": "ddi:conceptualcomponent:3_3",
    "l": "ddi:logicalproduct:3_3", "r": "ddi:reusable:3_3",
}  # fmt: skip
_NOT_IN_ID = re.compile(r"[^A-Za-z0-9-]+")
_LEVELS = ("Phases and overarching activities", "Sub-processes and sub-activities", "Tasks")


@dataclass(frozen=True)
class Maker:
    """Makes items: they all bear one agency and one version."""

    site: Site
    agency: str
    version: str

    def urn(self, id: str) -> str:
        """The version is the day of the data: an item of DDI may not change without a new one."""
        return f"urn:ddi:{self.agency}:{_NOT_IN_ID.sub('-', id)}:{self.version}"

    def item(
        self, tag: str, id: str, children: Iterable[Element], users: Iterable[tuple[str, str]] = (), **attributes: str
    ) -> Element:
        """An item with its URN and, as user ids, what others call it."""
        named = (element("r:UserID", text, typeOfUserID=kind) for kind, text in users)
        return element(tag, children=[element("r:URN", self.urn(id)), *named, *children], **attributes)

    def reference(self, tag: str, id: str, kind: str) -> Element:
        return element(tag, children=[element("r:URN", self.urn(id)), element("r:TypeOfObject", kind)])

    def described(self, node: Node) -> Iterator[Element]:
        """Label in all languages and description of a thing."""
        yield element("r:Label", children=texts("r:Content", labels(node.value, node.label)))
        text = getattr(node.value, "summary", "") or getattr(node.value, "purpose", "")
        if text:
            yield _content("r:Description", plain(self.site, text))

    def users(self, node: Node) -> list[tuple[str, str]]:
        coos = getattr(node.value, "coos", "")
        return [("GSBPM standards navigator", node.id), *([("COOS", coos)] if coos else [])]


def instance(site: Site, base: str) -> str:
    """The whole instance: one resource package with the concepts, the categories and the code list."""
    make = Maker(site, agency(base), as_of(site).replace("-", "."))
    activities = [
        site.node(id) for id in sorted((id for id in site.graph.nodes if id.startswith("gsbpm:")), key=counting)
    ]
    package = make.item("g:ResourcePackage", "package", (
        _citation(TITLE, as_of(site)),
        _content("r:Purpose", "Reuse of the activities of GSBPM 5.2 and of the catalogue of artefacts in DDI Lifecycle."),
        _concept_scheme(make),
        _category_scheme(make, activities),
        _code_list_scheme(make, activities),
    ))  # fmt: skip
    return document(make.item("ddi:DDIInstance", "instance", (_citation(TITLE, as_of(site)), package)), _NAMESPACES)


def _citation(title: str, day: str) -> Element:
    copyright = element("r:Copyright", children=[element("r:String", LICENCE, xml_lang="en")])
    date = element("r:PublicationDate", children=[element("r:SimpleDate", day)])
    return element(
        "r:Citation",
        children=[element("r:Title", children=[element("r:String", title, xml_lang="en")]), date, copyright],
    )


def _content(tag: str, text: str) -> Element:
    return element(tag, children=[element("r:Content", text, xml_lang="en")])


def _label(text: str) -> Element:
    return _content("r:Label", text)


def _concept_scheme(make: Maker) -> Element:
    """Artefacts as concepts, in one group for each standard."""
    entries = sorted(make.site.catalogue.of("artefact"), key=lambda entry: (order_of(entry.id), entry.id))
    nodes = [make.site.node(entry.id) for entry in entries]
    concepts = (make.item("c:Concept", node.id, make.described(node), make.users(node)) for node in nodes)
    groups = (
        _concept_group(
            make, make.site.node(standard.id), [node for node in nodes if node.value.standard == standard.id]
        )
        for standard in make.site.standards
    )
    return make.item("c:ConceptScheme", "artefacts", (_label("Artefacts of standards"), *concepts, *groups))


def _concept_group(make: Maker, standard: Node, members: Iterable[Node]) -> Element:
    references = (make.reference("r:ConceptReference", node.id, "Concept") for node in members)
    return make.item("c:ConceptGroup", standard.id, (*make.described(standard), *references), make.users(standard))


def _category_scheme(make: Maker, activities: Iterable[Node]) -> Element:
    categories = (make.item("l:Category", node.id, make.described(node), make.users(node)) for node in activities)
    return make.item("l:CategoryScheme", "gsbpm-categories", (_label("Activities of GSBPM 5.2"), *categories))


def _code_list_scheme(make: Maker, activities: list[Node]) -> Element:
    """The code list: phases hold sub-processes, sub-processes hold tasks."""
    below: dict[str, list[Node]] = {}
    for node in activities:
        above = next(
            (edge.target for edge in make.site.graph.out(node.id, "part-of") if edge.target.startswith("gsbpm:")), ""
        )
        below.setdefault(above, []).append(node)
    levels = (
        element(
            "l:Level",
            children=[element("l:LevelName", children=[element("r:String", name, xml_lang="en")])],
            levelNumber=str(number),
        )
        for number, name in enumerate(_LEVELS, 1)
    )
    listed = (
        _label("GSBPM 5.2"),
        make.reference("r:CategorySchemeReference", "gsbpm-categories", "CategoryScheme"),
        element("l:HierarchyType", "Regular"),
        *levels,
        *(_code(make, below, node, 1) for node in below[""]),
    )
    return make.item(
        "l:CodeListScheme", "code-lists", (_label("Code lists of GSBPM"), make.item("l:CodeList", "gsbpm", listed))
    )


def _code(make: Maker, below: dict[str, list[Node]], node: Node, level: int) -> Element:
    inside = (_code(make, below, child, level + 1) for child in below.get(node.id, ()))
    value = element("r:Value", node.code or node.id.partition(":")[2])
    return make.item(
        "l:Code",
        f"code-{node.id}",
        (make.reference("r:CategoryReference", node.id, "Category"), value, *inside),
        levelNumber=str(level),
    )
