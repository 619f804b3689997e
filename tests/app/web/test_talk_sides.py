"""Whose side: shown, set right, swapped back."""

from __future__ import annotations

import pytest
from django.test import Client

from tests.app.talks import ANNA, SAM, call
from theirside.app import queries
from theirside.app.services import keep
from theirside.app.web.views import talk_sides
from theirside.conversation import Side, Speaker
from theirside.reader.roles import Swapped

ROOM = Speaker("Speaker 1")


def sides(key: str) -> dict[str, Side]:
    return {each.speaker.label: each.speaker.side for each in queries.window(key).speaking}


def test_a_side_is_told_for_this_talk(empty: Client) -> None:
    keep(call("c1", (ROOM, "We want it quieter."), (SAM, "I see.")))
    keep(call("c2", (ROOM, "Good morning.")))

    response = empty.post("/conversations/c1/sides/", {"side-0": "theirs"}, follow=True)

    assert sides("c1") == {"Speaker 1": Side.THEIRS, "Sam Reed": Side.OURS}
    assert sides("c2") == {"Speaker 1": Side.UNKNOWN}
    assert "Speaker 1 is on their side" in response.text


def test_asked_for_it_holds_everywhere(empty: Client) -> None:
    keep(call("c1", (ROOM, "We want it quieter.")))
    keep(call("c2", (ROOM, "Good morning.")))

    told = {"side-0": "ours", "everywhere": "yes"}
    response = empty.post("/conversations/c1/sides/", told, follow=True)

    assert sides("c1") == sides("c2") == {"Speaker 1": Side.OURS}
    assert "1 other conversation will be read again" in response.text


def test_it_can_be_taken_back(empty: Client) -> None:
    keep(call("c1", (ROOM, "We want it quieter.")))
    empty.post("/conversations/c1/sides/", {"side-0": "ours"})
    empty.post("/conversations/c1/sides/", {"side-0": "unknown"})

    assert sides("c1") == {"Speaker 1": Side.UNKNOWN}


def test_nonsense_changes_nothing(empty: Client) -> None:
    keep(call("c1", (ROOM, "We want it quieter.")))

    response = empty.post(
        "/conversations/c1/sides/", {"side-0": "both", "side-9": "ours"}, follow=True
    )

    assert sides("c1") == {"Speaker 1": Side.UNKNOWN}
    assert "Nothing was changed" in response.text


def test_sides_that_look_swapped_are_told_and_swapped_by_one_button(
    empty: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(call("c1", (SAM, "We want it quieter."), (ANNA, "Let me show you.")))
    found = Swapped("Sam Reed", "Anna Bauer")
    monkeypatch.setattr(talk_sides, "swapped_in", lambda _: found)

    for path in ("/conversations/c1/swapped/", "/conversations/c1/sides/"):
        page = empty.get(path).text
        assert "The two speakers look swapped" in page
        assert 'name="side-0" value="theirs"' in page
        assert 'name="side-1" value="ours"' in page


def test_what_the_user_has_told_is_not_doubted(
    empty: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(call("c1", (SAM, "We want it quieter."), (ROOM, "Let me show you.")))
    monkeypatch.setattr(talk_sides, "swapped_in", lambda _: Swapped("Sam Reed", "Speaker 1"))
    empty.post("/conversations/c1/sides/", {"side-1": "theirs"})

    assert "swapped" not in empty.get("/conversations/c1/swapped/").text
    assert "/swapped/" not in empty.get("/conversations/c1/").text


def test_who_seems_to_sell_is_proposed_and_not_set(
    empty: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(call("c1", (ROOM, "Let me show you."), (Speaker("Speaker 2"), "We want it quieter.")))
    monkeypatch.setattr(talk_sides, "seems_to_sell", lambda _: "Speaker 1")

    page = empty.get("/conversations/c1/swapped/").text

    assert "Speaker 1 seems to be the seller" in page
    assert 'name="side-0" value="ours"' in page
    assert set(sides("c1").values()) == {Side.UNKNOWN}
