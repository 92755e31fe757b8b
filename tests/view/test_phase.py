"""The page of a phase: what is counted under each of its sub-processes."""

from __future__ import annotations

from navigator.view import phase
from navigator.view.fits import rows_at
from navigator.view.site import Site


def test_the_counts_of_a_card_add_up_to_all_fits_of_the_step(site_report: Site) -> None:
    """What comes from other standards is counted too, and named where there is something of it."""
    named = set()
    for entry in site_report.phases:
        for card, first in phase.phase(site_report, entry).first:
            rows = rows_at(site_report, site_report.within(card.node.id))
            assert sum(share.total for share in card.shares) == len(rows), card.node.id
            assert sum(share.primary for share in card.shares) == len(first), card.node.id
            assert all(share.total for share in card.shares if share.key == "other"), card.node.id
            named |= {share.key for share in card.shares}
    assert named == {"sdmx", "ddi", "companion", "other"}
