"""The guided finder: its data are checked like the rest, and its ranking says nothing that the graph does not say."""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from navigator import finder, ranking
from navigator.export import finder as export
from navigator.ranking import Candidate
from navigator.view.finder import finder as view
from navigator.view.site import Site
from tests.test_labels import value
from tests.trees import ROOT, Tree

FILE = finder.FILE
#: Valid in the small tree: one thing to hold, one partner.
SMALL = """\
holdings:
  - key: codes
    name: Codes
    text: Codes with names.
    topics: [classification]
    objects: [gsim:code-list]
    words: [code]
partners:
  - key: nobody
    name: Nobody
    text: It stays here.
    activities: [gsbpm:4.3]
"""

#: Situations in which a person who knows the standards would be in no doubt: where, what, with whom, and what must be among the answers.
SITUATIONS = [
    ("gsbpm:4.3", "questionnaire", "respondents", {"ddi-l:instrument", "ddi-l:question-item"}),
    ("gsbpm:2.3", "questionnaire", "nobody", {"ddi-l:question-item"}),
    ("gsbpm:7.2", "aggregates", "international", {"sdmx:data-set", "sdmx:data-structure-definition"}),
    ("", "aggregates", "international", {"sdmx:data-set", "sdmx:data-structure-definition"}),
    ("", "classification", "", {"sdmx:codelist", "ddi-l:statistical-classification"}),
    ("gsbpm:5.2", "classification", "nobody", {"ddi-l:statistical-classification"}),
    ("gsbpm:5.3", "rules", "nobody", {"vtl:check-datapoint"}),
    ("gsbpm:2.5", "rules", "", {"vtl:datapoint-ruleset"}),
    ("gsbpm:7", "quality", "international", {"sdmx:metadata-set"}),
    ("gsbpm:7", "reference-metadata", "international", {"sdmx:metadata-set"}),
    ("", "codebook", "users", {"ddi-c:code-book", "ddi-l:study-unit"}),
    ("gsbpm:2.2", "variables", "units", {"ddi-l:represented-variable", "sdmx:concept-scheme"}),
    ("", "microdata", "users", {"ddi-l:variable", "ddi-l:physical-instance"}),
    ("gsbpm:4.1", "frame", "nobody", {"ddi-l:sample", "ddi-l:sample-frame"}),
    ("", "geography", "", {"sdmx:geographic-codelist", "ddi-c:geog-cover"}),
    ("", "mapping", "international", {"sdmx:representation-map", "sdmx:structure-map"}),
    ("gsbpm:4", "collection", "", {"ddi-l:collection-event"}),
    ("", "process", "", {"other:bpmn-process-diagram"}),
    ("gsbpm:6.4", "confidentiality", "", {"ddi-l:access"}),
    ("gsbpm:5", "program", "", {"sdtl:compute", "vtl:calc-clause", "sdmx:transformation-scheme"}),
]


@pytest.fixture(scope="module")
def among(site_report: Site) -> tuple[Candidate, ...]:
    return ranking.candidates(site_report)


@pytest.mark.parametrize(("place", "holding", "partner", "wanted"), SITUATIONS)
def test_a_clear_situation_has_its_answer(
    place: str, holding: str, partner: str, wanted: set[str], among: tuple[Candidate, ...]
) -> None:
    found = [answer.candidate.id for answer in ranking.shortened(ranking.rank(among, place, holding, partner))]
    assert wanted & set(found) == wanted if len(wanted) < 3 else wanted & set(found), found


def test_an_answer_is_short_and_rests_on_a_fit(site_report: Site, among: tuple[Candidate, ...]) -> None:
    places = ["", *(phase.id for phase in site_report.phases), "gsbpm:4.3", "gsbpm:oa.quality"]
    holdings, partners = (
        ["", *(each.key for each in part)] for part in (site_report.finder.holdings, site_report.finder.partners)
    )
    for place, holding, partner in product(places, holdings, partners):
        ranked = ranking.rank(among, place, holding, partner)
        kept = ranking.shortened(ranked)
        assert kept, (place, holding, partner)
        assert len(kept) + len(ranking.leading(ranked)) <= 7
        assert list(ranked) == sorted(ranked, key=lambda answer: -answer.points)
        for answer in kept:
            assert not holding or holding in answer.candidate.holdings
            fits = [
                edge.value
                for edge in site_report.graph.out(answer.candidate.id, "fit")
                if edge.target == answer.served.activity
            ]
            assert (answer.served.role, answer.served.strength, answer.served.basis) in {
                (fit.role, fit.strength, fit.basis) for fit in fits
            }


def test_a_primary_published_fit_is_worth_more_than_any_other_at_the_same_place(site_report: Site) -> None:
    best = {
        strength: max(ranking.STRENGTH[strength] + basis + 3 for basis in ranking.BASIS.values())
        for strength in ranking.STRENGTH
    }
    assert ranking.STRENGTH["primary"] + ranking.BASIS["published"] + 1 > best["supporting"]
    assert ranking.STRENGTH["supporting"] + ranking.BASIS["published"] + 1 > best["possible"]


