"""The crosswalk: its topics, its pairs and the stated lacks of a counterpart."""

from __future__ import annotations

from navigator.view.crosswalk import crosswalk
from navigator.view.site import Site


def test_topics_stand_in_the_order_of_their_names(site_report: Site) -> None:
    names = [topic.name.lower() for topic, _ in crosswalk(site_report).topics]
    assert len(names) == len(site_report.catalogue.of("crosswalk"))
    assert names == sorted(names)


def test_rows_are_pairs_and_lacks(example_site: Site) -> None:
    made = crosswalk(example_site)
    ((_, rows),) = made.topics
    assert (made.pairs, made.none) == (1, 1)
    assert [(row.subject.id, row.match, row.object.id if row.object else "") for row in rows] == [
        ("sdmx:codelist", "related", "ddi-l:question-item"),
        ("sdmx:code", "none", ""),
    ]


def test_only_kinds_of_match_that_occur_are_explained(site_report: Site) -> None:
    made = crosswalk(site_report)
    assert {match for match, _ in made.matches} == {row.match for _, rows in made.topics for row in rows}


def test_what_many_rows_remark_stands_once_and_no_remark_is_lost(site_report: Site) -> None:
    made = crosswalk(site_report)
    assert made.remarks
    for topic, rows in made.topics:
        for row, stated in zip(rows, (*topic.matches, *topic.none), strict=True):
            own = {each.evidence.note for each in row.grounds} - {""}
            assert not own & set(made.remarks)
            assert own | {made.remarks[number - 1] for number in row.remarks} == {
                each.note for each in stated.evidence if each.note
            }


def test_a_remark_that_is_rare_stays_with_its_row(example_site: Site) -> None:
    assert crosswalk(example_site).remarks == ()
