"""Opening a talk to the coaches: by whose it is, and nobody else."""

from __future__ import annotations

from django.test import Client

from tests.app.web.test_access import SECRETS, TALK, cast
from theirside.app import services

__all__ = ["cast"]
PAGE = f"/conversations/{TALK.id}/"


def test_its_owner_opens_it_to_the_coaches_and_closes_it_again(cast: dict[str, Client]) -> None:
    assert "Only you see this talk." in cast["nora"].get(PAGE).text

    page = cast["nora"].post(f"{PAGE}shown/", {"show": "yes"}, follow=True).text
    assert "The coaches see this talk, too." in page
    assert "A talk of nora@ours.example, open to you as a coach." in cast["kari"].get(PAGE).text
    assert not SECRETS.search(cast["tom"].get(PAGE).text)

    cast["nora"].post(f"{PAGE}shown/", {"show": "no"})
    assert cast["kari"].get(PAGE).status_code == 404


def test_nobody_else_can(cast: dict[str, Client]) -> None:
    for who in ("tom", "kari", "ada", "outsider"):
        assert cast[who].post(f"{PAGE}shown/", {"show": "yes"}).status_code in {403, 404}
    assert cast["kari"].get(PAGE).status_code == 404


def test_what_a_coach_was_shown_is_not_theirs_to_show(cast: dict[str, Client]) -> None:
    cast["nora"].post(f"{PAGE}shown/", {"show": "yes"})

    assert "Close it again" not in cast["kari"].get(PAGE).text
    assert cast["kari"].post(f"{PAGE}shown/", {"show": "no"}).status_code == 404


def test_where_the_team_agreed_there_is_nothing_to_open(cast: dict[str, Client]) -> None:
    services.agree_open(to_coaches=True)

    page = cast["nora"].get(PAGE).text
    assert "the team agreed" in page
    assert "Show it to the coaches" not in page


def test_on_one_s_own_machine_nothing_is_said_of_it(seller: Client) -> None:
    assert "see this talk" not in seller.get("/conversations/call-44536cb2353ee673cc69/").text
