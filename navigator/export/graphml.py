"""GraphML: the whole graph for Gephi, yEd, Cytoscape, igraph and networkx."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

from navigator.export.common import link, xml_text
from navigator.graph import Edge, Node
from navigator.view.site import Site

#: What nodes and edges say of themselves; every value is a text.
_NODE = ("label", "kind", "code", "standard", "url")
_EDGE = ("relation", "role", "strength", "basis", "match", "version", "verb", "why", "evidence")
_NAMESPACE = "http://graphml.graphdrawing.org/xmlns"
_HEAD = f'<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="{_NAMESPACE}">\n'


def graphml(site: Site, base: str) -> str:
    """Every node and edge, each once, in a stable order.

    Written here and not by networkx: its writer takes a second for what takes a twentieth, and so it can read our file in the tests as a stranger does.
    """
    keys = [
        f'<key id="{end}-{name}" for="{end}" attr.name="{name}" attr.type="string"/>\n'
        for end, names in (("node", _NODE), ("edge", _EDGE))
        for name in names
    ]
    nodes = [_node(site, base, node) for node in sorted(site.graph.nodes.values(), key=lambda node: node.id)]
    edges = sorted({_edge(edge) for edge in site.graph.edges})
    return "".join(
        (_HEAD, *keys, '<graph id="navigator" edgedefault="directed">\n', *nodes, *edges, "</graph>\n</graphml>\n")
    )


def _node(site: Site, base: str, node: Node) -> str:
    standard = site.standard_of(node.id).short if node.kind == "artefact" else ""
    said = {
        "label": node.label,
        "kind": node.kind,
        "code": node.code,
        "standard": standard,
        "url": link(base, node.url),
    }
    return f"<node id={_attribute(node.id)}>{''.join(_data('node', said))}</node>\n"


def _edge(edge: Edge) -> str:
    detail = edge.detail
    evidence = "; ".join(each["source"] for each in detail.get("evidence", ()))
    said = {
        "relation": edge.relation,
        **{name: str(detail[name]) for name in _EDGE if name in detail and name != "evidence"},
        "evidence": evidence,
    }
    return f"<edge source={_attribute(edge.source)} target={_attribute(edge.target)}>{''.join(_data('edge', said))}</edge>\n"


def _data(end: str, said: dict[str, str]) -> Iterator[str]:
    return (f'<data key="{end}-{name}">{escape(xml_text(text))}</data>' for name, text in said.items() if text)


def _attribute(text: str) -> str:
    return quoteattr(xml_text(text))
