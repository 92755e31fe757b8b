"""XML as the serialisers build it: elements from names, texts and children; no character that XML forbids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from navigator.export.common import xml_text


def element(tag: str, text: str = "", children: Iterable[Element] = (), **attributes: str) -> Element:
    """An element. Names keep their prefix (str:Code); the root declares the namespaces. ``xml_lang`` is xml:lang."""
    made = Element(tag, {key.replace("xml_", "xml:"): xml_text(value) for key, value in attributes.items()})
    made.text = xml_text(text) or None
    made.extend(children)
    return made


def texts(tag: str, by_language: Mapping[str, str]) -> Iterator[Element]:
    """One element for each language, English first."""
    for lang in sorted(by_language, key=lambda lang: (lang != "en", lang)):
        yield element(tag, by_language[lang], xml_lang=lang)


def document(root: Element, namespaces: Mapping[str, str]) -> str:
    """The document: declaration, namespaces at the root, indented."""
    for prefix, namespace in namespaces.items():
        root.set(f"xmlns:{prefix}", namespace)
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"


def labels(value: object, label: str) -> dict[str, str]:
    """The names of an entry by language: ours in English, official and national ones in the others."""
    found = {"en": label}
    for each in getattr(value, "labels", ()):
        if each.status != "proposed":
            found.setdefault(each.lang, each.text)
    return found
