"""The kinds of entry: where each lives in the data, how its id is made, where its page stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """One kind of entry. ``folder`` is below ``data/``; an empty ``prefix`` means: the name of the sub-folder.

    ``form`` is the form of the file names, without their ending.
    """

    name: str
    plural: str
    folder: str
    prefix: str
    pages: str
    form: str = r"[a-z0-9]+(-[a-z0-9]+)*"


KINDS = (
    Kind("phase", "Phases", "gsbpm/phases", "gsbpm:", "gsbpm/", r"[1-8]"),
    Kind("sub-process", "Sub-processes", "gsbpm/sub-processes", "gsbpm:", "gsbpm/", r"[1-8]\.[1-8]"),
    Kind("overarching-activity", "Overarching activities", "gsbpm/overarching", "gsbpm:oa.", "gsbpm/oa."),
    Kind("gamso-area", "GAMSO areas", "gsbpm/gamso/areas", "gamso:", "gamso/", r"[1-4]"),
    Kind("gamso-activity", "GAMSO activities", "gsbpm/gamso/activities", "gamso:", "gamso/", r"[1-4]\.[0-9]{1,2}"),
    Kind("standard", "Standards and models", "standards", "standard:", "standards/"),
    Kind("artefact", "Artefacts", "artefacts", "", "artefacts/"),
    Kind("information-object", "Information objects", "information-objects", "gsim:", "information-objects/"),
    Kind("crosswalk", "Crosswalk topics", "crosswalk", "crosswalk:", "crosswalk.html#"),
    Kind("hand-over", "Hand-overs", "hand-overs", "handover:", "hand-overs/"),
    Kind("use-case", "Use cases", "use-cases", "case:", "use-cases/"),
    Kind("tool", "Tools", "tools", "tool:", "tools/"),
    Kind("service", "Services", "services", "service:", "services/"),
    Kind("neighbour", "Neighbouring standards", "neighbours", "neighbour:", "neighbours/"),
    Kind("aspect", "Interoperability aspects", "aspects", "aspect:", "aspects/"),
    Kind("role", "Roles", "roles", "role:", "roles/"),
    Kind("organisation", "Organisations", "organisations", "org:", "organisations/"),
    Kind("source", "Sources", "sources", "src:", "sources/"),
    Kind("example", "Worked examples", "examples", "example:", "examples/", r"[a-z0-9]+([.-][a-z0-9]+)*"),
)
BY_NAME = {kind.name: kind for kind in KINDS}

#: Nodes that live inside another entry's file and page.
INNER = {"task": "Tasks", "overarching-sub-activity": "Overarching sub-activities"}

PLURALS = {kind.name: kind.plural for kind in KINDS} | INNER


def of_path(path: str) -> Kind | None:
    """The kind of the file ``path``, relative to ``data/``; None where no kind lives."""
    parts = path.split("/")
    for kind in KINDS:
        depth = len(kind.folder.split("/")) + (0 if kind.prefix else 1)
        if path.startswith(kind.folder + "/") and len(parts) == depth + 1:
            return kind
    return None


def id_of(kind: Kind, path: str) -> str:
    """The id that the file name stands for: data/artefacts/sdmx/codelist.yaml is sdmx:codelist."""
    folder, _, name = path.rpartition("/")
    stem = name.removesuffix(".yaml")
    return f"{kind.prefix}{stem}" if kind.prefix else f"{folder.rpartition('/')[2]}:{stem}"


def url_of(kind: str, id: str) -> str:
    """The address of the page (or the place on a page) of an entry, relative to the site's root."""
    prefix, _, name = id.partition(":")
    if kind in INNER:
        parent, _, code = name.rpartition(".")
        return f"gsbpm/{parent}.html#{code}"
    if kind == "artefact":
        return f"artefacts/{prefix}/{name}.html"
    if kind == "crosswalk":
        return f"crosswalk.html#{name}"
    if kind == "overarching-activity":
        return f"gsbpm/{name}.html"
    return f"{BY_NAME[kind].pages}{name}.html"
