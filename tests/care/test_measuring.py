"""Talks to figures: what is said where something can't be counted, and over several talks."""

from __future__ import annotations

import pytest

from tests.care.example_talks import SPEAKERS
from theirside.care import measure
from theirside.care.figure import Figure
from theirside.care.gathered import SEVERAL
from theirside.care.measuring import chosen_measures, figures, figures_by
from theirside.care.talks import talks_of
from theirside.conversation import Channel, Conversation, Turn
from theirside.errors import NotFoundError
from theirside.evidence import Annotation
from theirside.understand.talk import Talk


def conversation(key: str, *said: tuple[str, str], channel: Channel = Channel.CALL) -> Conversation:
    turns = (Turn(f"{key}-{n}", SPEAKERS[side], text) for n, (side, text) in enumerate(said))
    return Conversation(key, channel, tuple(turns))


def talk(key: str, *said: tuple[str, str], labels: tuple[tuple[int, str], ...] = ()) -> Talk:
    made = conversation(key, *said)
    marks = [
        Annotation(turn, 0, len(made.turns[turn].text), label, 0.9, "by hand")
        for turn, label in labels
    ]
    [ready] = talks_of(made, {key: marks})
    return ready


def one(found: list[Figure]) -> Figure:
    [figure] = found
    return figure


OPEN, CLOSED = (
    (("ours", "What hurts?"), "question.open"),
    (("ours", "Is it so?"), "question.closed"),
)


def asking(key: str, opened: int, closed: int) -> Talk:
    said = [OPEN[0]] * opened + [CLOSED[0]] * closed
    labels = [OPEN[1]] * opened + [CLOSED[1]] * closed
    return talk(key, *said, ("theirs", "Well."), labels=tuple(enumerate(labels)))


def test_counts_are_added_up_before_they_are_divided() -> None:
    figure = one(figures([asking("a", 4, 0), asking("b", 0, 6)], ["open_questions"]))
    assert (figure.count, figure.of, figure.value, figure.talks) == (4, 10, 0.4, 2)


def test_from_several_talks_on_the_interval_covers_whole_talks_too() -> None:
    half = SEVERAL // 2
    alike = [asking(f"a{n}", 2, 2) for n in range(SEVERAL)]
    unlike = [asking(f"o{n}", 4, 0) for n in range(half)]
    unlike += [asking(f"c{n}", 0, 4) for n in range(half)]
    narrow = one(figures(alike, ["open_questions"]))
    wide = one(figures(unlike, ["open_questions"]))
    assert narrow.value == wide.value == 0.5
    assert narrow.low is not None
    assert narrow.high is not None
    assert wide.low is not None
    assert wide.high is not None
    assert narrow.high - narrow.low > 0.2  # all talks alike, and yet not certain
    assert wide.high - wide.low > narrow.high - narrow.low


def test_whose_side_nobody_knows_is_said_and_not_counted() -> None:
    said = talk("a", ("ours", "Good day to you all."), ("unknown", "Good day, we keep bees."))
    figure = one(figures([said], ["talk_share"]))
    assert figure.value is None
    assert figure.note == "whose side Speaker 3 is on is not known"
    assert figure.left_out == ((figure.note, 1),)


def test_a_talk_in_doubt_is_left_out() -> None:
    said = asking("a", 3, 3)
    figure = one(figures([said], ["open_questions"], doubt=lambda _: "they look swapped"))
    assert (figure.value, figure.note, figure.talks) == (None, "they look swapped", 0)


def test_what_the_reader_does_not_hear_is_no_zero() -> None:
    said = talk("a", ("ours", "We have it in green and in blue. " * 20), ("theirs", "I see."))
    unheard = {f"press.{each}" for each in (
        "assumed_close", "urgency", "scarcity", "guilt", "trap", "flattery", "feigned_agreement"
    )}  # fmt: skip
    assert one(figures([said], ["pressure"])).value == 0
    figure = one(figures([said], ["pressure"], unheard=unheard))
    assert figure.value is None
    assert figure.note == "the reader does not hear press well enough to count"
    some = one(figures([said], ["pressure"], unheard=unheard - {"press.trap"}))
    assert some.value == 0


def test_what_was_heard_counts_whatever_else_is_not() -> None:
    text = "Only two of these are left in the whole country and in all of the next one too."
    said = talk("a", ("ours", text * 2), ("theirs", "I see."), labels=((0, "press.scarcity"),))
    figure = one(figures([said], ["pressure"], unheard={"press.scarcity"}))
    assert figure.count > 0
    assert figure.value is not None


def test_a_measure_of_mails_makes_no_sense_for_a_call() -> None:
    assert figures([asking("a", 3, 3)], ["mail_length"]) == []


def test_what_is_off_is_not_counted() -> None:
    on = {each.measure for each in figures([asking("a", 3, 3)])}
    off = {each.measure for each in figures([asking("a", 3, 3)], off={"questions"})}
    assert on - off == {"questions"}
    assert figures([asking("a", 3, 3)], ["questions"], off={"questions"}) == []
    assert [each.id for each in chosen_measures(["questions", "patience"], {"questions"})] == [
        "patience"
    ]


def test_groups_are_counted_in_one_go() -> None:
    talks = [asking("a", 5, 0), asking("b", 0, 5)]
    found = figures_by(talks, lambda each: ("all", each.id), ["open_questions"])
    assert [one(found[key]).count for key in ("all", "a", "b")] == [5, 5, 0]


def test_a_special_category_counts_as_words_and_is_never_shown() -> None:
    said = conversation("a", ("ours", "I am ill. What hurts?"), ("theirs", "Much."))
    marks = [Annotation(0, 0, 9, label, 0.9, "by hand") for label in ("special", "question.open")]
    [ready] = talks_of(said, {"a": marks})
    figure = one(figures([ready], ["talk_share"]))
    assert (figure.count, figure.of) == (5, 6)
    assert all("ill" not in each.text for each in figure.evidence)


def test_a_promise_is_kept_in_a_later_talk_with_the_same_person() -> None:
    first = talk(
        "a",
        ("ours", "I will send you the drawing of the gate."),
        ("theirs", "Thank you."),
        labels=((0, "promise"),),
    )
    later = talk("b", ("ours", "Here is the drawing of the gate."), ("theirs", "Lovely."))
    figure = one(figures([first, later], ["promises_kept"]))
    assert (figure.count, figure.of) == (1, 1)
    assert [each.conversation for each in figure.evidence] == ["a"]
    other = talk("b", ("ours", "The weather holds."), ("theirs", "Lovely."))
    missed = one(figures([first, other], ["promises_kept"]))
    assert (missed.count, missed.of) == (0, 1)
    assert [each.conversation for each in missed.rest] == ["a"]


def test_the_public_function_takes_one_conversation_or_many() -> None:
    said = conversation("a", ("ours", "What hurts?"), ("theirs", "The back."))
    given = {"a": [Annotation(0, 0, 11, "question.open", 0.9, "by hand")]}
    for asked in (said, [said]):
        figure = one(measure(asked, given, only=["open_questions"]))
        assert (figure.count, figure.of, figure.value) == (1, 1, None)


def test_a_measure_that_there_is_not_is_named() -> None:
    with pytest.raises(NotFoundError, match="'talkshare': no such measure; there are talk_share"):
        figures([], ["talkshare"])
