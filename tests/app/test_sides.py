"""Whose side: told by the user, found out later, never guessed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.talks import ANNA, SAM, START, call, mail, said, thread
from theirside.app import queries
from theirside.app.services import (
    add_us,
    initialise,
    judge,
    keep,
    place_again,
    place_by_names,
    set_side,
)
from theirside.conversation import Side, Speaker
from theirside.errors import NotFoundError
from theirside.evidence import quote
from theirside.intake.us import Us
from theirside.understand.understanding import Observation, Status

pytestmark = pytest.mark.usefixtures("store")

UNKNOWN_ANNA = Speaker("Anna Bauer")
ROOM = Speaker("Speaker 1")


def sides(key: str) -> list[Side]:
    return [turn.speaker.side for turn in queries.conversation(key).conversation.turns]


def test_a_told_side_holds_in_its_conversation_and_makes_a_person() -> None:
    keep(call("c1", (ROOM, "We need it quieter."), (SAM, "I see.")))
    keep(call("c2", (ROOM, "Another room.")))

    assert set_side("c1", "speaker 1", Side.THEIRS) == 1

    assert sides("c1") == [Side.THEIRS, Side.OURS]
    assert sides("c2") == [Side.UNKNOWN]
    assert [each.person.names for each in queries.people()] == [("Speaker 1",)]


def test_told_everywhere_holds_for_what_comes_later() -> None:
    keep(call("c1", (ROOM, "We need it quieter.")))
    set_side(None, "Speaker 1", Side.OURS)
    keep(call("c2", (ROOM, "Good morning.")))

    assert sides("c1") == sides("c2") == [Side.OURS]
    assert queries.people() == []


def test_told_beats_rule_on_every_further_import() -> None:
    keep(thread("t1", mail("<1@x>", ANNA, "Hello.", SAM)))
    set_side("t1", "anna@brauhaus.example", Side.OURS)
    keep(thread("t2", mail("<2@x>", ANNA, "Again.", SAM)))

    assert sides("t1") == sides("t2") == [Side.OURS]
    assert queries.people() == []


def test_a_change_of_side_lets_the_conversation_be_read_again() -> None:
    keep(call("c1", (ROOM, "We need it quieter.")), [said(0, "We need")], "test-1")

    set_side("c1", "Speaker 1", Side.THEIRS)

    assert queries.conversation("c1").reader == ""


def test_nobody_of_that_name_is_answered_with_who_there_is() -> None:
    keep(call("c1", (ROOM, "We need it quieter."), (SAM, "I see.")))

    with pytest.raises(NotFoundError, match="Speaker 1, Sam Reed"):
        set_side("c1", "Zoe", Side.OURS)
    with pytest.raises(NotFoundError, match="no such conversation"):
        set_side("c9", "Zoe", Side.OURS)


def test_a_name_known_from_mail_places_a_call_that_came_before_it() -> None:
    keep(call("c1", (UNKNOWN_ANNA, "We need it quieter.")))
    keep(thread("t1", mail("<1@x>", ANNA, "Hello.", SAM)))

    assert place_by_names() == 1

    assert sides("c1") == [Side.THEIRS]
    [anna] = queries.people()
    assert anna.conversations == 2


def test_saying_who_we_are_afterwards_places_everybody() -> None:
    anna, sam = Speaker("Anna", "anna@brauhaus.example"), Speaker("Sam", "sam@ours.example")
    keep(thread("t1", mail("<1@x>", anna, "Hello.", sam), mail("<2@x>", sam, "Yes?", anna)))
    keep(call("c1", (ROOM, "Hm.")))
    assert [each.names for each in queries.unknown_speakers()] == [("Anna", "Sam"), ("Speaker 1",)]

    add_us(Us.of("ours.example"))
    place_again()

    assert sides("t1") == [Side.THEIRS, Side.OURS]
    assert [each.conversation for each in queries.unknown_speakers()] == ["c1"]


def test_whoever_is_ours_after_all_is_no_person_any_more() -> None:
    keep(thread("t1", mail("<1@x>", ANNA, "Hello.", SAM)))
    assert len(queries.people()) == 1

    add_us(Us.of("anna@brauhaus.example"))
    place_again()

    assert queries.people() == []


def test_who_we_are_is_added_to_or_begun_anew() -> None:
    initialise(Us.of("ours.example", "Sam Reed"))
    add_us(Us.of("me@home.example"))
    assert queries.workspace_us() == Us.of("ours.example", "Sam Reed", "me@home.example")

    initialise(Us.of("new.example"))
    assert queries.workspace_us() == Us.of("new.example")


def test_unknown_speakers_come_newest_conversation_first() -> None:
    keep(call("c1", (ROOM, "One.")))
    keep(thread("t1", mail("<1@x>", Speaker(email="who@x.example"), "Two.", SAM, hours=5)))

    assert START.year == 2026
    assert [each.conversation for each in queries.unknown_speakers()] == ["t1", "c1"]


def test_a_side_told_by_phone_holds_for_every_name_of_it() -> None:
    ring = Speaker("Ben", phone="+4791234567", side=Side.THEIRS)
    keep(call("c1", (ring, "Hello.")))
    set_side(None, "+4791234567", Side.OURS)
    keep(call("c2", (replace(ring, name="Benjamin"), "Hello.")))

    assert sides("c1") == sides("c2") == [Side.OURS]


def test_judgements_outlive_a_side_that_was_told_by_mistake() -> None:
    keep(thread("t1", mail("<1@x>", ANNA, "We want quiet.", SAM)))
    anna = queries.find_person("anna")
    words = quote(queries.conversation("t1").conversation, 0, 0, 7)
    judge(Observation("o", anna.id, "goal", "", (words,), Status.HEARD, 1.0), Status.CONFIRMED)

    set_side("t1", ANNA.email, Side.OURS)
    assert queries.people() == []
    set_side("t1", ANNA.email, Side.THEIRS)

    assert [each.person.id for each in queries.people()] == [anna.id]
    assert len(queries.judgements_of(anna)) == 1
