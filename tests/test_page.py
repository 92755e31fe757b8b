"""Pages: strict templates, text that stays text, links from anywhere in the site."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import jinja2
import pytest
from markupsafe import Markup

from navigator import pages, words
from navigator.answer import site_of
from navigator.check import Report
from navigator.kinds import PLURALS
from navigator.page import (
    Page,
    Renderer,
    after,
    environment,
    first_sentence,
    highlighted,
    number,
    parts,
    plain,
    plural,
    typeset,
)
from navigator.publish import example_texts
from navigator.view import step
from navigator.view.site import Site
from tests.poison import HARMLESS, HOSTILE, poison
from tests.trees import Tree, all_pages, plant


@pytest.fixture(scope="session")
def made(example: Tree, example_report: Report, example_site: Site) -> dict[str, Page]:
    """The pages of the small tree by their addresses."""
    return {page.url: page for page in all_pages(example_site, example_texts(example_report, example.root))}


def test_what_a_template_names_must_be_there() -> None:
    template = environment().from_string("{{ view.nothing }}")
    with pytest.raises(jinja2.UndefinedError):
        template.render(view=object())


def test_templates_escape_what_they_show() -> None:
    assert environment().from_string("{{ text }}").render(text="<b>&\"'") == "&lt;b&gt;&amp;&#34;&#39;"


def test_markup_lives_in_templates_and_nowhere_else(root: Path) -> None:
    """No tag in any string of the program, but for the parsers' patterns and for the formats of others."""
    tag = re.compile(r"</?(?:div|span|p|a|ul|li|table|tr|td|th|h[1-6]|section|svg|strong|em|code|b|i)\b[^>]*>")
    found = [
        f"{path.relative_to(root)}: {line.strip()}"
        for path in sorted((root / "navigator").rglob("*.py"))
        if "export" not in path.parts
        for line in path.read_text(encoding="utf-8").splitlines()
        if tag.search(line) and not line.lstrip().startswith(("#", '"""')) and "re.compile" not in line
    ]
    assert found == []


