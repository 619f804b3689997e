"""The task for a day: called for by the talks, rested, varied, and always the same for the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from theirside.purpose.choosing import (
    AFTER_DONE,
    AFTER_OPEN,
    AFTER_SKIPPED,
    Outcome,
    Practised,
    back_on,
    choose,
)
from theirside.purpose.deck import Task, deck
from theirside.purpose.signs import Shown, signs

DAY = date(2026, 3, 2)
DONE, OPEN, SKIPPED = Outcome.DONE, Outcome.OPEN, Outcome.SKIPPED


def task(name: str, point: str, *calls: str) -> Task:
    return replace(deck()["ask_for_help"], id=name, practice=(point,), calls=calls)


def cards(*tasks: Task) -> Mapping[str, Task]:
    return {each.id: each for each in tasks}


def shown(sign: str, talks: int, of: int = 10) -> dict[str, Shown]:
    return {sign: Shown(signs()[sign], talks, of)}


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def test_what_shows_most_calls_first() -> None:
    tasks = cards(task("a", "P1"), task("b", "P2", "talk_share"), task("c", "P3", "cut_off"))
    showing = shown("talk_share", 2) | shown("cut_off", 5)
    chosen = choose(tasks, showing, [], DAY)
    assert chosen.task.id == "c"
    assert chosen.because == showing["cut_off"]


def test_a_sign_that_stands_second_calls_half_as_much() -> None:
    """Three of ten as the first sign is more than five of ten as the second."""
    tasks = cards(task("a", "P1", "patience", "cut_off"), task("b", "P2", "talk_share"))
    showing = shown("cut_off", 5) | shown("talk_share", 3)
    assert choose(tasks, showing, [], DAY).task.id == "b"
    assert choose(tasks, showing | shown("cut_off", 7), [], DAY).task.id == "a"


def test_a_sign_that_had_a_task_lately_pulls_less() -> None:
    """Five of ten, halved, is less than three of ten; after a fortnight it is whole again."""
    tasks = cards(
        task("a", "P1", "cut_off"), task("b", "P2", "cut_off"), task("c", "P3", "talk_share")
    )
    showing = shown("cut_off", 5) | shown("talk_share", 3)
    log = [Practised(DAY, "a", DONE, "cut_off", 5, 10)]
    assert choose(tasks, showing, log, after(1)).task.id == "c"
    assert choose(tasks, showing, log, after(13)).task.id == "c"
    long_after = choose(tasks, showing, log, after(15))
    assert long_after.because == showing["cut_off"]


def test_a_sign_has_no_more_tasks_in_a_fortnight_than_talks_in_which_it_shows() -> None:
    tasks = cards(task("a", "P1", "cut_off"), task("b", "P2", "cut_off"), task("c", "P3"))
    log = [Practised(DAY, "a", DONE, "cut_off", 1, 10)]
    assert choose(tasks, shown("cut_off", 1), log, after(1)).because is None
    assert choose(tasks, shown("cut_off", 2), log, after(1)).task.id == "b"


def test_after_two_that_were_called_for_comes_one_for_variety() -> None:
    tasks = cards(
        *(task(name, point, "cut_off") for name, point in (("a", "P1"), ("b", "P2"), ("c", "P3"))),
        task("d", "P4"),
    )
    log = [Practised(DAY, "a", DONE, "cut_off"), Practised(after(1), "b", DONE, "cut_off")]
    chosen = choose(tasks, shown("cut_off", 9), log, after(2))
    assert chosen.because is None
    assert chosen.task.id in {"c", "d"}


def test_for_variety_the_point_that_waited_longest_comes_first() -> None:
    tasks = cards(*(task(f"{point}{n}", point) for point in ("P1", "P2", "P3") for n in "ab"))
    log = [
        Practised(DAY, "P1a", DONE),
        Practised(after(1), "P2a", DONE),
        Practised(after(2), "P3a", DONE),
    ]
    assert choose(tasks, {}, log, after(3)).task.id == "P1b"
    assert choose(cards(*tasks.values(), task("new", "P4")), {}, log, after(3)).task.id == "new"


def test_a_point_does_not_come_again_within_two_tasks_if_there_is_another() -> None:
    tasks = cards(task("a", "P1", "cut_off"), task("b", "P1", "cut_off"), task("c", "P2"))
    log = [Practised(DAY, "a", DONE, "cut_off")]
    assert choose(tasks, shown("cut_off", 9), log, after(1)).task.id == "c"
    only = cards(task("a", "P1"), task("b", "P1"))
    assert choose(only, {}, log, after(1)).task.id == "b"


@pytest.mark.parametrize(
    ("outcomes", "days"),
    [
        ([OPEN], AFTER_OPEN),
        ([DONE], 14),
        ([DONE, DONE], 30),
        ([DONE, DONE, DONE], 60),
        ([DONE] * 4, 120),
        ([DONE] * 9, 120),
        ([SKIPPED], 30),
        ([SKIPPED, SKIPPED], 60),
        ([DONE, SKIPPED], 30),
        ([SKIPPED, DONE], 14),
        ([DONE, OPEN, DONE], 30),
    ],
)
def test_a_task_rests_longer_each_time(outcomes: list[Outcome], days: int) -> None:
    log = [Practised(after(100 * n), "a", each) for n, each in enumerate(outcomes)]
    assert back_on("a", log) == log[-1].day + timedelta(days=days)
    assert back_on("b", log) == date.min


def test_where_everything_rests_the_one_that_is_back_first_comes() -> None:
    tasks = cards(task("a", "P1"), task("b", "P2"))
    log = [Practised(DAY, "a", DONE), Practised(after(1), "b")]
    assert choose(tasks, {}, log, after(2)).task.id == "b"


def test_the_same_is_chosen_for_the_same_and_others_begin_elsewhere() -> None:
    firsts = [choose(deck(), {}, [], DAY, f"seller {n}").task.id for n in range(12)]
    assert firsts == [choose(deck(), {}, [], DAY, f"seller {n}").task.id for n in range(12)]
    assert len(set(firsts)) > 6


def test_a_quarter_of_a_year_goes_through_all_points_and_repeats_nothing_too_soon() -> None:
    log: list[Practised] = []
    showing = shown("pushback_defended", 4) | shown("question_forgotten", 2)
    for number in range(90):
        chosen = choose(deck(), showing, log, after(number), "Nora")
        sign = chosen.because.sign.id if chosen.because else ""
        log.append(Practised(after(number), chosen.task.id, DONE, sign))
    points = Counter(deck()[each.task].point for each in log)
    assert len(points) == 20
    last: dict[str, date] = {}
    for each in log:
        gap = each.day - last.get(each.task, date.min)
        assert gap >= timedelta(days=AFTER_DONE[0])
        last[each.task] = each.day
    called = sum(bool(each.sign) for each in log)
    assert 15 <= called <= 60


def test_the_longest_rests_are_those_of_what_was_put_aside() -> None:
    assert AFTER_SKIPPED[0] > AFTER_DONE[0]
    assert list(AFTER_DONE) == sorted(AFTER_DONE)
