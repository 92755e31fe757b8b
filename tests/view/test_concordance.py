"""The concordance is computed from the names."""

from __future__ import annotations

from navigator.view import concordance
from navigator.view.site import Site


def test_five_names_changed_with_5_1_and_six_with_5_2(site_report: Site) -> None:
    """Computed from the names themselves; issue and official lists of changes say so too."""
    found = concordance.concordance(site_report)
    assert found.editions == ("5.0", "5.1", "5.2")
    assert found.renamed == {"5.1": 5, "5.2": 6}
    assert len(found.rows) == 8 + 44 + 6


def test_a_new_name_is_seen_and_another_spelling_is_not(example_site: Site) -> None:
    rows = {row.node.id: row for row in concordance.concordance(example_site).rows}
    assert rows["gsbpm:4.3"].changed == ("5.1",)
    assert rows["gsbpm:4.3"].names == (
        ("5.0", "Do the collection"),
        ("5.1", "Run collection"),
        ("5.2", "Run collection"),
    )
    assert rows["gsbpm:4"].changed == ()
    assert rows["gsbpm:oa.quality"].names[0] == ("5.0", "")
