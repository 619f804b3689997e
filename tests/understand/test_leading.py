"""What is printed above a sentence that leans on the one before it, and what never is."""

from __future__ import annotations

import pytest

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation
from theirside.understand.leading import LONGEST, last_words

DANA = Speaker("Dana Whitfield", side=Side.THEIRS)
NORA = Speaker("Nora Tveit", side=Side.OURS)


def talk(*said: tuple[Speaker, str]) -> Conversation:
    turns = tuple(Turn(str(place), who, text) for place, (who, text) in enumerate(said))
    return Conversation("c", Channel.CALL, turns)


def before(conversation: Conversation, words: str, *special: Annotation) -> str:
    turn = len(conversation.turns) - 1
    return last_words(conversation, turn, conversation.turns[turn].text.index(words), special)


def test_it_is_the_sentence_before() -> None:
    said = talk((DANA, "We have six sites. The contractors come in. That's the main thing."))
    assert before(said, "That's") == "The contractors come in."


def test_at_the_beginning_of_a_turn_it_is_what_the_other_said_last() -> None:
    said = talk((NORA, "Good morning. It mustn't feel like control."), (DANA, "That's it."))
    assert before(said, "That's") == "Nora Tveit: It mustn't feel like control."


def test_a_sentence_that_says_too_little_has_the_one_before_it() -> None:
    said = talk((NORA, "So they come in with the value?"), (DANA, "Hm. Then it is in their head."))
    assert before(said, "Then") == "Nora Tveit: So they come in with the value? – Hm."


def test_at_the_beginning_of_a_talk_there_is_nothing() -> None:
    assert before(talk((DANA, "That's it.")), "That's") == ""


def test_a_long_sentence_is_cut_at_its_front() -> None:
    said = talk((DANA, "We went " + "on and on " * 30 + "until it stopped. That's it."))
    shown = before(said, "That's")
    assert shown.startswith("… ")
    assert shown.endswith("until it stopped.")
    assert len(shown) <= LONGEST + 2


@pytest.mark.parametrize("turn", [0, 1])
def test_what_is_of_a_special_category_is_never_shown(turn: int) -> None:
    health = "He has his knee operated."
    said = (
        talk((DANA, health), (DANA, "That's it.")) if turn else talk((DANA, f"{health} That's it."))
    )
    mark = Annotation(0, 0, len(health), "special", 1.0, "r")
    assert before(said, "That's") != ""
    assert before(said, "That's", mark) == ""


def test_of_a_talk_that_nobody_read_nothing_is_shown() -> None:
    said = talk((DANA, "We have six sites. That's it."))
    assert last_words(said, 0, len("We have six sites. "), None) == ""
