"""Required words only save time: the annotations are those of trying every pattern everywhere."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from hypothesis import given, settings
from hypothesis import strategies as st

import theirside
from theirside import sample
from theirside.conversation import Channel, Side
from theirside.reader import Sentence, labels, sentences
from theirside.reader.label import rules
from theirside.reader.patterns import PatternReader


@cache
def tries_some() -> PatternReader:
    return PatternReader()


@cache
def tries_everything() -> PatternReader:
    return PatternReader(
        [
            replace(rule, patterns=tuple(replace(each, ways=()) for each in rule.patterns))
            for rule in rules()
        ]
    )


def sentence(text: str, before: str = "") -> Sentence:
    return Sentence(
        turn=0,
        start=0,
        end=len(text),
        text=text,
        side=Side.THEIRS,
        speaker="Dana",
        before=before,
        before_side=Side.OURS,
        channel=Channel.CALL,
        at=None,
    )


EXAMPLES = [each for label in labels().values() for each in (*label.fires, *label.silent)]
TEXTS = [each.text for each in EXAMPLES]


def same(asked: Sentence) -> None:
    assert tries_some().annotate([asked]) == tries_everything().annotate([asked]), asked.text


def test_over_every_label_s_examples() -> None:
    for each in EXAMPLES:
        same(sentence(each.text, each.before))


def test_over_the_sample_workspace() -> None:
    for conversation in theirside.load(sample.folder()):
        for each in sentences(conversation):
            same(replace(each, side=Side.UNKNOWN))


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from(TEXTS), min_size=2, max_size=3),
    st.lists(st.integers(0, 12), min_size=3, max_size=3),
    st.sampled_from([" ", ", ", " and ", "-", "", "' ", "_"]),
    st.sampled_from([str.upper, str.lower, str.title, str]),
)
def test_over_pieces_of_examples_put_together_anew(
    texts: list[str], cuts: list[int], joint: str, cased: type[str]
) -> None:
    pieces = [" ".join(text.split()[cut % 7 :][:9]) for text, cut in zip(texts, cuts, strict=False)]
    same(sentence(cased(joint.join(pieces)), "What is your biggest problem?"))
