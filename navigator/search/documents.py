"""Documents: everything that can be found, with the names it goes by and the text that speaks of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from navigator.graph import Graph, Node
from navigator.page import first_sentence, plain
from navigator.search.lists import Lists
from navigator.view import index, questions


@dataclass(frozen=True)
class Document:
    """One thing to find.

    ``names`` are other names, ``asked`` is how people ask for it, ``text`` its own description, ``more`` what else is said of it.
    """

    id: str
    kind: str
    title: str
    url: str
    code: str = ""
    standard: str = ""
    names: tuple[str, ...] = ()
    text: str = ""
    more: str = ""
    asked: tuple[str, ...] = ()


#: Fields of a value that describe it, and fields that say more of it.
TEXT = ("summary", "purpose", "question", "story")
MORE = (
    "facts", "uses", "notes", "items", "actions", "inputs", "outputs", "failure", "components", "benefit", "lesson", "counterparts", "through", "lost",
    "gained", "limits", "to_sdmx", "to_ddi", "attributes", "note", "formats", "type", "publisher", "programme", "platform", "maintainer", "members",
    "codes", "country",
)  # fmt: skip
#: Relations along which the names of neighbours are worth finding a thing by: (relation, outgoing).
NEAR = {
    "task": (("part-of", True),), "overarching-sub-activity": (("part-of", True),), "use-case": (("done-by", True), ("handles", True)),
    "tool": (("handles", True), ("kept-by", True)), "service": (("kept-by", True),), "organisation": (("done-by", False), ("kept-by", False)),
    "source": (("about", True),), "example": (("shows", True),), "crosswalk": (("about", True),), "artefact": (("represents", True),),
    "information-object": (("represents", False),), "phase": (("part-of", False),), "sub-process": (("part-of", False),),
    "overarching-activity": (("part-of", False),),
}  # fmt: skip


def documents(graph: Graph, lists: Lists, root: Path) -> tuple[Document, ...]:
    """All documents, in a stable order: things first, then the pages that people write, then the lists of the site."""
    labels = {id: node.label for id, node in graph.nodes.items()}
    things = (
        replace(_of_node(graph.nodes[id], graph, labels), asked=lists.asked.get(id, ())) for id in sorted(graph.nodes)
    )
    return (*things, *_named((*written(root / "content"), *listed(graph)), lists))


def _named(pages: Iterable[Document], lists: Lists) -> Iterator[Document]:
    """Pages with their other names, and those that are known by such names only."""
    names = {each.page: each.names for each in lists.places}
    for page in pages:
        yield replace(page, names=names.pop(page.url, ()))
    for url, (title, *others) in names.items():
        yield Document(page_id(url), "page", title, url, names=tuple(others))


def _of_node(node: Node, graph: Graph, labels: Mapping[str, str]) -> Document:
    value = node.value
    text = " ".join(plain(each, labels) for each in _strings(value, TEXT))
    more = " ".join(plain(each, labels) for each in (*_strings(value, MORE), *_said(node, graph)))
    return Document(
        node.id, node.kind, node.label, node.url, node.code, _standard(node), tuple(_names(node)), text, more
    )


def _names(node: Node) -> Iterator[str]:
    """Every other name, each once: of editions, languages, versions, schemas."""
    seen = {node.label.lower()}
    for name in _all_names(node.value):
        if name and name.lower() not in seen:
            seen.add(name.lower())
            yield name


def _all_names(value: Any) -> Iterator[str]:
    yield from (getattr(value, field, "") for field in ("name", "short"))
    yield from getattr(value, "aliases", ())
    yield from reversed(tuple(getattr(value, "names", {}).values()))
    yield from (label.text for label in getattr(value, "labels", ()))
    yield getattr(getattr(value, "model", None), "class_name", "")
    for version in getattr(value, "versions", ()):
        yield from (name.name for name in getattr(version, "names", ()) if not name.name.endswith("Type"))
    yield from getattr(getattr(value, "since_1_2", None), "was", ())


def _strings(value: Any, fields: Iterable[str]) -> Iterator[str]:
    for field in fields:
        found = getattr(value, field, ())
        yield from _texts((found,) if isinstance(found, str) else found)


def _texts(found: Any) -> Iterator[str]:
    for each in found:
        yield each if isinstance(each, str) else getattr(each, "text", "")


def _said(node: Node, graph: Graph) -> Iterator[str]:
    """What edges say of a node: why artefacts fit, how a use case does its steps, what neighbours are called."""
    fits = graph.into(node.id, "fit") if node.kind != "artefact" else graph.out(node.id, "fit")
    yield from (edge.value.why for edge in fits)
    yield from (edge.value.how for edge in graph.out(node.id, "carried-out-in") if hasattr(edge.value, "how"))
    yield from (edge.value.difference for edges in (graph.out, graph.into) for edge in edges(node.id, "match"))
    yield from (edge.value.story for edge in graph.into(node.id, "shows") if hasattr(edge.value, "story"))
    guidance = getattr(node.value, "guidance", None)
    if guidance:
        yield from (guidance.lead, *guidance.sdmx_alone, *guidance.ddi_alone, *guidance.together)
    yield from (f"{each.check} {each.done_when}" for each in getattr(node.value, "interoperability", ()))
    for relation, outgoing in NEAR.get(node.kind, ()):
        edges = graph.out(node.id, relation) if outgoing else graph.into(node.id, relation)
        yield from dict.fromkeys(graph.nodes[edge.target if outgoing else edge.source].label for edge in edges)


def _standard(node: Node) -> str:
    if node.kind == "artefact":
        return node.id.partition(":")[0]
    if node.kind in ("example",):
        return str(node.value.standard).partition(":")[2]
    prefix = node.id.partition(":")[0]
    return {"gsbpm": "gsbpm", "gamso": "gamso", "gsim": "gsim", "standard": node.id.partition(":")[2]}.get(prefix, "")


def written(folder: Path) -> Iterator[Document]:
    """The pages that people write: title, headings, first paragraph."""
    for path in sorted(folder.rglob("*.md")):
        name = path.relative_to(folder).as_posix()
        body = re.sub(r"\A---\n.*?\n---\n", "", path.read_text(encoding="utf-8"), flags=re.S)
        title = re.search(r"^# +(.+)$", body, re.M)
        if title:
            rest = body[title.end() :]
            headings = re.findall(r"^##+ +(.+)$", rest, re.M)
            lead = next((each for each in re.split(r"\n\s*\n", rest) if re.match(r"\s*[A-Za-z]", each)), "")
            yield Document(
                page_id(name),
                "guide",
                _bare(title[1]),
                f"{name[:-3]}.html",
                text=_bare(lead),
                more=_bare(" ".join(headings) + " " + rest),
            )


def _bare(markdown: str) -> str:
    """Markdown without its signs."""
    return " ".join(re.sub(r"\{[^}]*\}|\]\([^)]*\)|[*_`#>|\[\]]", " ", markdown).split())


def listed(graph: Graph) -> Iterator[Document]:
    """The lists of the site: the map, the matrix, the finder; those of a kind of which there is something."""
    kinds = {node.kind for node in graph.nodes.values()}
    for made in (*index.LISTINGS, questions.PAGE):
        if not made.needs or made.needs in kinds:
            yield Document(page_id(made.url), "page", made.title, made.url, text=made.description)


def page_id(url: str) -> str:
    """The id under which questions name a page that stands for no single thing: page:matrix for matrix/index.html."""
    name = url.rpartition(".")[0]
    return f"page:{name.removesuffix('/index')}"


def brief(document: Document) -> str:
    """What a result shows below its title."""
    return first_sentence(document.text)[:200]
