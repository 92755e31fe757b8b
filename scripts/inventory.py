"""Make an inventory anew: the names that the official schemas of one version of a standard define.

    python scripts/inventory.py FOLDER --source "official SDMX-ML 3.0 schemas ..." > data/inventories/sdmx-3.0.tsv

FOLDER holds XML schemas (*.xsd), Turtle vocabularies (*.ttl) or both; folders inside it are read too.
An element, attribute or type of XML Schema counts wherever it is declared; of a vocabulary, each class and property
that the vocabulary itself defines. What others define (xml:lang, XHTML, XML Schema itself, Dublin Core) belongs to no
standard here and is left out.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

Row = tuple[str, str, str]

XSD = "{http://www.w3.org/2001/XMLSchema}"
FOREIGN = ("http://www.w3.org/", "http://purl.org/dc/")
KINDS = {
    f"{XSD}element": "element",
    f"{XSD}attribute": "attribute",
    f"{XSD}complexType": "type",
    f"{XSD}simpleType": "type",
}


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="where the official schemas lie")
    parser.add_argument("--source", default="", help="what they are and where they are from, for the first line")
    options = parser.parse_args(arguments)
    if not options.folder.is_dir():
        print(f"{options.folder} is no folder", file=sys.stderr)
        return 2
    rows = names(options.folder)
    if not rows:
        print(f"no schema in {options.folder} defines a name", file=sys.stderr)
        return 1
    print(table(rows, options.source or str(options.folder)), end="")
    return 0


def names(folder: Path) -> list[Row]:
    """Every name that a schema below a folder defines, as (kind, name, namespace), sorted, each once."""
    found = {row for path in sorted(folder.rglob("*.xsd")) for row in of_schema(path)}
    return sorted(found | {row for path in sorted(folder.rglob("*.ttl")) for row in of_vocabulary(path)})


def of_schema(path: Path) -> Iterator[Row]:
    from lxml import etree

    root = etree.parse(path, etree.XMLParser(resolve_entities=False, no_network=True)).getroot()
    namespace = root.get("targetNamespace", "")
    for node in root.iter(*KINDS) if not namespace.startswith(FOREIGN) else ():
        if node.get("name"):
            yield KINDS[node.tag], node.get("name"), namespace


def of_vocabulary(path: Path) -> Iterator[Row]:
    import rdflib
    from rdflib.namespace import OWL, RDF, RDFS

    graph = rdflib.Graph().parse(path)
    kinds = {
        OWL.Class: "class",
        RDFS.Class: "class",
        RDF.Property: "property",
        OWL.ObjectProperty: "property",
        OWL.DatatypeProperty: "property",
    }
    own = {str(each) for each in graph.subjects(RDF.type, OWL.Ontology)}
    for thing, kind in (
        (thing, kinds[each])
        for thing, each in graph.subject_objects(RDF.type)
        if each in kinds and isinstance(thing, rdflib.URIRef)
    ):
        cut = max(thing.rfind("#"), thing.rfind("/")) + 1
        if not own or any(str(thing).startswith(each.rstrip("#/")) for each in own):
            yield kind, str(thing[cut:]), str(thing[:cut])


def table(rows: Iterable[Row], source: str) -> str:
    """The text of an inventory file."""
    lines = ["\t".join(row) for row in rows]
    return "\n".join([f"# {len(lines)} names. Source: {source}", "kind\tname\tnamespace", *lines]) + "\n"


if __name__ == "__main__":
    raise SystemExit(main())
