"""A page: what a template makes of a view. Markup lives in the templates; here is only the way there."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup
from pygments import highlight
from pygments.formatters import HtmlFormatter
from pygments.lexers import get_lexer_by_name
from pygments.util import ClassNotFound

from navigator import kinds, words
from navigator.graph import Node
from navigator.model.common import Review
from navigator.reference import in_prose
from navigator.view import neighbourhood
from navigator.view.site import Site

#: Between a small letter and a capital, after an underscore, after a colon inside a word.
_JOINTS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=_)(?=\w)|(?<=\w:)(?=\w)")
_QUOTED = re.compile(r"(?<!\w)'(?=\w)")
#: Stands for such a place while a name is taken apart.
_BREAK = "\u200b"
_HEADING = re.compile(r'<h2 id="([^"]+)">(.*?)<a class="headerlink"')


@dataclass(frozen=True)
class Piece:
    """A piece of prose: words, or the entry that a name in square brackets stands for."""

    text: str = ""
    node: Node | None = None


@dataclass(frozen=True)
class Page:
    """One page of the site. ``url`` is relative to the site's root; ``content`` goes into the shell of the theme."""

    url: str
    title: str
    kind: str
    description: str = ""
    id: str = ""
    source: str = ""
    json: str = ""
    coos: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    previous: Node | None = None
    next: Node | None = None
    editions: tuple[tuple[str, str], ...] = ()
    basis: tuple[tuple[str, int], ...] = ()
    review: Review | None = None
    wide: bool = False
    body: str = ""
    content: str = ""

    @property
    def local(self) -> str:
        return self.id.partition(":")[2]

    @property
    def root(self) -> str:
        """The way from this page to the site's root: "", "../" and so on."""
        return "../" * self.url.count("/")

    @property
    def toc(self) -> tuple[tuple[str, str], ...]:
        """The page's contents: (id, text) of its second-level headings."""
        return tuple((id, html.unescape(text)) for id, text in _HEADING.findall(self.body))


class Renderer:
    """Renders views with the project's templates: strict about what is missing, escaping everything."""

    def __init__(self, site: Site, edit: str = "") -> None:
        self._site = site
        self._edit = edit
        self._environment = environment()
        self._environment.globals.update(
            pieces=self._pieces,
            words=words,
            kinds=kinds.PLURALS,
            group_name=self._group_name,
            highlighted=highlighted,
            apart=site.apart,
        )

    def render(self, page: Page, template: str, view: Any) -> Page:
        """The page with its content: the template's body inside the frame."""
        body = self._environment.get_template(f"{template}.html.jinja").render(view=view, root=page.root, page=page)
        page = replace(page, body=Markup(body))
        frame = self._environment.get_template("page.html.jinja")
        context = PageContext(page, self.edit_url(page))
        near = neighbourhood.of(self._site, page.id)
        return replace(page, content=frame.render(page=context, root=page.root, near=near))

    def edit_url(self, page: Page) -> str:
        """Where the source of a page is edited, or the copy of it that the site carries."""
        if not page.source:
            return ""
        return f"{self._edit.rstrip('/')}/{page.source}" if self._edit else f"{page.root}{page.source}"

    def _group_name(self, name: str) -> str:
        node = self._site.graph.nodes.get(name)
        if node:
            return f"{node.code} {node.label}".strip()
        return words.families.get(name, name[:1].upper() + name[1:])

    def _pieces(self, text: str) -> Iterator[Piece]:
        for kind, piece in in_prose(text):
            node = self._site.graph.nodes.get(piece) if kind == "id" else None
            yield Piece(node=node) if node else Piece(f"[{piece}]" if kind == "id" else typeset(piece))


class PageContext:
    """A page as its frame sees it: with the address of its source."""

    def __init__(self, page: Page, edit: str) -> None:
        self._page = page
        self.edit = edit

    def __getattr__(self, name: str) -> Any:
        return getattr(self._page, name)


def environment() -> jinja2.Environment:
    """The template engine: autoescape on, undefined names fail."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        bytecode_cache=jinja2.FileSystemBytecodeCache(),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["first_sentence"] = first_sentence
    made.filters["plural"] = plural
    made.filters["after"] = after
    made.filters["typeset"] = typeset
    made.filters["number"] = number
    made.filters["parts"] = parts
    return made


@cache
def highlighted(text: str, language: str) -> Markup:
    """Code with its parts marked for colour; the marks are Pygments', the text is escaped by it."""
    try:
        lexer = get_lexer_by_name({"json-ld": "json"}.get(language, language), stripnl=False)
    except ClassNotFound:
        lexer = get_lexer_by_name("text", stripnl=False)
    return Markup(highlight(text, lexer, HtmlFormatter(nowrap=True)))


def first_sentence(text: str) -> str:
    """The first sentence of a text, ids in square brackets left out of it."""
    plain = re.sub(r"\[[a-z-]+:([A-Za-z0-9.-]+)\]", lambda match: match[1].replace("-", " "), text)
    found = re.match(r"(.+?[.!?])(?=\s+[A-Z“\"(]|$)", plain, re.S)
    return typeset(found[1] if found else plain)


def typeset(text: str) -> str:
    """Text with its apostrophes curled; where straight ones serve as quotation marks, only those inside a word."""
    return re.sub(r"(?<=\w)'(?=\w)" if _QUOTED.search(text) else r"(?<=\w)'", "’", text)


def plural(count: int, one: str, many: str = "") -> str:
    """The count with its noun: 1 fit, 3 fits."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def after(text: str, name: str) -> str:
    """What a sentence says after the name that it begins with; empty where it begins with another word."""
    return text[len(name) :].strip() if text.startswith(f"{name} ") else ""


def number(count: int) -> str:
    """A number as people read it: 1,205."""
    return f"{count:,}"


def parts(name: str) -> list[str]:
    """A name in the parts between which its line may break: Represented, Variable. Words of up to 12 letters stay whole."""
    return re.sub(r"\S{13,}", lambda word: _JOINTS.sub(_BREAK, word[0]), name).split(_BREAK)


def plain(text: str, names: Mapping[str, str]) -> str:
    """Prose with each id in square brackets replaced by the name of its entry."""
    return "".join(names.get(piece, piece) if kind == "id" else piece for kind, piece in in_prose(text))
