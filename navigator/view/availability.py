"""The versions of an artefact: what each is called, where the artefact stands in it, and who checked the claim."""

from __future__ import annotations

from dataclasses import dataclass

from navigator import words
from navigator.graph import Node
from navigator.model.standards import Artefact, Availability, Standard
from navigator.view.site import Site

#: Topics whose artefacts are content unless a schema names them: their versions are their own, not those of the standard.
_CONTENT = ("content", "guideline", "vocabulary")


@dataclass(frozen=True)
class Checked:
    """The artefact in one version, its place there, and whether a machine checked the claim, or else why none did."""

    availability: Availability
    label: str
    place: tuple[str, str]
    by_machine: bool
    inventory: str
    unchecked: str
    use_instead: Node | None


@dataclass(frozen=True)
class Versions:
    """All versions of an artefact. ``of``: whose they are; ``unchecked``: the reason that holds for all of them."""

    rows: tuple[Checked, ...]
    of: str
    own: bool
    unchecked: str

    @property
    def named(self) -> bool:
        """Whether some version has a name in a schema, or a place."""
        return any(each.availability.names or each.availability.path for each in self.rows)

    @property
    def head(self) -> str:
        return f"Version of {self.of}" if self.own and self.of else "Its own version" if self.own else "Version"


def versions(site: Site, entry: Artefact) -> Versions:
    """The versions of an artefact, each with its label, and what they are versions of."""
    standard = site.standard_of(entry.id)
    own = has_own(entry, standard)
    rows = tuple(checked(site, entry, each) for each in entry.versions)
    reasons = {"" if each.by_machine else each.unchecked for each in rows}
    return Versions(rows, owner(entry) if own else standard.short, own, reasons.pop() if len(reasons) == 1 else "")


def checked(site: Site, entry: Artefact, availability: Availability) -> Checked:
    """A claim counts as checked where an inventory of the version is held and there is a name to look for."""
    held = site.inventories.held.get((entry.id.partition(":")[0], availability.version))
    sought = availability.names if availability.there else any(each.names for each in entry.versions)
    by_machine = bool(held and sought) and not availability.not_checked
    reasons = [availability.not_checked, *(each.not_checked for each in entry.versions)]
    lacking = "no name to look for" if held else "no inventory is held"
    return Checked(
        availability=availability,
        label=label(entry, availability, site.standard_of(entry.id)),
        place=place(availability.path),
        by_machine=by_machine,
        inventory=held.source if held and by_machine else "",
        unchecked="" if by_machine else next(filter(None, reasons), lacking),
        use_instead=site.node(availability.use_instead) if availability.use_instead else None,
    )


def has_own(entry: Artefact, standard: Standard) -> bool:
    """Whether an artefact has versions of its own instead of being there or not in versions of its standard."""
    content = entry.topic in _CONTENT and not any(each.names for each in entry.versions)
    return content or standard.family == "other"


def owner(entry: Artefact) -> str:
    """What carries the versions of an artefact that has its own: the list, the document; empty where no word fits."""
    return words.owners.get(entry.model.class_name if entry.model else "", words.owners.get(entry.topic, ""))


def label(entry: Artefact, availability: Availability, standard: Standard) -> str:
    """What a version is called in the head of the page; the first one says of what it is a version."""
    if availability is not entry.versions[0]:
        return availability.version
    if not has_own(entry, standard):
        return f"{standard.short} {availability.version}"
    lead = f"version of {owner(entry)}" if owner(entry) else "its own version"
    return f"{lead}{'' if availability.version[0].isdigit() else ':'} {availability.version}"


def place(path: str) -> tuple[str, str]:
    """Where a version holds the artefact, parted into what kind of place it is and its name."""
    if path.startswith("package "):
        return "package", path.removeprefix("package ")
    return ("file" if path.endswith(".xsd") else "path" if "/" in path else "in" if path else ""), path


def namespace_of(entry: Artefact) -> str:
    """The version whose namespace the model gives, where the artefact has several versions; otherwise empty."""
    space = entry.model.namespace if entry.model else ""
    known = [each.version for each in entry.versions] if len(entry.versions) > 1 else []
    return next((each for each in known if space.endswith(f":{each.replace('.', '_')}") or f"/{each}/" in space), "")


def listed(entry: Artefact, standard: Standard) -> str:
    """The versions that have the artefact, in one line; those of its own say so."""
    found = ", ".join(each.version for each in entry.versions if each.there)
    if not has_own(entry, standard):
        return found
    return f"of {owner(entry)}: {found}" if owner(entry) else f"its own: {found}"
