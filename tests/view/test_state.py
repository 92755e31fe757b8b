"""The state of the navigator: its numbers are counts of what is there."""

from __future__ import annotations

from navigator.view.site import Site
from navigator.view.state import longest_unread, state


def test_the_ledger_adds_up(site_report: Site) -> None:
    found = state(site_report)
    assert len(found.ledger) == 50
    for standard, total in found.totals:
        assert sum(total.values()) == 50, standard.id
    assert (
        found.fits
        == sum(count for _, count in found.bases)
        == sum(edge.relation == "fit" for edge in site_report.graph.edges)
    )


def test_claims_are_those_of_all_artefacts(site_report: Site) -> None:
    found = state(site_report)
    assert found.claims == sum(len(entry.versions) for entry in site_report.catalogue.of("artefact"))
    assert found.claims - found.checked == sum(len(each.versions) for each in found.unchecked)
    assert all(each.reason for each in found.unchecked)


def test_the_small_tree_has_one_verdict_of_each_sort(example_site: Site) -> None:
    found = state(example_site)
    totals = {standard.local: total for standard, total in found.totals}
    assert totals["sdmx"] == {"fits": 2, "nothing-fits": 0, "not-considered": 43}
    assert totals["vtl"] == {"fits": 0, "nothing-fits": 2, "not-considered": 43}
    assert (found.compiled, found.reviewed) == (
        sum(bool(e.review) for e in example_site.catalogue.entries.values()) - 1,
        1,
    )
    assert "gsbpm:4.3" not in {node.id for node in found.no_case}
    assert len(found.no_case) == 43


def test_nothing_is_longest_unread_while_all_was_read_on_one_day(example_site: Site) -> None:
    one, two, three = (example_site.node(id) for id in ("sdmx:code", "sdmx:codelist", "tool:editor"))
    assert longest_unread([]) == longest_unread([("2026-01-31", one), ("2026-01-31", two)]) == ()
    read = [("2026-03-01", one), ("2026-01-31", two), ("2025-12-01", three)]
    assert longest_unread(read) == (("2025-12-01", three), ("2026-01-31", two))
    assert longest_unread(read, 1) == (("2025-12-01", three),)
