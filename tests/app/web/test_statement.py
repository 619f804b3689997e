"""A statement set right in place."""

from __future__ import annotations

import pytest
from django.test import Client

from theirside.app import queries
from theirside.app.understanding import understood
from theirside.understand.understanding import Observation, Status

HX = {"HX-Request": "true"}


def sigrun() -> str:
    return queries.find_person("Sigrun").id


def first() -> Observation:
    return understood(queries.find_person("Sigrun"))[0].current[0]


def now(key: str) -> Observation:
    everything = understood(queries.find_person("Sigrun"))[0].observations
    return next(each for each in everything if each.id == key)


def say(seller: Client, key: str, **asked: str) -> str:
    path = f"/people/{sigrun()}/statements/{key}/"
    return seller.post(path, asked, headers=HX).text


def test_confirming_answers_with_the_statement_as_it_stands_and_a_way_back(seller: Client) -> None:
    key = first().id
    part = say(seller, key, status="confirmed")

    assert "is-confirmed" in part
    assert f'id="s-{key}"' in part
    assert "Undo" in part
    assert now(key).status is Status.CONFIRMED

    say(seller, key, status="heard", text="")
    assert now(key).status is Status.HEARD


def test_a_correction_keeps_what_they_had_said_beside_it(seller: Client) -> None:
    key, had = first().id, first().evidence[-1].text
    part = say(seller, key, status="corrected", text="The board hears it from me.")

    assert "The board hears it from me." in part
    assert had[:20] in part
    assert now(key).statement == "The board hears it from me."


def test_undoing_leads_back_to_an_earlier_correction(seller: Client) -> None:
    key = first().id
    say(seller, key, status="corrected", text="As it is.")
    part = say(seller, key, status="confirmed")

    assert 'name="text" value="As it is."' in part
    assert 'value="corrected">' in part


def test_an_empty_correction_changes_nothing_and_says_so(seller: Client) -> None:
    part = say(seller, first().id, status="corrected", text="  ")

    assert "Say how it should read." in part
    assert now(first().id).status is Status.HEARD


def test_what_is_withdrawn_is_nowhere_afterwards(seller: Client) -> None:
    said = first()
    part = say(seller, said.id, status="withdrawn")

    assert "Withdrawn, for good." in part
    for page in ("", "history/", "brief/", "prepare/"):
        shown = seller.get(f"/people/{sigrun()}/{page}").text
        assert f'id="s-{said.id}"' not in shown, page
    assert (
        seller.post(
            f"/people/{sigrun()}/statements/{said.id}/", {"status": "confirmed"}
        ).status_code
        == 404
    )


def test_without_scripts_one_is_led_back_to_the_statement(seller: Client) -> None:
    key = first().id
    response = seller.post(f"/people/{sigrun()}/statements/{key}/", {"status": "confirmed"})

    assert response.headers["Location"] == f"/people/{sigrun()}/#s-{key}"
    assert "Confirmed." in seller.get(f"/people/{sigrun()}/").text


@pytest.mark.parametrize("asked", [{"status": "nonsense"}, {}])
def test_anything_else_is_refused(seller: Client, asked: dict[str, str]) -> None:
    response = seller.post(f"/people/{sigrun()}/statements/{first().id}/", asked)

    assert response.status_code == 404


def test_a_look_changes_nothing(seller: Client) -> None:
    assert seller.get(f"/people/{sigrun()}/statements/{first().id}/").status_code == 405


def test_a_belief_keeps_the_fact_beside_it(seller: Client) -> None:
    it, _ = understood(queries.find_person("Sigrun"))
    wrong = it.misbeliefs[0]

    assert wrong.fact in say(seller, wrong.observation, status="confirmed")


def test_what_touches_a_special_category_is_not_kept_and_stays_typed(seller: Client) -> None:
    key = first().id
    part = say(seller, key, status="corrected", text="She has been diagnosed with cancer.")

    assert "which is never kept" in part
    assert "diagnosed with cancer.</textarea>" in part
    assert now(key).status is Status.HEARD
