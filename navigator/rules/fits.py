"""Rules on fits and verdicts."""

from __future__ import annotations

from collections.abc import Iterator

from navigator.problem import Problem
from navigator.rules.rule import Data, activities_of, fit_lists, rule
from navigator.source import Where


@rule("repeated-fit")
def repeated_fit(data: Data) -> Iterator[Problem]:
    """An artefact stands once in each role at an activity, its tasks included; more evidence is added to the fit that is there."""
    for entry in activities_of(data.catalogue):
        first: dict[tuple[str, str], Where] = {}
        source = data.source(entry)
        for where, _, fit in fit_lists(entry):
            key = (fit.artefact, fit.role)
            if key in first:
                line = source.place(first[key])[0]
                message = f'{fit.artefact} stands here twice in the role "{fit.role}"'
                yield source.problem(where, "", message, f"the first is on line {line}; merge the two")
            first.setdefault(key, where)


@rule("verdict")
def verdict(data: Data) -> Iterator[Problem]:
    """A standard that fits an activity cannot at the same time be one of which nothing fits there."""
    for entry in activities_of(data.catalogue):
        fitting = {f"standard:{fit.artefact.partition(':')[0]}" for _, _, fit in fit_lists(entry)}
        for index, none in enumerate(entry.nothing_fits):
            if none.standard in fitting:
                message = f"{none.standard} is said to have nothing here, but a fit names one of its artefacts"
                yield data.source(entry).problem(
                    ("nothing_fits", index),
                    "",
                    message,
                    "remove the one or the other; a lack beside a fit goes into limits",
                )


@rule("judgement")
def judgement(data: Data) -> Iterator[Problem]:
    """Only a proposed fit may rest on the editors' judgement alone."""
    for entry in activities_of(data.catalogue):
        for where, _, fit in fit_lists(entry):
            if fit.basis != "proposed" and all(each.source == "src:project-judgement" for each in fit.evidence):
                message = f'the basis is "{fit.basis}", but no source was read'
                yield data.source(entry).problem(
                    (*where, "basis"), "", message, "name the source, or write basis: proposed"
                )


@rule("evidence-version")
def evidence_version(data: Data) -> Iterator[Problem]:
    """Evidence of a fit speaks of a version that the standard of the artefact has."""
    for entry in activities_of(data.catalogue):
        for where, _, fit in fit_lists(entry):
            standard = data.catalogue.entries.get(f"standard:{fit.artefact.partition(':')[0]}")
            own = getattr(data.catalogue.entries.get(fit.artefact), "versions", ())
            known = [version.version for version in getattr(standard, "versions", ())]
            for index, each in enumerate(fit.evidence):
                document = data.catalogue.entries.get(each.source)
                fine = {*known, *(version.version for version in own), getattr(document, "version", "")}
                if (
                    each.version
                    and standard
                    and standard.id in getattr(document, "about", ())
                    and each.version not in fine
                ):
                    place = (*where, "evidence", index, "version")
                    yield data.source(entry).problem(
                        place, "", f'{standard.label} has no version "{each.version}"', f"known: {', '.join(known)}"
                    )
