"""What a tool handles: a column stands where it has something to say."""

from __future__ import annotations

from dataclasses import replace

from navigator.model.practice import Handles
from navigator.view.handled import columns, handled
from navigator.view.site import Site


def test_the_shelf_of_other_standards_has_a_name_and_no_version(site_report: Site) -> None:
    tool = site_report.catalogue["tool:ckanext-dcat"]
    (row,) = handled(site_report, tool)
    assert (row.name, row.versions) == ("Other standards", "")
    assert columns((row,)) == ("reads", "writes", "artefacts")


def test_a_standard_without_a_version_says_so(example_site: Site) -> None:
    tool = example_site.catalogue["tool:editor"]
    unknown = replace(tool, standards=(Handles(standard="standard:sdmx"),))
    (row,) = handled(example_site, unknown)
    assert (row.name, row.versions) == ("SDMX", "not established")
    assert columns((row,)) == ("versions",)
