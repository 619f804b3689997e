"""Every label's own examples, read by whoever reads the label: the patterns, or the model alone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from theirside.conversation import Channel, Side
from theirside.evidence import Annotation
from theirside.reader import labels
from theirside.reader.combined import CombinedReader
from theirside.reader.label import Example, Label
from theirside.reader.measured import measured
from theirside.reader.patterns import PatternReader
from theirside.reader.reader import Sentence

BY_PATTERNS = [each for each in labels().values() if each.rule.patterns or each.rule.of]
BY_MODEL = [each for each in labels().values() if each not in BY_PATTERNS]
FIRING = [each for each in BY_MODEL if measured()[each.id].fires]


@cache
def patterns() -> PatternReader:
    return PatternReader()


@cache
def combined() -> CombinedReader:
    return CombinedReader()


def sentence(example: Example) -> Sentence:
    return Sentence(
        turn=0,
        start=0,
        end=len(example.text),
        text=example.text,
        side=example.side,
        speaker="Dana",
        before=example.before,
        before_side=Side.UNKNOWN,
        channel=Channel.MAIL,
        at=example.at,
    )


def annotated(example: Example) -> list[Annotation]:
    return patterns().annotate([sentence(example)])


def probability(label: Label, example: Example) -> float:
    found = combined().annotate([sentence(example)], everything=True)
    return max((each.probability for each in found if each.label == label.id), default=0.0)


def cases(kind: str, of: Sequence[Label]) -> list[object]:
    return [
        pytest.param(label, example, id=f"{label.id}: {example.text[:60]}")
        for label in of
        for example in getattr(label, kind)
    ]


@pytest.mark.parametrize(("label", "example"), cases("fires", BY_PATTERNS))
def test_fires(label: Label, example: Example) -> None:
    found = {each.label: each for each in annotated(example)}
    assert label.id in found
    assert found[label.id].holder == example.holder
    if example.due is not None:
        assert found[label.id].due == example.due


@pytest.mark.parametrize(("label", "example"), cases("silent", BY_PATTERNS))
def test_stays_silent(label: Label, example: Example) -> None:
    assert label.id not in {each.label for each in annotated(example)}


@pytest.mark.parametrize(("label", "example"), cases("fires", FIRING))
def test_the_model_fires(label: Label, example: Example) -> None:
    assert probability(label, example) >= measured()[label.id].threshold


@pytest.mark.parametrize(("label", "example"), cases("silent", FIRING))
def test_the_model_stays_silent(label: Label, example: Example) -> None:
    assert probability(label, example) < measured()[label.id].threshold


@pytest.mark.parametrize("label", FIRING, ids=lambda label: label.id)
def test_two_examples_of_both_kinds_are_left(label: Label) -> None:
    assert min(len(label.fires), len(label.silent)) >= 2


def test_labels_that_keep_still_mostly_tell_their_examples_apart() -> None:
    known = [
        (probability(label, one), probability(label, other))
        for label in BY_MODEL
        if label not in FIRING
        for one in label.fires
        for other in label.silent
    ]
    assert sum(one > other for one, other in known) / len(known) > 0.8


@pytest.mark.parametrize(("label", "example"), cases("fires", BY_MODEL) + cases("silent", BY_MODEL))
def test_no_example_for_the_model_is_left_alone(label: Label, example: Example) -> None:
    assert "special" not in {each.label for each in annotated(example)}