def test_templates_look_nothing_up(root: Path) -> None:
    """A template loops and branches; the graph and the catalogue are not in its reach."""
    for path in (root / "navigator/templates").rglob("*.jinja"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\b(graph|catalogue|site)\.(into|out|node|nodes|of)\b", text), path.name


def test_every_entry_has_its_page(made: dict[str, Page], example_site: Site) -> None:
    assert {page.id for page in made.values() if page.id} == {
        entry.id for entry in example_site.catalogue.entries.values() if entry.kind in pages.MADE
    }


def test_a_page_knows_where_it_comes_from(made: dict[str, Page]) -> None:
    page = made["gsbpm/4.3.html"]
    assert (page.title, page.kind, page.id, page.source) == (
        "4.3 Run collection",
        "sub-process",
        "gsbpm:4.3",
        "data/gsbpm/sub-processes/4.3.yaml",
    )
    assert page.crumbs == (("Process", "index.html#map"), ("4 Collect", "gsbpm/4.html"))
    assert page.description == "Respondents are asked and reminded."
    assert page.editions == (("5.2", "Run collection"), ("5.1", "Run collection"), ("5.0", "Do the collection"))
    assert page.previous is not None
    assert page.next is not None
    assert (page.previous.id, page.next.id) == ("gsbpm:4.2", "gsbpm:4.4")


def test_the_contents_list_is_that_of_the_headings(made: dict[str, Page]) -> None:
    page = made["gsbpm/4.3.html"]
    ids = [id for id, _ in page.toc]
    assert ids[0] == "reach"
    assert {"supporting", "possible", "tasks", "flows", "sources", "choose", "interoperability"} <= set(ids)
    assert all(f'<h2 id="{id}">' in page.content for id in ids)
    assert len(ids) == len(set(ids))


def test_edit_this_page_opens_the_file(example_site: Site) -> None:
    page = Page("gsbpm/4.3.html", "t", "sub-process", source="data/gsbpm/sub-processes/4.3.yaml")
    assert Renderer(example_site).edit_url(page) == "../data/gsbpm/sub-processes/4.3.yaml"
    assert (
        Renderer(example_site, "https://x.org/edit/main/").edit_url(page)
        == "https://x.org/edit/main/data/gsbpm/sub-processes/4.3.yaml"
    )
    assert Renderer(example_site).edit_url(Page("index.html", "t", "home")) == ""


def test_ids_in_prose_become_links_and_other_brackets_stay(made: dict[str, Page]) -> None:
    content = made["gsbpm/4.3.html"].content
    assert re.search(r'a value is questioned in\s*<a href="\.\./gsbpm/5\.3\.html">', content)
    assert "[gsbpm:5.3]" not in content


def test_every_address_on_a_page_starts_at_the_root_of_the_site(made: dict[str, Page]) -> None:
    for page in made.values():
        for address in re.findall(r'(?:href|src)="([^"]+)"', page.content):
            assert not address.startswith("/"), f"{page.url}: {address}"
            if not address.startswith(("http", "#")):
                assert address.startswith(page.root), f"{page.url}: {address}"


def test_ids_on_a_page_are_unique(made: dict[str, Page]) -> None:
    for page in made.values():
        ids = re.findall(r'\sid="([^"]+)"', page.content)
        assert len(ids) == len(set(ids)), page.url


class Shape(HTMLParser):
    """The tags of a page with the names of their attributes, and its words."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, ...]] = []
        self.words: list[str] = []
        self.addresses: list[str] = []
        self.broken = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if (tag, attrs) == ("wbr", []):  # where a long name may break: as many as the name has joints
            self.broken = True
            return
        self.tags.append((tag, *(name for name, _ in attrs)))
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]
        self.words += [value or "" for name, value in attrs if name not in ("href", "src")]

    def handle_data(self, data: str) -> None:
        if self.broken:
            self.words[-1] += data
        else:
            self.words.append(data)
        self.broken = False


def _poisoned(root: Path, word: str) -> dict[str, Page]:
    tree = plant(root)
    report = tree.check()
    assert poison(tree, report, word) > 300
    report = tree.check()
    assert [str(problem) for problem in report.problems] == []
    site = site_of(report)
    return {page.url: page for page in all_pages(site, example_texts(report, tree.root))}


def test_text_of_any_field_stays_text_on_every_page(tmp_path: Path) -> None:
    """Hostile words in every field give pages of exactly the same tags as harmless ones, and the words are there to read."""
    hostile, harmless = _poisoned(tmp_path / "hostile", HOSTILE), _poisoned(tmp_path / "harmless", HARMLESS)
    assert set(hostile) == set(harmless)
    for url, page in hostile.items():
        shape, other = Shape(page.content), Shape(harmless[url].content)
        assert Counter(shape.tags) == Counter(other.tags), url
        assert not [address for address in shape.addresses if "javascript" in address or "alert" in address], url
        assert sum(HOSTILE in text for text in shape.words) == sum(HARMLESS in text for text in other.words), url
    assert sum(HOSTILE in text for page in hostile.values() for text in Shape(page.content).words) > 1000


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("One. Two.", "One."),
        ("Uses version 3.1 here. Then more.", "Uses version 3.1 here."),
        ("No end", "No end"),
        ("Why? Because.", "Why?"),
        ("See [sdmx:data-structure] now. More.", "See data structure now."),
        ("e.g. this is one sentence. And two.", "e.g. this is one sentence."),
        ("", ""),
    ],
)
def test_the_first_sentence(text: str, first: str) -> None:
    assert first_sentence(text) == first


def test_counts_with_their_nouns() -> None:
    assert [plural(1, "fit"), plural(0, "fit"), plural(1234, "fit"), plural(2, "entry", "entries")] == [
        "1 fit",
        "0 fits",
        "1,234 fits",
        "2 entries",
    ]


def test_large_numbers_are_set_off_by_thousands() -> None:
    assert [number(7), number(1205), number(1234567)] == ["7", "1,205", "1,234,567"]


@pytest.mark.parametrize(
    ("name", "apart"),
    [
        ("RepresentedVariable", ["Represented", "Variable"]),
        ("CL_OBS_STATUS (Observation status)", ["CL_", "OBS_", "STATUS (Observation status)"]),
        ("Notes (xkos:ExplanatoryNote)", ["Notes (xkos:", "Explanatory", "Note)"]),
        ("CodeList", ["CodeList"]),
        ("Data Structure Definition", ["Data Structure Definition"]),
    ],
)
def test_a_long_name_breaks_at_its_joints_only(name: str, apart: list[str]) -> None:
    assert parts(name) == apart
    assert "".join(apart) == name


def test_a_sentence_goes_on_after_the_name_before_it() -> None:
    assert after("SDMX is a model.", "SDMX") == "is a model."
    assert after("SDMX-ML is a format.", "SDMX") == after("The model.", "SDMX") == ""


def test_no_name_of_a_standard_stands_twice_in_a_row(made: dict[str, Page]) -> None:
    for url in ("index.html", "standards/index.html"):
        text = re.sub(r"\s+", " ", re.sub(r"<[^>]*>", "", made[url].content))
        assert not re.search(r"\b(SDMX|VTL|GSBPM|GAMSO|GSIM) \1\b", text), url


def test_prose_without_links() -> None:
    assert plain("See [sdmx:code] and [x:y].", {"sdmx:code": "Code"}) == "See Code and x:y."


@pytest.mark.parametrize("language", ["xml", "json", "json-ld", "turtle", "csv", "vtl", "http", "nothing-known"])
def test_code_is_coloured_and_never_markup(language: str) -> None:
    found = highlighted('<script>alert(1)</script> & "x"', language)
    assert isinstance(found, Markup)
    assert "<script" not in found
    assert set(re.findall(r"</?([a-z]+)", found)) <= {"span"}


def test_the_words_of_the_site_explain_every_word_of_the_schemas(example_report: Report) -> None:
    shared = example_report.schemas.documents["common.schema.json"]["$defs"]
    artefact = example_report.schemas.documents["artefact.schema.json"]["properties"]
    assert list(words.roles) == shared["role"]["enum"]
    assert list(words.strengths) == shared["strength"]["enum"]
    assert list(words.bases) == shared["basis"]["enum"]
    assert set(words.matches) == {*shared["matchKind"]["enum"], "none"}
    assert set(words.statuses) == set(artefact["versions"]["items"]["properties"]["status"]["enum"])
    assert set(words.topics) == set(artefact["topic"]["enum"])
    assert set(words.families) == set(
        example_report.schemas.documents["standard.schema.json"]["properties"]["family"]["enum"]
    )


def test_every_language_of_a_name_has_its_word(report: Report) -> None:
    assert {label.lang for entry in report.catalogue.entries.values() for label in entry.labels} <= set(words.languages)


def test_every_kind_has_its_plural(report: Report) -> None:
    assert {node.kind for node in report.graph.nodes.values()} <= set(PLURALS)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("It's the office's", "It’s the office’s"),
        ("the offices' own", "the offices’ own"),
        (
            "the variable 'hours usually worked' of last year's file",
            "the variable 'hours usually worked' of last year’s file",
        ),
        ("<script>", "<script>"),
    ],
)
def test_apostrophes_follow_one_rule(text: str, shown: str) -> None:
    assert typeset(text) == shown


def test_a_task_or_sub_activity_is_named_and_stands_apart(made: dict[str, Page]) -> None:
    text = re.sub(r"<[^>]+>", "", made["gsbpm/4.3.html"].content)
    assert re.search(r"QuestionItem\s+task t01\b", text)
    assert re.search(r"\ssub-activity s01\b", re.sub(r"<[^>]+>", "", made["gsbpm/oa.quality.html"].content))


def test_lines_of_a_name_in_a_drawing_are_words_apart(made: dict[str, Page]) -> None:
    assert not [page.url for page in made.values() if "</tspan><tspan" in page.content]


def test_a_checked_aspect_with_a_source_names_it(site_report: Site) -> None:
    entry = site_report.catalogue["gsbpm:5.1"]
    page = Page("gsbpm/5.1.html", "t", "sub-process", id=entry.id)
    body = Renderer(site_report).render(page, "sub-process", step.sub_process(site_report, entry)).body
    section = re.search(r'id="interoperability".*?</section>', body, re.S)
    assert section
    assert re.search(r'published</span>\s*<a class="source" href="../sources/saf-vs-03.html"', section[0])
