"""A stretch of a conversation is what the whole would show there."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.app.talks import ANNA, BEN, SAM, call, mail, said, thread
from theirside.app import queries
from theirside.app.services import keep, set_side
from theirside.conversation import Side, Speaker
from theirside.errors import NotFoundError
from theirside.evidence import Annotation

pytestmark = pytest.mark.usefixtures("store")

LINES = [(SAM, "One."), (ANNA, "Two wants."), (BEN, "Three is ill."), (SAM, "Four.")]


def test_a_stretch_has_its_turns_and_their_annotations_by_the_number_in_the_whole() -> None:
    special = Annotation(2, 0, 13, "special", 1.0, "test-1")
    keep(call("c1", *LINES), [said(0, "One"), said(1, "Two"), special], "test-1")

    it = queries.window("c1", 1, 2)

    whole = queries.conversation("c1")
    assert it.turns == whole.conversation.turns[1:3]
    assert it.annotations == tuple(each for each in whole.annotations if each.turn == 1)
    assert it.withheld == whole.withheld
    assert [each.turn for each in it.withheld] == [2]
    assert (it.first, it.end, it.total) == (1, 3, 4)


def test_everybody_who_speaks_is_told_whatever_the_stretch() -> None:
    keep(call("c1", *LINES, (Speaker("Speaker 1"), "Five.")))
    set_side("c1", "Speaker 1", Side.THEIRS)

    it = queries.window("c1", most=0)

    assert it.turns == ()
    told = [(each.speaker.label, each.turns, each.told) for each in it.speaking]
    assert told == [
        ("Sam Reed", 2, False),
        ("Anna Bauer", 1, False),
        ("Ben Okafor", 1, False),
        ("Speaker 1", 1, True),
    ]
    assert [each.person.name if each.person else "" for each in it.speaking][:2] == [
        "",
        "Anna Bauer",
    ]


def test_a_mail_keeps_to_whom_it_went() -> None:
    keep(thread("m1", mail("<1@x>", ANNA, "Hello.", SAM, BEN)))

    assert [each.name for each in queries.window("m1").turns[0].to] == ["Sam Reed", "Ben Okafor"]


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(NotFoundError):
        queries.window("nothing")


def test_a_longer_talk_takes_no_more_queries() -> None:
    keep(call("short", *LINES))
    keep(call("long", *(LINES * 20)))
    counts = []
    for key in ("short", "long"):
        with CaptureQueriesContext(connection) as captured:
            queries.window(key, 0, 50)
        counts.append(len(captured))

    assert counts[0] == counts[1] <= 8


def test_stretches_tell_sides_times_and_lengths_without_words() -> None:
    keep(call("c1", *LINES))

    found = queries.stretches("c1")

    assert [each.side for each in found] == [Side.OURS, Side.THEIRS, Side.THEIRS, Side.OURS]
    assert [(each.start, each.end) for each in found][:2] == [(0.0, 4.0), (5.0, 9.0)]
    assert [each.characters for each in found] == [4, 10, 13, 5]
