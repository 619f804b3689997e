"""A seller's own lines: ours alone, by what they do, fit to be said to somebody else."""

from __future__ import annotations

from tests.purpose.understood import call, ready
from tests.understand.talks import DANA, SAM, mark
from theirside.purpose.chairs.own_lines import own_lines

OPEN = "How do you plan the rounds?"
NAMED = "How do you see that, Dana, from the yard?"
US = "We are forty people by now."
PRESS = "The offer ends tonight, you know."
TALK = call(
    "c", (SAM, f"{OPEN} {US} {PRESS}"), (DANA, "How would you plan them?"), (SAM, f"{NAMED} {OPEN}")
)


def lines() -> dict[str, list[str]]:
    marks = [
        mark(TALK, OPEN, "question.open"),
        mark(TALK, NAMED, "question.open"),
        mark(TALK, "How would you plan them?", "question.open"),
        mark(TALK, US, "self_focus"),
    ]
    return {
        kind: [q.text for q in found] for kind, found in own_lines([ready(TALK, *marks)]).items()
    }


def test_lines_are_ours_sorted_by_what_they_do_and_each_once() -> None:
    found = lines()
    assert found["open"] == [OPEN]
    assert found["about_us"] == [US]
    assert found["press"] == [PRESS]
    assert found["closed"] == []


def test_what_was_said_to_somebody_by_name_is_left_out() -> None:
    assert NAMED not in lines()["open"]


def test_what_leans_on_the_words_before_is_left_out() -> None:
    said = "And how is that for you? then what was it like?"
    talk = call("d", (SAM, said), (DANA, "Fine."))
    marks = [mark(talk, "And how is that for you?", "question.open")]
    assert own_lines([ready(talk, *marks)])["open"] == ()


def test_every_line_is_a_quote_that_stands() -> None:
    [ready_talk] = [ready(TALK, mark(TALK, OPEN, "question.open"))]
    for found in own_lines([ready_talk]).values():
        assert all(each.stands_in(TALK) for each in found)
