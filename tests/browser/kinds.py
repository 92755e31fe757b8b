"""One page of every kind, by address. test_pages.py fails when a kind of page is not among them."""

from __future__ import annotations

OF_DATA = (
    "index.html", "gsbpm/4.html", "gsbpm/4.3.html", "gsbpm/oa.quality.html", "gsbpm/concordance.html", "gsbpm/tasks.html",
    "gamso/index.html", "gamso/3.html", "gamso/3.3.html", "standards/index.html", "standards/sdmx.html", "artefacts/index.html",
    "artefacts/sdmx/codelist.html", "artefacts/ddi-l/question-item.html", "information-objects/index.html", "information-objects/code-list.html",
    "crosswalk.html", "hand-overs/index.html", "hand-overs/variable-to-component.html", "use-cases/index.html", "use-cases/insee-trevas.html",
    "tools/index.html", "tools/eno.html", "services/index.html", "services/sample-selection.html", "neighbours/index.html", "neighbours/dcat.html",
    "aspects/legal.html", "roles/data-owner.html", "organisations/index.html", "organisations/bis.html", "sources/index.html",
    "sources/unece-gsbpm-5-2.html", "examples/index.html", "examples/sdmx-dsd-lfs.html", "matrix/index.html", "matrix/sdmx.html", "state.html",
    "derivation.html", "finder.html", "compare.html", "office.html", "graph.html", "downloads.html", "vocabulary.html", "questions.html",
    "print/phase-4.html",
)  # fmt: skip
OF_PEOPLE = (
    "guide/index.html",
    "guide/sdmx-or-ddi.html",
    "governance/index.html",
    "method/index.html",
    "contribute/index.html",
    "about/index.html",
)
PAGES = OF_DATA + OF_PEOPLE
