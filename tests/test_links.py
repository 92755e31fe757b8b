"""Links: ids become addresses as seen from a page; a link that leads nowhere is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from navigator.links import Broken, broken, kind_of, relative, to_pages


@pytest.mark.parametrize(
    ("url", "page", "seen"),
    [
        ("gsbpm/4.3.html", "index.html", "gsbpm/4.3.html"),
        ("gsbpm/4.3.html#t01", "guide/index.md", "../gsbpm/4.3.html#t01"),
        ("gsbpm/4.3.html", "gsbpm/4.4.html", "4.3.html"),
        ("artefacts/sdmx/codelist.html", "a/b/c.html", "../../artefacts/sdmx/codelist.html"),
        ("crosswalk.html#codelist", "about/index.md", "../crosswalk.html#codelist"),
    ],
)
def test_addresses_as_seen_from_a_page(url: str, page: str, seen: str) -> None:
    assert relative(url, page) == seen


def test_ids_in_markdown_become_links_to_pages() -> None:
    text = "See [4.3](gsbpm:4.3), [codes](sdmx:codelist), [t](gsbpm:4.3.t01), [web](https://x.org), [no](nowhere:x), [page](other.md)."
    assert to_pages(text, "guide/index.md") == (
        "See [4.3](../gsbpm/4.3.html), [codes](../artefacts/sdmx/codelist.html), [t](../gsbpm/4.3.html#t01), "
        "[web](https://x.org), [no](nowhere:x), [page](other.md)."
    )


def test_mail_and_script_addresses_are_no_ids() -> None:
    assert [kind_of(id) for id in ("mailto:someone", "javascript:x", "https://x", "data:x", "nothing")] == [""] * 5


def site(folder: Path, **pages: str) -> list[str]:
    for name, text in pages.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        (path.parent / f"{path.name}.html").write_text(text, encoding="utf-8")
    return [str(each) for each in broken(folder)]


def test_links_that_lead_somewhere_are_fine(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text("{}")
    page = '<a href="sub/b.html#there">x</a> <a href="#here">x</a> <p id=here></p> <a href="data.json">x</a> <a href="https://x.org">x</a> <a href="">x</a>'
    assert site(tmp_path, a=page, sub__b="<p id='there'></p><a href=\"../a.html\">x</a><img src='../data.json'>") == []


@pytest.mark.parametrize(
    "link",
    [
        "c.html",
        "sub/b.html#nowhere",
        "#nowhere",
        "../outside.html",
        "missing.json",
        "javascript:alert(1)",
        "/a.html",
        "sub/",
    ],
)
def test_links_that_lead_nowhere_are_told_with_their_page(link: str, tmp_path: Path) -> None:
    assert site(tmp_path, a=f'<a class="x" href="{link}">x</a>', sub__b="<p></p>") == [f"a.html: {link}"]


def test_each_broken_link_is_told_once_a_page_and_in_order(tmp_path: Path) -> None:
    site(
        tmp_path,
        b='<a href="z.html">x</a><a href="y.html">x</a><a href="z.html">x</a>',
        a='<script src="y.js"></script>',
    )
    assert broken(tmp_path) == [Broken("a.html", "y.js"), Broken("b.html", "y.html"), Broken("b.html", "z.html")]


def test_the_page_for_errors_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "404.html").write_text('<a href="/anything.html">x</a>')
    assert broken(tmp_path) == []
