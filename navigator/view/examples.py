"""The list of worked examples: one story of an invented office, in the order of the process."""

from __future__ import annotations

from navigator import words
from navigator.model import counting
from navigator.model.standards import Example
from navigator.view.site import Site, order_of
from navigator.view.tables import Cell, Row, TableView, phases_of, steps_cell

_LEDE = (
    "Small files that show artefacts at work. They tell the story of one office: the Example Statistics Office runs a "
    "quarterly labour force survey and, beside it, a monthly consumer price index and a business register. The office "
    "and all of its figures are invented."
)
_NOTE = (
    "The order is that of the process: each file stands at the first step that uses it. The tests of this site validate "
    "every file that has an official schema and look up the names in the others in the official model, ontology or "
    "grammar; the page of each file says which. Codes, figures and references are compared from file to file."
)


def examples(site: Site) -> TableView:
    """Every worked example by the first step that uses it, then by standard."""

    def row(entry: Example) -> Row:
        artefact = site.node(entry.artefacts[0])
        short = site.catalogue[entry.standard].short
        version = f"{short} {entry.version}"
        codes = [id.partition(":")[2] for id in entry.activities]
        cells = (
            Cell(entry.story), Cell(version), Cell(words.formats[entry.format]), steps_cell(site, sorted(entry.activities, key=counting)),
            Cell(nodes=(artefact,)),
        )  # fmt: skip
        keys = {
            "standard": short,
            "version": version,
            "format": words.formats[entry.format],
            "phase": phases_of(entry.activities),
            "step": "|".join(code for code in codes if code[:1].isdigit()),
            "topic": words.topics[artefact.value.topic],
        }
        return Row(site.node(entry.id), cells, keys)

    return TableView(
        "Worked examples", _LEDE,
        ("Example", "What happens", "Standard", "Format", "Steps", "Main artefact"),
        tuple(row(each) for each in sorted(site.catalogue.of("example"), key=_place)),
        (("standard", "Standard"), ("version", "Version"), ("format", "Format"), ("phase", "Phase"), ("step", "Step"), ("topic", "Kind of artefact")),
        _NOTE,
    )  # fmt: skip


def _place(entry: Example) -> tuple[object, ...]:
    """Where an example stands in the story: by its first step, then by standard and title."""
    steps = sorted(map(counting, entry.activities))
    return (not steps, steps[:1], order_of(entry.artefacts[0]), entry.title.lower())
