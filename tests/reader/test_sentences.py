"""Sentences carry their turn's circumstances and what was said before."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.reader import sentences
from theirside.reader.reader import BEFORE_CHARACTERS

OURS = Speaker("Sam", side=Side.OURS)
THEIRS = Speaker("Dana", side=Side.THEIRS)


def talk(*turns: tuple[Speaker, str], at: datetime | None = None) -> Conversation:
    made = tuple(Turn(str(i), speaker, text) for i, (speaker, text) in enumerate(turns))
    return Conversation("talk", Channel.CALL, made, started_at=at)


def test_offsets_are_of_the_turns_text() -> None:
    conversation = talk((OURS, " How are the ovens? "), (THEIRS, "Hot.\n\nToo hot."))
    for sentence in sentences(conversation):
        turn = conversation.turns[sentence.turn]
        assert turn.text[sentence.start : sentence.end] == sentence.text
    assert [each.text for each in sentences(conversation)] == [
        "How are the ovens?",
        "Hot.",
        "Too hot.",
    ]


def test_before_is_what_was_said_last_and_whose_it_was() -> None:
    found = sentences(talk((OURS, "How are the ovens?"), (THEIRS, "Hot. Too hot.")))
    assert [each.before for each in found] == [
        "",
        "How are the ovens?",
        "How are the ovens?\nHot.",
    ]
    assert [each.before_side for each in found] == [Side.UNKNOWN, Side.OURS, Side.THEIRS]


def test_an_empty_turn_does_not_hide_what_was_said_before_it() -> None:
    found = sentences(talk((OURS, "How are the ovens?"), (THEIRS, "  "), (THEIRS, "Hot.")))
    assert found[-1].before == "How are the ovens?"
    assert found[-1].turn == 2


def test_before_is_at_most_400_characters() -> None:
    found = sentences(talk((OURS, "We bake. " * 200), (THEIRS, "Good.")))
    assert max(len(each.before) for each in found) == BEFORE_CHARACTERS
    assert found[-1].before.endswith("We bake.")


def test_the_turns_time_counts_and_else_the_conversations() -> None:
    noon = datetime(2026, 3, 4, 12, tzinfo=UTC)
    later = datetime(2026, 3, 5, 12, tzinfo=UTC)
    turns = (Turn("0", OURS, "Hello."), Turn("1", THEIRS, "Hello.", at=later))
    found = sentences(Conversation("talk", Channel.MAIL, turns, started_at=noon))
    assert [each.at for each in found] == [noon, later]
    assert {each.channel for each in found} == {Channel.MAIL}


@given(st.lists(st.text(max_size=120), max_size=6))
def test_any_turns_give_sentences_that_stand_where_they_say(texts: list[str]) -> None:
    conversation = talk(*((THEIRS, text) for text in texts))
    for sentence in sentences(conversation):
        assert texts[sentence.turn][sentence.start : sentence.end] == sentence.text
        assert len(sentence.before) <= BEFORE_CHARACTERS
