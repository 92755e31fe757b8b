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
