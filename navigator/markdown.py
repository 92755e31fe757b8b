"""Markdown: how text of the data becomes part of a page that people write, with nothing in it taken for a sign."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from navigator import page
from navigator.graph import Node
from navigator.reference import in_prose

_SIGNS = re.compile(r"([\\`*_{}\[\]|])")


def escaped(text: object) -> Markup:
    """A text in which nothing is a sign of Markdown or HTML."""
    plain = str(text).replace("&", "&amp;").replace("<", "&lt;").replace("\n", " ")
    return Markup(_SIGNS.sub(r"\\\1", plain))


def title(text: object) -> Markup:
    """A text as it may stand between double quotes in an attribute list."""
    return Markup(escaped(text).replace('"', "”"))


def code(text: str) -> Markup:
    """A text as it may stand between backticks in a table."""
    return Markup(text.replace("`", "").replace("|", "\\|"))


def link(node: Node) -> Markup:
    """A link to the page of a thing, with its name."""
    return Markup(f"[{escaped(node.label)}]({node.id})")


def said(text: str, names: Mapping[str, Node]) -> Markup:
    """Prose in which each id in square brackets is a link to what it names."""
    return Markup("").join(
        link(names[piece]) if kind == "id" and piece in names else escaped(piece) for kind, piece in in_prose(text)
    )


def render(template: str, names: Mapping[str, Node] | None = None, **context: Any) -> str:
    """A template of ``templates/documents`` as Markdown."""
    environment = page.environment()
    environment.filters.update(
        md=escaped, md_code=code, md_title=title, link=link, said=lambda text: said(text, names or {})
    )
    return environment.get_template(f"documents/{template}.md.jinja").render(**context).strip() + "\n"
