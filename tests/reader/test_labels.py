"""Every label's own examples, and the form of its file."""

from __future__ import annotations

import pytest

from theirside.conversation import Channel, Side
from theirside.evidence import Annotation
from theirside.reader import default_reader, labels
from theirside.reader.label import Example, Label
from theirside.reader.reader import Sentence


def annotated(example: Example) -> list[Annotation]:
    sentence = Sentence(
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
    return default_reader().annotate([sentence])


def cases(kind: str) -> list[object]:
    return [
        pytest.param(label, example, id=f"{label.id}: {example.text[:60]}")
        for label in labels().values()
        for example in getattr(label, kind)
    ]


@pytest.mark.parametrize(("label", "example"), cases("fires"))
def test_fires(label: Label, example: Example) -> None:
    found = {each.label: each for each in annotated(example)}
    assert label.id in found
    assert found[label.id].holder == example.holder
    if example.due is not None:
        assert found[label.id].due == example.due


@pytest.mark.parametrize(("label", "example"), cases("silent"))
def test_stays_silent(label: Label, example: Example) -> None:
    assert label.id not in {each.label for each in annotated(example)}
