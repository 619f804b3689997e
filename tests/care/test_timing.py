"""What the times of a talk allow, said where they don't."""

from __future__ import annotations

import pytest

from theirside.care.timing import duration, gapless, undated, unstarted, untimed
from theirside.conversation import Speaker, Turn


def turns(*times: tuple[float | None, float | None]) -> list[Turn]:
    return [Turn(str(n), Speaker("A"), "words", start=s, end=e) for n, (s, e) in enumerate(times)]


MEASURED = turns((0, 4), (5, 9), (9.2, 12))
TOUCHING = turns((0, 4), (4, 9), (9, 12))


@pytest.mark.parametrize(
    ("given", "start", "time", "gap"),
    [
        (MEASURED, "", "", ""),
        (TOUCHING, "", "", "in the source each turn ends where the next begins"),
        (
            turns((0, None), (4, None)),
            "",
            "the source says when turns begin, not",
            "the source says",
        ),
        (
            turns((None, None)),
            "the source has no times",
            "the source has no times",
            "the source has",
        ),
    ],
)
def test_what_is_missing_is_said(given: list[Turn], start: str, time: str, gap: str) -> None:
    for found, wanted in ((unstarted(given), start), (untimed(given), time), (gapless(given), gap)):
        assert found.startswith(wanted)
        assert bool(found) == bool(wanted)


def test_a_talk_lasts_to_its_last_known_time() -> None:
    assert duration(MEASURED) == 12
    assert duration(turns((3, None), (10, None))) == 7
    assert duration([]) == 0


def test_days_are_missing_where_one_turn_has_none() -> None:
    assert undated(MEASURED) == "the source has no dates"
