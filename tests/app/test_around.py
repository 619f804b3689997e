"""The talk around a quote: a few turns, and nothing that may not be shown."""

from __future__ import annotations

import pytest

from tests.app.talks import ANNA, SAM, call
from theirside.app import queries
from theirside.app.services import keep
from theirside.errors import NotFoundError
from theirside.evidence import Annotation

pytestmark = pytest.mark.usefixtures("store")

LINES = [(ANNA if place % 2 else SAM, f"Line number {place}.") for place in range(8)]


def test_it_is_two_turns_on_either_side_and_how_many_more_there_are() -> None:
    keep(call("c1", *LINES), [], "test-1")

    found = queries.talk_around("c1", 4)
    assert [each.place for each in found.turns] == [2, 3, 4, 5, 6]
    assert (found.more_before, found.more_after) == (2, 1)
    assert found.turns[2].speaker.label == "Sam Reed"
    assert found.turns[2].start == 20.0


def test_at_the_edge_there_are_fewer() -> None:
    keep(call("c1", *LINES), [], "test-1")

    assert [each.place for each in queries.talk_around("c1", 0).turns] == [0, 1, 2]
    assert [each.place for each in queries.talk_around("c1", 7).turns] == [5, 6, 7]


def test_what_touches_a_special_category_is_marked() -> None:
    keep(call("c1", *LINES), [Annotation(3, 0, 11, "special", 1.0, "test-1")], "test-1")

    withheld = {each.place: each.withheld for each in queries.talk_around("c1", 4).turns}
    assert withheld == {2: (), 3: ((0, 11),), 4: (), 5: (), 6: ()}


def test_of_a_talk_that_nobody_read_only_the_turn_itself_is_shown() -> None:
    keep(call("c1", *LINES))

    assert [each.place for each in queries.talk_around("c1", 4).turns] == [4]


@pytest.mark.parametrize(("key", "place"), [("c2", 0), ("c1", 99)])
def test_what_is_gone_is_said(key: str, place: int) -> None:
    keep(call("c1", *LINES), [], "test-1")

    with pytest.raises(NotFoundError, match=key):
        queries.talk_around(key, place)
