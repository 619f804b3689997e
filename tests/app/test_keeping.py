"""Keeping conversations: once, grown, joined; nothing lost and nothing twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from tests.app.talks import ANNA, BEN, SAM, call, mail, said, thread
from theirside.app import models, queries
from theirside.app.services import Kept, keep
from theirside.conversation import Apart, ApartKind, Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation

pytestmark = pytest.mark.usefixtures("store")

ASK = mail("<1@x>", ANNA, "We want fewer night shifts.", SAM)
ANSWER = mail("<2@x>", SAM, "Tell me more.", ANNA, hours=1)
MORE = mail("<3@x>", ANNA, "The cellar alarms wake us.", SAM, BEN, hours=2)


def ids(key: str) -> list[str]:
    return [turn.id for turn in queries.conversation(key).conversation.turns]


def test_a_kept_conversation_comes_back_as_it_was() -> None:
    conversation = thread("t1", ASK, ANSWER, MORE)
    annotation = said(0, ASK.text)

    assert keep(conversation, [annotation], "test-1") is Kept.NEW

    talk = queries.conversation("t1")
    assert talk.conversation == conversation
    assert talk.annotations == (annotation,)
    assert talk.reader == "test-1"


def test_a_call_comes_back_with_its_seconds() -> None:
    conversation = call("c1", (ANNA, "Hello."), (SAM, "Good morning."))
    keep(conversation)

    assert queries.conversation("c1").conversation == conversation


def test_times_come_back_in_the_zone_in_which_they_were_given() -> None:
    oslo = timezone(timedelta(hours=2))
    turn = replace(ASK, at=datetime(2026, 6, 1, 0, 30, tzinfo=oslo))
    keep(thread("t1", turn))

    at = queries.conversation("t1").conversation.turns[0].at
    assert at is not None
    assert at.isoformat() == "2026-06-01T00:30:00+02:00"


def test_a_time_without_a_zone_stays_without() -> None:
    turn = replace(ASK, at=datetime(2026, 6, 1, 0, 30))  # noqa: DTZ001 - that is the point
    keep(thread("t1", turn))

    assert queries.conversation("t1").conversation.turns[0].at == turn.at


def test_what_was_kept_apart_stays_reachable() -> None:
    turn = replace(
        ASK,
        original=ASK.text + "\n-- \nAnna",
        apart=(Apart(ApartKind.SIGNATURE, len(ASK.text), len(ASK.text) + 9),),
    )
    keep(thread("t1", turn))

    assert queries.conversation("t1").conversation.turns[0] == turn


def test_text_that_no_database_takes_keeps_its_offsets() -> None:
    text = "We\x00 want \udc80 peace at night."
    keep(thread("t1", replace(ASK, text=text)), [said(0, text)], "test-1")

    kept = queries.conversation("t1").conversation.turns[0].text
    assert kept == "We\ufffd want \ufffd peace at night."
    assert len(kept) == len(text)


def test_names_and_keys_of_any_length_are_kept() -> None:
    long = Speaker("N" * 3000, "a@" + "x" * 400 + ".example", side=Side.THEIRS)
    conversation = thread("k" * 3000, mail("<" + "m" * 5000 + ">", long, "Hello.", SAM))

    assert keep(conversation) is Kept.NEW
    assert keep(conversation) is Kept.UNCHANGED


def test_keeping_it_again_adds_nothing() -> None:
    conversation = thread("t1", ASK, ANSWER)
    keep(conversation, [said(0, ASK.text)], "test-1")
    before = [model.objects.count() for model in (models.Turn, models.Speaker, models.Person)]

    assert keep(conversation, [said(0, ASK.text)], "test-1") is Kept.UNCHANGED
    assert len(queries.conversation("t1").annotations) == 1
    assert before == [
        model.objects.count() for model in (models.Turn, models.Speaker, models.Person)
    ]


def test_holds_says_whether_keeping_would_change_anything() -> None:
    conversation = thread("t1", ASK, ANSWER)
    assert not queries.holds(conversation, "test-1")
    keep(conversation, [], "test-1")

    assert queries.holds(conversation, "test-1")
    assert not queries.holds(conversation, "test-2")
    assert not queries.holds(thread("t1", ASK, ANSWER, MORE), "test-1")


def test_repeated_turn_ids_are_all_kept() -> None:
    conversation = thread("t1", ASK, replace(ANSWER, id=ASK.id))

    keep(conversation, [said(1, ANSWER.text)], "test-1")

    talk = queries.conversation("t1")
    assert [turn.text for turn in talk.conversation.turns] == [ASK.text, ANSWER.text]
    assert talk.annotations[0].turn == 1


def test_a_grown_thread_is_extended_and_read_as_a_whole() -> None:
    keep(thread("t1", ASK, ANSWER), [said(0, ASK.text)], "test-1")
    notes = [said(0, ASK.text), said(2, MORE.text)]

    assert keep(thread("t1", ASK, ANSWER, MORE), notes, "test-1") is Kept.EXTENDED

    talk = queries.conversation("t1")
    assert [turn.id for turn in talk.conversation.turns] == ["<1@x>", "<2@x>", "<3@x>"]
    assert [each.turn for each in talk.annotations] == [0, 2]


def test_newer_mails_without_the_older_ones_are_put_in_their_place_to_be_read_again() -> None:
    keep(thread("t1", ASK, MORE), [said(0, ASK.text)], "test-1")

    assert keep(thread("t1", ANSWER, MORE), [], "test-1") is Kept.EXTENDED

    assert ids("t1") == ["<1@x>", "<2@x>", "<3@x>"]
    assert queries.conversation("t1").reader == ""


def test_a_part_of_a_thread_that_is_there_already_takes_nothing_away() -> None:
    keep(thread("t1", ASK, ANSWER), [said(0, ASK.text)], "test-1")

    assert keep(thread("t9", ANSWER), [], "test-1") is Kept.UNCHANGED
    assert len(queries.conversation("t1").annotations) == 1
    assert queries.conversation("t1").reader == "test-1"


def test_threads_that_turn_out_to_be_one_become_one() -> None:
    keep(thread("t1", ASK), [said(0, ASK.text)], "test-1")
    keep(thread("t3", MORE), [said(0, MORE.text)], "test-1")

    assert keep(thread("whole", ASK, ANSWER, MORE), [], "test-2") is Kept.EXTENDED

    assert [each.id for each in queries.conversations()] == ["t1"]
    assert ids("t1") == ["<1@x>", "<2@x>", "<3@x>"]


def test_turns_of_two_calls_are_never_taken_for_the_same() -> None:
    keep(call("c1", (ANNA, "Hello.")))

    assert keep(call("c2", (ANNA, "Something else."))) is Kept.NEW
    assert ids("c1") == ids("c2") == ["0"]


def test_of_a_special_category_only_the_place_is_kept() -> None:
    text = "I was ill. We want quiet."
    special = Annotation(0, 0, 10, "special.health", 0.9, "test-1")
    inside = Annotation(0, 2, 9, "feeling.sadness", 0.9, "test-1")
    beside = Annotation(0, 11, len(text), "facet.goal", 0.9, "test-1")
    keep(thread("t1", replace(ASK, text=text)), [special, inside, beside], "test-1")

    talk = queries.conversation("t1")
    assert talk.annotations == (beside,)
    assert talk.withheld == (Annotation(0, 0, 10, "special", 1.0, "test-1"),)
    assert queries.traces_of(["health", "sadness"]) == []
    inputs = queries.understanding_inputs(queries.find_person("anna"))
    assert inputs.annotations == {"t1": (beside, *talk.withheld)}


def test_what_was_withheld_is_read_anew_by_a_newer_reader() -> None:
    keep(thread("t1", ASK), [said(0, ASK.text, "special")], "test-1")
    keep(thread("t1", ASK), [said(0, ASK.text, reader="test-2")], "test-2")

    talk = queries.conversation("t1")
    assert (len(talk.annotations), talk.withheld) == (1, ())


def test_a_newer_reader_replaces_what_the_older_one_said() -> None:
    keep(thread("t1", ASK), [said(0, ASK.text)], "test-1")
    newer = said(0, ASK.text, "facet.pain", "test-2")

    assert keep(thread("t1", ASK), [newer], "test-2") is Kept.UNCHANGED
    assert queries.conversation("t1").annotations == (newer,)


def test_a_grown_chat_goes_on_where_it_was() -> None:
    def chat(*turns: Turn) -> Conversation:
        return replace(thread("chat", *turns), channel=Channel.CHAT)

    keep(chat(ASK, ANSWER))

    assert keep(chat(ASK, ANSWER, MORE)) is Kept.EXTENDED
    assert ids("chat") == ["<1@x>", "<2@x>", "<3@x>"]


def test_a_conversation_without_turns_is_kept_too() -> None:
    keep(Conversation("empty", Channel.NOTE, ()))

    assert queries.conversation("empty").conversation.turns == ()
