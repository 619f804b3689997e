"""Promises: kept where words tell so, else open; late ones first; old ones left in peace."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.purpose.understood import ready
from tests.understand.talks import DANA, SAM, day, quoted, talk
from theirside.conversation import Conversation, Speaker
from theirside.purpose.promised import kept_in, owed
from theirside.understand.understanding import Promise

MADE = talk("made", (SAM, "I'll send you the cost of three pools."), (DANA, "Good."), at=day(10))


def promise(words: str = "I'll send you the cost of three pools.", **parts: object) -> Promise:
    talks: Conversation = parts.pop("talk", MADE)  # type: ignore[assignment]
    given: dict[str, object] = {"by_us": True, "due": None, "at": day(10), **parts}
    return Promise(words, evidence=(quoted(talks, words),), **given)  # type: ignore[arg-type]


def later(who: Speaker, text: str) -> Conversation:
    return talk("later", (who, text), at=day(12))


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (SAM, "Here is the cost of three pools, as promised."),
        (SAM, "I've sent the cost of the three pools to Priya too."),
        (SAM, "The cost for three pools is attached."),
        (DANA, "Thank you for the cost of the pools."),
        (DANA, "We got the cost of three pools, it's clear."),
    ],
)
def test_a_promise_is_kept_where_somebody_tells_so(who: Speaker, text: str) -> None:
    [kept] = kept_in([promise()], [ready(MADE), ready(later(who, text))])
    assert kept.by.text == text


@pytest.mark.parametrize(
    ("who", "text"),
    [
        (SAM, "I'll send the cost of three pools tomorrow."),
        (SAM, "I haven't sent the cost of the pools yet."),
        (SAM, "Have I sent you the cost of the pools?"),
        (SAM, "Here is the weather for Sunday."),
        (DANA, "The three pools cost us a lot of sleep."),
        (DANA, "I've sent the cost of the pools to Priya."),
    ],
)
def test_other_words_keep_no_promise(who: Speaker, text: str) -> None:
    assert kept_in([promise()], [ready(MADE), ready(later(who, text))]) == []


def test_what_was_said_before_keeps_no_promise() -> None:
    before = talk("before", (SAM, "Here is the cost of three pools."), at=day(3))
    assert kept_in([promise()], [ready(before), ready(MADE)]) == []


def test_a_promise_of_theirs_is_kept_by_them_or_thanked_for_by_us() -> None:
    made = talk("t", (DANA, "I'll send you the vehicle list."), at=day(10))
    theirs = promise("I'll send you the vehicle list.", by_us=False, talk=made)
    thanks = talk("u", (SAM, "Thank you for the vehicle list."), at=day(11))
    here = talk("v", (DANA, "Attached is the vehicle list."), at=day(11))
    assert kept_in([theirs], [ready(made), ready(thanks)])
    assert kept_in([theirs], [ready(made), ready(here)])


def test_a_day_that_is_over_makes_it_late_and_the_nearest_day_comes_first() -> None:
    on = date(2026, 2, 1)
    far, near, no_day = (
        promise(due=on - timedelta(days=20)),
        promise(due=on + timedelta(days=2)),
        promise(),
    )
    found = owed([no_day, far, near], [ready(MADE)], on)
    assert [(each.promise, each.late) for each in found] == [
        (near, False),
        (far, True),
        (no_day, False),
    ]


def test_a_promise_is_due_on_its_day_and_late_from_the_next_on() -> None:
    due = date(2026, 2, 1)
    assert not owed([promise(due=due)], [], due)[0].late
    assert owed([promise(due=due)], [], due + timedelta(days=1))[0].late


def test_old_promises_are_left_in_peace() -> None:
    on = date(2026, 1, 10)
    assert owed([promise()], [], on + timedelta(days=200))
    assert owed([promise()], [], on + timedelta(days=201)) == []
    assert owed([promise(due=on)], [], on + timedelta(days=200))
    assert owed([promise(due=on)], [], on + timedelta(days=201)) == []


def test_what_names_nothing_is_brought_up_for_six_weeks_only() -> None:
    made = talk("t", (SAM, "I'll do that."), at=day(10))
    bare = promise("I'll do that.", talk=made)
    assert owed([bare], [], date(2026, 1, 10) + timedelta(days=45))
    assert owed([bare], [], date(2026, 1, 10) + timedelta(days=46)) == []
