"""The strip of who spoke when."""

from __future__ import annotations

from theirside.app.queries import Stretch
from theirside.app.web.strip import LANES, WIDTH, strip
from theirside.conversation import Side

OURS, THEIRS = Side.OURS, Side.THEIRS


def timed(*spans: tuple[Side, float, float]) -> list[Stretch]:
    return [Stretch(side, start, end, 10) for side, start, end in spans]


def test_by_the_clock_each_bar_lies_where_it_was() -> None:
    found = strip("c", timed((OURS, 0, 10), (THEIRS, 10, 70), (OURS, 80, 90), (THEIRS, 90, 100)))

    assert found is not None
    assert [(bar.turn, bar.x, bar.width, bar.y) for bar in found.bars] == [
        (0, 0.0, 100.0, LANES[OURS]),
        (1, 100.0, 600.0, LANES[THEIRS]),
        (2, 800.0, 100.0, LANES[OURS]),
        (3, 900.0, 100.0, LANES[THEIRS]),
    ]
    assert (found.theirs, found.ours, found.timed) == (78, 22, True)
    assert found.bars[1].link == "/conversations/c/#t-1"


def test_without_times_it_is_by_length() -> None:
    lengths = [(OURS, 10), (THEIRS, 30), (OURS, 10), (Side.UNKNOWN, 50)]
    found = strip("c", [Stretch(side, None, None, n) for side, n in lengths])

    assert found is not None
    assert [bar.width for bar in found.bars] == [100.0, 300.0, 100.0, 500.0]
    assert (found.theirs, found.ours, found.timed) == (30, 20, False)
    assert found.height > LANES[Side.UNKNOWN]


def test_thousands_of_turns_make_few_bars_that_still_lead_somewhere() -> None:
    many = [(OURS if n % 2 else THEIRS, float(n), n + 1.0) for n in range(4000)]

    found = strip("c", timed(*many))

    assert found is not None
    assert len(found.bars) <= WIDTH / 2
    assert found.bars[-1].link.startswith("/conversations/c/?at=")


def test_a_word_or_two_need_no_strip() -> None:
    assert strip("c", timed((OURS, 0, 1), (THEIRS, 1, 2), (OURS, 2, 3))) is None


def test_turns_without_words_are_no_mistake() -> None:
    assert strip("c", [Stretch(OURS, None, None, 0)] * 4) is not None


def test_what_is_nobody_s_yet_is_counted_apart() -> None:
    found = strip("t", timed((OURS, 0, 1), (Side.UNKNOWN, 1, 3), (OURS, 3, 4), (THEIRS, 4, 5)))

    assert found is not None
    assert (found.ours, found.theirs, found.unknown) == (40, 20, 40)
