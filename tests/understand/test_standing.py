"""How a promise stands on a day, worked out by hand; marks by hand come before everything."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tests.purpose.understood import ready
from tests.understand.talks import DANA, SAM, day, quoted, talk
from theirside.conversation import Conversation
from theirside.evidence import Quote
from theirside.understand.standing import Days, Judged, Mark, Standing, judged, rests
from theirside.understand.understanding import Promise

TEXT = "I'll send you the drawing of the gate by Friday."
MADE = talk("made", (SAM, TEXT), (DANA, "Good."), at=day(10))
DUE = date(2026, 1, 16)
PROMISE = Promise(TEXT, True, DUE, (quoted(MADE, TEXT),), day(10))


def stands(
    on: date, *later: Conversation, promise: Promise = PROMISE, days: Days | None = None
) -> Judged:
    talks = [ready(each) for each in (MADE, *later)]
    [found] = judged([promise], talks, on, days=days or Days())
    return found


@pytest.mark.parametrize(
    ("after", "standing"),
    [
        (-3, Standing.OPEN),
        (-2, Standing.DUE),
        (0, Standing.DUE),
        (1, Standing.LATE),
        (30, Standing.LATE),
        (31, Standing.FORGOTTEN),
    ],
)
def test_by_the_days_from_its_day(after: int, standing: Standing) -> None:
    assert stands(DUE + timedelta(days=after)).standing is standing


def test_what_is_spoken_of_again_is_not_forgotten() -> None:
    asked = talk("again", (DANA, "Where is the drawing of the gate?"), at=day(30))
    on = date(2026, 1, 30) + timedelta(days=30)
    assert stands(on, asked).standing is Standing.LATE
    assert stands(on + timedelta(days=1), asked).standing is Standing.FORGOTTEN


def test_kept_in_time_or_late() -> None:
    here = talk("here", (SAM, "Attached is the drawing of the gate."), at=day(14))
    found = stands(date(2026, 3, 1), here)
    assert (found.standing, found.on) == (Standing.KEPT, date(2026, 1, 14))
    assert found.kept is not None
    assert found.kept.quote.text == "Attached is the drawing of the gate."
    late = talk("here", (SAM, "Attached is the drawing of the gate."), at=day(20))
    assert stands(date(2026, 3, 1), late).standing is Standing.KEPT_LATE


def test_what_was_said_after_the_day_counts_for_nothing() -> None:
    late = talk("here", (SAM, "Attached is the drawing of the gate."), at=day(20))
    assert stands(date(2026, 1, 19), late).standing is Standing.LATE


def test_how_long_until_forgotten_is_a_setting() -> None:
    on = DUE + timedelta(days=11)
    assert stands(on, days=Days(forgotten=10)).standing is Standing.FORGOTTEN


def test_without_a_day_it_is_open_for_long_and_never_late() -> None:
    bare = replace(PROMISE, due=None)
    assert stands(date(2026, 1, 10) + timedelta(days=200), promise=bare).standing is Standing.OPEN


@pytest.mark.parametrize(
    ("standing", "on", "stands_as"),
    [
        (Standing.KEPT, DUE, Standing.KEPT),
        (Standing.KEPT, DUE + timedelta(days=1), Standing.KEPT_LATE),
        (Standing.KEPT, None, Standing.KEPT),
        (Standing.LET_GO, None, Standing.LET_GO),
    ],
)
def test_a_mark_by_hand_comes_first_and_needs_only_overlap(
    standing: Standing, on: date | None, stands_as: Standing
) -> None:
    shorter = Quote("made", 0, 5, 20, TEXT[5:20])  # another reader drew the sentence otherwise
    [found] = judged([PROMISE], [ready(MADE)], DUE, marks=[Mark(shorter, standing, on)])
    assert found.standing is stands_as


def test_its_number_is_that_of_its_place_whatever_the_words_around() -> None:
    again = replace(PROMISE, text="shortened", due=None)
    assert stands(DUE).id == stands(DUE, promise=again).id
    assert len(stands(DUE).id) == 8


def test_what_leaves_nothing_to_wait_for_is_left_out() -> None:
    made = talk("made", (SAM, "I won't write until you do."), at=day(10))
    still = Promise(made.turns[0].text, True, None, (quoted(made, made.turns[0].text),), day(10))
    assert judged([still], [ready(made)], DUE) == []


def test_it_rests_in_the_end() -> None:
    assert not rests(stands(DUE), DUE + timedelta(days=200))
    assert rests(stands(DUE), DUE + timedelta(days=201))
