"""Running titles for the documents to print, as a style sheet: one named page for each phase."""

from __future__ import annotations

from navigator.view.site import Site

URL = "assets/printed-titles.css"


def titles_css(site: Site) -> str:
    """The page of each phase bears its code and name at the head."""
    return "".join(_page(phase.code, f"{phase.code} {phase.label}") for phase in site.phases)


def _page(code: str, title: str) -> str:
    return (
        f"@page phase-{code}{{@top-left{{content:{css_string(title)}}}}}\n.printed-phase-{code}{{page:phase-{code}}}\n"
    )


def css_string(text: str) -> str:
    """A text as a string of CSS: whatever is no letter, digit or blank is written by its number."""
    return '"' + "".join(each if each.isalnum() or each == " " else f"\\{ord(each):x} " for each in text) + '"'
