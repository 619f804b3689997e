"""The page of a person."""

from __future__ import annotations

from django.test import Client

from theirside.app import queries
from theirside.app.understanding import understood


def sigrun() -> str:
    return queries.find_person("Sigrun").id


def test_every_current_statement_stands_on_the_page(seller: Client) -> None:
    it, _ = understood(queries.find_person("Sigrun"))

    page = seller.get(f"/people/{sigrun()}/").text

    repaired = {each.observation for each in it.misbeliefs}
    assert all(f'id="s-{each.id}"' in page for each in it.current if each.id not in repaired)


def test_confirming_answers_with_the_statement_as_it_stands(seller: Client) -> None:
    it, _ = understood(queries.find_person("Sigrun"))
    first = it.current[0]

    response = seller.post(
        f"/people/{sigrun()}/statements/{first.id}/",
        {"status": "confirmed"},
        headers={"HX-Request": "true"},
    )

    assert "is-confirmed" in response.text
    assert f'id="s-{first.id}"' in response.text


def test_somebody_unknown_is_a_page_that_says_so(seller: Client) -> None:
    response = seller.get("/people/nobody-at-all/")

    assert response.status_code == 404
    assert "no such person" in response.text
