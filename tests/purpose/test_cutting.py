"""What was known at a moment: talks up to it, every turn still at its place."""

from __future__ import annotations

from datetime import timedelta

from tests.understand.talks import DANA, SAM, day, talk
from theirside.purpose.cutting import before

THREAD = talk("t", (SAM, "One."), (DANA, "Two."), (SAM, "Three."), at=day(10))


def test_a_thread_is_cut_off_at_the_moment_and_not_after_it() -> None:
    [cut] = before([THREAD], day(10) + timedelta(minutes=1))
    assert cut.turns == THREAD.turns[:1]
    assert (cut.id, cut.started_at) == (THREAD.id, THREAD.started_at)


def test_what_lies_wholly_before_stays_as_it_is_and_what_comes_later_goes() -> None:
    assert before([THREAD], day(11)) == [THREAD]
    assert before([THREAD], day(10)) == []


def test_what_has_no_time_counts_as_said_before() -> None:
    timeless = talk("u", (DANA, "Hello."))
    assert before([timeless], day(1)) == [timeless]
