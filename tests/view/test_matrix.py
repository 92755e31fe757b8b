"""The matrix: every fit at a sub-process is in exactly one cell of it, and every empty cell says why."""

from __future__ import annotations

from navigator.view.fits import rows_at
from navigator.view.matrix import MatrixView, by_artefact, by_standard
from navigator.view.site import Site


def in_cells(matrix: MatrixView) -> list[int]:
    return [id(row.fit) for line in matrix.lines for cell in line.cells for row in cell.rows]


def test_by_standard_every_fit_stands_once(site_report: Site) -> None:
    matrix = by_standard(site_report)
    fits = [id(row.fit) for step in site_report.steps for row in rows_at(site_report, site_report.within(step.id))]
    ledger = {standard.id for standard in site_report.ledger}
    counted = [
        id(row.fit)
        for step in site_report.steps
        for row in rows_at(site_report, site_report.within(step.id))
        if row.standard.id in ledger
    ]
    assert sorted(in_cells(matrix)) == sorted(counted)
    assert matrix.fits == len(counted) <= len(fits)
    assert len(matrix.lines) == 44
    assert sum(line.first for line in matrix.lines) == 8
    assert all(len(line.cells) == len(matrix.heads) for line in matrix.lines)


def test_by_artefact_the_tables_together_hold_every_fit(site_report: Site) -> None:
    tables = [by_artefact(site_report, standard) for standard in site_report.standards]
    fits = [id(row.fit) for step in site_report.steps for row in rows_at(site_report, site_report.within(step.id))]
    assert sorted(fit for table in tables for fit in in_cells(table)) == sorted(fits)
    assert all(len(line.cells) == len(table.heads) for table in tables for line in table.lines)


def test_artefacts_without_a_fit_at_a_sub_process_are_left_out(example_site: Site) -> None:
    table = by_artefact(example_site, example_site.catalogue["standard:sdmx"])
    assert [node.id for node in table.heads] == ["sdmx:code", "sdmx:codelist"]
    assert by_artefact(example_site, example_site.catalogue["standard:vtl"]).heads == ()


def test_a_matrix_counts_the_steps_that_have_a_fit(site_report: Site) -> None:
    for standard in site_report.standards:
        table = by_artefact(site_report, standard)
        steps = {line.node.id for line in table.lines if any(cell.rows for cell in line.cells)}
        assert table.steps == len(steps) <= 44


def test_a_line_without_a_fit_bears_the_verdict_on_the_standard(site_report: Site) -> None:
    for standard in site_report.ledger:
        wanted = {each.standard: each.reason for step in site_report.steps for each in step.nothing_fits}
        for line in by_artefact(site_report, standard).lines:
            filled = any(cell.rows for cell in line.cells)
            assert bool(line.none) is not filled
            if line.none == "nothing-fits":
                assert line.verdict is not None
                assert line.verdict.reason
                assert standard.id in wanted


def test_a_standard_without_verdicts_has_a_matrix_that_the_matrix_leads_to(site_report: Site) -> None:
    ledger, further = set(site_report.ledger), by_standard(site_report).further
    full = {each for each in site_report.standards if by_artefact(site_report, each).heads}
    assert further
    assert set(further) == full - ledger
    assert not any(line.none for each in further for line in by_artefact(site_report, each).lines)


def test_cells_say_what_they_hold(example_site: Site) -> None:
    line = next(line for line in by_standard(example_site).lines if line.node.code == "4.3")
    assert [cell.said for cell in line.cells] == [
        "4.3, SDMX: 2 fits, 0 primary", "4.3, DDI-L: 2 fits, 1 primary", "4.3, VTL: nothing fits",
    ]  # fmt: skip
    other = next(line for line in by_standard(example_site).lines if line.node.code == "5.2")
    assert other.cells[0].said == "5.2, SDMX: not yet considered"
