"""Running titles for the documents to print, as a style sheet: one named page for each phase."""

from __future__ import annotations

from navigator.view.site import Site

URL = "assets/printed-titles.css"


def titles_css(site: Site) -> str:
    """The page of each phase bears its code and name at the head."""
    return "".join(
        f"@page phase-{phase.code}{{@top-left{{content:{css_string(f'{phase.code} {phase.label}')}}}}}\n.printed-phase-{phase.code}{{page:phase-{phase.code}}}\n"
        for phase in site.phases
    )


def css_string(text: str) -> str:
    """A text as a string of CSS: whatever is no letter, digit or blank is written by its number."""
    return '"' + "".join(each if each.isalnum() or each == " " else f"\\{ord(each):x} " for each in text) + '"'