def test_the_table_holds_only_what_fits_in_the_phase(site_report: Site) -> None:
    made = view(site_report)
    assert [row.holding for row in made.rows] == list(site_report.finder.holdings)
    cells = [
        (phase.id, each)
        for row in made.rows
        for phase, choices in zip(made.phases, row.cells, strict=True)
        for each in choices
    ]
    assert len(cells) > 200
    for phase, each in cells:
        fits = [edge for edge in site_report.graph.out(each.node.id, "fit") if edge.target.startswith(f"{phase}.")]
        assert each.strength in {edge.value.strength for edge in fits}
        assert each.strength != "possible" or {edge.value.strength for edge in fits} == {"possible"}


def test_the_script_carries_every_candidate_with_its_points(site_report: Site, among: tuple[Candidate, ...]) -> None:
    made = value(export.finder_js(site_report))
    assert [each[0] for each in made["candidates"]] == [each.id for each in among]
    for written, each in zip(made["candidates"], among, strict=True):
        assert [fit[6] for fit in written[5]] == [fit.points for fit in each.fits]
        assert {key: tie[0] for key, tie in written[7].items()} == {
            key: tie.points for key, tie in each.holdings.items()
        }
        assert {key: tie[0] for key, tie in written[8].items()} == {
            key: tie.points for key, tie in each.partners.items()
        }
    assert len(made["places"]) == 8 + 44 + len(site_report.overarching)


def test_every_field_of_the_schema_says_what_it_is_for() -> None:
    def fields(schema: dict[str, Any]) -> list[dict[str, Any]]:
        inside = [*schema.get("properties", {}).values(), *([schema["items"]] if "items" in schema else [])]
        return [schema, *(each for child in inside for each in fields(child))]

    schema = json.loads((ROOT / "data/schema/finder.schema.json").read_text(encoding="utf-8"))
    assert [each for each in fields(schema) if "description" not in each and "$ref" not in each] == []


def test_without_the_file_there_is_nothing_to_choose(tree: Tree) -> None:
    (tree.root / FILE).unlink(missing_ok=True)
    assert finder.read(tree.root) == finder.Finder()
    assert tree.told() == []


def test_the_small_file_is_read(tree: Tree) -> None:
    tree.write(FILE, SMALL)
    assert tree.told() == []
    found = finder.read(tree.root)
    assert found.holdings[0] == finder.Holding(
        "codes", "Codes", "Codes with names.", ("classification",), ("gsim:code-list",), ("code",)
    )
    assert found.partners[0].activities == ("gsbpm:4.3",)


@pytest.mark.parametrize(
    ("old", "new", "wanted"),
    [
        (
            "[gsim:code-list]",
            "[gsim:code-lst]",
            [
                'data/finder.yaml:6:15: error: there is no "gsim:code-lst" [unknown-id]',
                "    hint: did you mean gsim:code-list?",
            ],
        ),
        (
            "[classification]",
            "[clasification]",
            [
                'data/finder.yaml:5:14: error: no artefact has the topic "clasification" [unknown-word]',
                '    hint: did you mean "classification"?',
            ],
        ),
        (
            "    activities: [gsbpm:4.3]\n",
            "    organisations: [royal court]\n",
            ['data/finder.yaml:12:21: error: no organisation has the type "royal court" [unknown-word]'],
        ),
        ("    words: [code]\n", "", ['data/finder.yaml:2:5: error: "words" is missing [missing-key]']),
        ("    words: [code]\n", "    words: []\n", ["data/finder.yaml:7:12: error: nothing stands here [empty-value]"]),
        (
            "    words: [code]\n",
            "    words: [code]\n    weight: heavy\n",
            ['data/finder.yaml:8:5: error: "weight" is not a key of this entry [unknown-key]'],
        ),
        (
            "key: codes",
            "key: Codes",
            ['data/finder.yaml:2:10: error: "Codes" has not the form expected here [pattern]'],
        ),
        ("holdings:", "holding:", ['data/finder.yaml:1:1: error: "holding" is not a key of this entry [unknown-key]']),
        (
            "[gsbpm:4.3]",
            "[gsbpm:4.9]",
            ['data/finder.yaml:12:18: error: "gsbpm:4.9" has not the form expected here [pattern]'],
        ),
    ],
)
def test_a_mistake_is_told_once_at_its_place(old: str, new: str, wanted: list[str], tree: Tree) -> None:
    tree.write(FILE, SMALL.replace(old, new))
    told = [line for problem in tree.problems() for line in str(problem).splitlines()]
    assert [line for line in told if line.startswith("data/")] == wanted[:1], told
    assert told[1 : len(wanted)] == wanted[1:]


def test_a_key_stands_once(tree: Tree) -> None:
    again = SMALL[SMALL.index("  - key: codes") : SMALL.index("partners:")]
    tree.write(FILE, SMALL.replace("partners:", f"{again}partners:"))
    wanted = 'data/finder.yaml:8:10: error: "codes" stands here twice [repeated-key]\n    hint: the first is on line 2; keep one'
    assert [str(problem) for problem in tree.problems()] == [wanted]


@pytest.mark.parametrize("text", ["", "- one\n- two\n", "holdings: [\n", "holdings: &a [*a]\n"])
def test_a_file_that_is_none_is_told_and_never_raises(text: str, tree: Tree) -> None:
    tree.write(FILE, text)
    report = tree.check()
    assert report.problems
    assert {problem.path for problem in report.problems} == {FILE}
    assert report.finder == finder.Finder()


def test_the_real_file_names_its_schema(root: Path) -> None:
    assert "schema/finder.schema.json" in (root / FILE).read_text(encoding="utf-8").splitlines()[0]
