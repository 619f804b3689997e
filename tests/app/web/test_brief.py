"""The brief as a page."""

from __future__ import annotations

from django.test import Client

from theirside.app import queries


def test_it_holds_their_side_and_ends_with_what_to_ask(seller: Client) -> None:
    page = seller.get(f"/people/{queries.find_person('Sigrun').id}/brief/").text

    assert page.index("What is at stake for them") < page.index("What to ask next")
    assert "11 conversations, 4 Nov 2025 to 14 Oct 2026" in page
