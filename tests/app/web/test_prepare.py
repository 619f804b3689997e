"""The page before a talk."""

from __future__ import annotations

from datetime import date

from django.test import Client

from theirside.app import queries


def path() -> str:
    return f"/people/{queries.find_person('Sigrun').id}/prepare/"


def test_what_they_want_comes_before_what_we_want(seller: Client) -> None:
    page = seller.get(path()).text

    assert page.index("What they want") < page.index("What we want</h2>")
    assert "Three questions worth asking" in page
    assert "--want" not in page


def test_looking_keeps_nothing(seller: Client) -> None:
    seller.get(path())

    assert queries.preparations_of(queries.find_person("Sigrun")) == []


def test_our_wants_are_kept_with_the_questions(seller: Client) -> None:
    typed = {"day": "2026-12-01", "wants": "agree who joins\n\n  hear how it went "}
    response = seller.post(f"{path()}wants/", typed, follow=True)

    assert "Kept." in response.text
    [kept] = queries.preparations_of(queries.find_person("Sigrun"))
    assert kept.day == date(2026, 12, 1)
    assert kept.ours == ("agree who joins", "hear how it went")
    assert len(kept.questions) == 3
    assert "agree who joins" in seller.get(path(), {"day": "2026-12-01"}).text


def test_of_a_day_gone_by_nothing_said_later_counts(seller: Client) -> None:
    page = seller.get(path(), {"day": "2025-11-10"}).text

    assert "For the talk on 10 Nov 2025 · last in touch 6 Nov 2025" in page


def test_what_is_no_day_is_said(seller: Client) -> None:
    response = seller.get(path(), {"day": "tomorrow"})

    assert response.status_code == 404
    assert "is no day" in response.text
