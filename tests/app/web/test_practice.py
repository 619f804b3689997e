"""Practice on pages: today's task with why, done with a line, put aside, the deck, the log."""

from __future__ import annotations

from django.test import Client
from django.utils import timezone

from theirside.app.practice import seller_named, todays_task
from theirside.purpose.choosing import Outcome
from theirside.purpose.deck import deck


def test_the_task_with_why_and_their_words(seller: Client) -> None:
    found = todays_task(seller_named(), timezone.localdate())
    page = seller.get("/purpose/").text

    assert found.task.title in page
    assert found.because is not None
    assert found.because.sign.says in page
    assert page.count("<blockquote") == 3


def test_done_with_a_line_stands_in_the_log(seller: Client) -> None:
    page = seller.post("/purpose/done/", {"note": "She laughed."}, follow=True)
    assert page.status_code == 404  # none was given yet today

    seller.get("/purpose/")
    page = seller.post("/purpose/done/", {"note": "She laughed."}, follow=True)

    assert "Done:" in page.text
    assert "She laughed." in page.text
    assert "She laughed." in seller.get("/purpose/log/").text


def test_put_aside_brings_another(seller: Client) -> None:
    first = todays_task(seller_named(), timezone.localdate())
    page = seller.post("/purpose/skip/", follow=True).text

    second = todays_task(seller_named(), timezone.localdate())
    assert second.task.id != first.task.id
    assert second.given.outcome is Outcome.OPEN
    assert second.task.title in page


def test_a_log_without_anything_shames_nobody(seller: Client) -> None:
    page = seller.get("/purpose/log/").text

    assert "Nothing yet" in page
    assert "nothing is counted up" in page


def test_every_task_of_the_deck_is_a_click_away(seller: Client) -> None:
    page = seller.get("/purpose/deck/").text

    for task in deck():
        assert f"/purpose/deck/{task}/" in page
    one = next(iter(deck().values()))
    assert one.afterwards.split("'")[0] in seller.get(f"/purpose/deck/{one.id}/").text
    assert seller.get("/purpose/deck/no_such_task/").status_code == 404


def test_several_of_us_are_asked_who(seller: Client) -> None:
    from theirside.app import services
    from theirside.intake.us import Us

    services.add_us(Us(names=frozenset({"Ola Nordmann"})))
    assert "Which of us are you?" in seller.get("/purpose/").text

    assert "I did it" in seller.get("/purpose/?as=Nora Tveit").text
    assert "I did it" in seller.get("/purpose/").text  # and it is remembered
