"""The kinds of pushback: complete, in the reader's terms, and each reason in plain words."""

from __future__ import annotations

import pytest

from theirside.care.pushback.kinds import kinds
from theirside.care.pushback.reasons import HOLE, LEAST, MISBELIEF, PROMISE, UNANSWERED
from theirside.reader import labels
from theirside.understand.facet import facets
from theirside.understand.pushback import LABEL

KINDS = sorted(kinds())


def test_there_is_one_for_each_label_of_the_reader() -> None:
    read = {each.removeprefix(LABEL) for each in labels() if each.startswith(LABEL)}
    assert set(KINDS) == read


def test_they_stand_in_the_order_of_the_field() -> None:
    assert list(kinds())[:3] == ["price", "timing", "need"]
    assert [each.order for each in kinds().values()] == list(range(1, 10))


@pytest.mark.parametrize("kind", KINDS)
def test_what_bears_on_it_is_something_that_can_be_known(kind: str) -> None:
    sources = [each.source for each in kinds()[kind].bears]
    assert set(sources) <= {*facets(), HOLE, MISBELIEF, PROMISE, UNANSWERED}
    assert len(sources) == len(set(sources)) >= 10


@pytest.mark.parametrize("kind", KINDS)
def test_the_weights_lie_between_half_and_one_the_heaviest_first(kind: str) -> None:
    weights = [each.weight for each in kinds()[kind].bears]
    assert weights == sorted(weights, reverse=True)
    assert weights[0] >= 0.95
    assert weights[-1] >= 0.5
    assert sum(weight >= LEAST for weight in weights) >= 6


@pytest.mark.parametrize("kind", KINDS)
def test_every_reason_is_a_sentence_of_its_own(kind: str) -> None:
    whys = [each.why for each in kinds()[kind].bears]
    assert len(set(whys)) == len(whys)
    assert all(why[0].isupper() and why.endswith(".") and "!" not in why for why in whys)


def test_a_limit_on_something_else_is_no_reason_to_find_it_dear() -> None:
    [limit] = [each for each in kinds()["price"].bears if each.source == "constraint"]
    assert limit.words is not None
    assert "budget" in limit.words
    [stake] = [each for each in kinds()["price"].bears if each.source == "stake"]
    assert stake.words is None
