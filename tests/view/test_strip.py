"""The strip: all 44 sub-processes in a row, and marks only where something is said."""

from __future__ import annotations

from navigator.view.fits import rows_of
from navigator.view.site import Site
from navigator.view.strip import lifeline, path
from tests.trees import PHASES


def test_a_strip_has_every_sub_process_in_order(site_report: Site) -> None:
    bands = lifeline(site_report, ())
    assert [(band.phase.code, len(band.cells)) for band in bands] == list(PHASES.items())
    assert [cell.node.code for band in bands for cell in band.cells] == [step.code for step in site_report.steps]
    assert not any(cell.full for band in bands for cell in band.cells)


def test_a_lifeline_marks_roles_and_strengths_each_once(example_site: Site) -> None:
    cells = {
        cell.node.code: cell
        for band in lifeline(example_site, rows_of(example_site, "ddi-l:question-item"))
        for cell in band.cells
    }
    assert [(mark.role, mark.strength) for mark in cells["4.3"].marks] == [
        ("uses", "primary"),
        ("documents", "supporting"),
    ]
    assert cells["4.3"].said == "4.3 Run collection: uses (primary), documents (supporting)"
    assert cells["4.4"].said == "4.4 Step 4.4: no fit"
    assert [code for code, cell in cells.items() if cell.full] == ["4.3"]


def test_every_fit_of_an_artefact_at_a_sub_process_is_in_its_lifeline(site_report: Site) -> None:
    for artefact in site_report.catalogue.of("artefact")[:100]:
        rows = rows_of(site_report, artefact.id)
        touched = {site_report.node(row.activity.parent or row.activity.id).id for row in rows}
        full = {cell.node.id for band in lifeline(site_report, rows) for cell in band.cells if cell.full}
        assert full == {id for id in touched if not id.startswith("gsbpm:oa.")}


def test_a_path_numbers_its_steps(example_site: Site) -> None:
    cells = {cell.node.code: cell for band in path(example_site, {"gsbpm:4.3": "1, 3"}, "step") for cell in band.cells}
    assert (cells["4.3"].number, cells["4.3"].said) == ("1, 3", "4.3 Run collection: step 1, 3")
    assert (cells["4.4"].number, cells["4.4"].said) == ("", "4.4 Step 4.4: not touched")
