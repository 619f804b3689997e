"""What came of practising: weeks without gaps counted, and what two intervals let one say."""

from __future__ import annotations

from datetime import date

import pytest

from theirside.care.figure import Figure
from theirside.purpose.choosing import Outcome, Practised
from theirside.purpose.deck import deck
from theirside.purpose.practised import Movement, movement, watched, weeks_of

MONDAY = date(2026, 3, 2)


def figure(low: float | None, high: float | None) -> Figure:
    value = None if low is None or high is None else (low + high) / 2
    return Figure("talk_share", value, "share", 1, 2, low, high)


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (figure(0.5, 0.6), figure(0.3, 0.4), Movement.MOVED),
        (figure(0.3, 0.4), figure(0.5, 0.6), Movement.MOVED),
        (figure(0.5, 0.6), figure(0.4, 0.5), Movement.SAME),
        (figure(0.2, 0.9), figure(0.4, 0.5), Movement.SAME),
        (None, figure(0.4, 0.5), Movement.TOO_LITTLE),
        (figure(0.4, 0.5), None, Movement.TOO_LITTLE),
        (figure(0.4, 0.5), figure(None, None), Movement.TOO_LITTLE),
        (figure(None, 0.5), figure(0.4, 0.5), Movement.TOO_LITTLE),
    ],
)
def test_it_moved_only_where_the_intervals_do_not_touch(
    before: Figure | None, after: Figure | None, said: Movement
) -> None:
    assert movement(before, after) is said


def practised(day: int, task: str, outcome: Outcome = Outcome.DONE, sign: str = "") -> Practised:
    return Practised(date(2026, 3, day), task, outcome, sign)


def test_weeks_hold_what_was_done_and_the_empty_ones_are_not_shown() -> None:
    log = [
        practised(3, "ask_for_help"),
        practised(4, "two_tuesdays", Outcome.SKIPPED),
        practised(8, "own_up"),
        practised(12, "by_hand", Outcome.OPEN),
        practised(23, "and_then"),
    ]
    weeks = weeks_of(log)
    assert [each.monday for each in weeks] == [date(2026, 3, 23), MONDAY]
    assert [each.task for each in weeks[1].done] == ["ask_for_help", "own_up"]


def test_what_is_watched_is_the_measure_behind_the_sign_from_the_first_day_on() -> None:
    log = [
        practised(3, "two_more_seconds", sign="cut_off"),
        practised(2, "stop_after_a_minute", Outcome.SKIPPED, sign="monologue"),
        practised(5, "two_more_seconds", sign="cut_off"),
        practised(6, "what_may_be_going_on"),  # nothing could call for it
        practised(7, "gone from the deck", sign="patience"),
    ]
    assert watched(log, deck()) == {"interruptions": date(2026, 3, 3)}


def test_of_a_task_that_nothing_called_for_its_plainest_sign_is_watched() -> None:
    assert watched([practised(9, "their_word_all_day")], deck()) == {"own_words": date(2026, 3, 9)}
