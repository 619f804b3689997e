"""Saying whose side: for one talk, and everywhere; what changes is read again."""

from __future__ import annotations

import pytest

from tests.app.talks import SAM, call
from theirside.app import queries
from theirside.app.services import keep
from theirside.app.telling_sides import tell_sides
from theirside.conversation import Side, Speaker

pytestmark = pytest.mark.usefixtures("store")

ROOM = Speaker("Speaker 1")


def side(key: str) -> Side:
    return queries.window(key, most=0).speaking[0].speaker.side


def test_a_side_is_told_for_one_talk_and_the_talk_is_read_again() -> None:
    keep(call("c1", (ROOM, "We want it quieter."), (SAM, "I see.")), [], "old")
    keep(call("c2", (ROOM, "Good morning.")), [], "old")

    assert tell_sides("c1", {"Speaker 1": Side.THEIRS}) == 0

    assert (side("c1"), side("c2")) == (Side.THEIRS, Side.UNKNOWN)
    assert queries.window("c1").reader not in ("", "old")
    assert queries.window("c2").reader == "old", "what is not concerned stays as it is"


def test_asked_for_it_is_told_everywhere() -> None:
    keep(call("c1", (ROOM, "We want it quieter.")), [], "old")
    keep(call("c2", (ROOM, "Good morning.")), [], "old")

    assert tell_sides("c1", {"Speaker 1": Side.THEIRS}, everywhere=True) == 1

    assert (side("c1"), side("c2")) == (Side.THEIRS, Side.THEIRS)
    assert queries.window("c2").reader == "", "it waits to be read again"


def test_what_is_so_already_changes_nothing() -> None:
    keep(call("c1", (SAM, "Hello.")), [], "old")

    assert tell_sides("c1", {"Sam Reed": Side.OURS}) == 0
    assert queries.window("c1").reader == "old"
