"""Views of practice: who did what, where, with which tools, on which grounds."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator import words
from navigator.model import counting
from navigator.model.practice import Standing
from navigator.view import practice, tables
from navigator.view.site import Site


def test_every_kind_of_practice_has_a_view_that_follows_from_the_graph(example_site: Site) -> None:
    catalogue = example_site.catalogue
    assert practice.use_case(example_site, catalogue["case:census"]).entry is catalogue["case:census"]
    assert practice.aspect(example_site, catalogue["aspect:semantic"]).entry is catalogue["aspect:semantic"]
    for id in ("tool:editor", "service:coding", "neighbour:registry"):
        assert practice.serving(example_site, catalogue[id]).entry is catalogue[id]


def test_an_organisation_shows_what_it_did_and_keeps(example_site: Site) -> None:
    view = practice.organisation(example_site, example_site.catalogue["org:office"])
    shown = {
        node.id for value in vars(view).values() if isinstance(value, tuple) for node in value if hasattr(node, "id")
    }
    assert {"case:census", "tool:editor", "service:coding"} <= shown


def test_a_source_shows_everything_that_rests_on_it(report: object, site_report: Site) -> None:
    """Every entry that cites a source is on the page of the source, once for each kind."""
    for document in site_report.catalogue.of("source")[::10]:
        view = practice.source(site_report, document)
        shown = {getattr(node, "parent", "") or node.id for node in _nodes(view)}
        cited = {
            site_report.node(edge.source).parent or edge.source for edge in site_report.graph.into(document.id, "cites")
        }
        assert cited <= shown, document.id


def test_what_rests_on_a_source_is_sorted_by_what_is_shown(site_report: Site) -> None:
    """Codes as people count, 3.9 before 3.10; what has no code by its name."""
    view = practice.source(site_report, site_report.catalogue["src:coos"])
    cited = {kind: [each.node for each in found] for kind, found in view.cited}
    codes = [node.code for node in cited["gamso-activity"]]
    assert codes.index("GAMSO 3.2") < codes.index("GAMSO 3.9") < codes.index("GAMSO 3.10")
    names = [node.label.lower() for node in cited["neighbour"]]
    assert names == sorted(names)


@pytest.mark.parametrize(
    ("evidence", "on", "told"),
    [
        ("Commit 2026-08-20.", "2026-08-20", ""),
        ("Last commit in April 2026.", "2026-04", ""),
        ("Last release in April.", "2026-04", "2026-04"),
        ("The page says so.", "2026-08-20", "2026-08-20"),
        ("The page says so.", "", ""),
    ],
)
def test_the_date_of_a_status_is_told_once(evidence: str, on: str, told: str) -> None:
    assert practice.dated(Standing("active", evidence, on)) == told


def test_the_states_of_tools_are_defined_once_and_told_alike(site_report: Site, root: Path) -> None:
    used = {tool.status.state for tool in site_report.catalogue.of("tool")}
    page = (root / "content/contribute/tool.md").read_text(encoding="utf-8")
    assert used == set(words.tool_states)
    for state, meaning in words.tool_states.items():
        assert f"- *{state}*: {meaning}." in page
        assert f"{state}: {meaning}" in tables.tools(site_report).note.replace("Active", "active")


def _nodes(value: object) -> list[object]:
    if hasattr(value, "url") and hasattr(value, "kind") and hasattr(value, "id"):
        return [value]
    if isinstance(value, tuple):
        return [node for each in value for node in _nodes(each)]
    if hasattr(value, "__dataclass_fields__") and not hasattr(value, "path"):
        return [node for each in vars(value).values() for node in _nodes(each)]
    return []


def test_a_role_names_each_of_its_steps_once_in_the_order_of_the_process(site_report: Site) -> None:
    several = 0
    for entry in site_report.catalogue.of("role"):
        view = practice.role(site_report, entry)
        codes = [counting(node.id) for node, _ in view.checks]
        assert codes == sorted(set(codes)), entry.id
        several += sum(len(checks) > 1 for _, checks in view.checks)
    assert several > 0


def test_a_role_answers_and_a_draft_is_called_one(site_report: Site) -> None:
    view = practice.role(site_report, site_report.catalogue["role:data-owner"])
    assert view.draft
    said = {cell.said for band in view.strip for cell in band.cells if cell.full}
    assert said
    assert all(each.endswith(": answers for it") for each in said)


def test_what_rests_on_no_draft_is_not_called_one(example_site: Site) -> None:
    assert not practice.role(example_site, example_site.catalogue["role:steward"]).draft
