"""The computed parts of people's pages: put in where they are asked for, and true to the data."""

from __future__ import annotations

from markdown import Markdown

from navigator import blocks
from navigator.check import Report
from navigator.view.site import Site
from tests.hostile import hostile


def test_a_mark_is_replaced_by_its_block() -> None:
    page = "# A page\n\n<!-- computed: one -->\n\nWords about `<!-- computed: one -->`.\n"
    assert blocks.named(page) == ["one"]
    assert blocks.fill(page, {"one": "| a |\n"}) == "# A page\n\n| a |\n\n\nWords about `<!-- computed: one -->`.\n"


def test_the_lead_of_each_step_is_that_of_its_guidance(site_report: Site) -> None:
    text = blocks.blocks(site_report)["lead-map"]
    for step in site_report.steps:
        if step.guidance:
            assert f"[{step.code} {blocks.LEADS[step.guidance.lead]}](../gsbpm/{step.code}.html#choose)" in text


def test_the_counts_of_leads_add_up(site_report: Site) -> None:
    text = blocks.blocks(site_report)["lead-counts"]
    for lead in ("ddi", "sdmx", "both", "neither"):
        assert f"**{sum(step.guidance.lead == lead for step in site_report.steps if step.guidance)}**" in text


def test_hand_overs_stand_in_the_order_of_the_process(site_report: Site) -> None:
    rows = [line for line in blocks.blocks(site_report)["hand-overs"].splitlines() if "](handover:" in line]
    order = {step.id: index for index, step in enumerate(site_report.steps)}
    firsts = [min(order[id] for id in order if f"]({id})" in row) for row in rows]
    assert len(rows) == len(site_report.catalogue.of("hand-over"))
    assert firsts == sorted(firsts)


def test_a_version_counts_the_artefacts_that_it_has(site_report: Site) -> None:
    artefacts = [entry for entry in site_report.catalogue.of("artefact") if entry.standard == "standard:sdmx"]
    count = sum(any(each.version == "3.0" and each.there for each in entry.versions) for entry in artefacts)
    row = next(
        line
        for line in blocks.blocks(site_report)["versions"].splitlines()
        if line.startswith("| [SDMX](standard:sdmx) | 3.0 |")
    )
    assert f"| {count} |" in row


def test_a_small_tree_has_all_blocks_too(example_site: Site, site_report: Site) -> None:
    assert blocks.blocks(example_site).keys() == blocks.blocks(site_report).keys()


def test_text_of_the_data_never_becomes_markup(report: Report) -> None:
    made = blocks.blocks(hostile(report))
    html = Markdown(extensions=["attr_list", "tables"]).convert("\n\n".join(made.values()))
    assert "alert(1)" in html
    assert "<script" not in html


def test_roles_stand_in_the_order_of_their_names(site_report: Site) -> None:
    lines = [line for line in blocks.blocks(site_report)["roles"].splitlines() if line.startswith("| [")]
    names = [line[3 : line.index("](")].lower() for line in lines]
    assert len(names) == len(site_report.catalogue.of("role"))
    assert names == sorted(names)
