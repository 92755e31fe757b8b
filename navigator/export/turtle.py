"""RDF statements as plain values, and their two spellings: Turtle and JSON-LD."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from json.encoder import encode_basestring
from typing import NamedTuple

RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"
_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")
_ESCAPE = re.compile('[\\\\"\x00-\x1f\x7f-\x9f\ud800-\udfff]')
_UNWRITABLE = re.compile("[\x00\ud800-\udfff]")
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class Literal(NamedTuple):
    """A text with its language, or a value with its datatype (an IRI)."""

    text: str
    lang: str = ""
    datatype: str = ""


#: The object of a statement: an IRI is a plain text.
Object = str | Literal
#: Subject, predicate, object.
Triple = tuple[str, str, Object]
#: For each subject, in order: for each predicate, in order: the objects, in order.
Said = tuple[tuple[str, tuple[tuple[str, tuple[Object, ...]], ...]], ...]


def gathered(triples: Iterable[Triple]) -> Said:
    """The statements, each once, by subject and predicate; the type comes first."""
    found: defaultdict[str, defaultdict[str, list[Object]]] = defaultdict(lambda: defaultdict(list))
    for subject, predicate, object in triples:
        found[subject][predicate].append(object)
    return tuple(
        (subject, tuple((predicate, _sorted(said[predicate])) for predicate in sorted(said, key=_type_first)))
        for subject, said in sorted(found.items())
    )


def _type_first(predicate: str) -> str:
    return "" if predicate == RDF_TYPE else predicate


def _sorted(objects: list[Object]) -> tuple[Object, ...]:
    return tuple(objects) if len(objects) == 1 else tuple(sorted(set(objects), key=_as_text))


def _as_text(object: Object) -> tuple[str, ...]:
    return tuple(object) if isinstance(object, Literal) else (object,)


class Names:
    """Short names for IRIs: a prefix stands for everything up to the last slash or hash."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = {namespace: prefix for prefix, namespace in prefixes.items()}
        self._known: dict[str, str] = {}

    def short(self, iri: str) -> str:
        """The IRI as prefix:name, or an empty text where no prefix fits."""
        if iri not in self._known:
            cut = max(iri.rfind("/"), iri.rfind("#")) + 1
            prefix = self._prefixes.get(iri[:cut])
            self._known[iri] = f"{prefix}:{iri[cut:]}" if prefix and _LOCAL.fullmatch(iri, cut) else ""
        return self._known[iri]


def turtle(said: Said, prefixes: Mapping[str, str], head: str = "") -> str:
    """The statements in Turtle: prefixes in order, then one paragraph for each subject."""
    names = Names(prefixes)
    lines = [f"# {line}\n" for line in head.splitlines()]
    lines += [f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in sorted(prefixes.items())]
    for subject, pairs in said:
        text = " ;\n    ".join(
            f"{'a' if predicate == RDF_TYPE else _iri(predicate, names)} {', '.join([_term(each, names) for each in objects])}"
            for predicate, objects in pairs
        )
        lines.append(f"\n{_iri(subject, names)} {text} .\n")
    return "".join(lines)


def _iri(iri: str, names: Names) -> str:
    return names.short(iri) or f"<{iri}>"


def _term(object: Object, names: Names) -> str:
    if not isinstance(object, Literal):
        return _iri(object, names)
    text = f'"{_ESCAPE.sub(_escaped, object.text)}"'
    if object.lang:
        return f"{text}@{object.lang}"
    return f"{text}^^{_iri(object.datatype, names)}" if object.datatype else text


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    if "\ud800" <= character <= "\udfff" or character == "\x00":
        return "\ufffd"
    return _SHORT.get(character) or f"\\u{ord(character):04X}"


def json_ld(said: Said, prefixes: Mapping[str, str]) -> str:
    """The same statements in JSON-LD: a context of prefixes, and one node a line for each subject."""
    names = Names(prefixes)
    nodes = ",\n".join(_node(subject, pairs, names) for subject, pairs in said)
    return f'{{"@context":{json.dumps(dict(sorted(prefixes.items())))},\n"@graph":[\n{nodes}\n]}}\n'


def _node(subject: str, pairs: tuple[tuple[str, tuple[Object, ...]], ...], names: Names) -> str:
    keys = [f'"@id":{encode_basestring(names.short(subject) or subject)}']
    for predicate, objects in pairs:
        if predicate == RDF_TYPE:
            keys.append(
                f'"@type":[{",".join([encode_basestring(names.short(str(each)) or str(each)) for each in objects])}]'
            )
        else:
            values = ",".join([_value(each, names) for each in objects])
            keys.append(
                f"{encode_basestring(names.short(predicate) or predicate)}:{values if len(objects) == 1 else f'[{values}]'}"
            )
    return f"{{{','.join(keys)}}}"


def _value(object: Object, names: Names) -> str:
    if not isinstance(object, Literal):
        return f'{{"@id":{encode_basestring(names.short(object) or object)}}}'
    if object.lang:
        return f'{{"@value":{_json(object.text)},"@language":"{object.lang}"}}'
    return (
        f'{{"@value":{_json(object.text)},"@type":{encode_basestring(names.short(object.datatype) or object.datatype)}}}'
        if object.datatype
        else _json(object.text)
    )


def _json(text: str) -> str:
    return encode_basestring(_UNWRITABLE.sub("\ufffd", text))
