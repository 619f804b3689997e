"""Whose matters our sentences are about, counted by hand on one small talk."""

from __future__ import annotations

from tests.purpose.understood import call, ready
from tests.understand.talks import DANA, SAM, mark
from theirside.conversation import Side
from theirside.purpose.debrief import Focus
from theirside.purpose.focus import focus_of, is_question, labels_of, sentences_of

TALK = call(
    "c",
    (SAM, "How do you run the checks? Could you send us the list? We won a prize."),
    (DANA, "On paper. What does it cost?"),
    (SAM, "It costs nothing for you. Buy today or lose your place. So it was a long night."),
)
MARKS = (
    mark(TALK, "Could you send us the list?", "ask"),
    mark(TALK, "We won a prize.", "self_focus"),
    mark(TALK, "Buy today or lose your place.", "press.urgency"),
    mark(TALK, "Buy today or lose your place.", "customer_focus"),
    mark(TALK, "So it was a long night.", "reflection.simple"),
)


def test_each_of_our_sentences_is_about_them_about_us_or_neither() -> None:
    talk = ready(TALK, *MARKS)
    labels, ours = labels_of(talk), sentences_of(talk, Side.OURS)
    focus = focus_of(labels, ours)
    assert [each.text for each in focus.theirs] == [
        "How do you run the checks?",
        "So it was a long night.",
    ]
    assert [each.text for each in focus.ours] == [
        "We won a prize.",
        "Buy today or lose your place.",
    ]
    assert focus.all == 6


def test_what_is_known_to_serve_them_is_about_them_unless_it_presses() -> None:
    talk = ready(TALK, *MARKS)
    labels, ours = labels_of(talk), sentences_of(talk, Side.OURS)
    focus = focus_of(labels, ours, frozenset(ours))
    assert len(focus.theirs) == 5
    assert [each.text for each in focus.ours] == ["Buy today or lose your place."]


def test_a_question_is_known_by_the_reader_or_by_its_mark() -> None:
    talk = ready(TALK, mark(TALK, "We won a prize.", "question.indirect"))
    labels = labels_of(talk)
    asking = [each.text for each in sentences_of(talk, Side.OURS) if is_question(labels, each)]
    assert asking == [
        "How do you run the checks?",
        "Could you send us the list?",
        "We won a prize.",
    ]


def test_sentences_are_of_one_side_from_a_turn_on_and_never_special() -> None:
    talk = ready(TALK, mark(TALK, "So it was a long night.", "special.health"))
    assert [each.text for each in sentences_of(talk, Side.OURS, 1)] == [
        "It costs nothing for you.",
        "Buy today or lose your place.",
    ]
    assert [each.text for each in sentences_of(talk, Side.THEIRS)] == [
        "On paper.",
        "What does it cost?",
    ]


def test_a_share_needs_eight_clear_sentences() -> None:
    place = sentences_of(ready(TALK), Side.OURS)[0]
    assert Focus((place,) * 6, (place,) * 2, 20).share == 0.75
    assert Focus((place,) * 5, (place,) * 2, 20).share is None
