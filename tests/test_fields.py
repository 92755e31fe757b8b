"""The page of fields: each key once, with its form, whether it is needed, and what it says."""

from __future__ import annotations

import re
from pathlib import Path

from navigator import fields, schema


def rows(root: Path, section: str) -> dict[str, list[str]]:
    text = fields.fields_page(schema.read(root / "data/schema"))
    part = re.split(r"^## ", text.split(f"## {section} {{:", 1)[1], maxsplit=1, flags=re.M)[0]
    cells = [line.strip("| ").split(" | ") for line in part.splitlines() if line.startswith("| `")]
    return {cell[0].strip("`"): cell[1:] for cell in cells}


def test_a_key_of_the_entry_itself(root: Path) -> None:
    assert rows(root, "Use case")["year"] == ["yes", "[date](#def-date)", "Year of the state described."]


def test_a_key_inside_a_list_shows_its_way(root: Path) -> None:
    found = rows(root, "Use case")
    assert found["steps[].activity"][:2] == ["yes", "[activity](#def-activity)"]
    assert "steps" in found


def test_a_closed_list_shows_its_words(root: Path) -> None:
    assert "`in full`, `in part`" in " ".join(rows(root, "Source")["read"])


def test_a_key_without_words_of_its_own_takes_those_of_what_it_refers_to(root: Path) -> None:
    assert "Other names that people use" in " ".join(
        rows(root, "Source")["about"] + rows(root, "Tool or service")["aliases"]
    )


def test_every_reference_leads_to_a_definition_on_the_page(root: Path) -> None:
    text = fields.fields_page(schema.read(root / "data/schema"))
    wanted = set(re.findall(r"\(#(def-[A-Za-z]+)\)", text))
    there = set(re.findall(r"\{: #(def-[A-Za-z]+) \}", text)) | set(re.findall(r'<span id="(def-[A-Za-z]+)">', text))
    assert wanted
    assert wanted - there == set()


def test_every_place_that_the_page_names_is_there(root: Path) -> None:
    places = re.findall(r"In `(data/[a-z/<>-]+\.yaml)`", fields.fields_page(schema.read(root / "data/schema")))
    assert len(places) > 20
    patterns = [re.sub("<[a-z]+>", "*", place) for place in places]
    assert [each for each in patterns if not any(root.glob(each))] == []
