"""Every measure's data file: its examples come to what a person worked out by hand."""

from __future__ import annotations

import pytest

from tests.care.example_talks import talk_of
from theirside.care.definition import Measure, measures
from theirside.care.measuring import figures
from theirside.reader import labels

EVERY = list(measures().values())


@pytest.mark.parametrize("measure", EVERY, ids=lambda each: each.id)
def test_the_examples_come_to_what_was_worked_out_by_hand(measure: Measure) -> None:
    for example in measure.examples:
        [figure] = figures([talk_of(example)], [measure.id])
        assert figure.count == pytest.approx(example.count), example
        assert figure.of == pytest.approx(example.of), example
        if example.value is None:
            assert figure.value is None
            assert figure.note
        else:
            assert figure.value == pytest.approx(example.value)
        if example.shows is not None:
            assert tuple(quote.text for quote in figure.evidence) == example.shows


@pytest.mark.parametrize("measure", EVERY, ids=lambda each: each.id)
def test_a_measure_has_an_example_with_a_value_and_one_more(measure: Measure) -> None:
    assert len(measure.examples) >= 2
    assert any(example.value is not None for example in measure.examples)


@pytest.mark.parametrize("measure", EVERY, ids=lambda each: each.id)
def test_a_measure_rests_on_labels_that_there_are(measure: Measure) -> None:
    groups = {each.partition(".")[0] for each in labels()}
    assert [each for each in measure.labels if each not in labels() and each not in groups] == []


@pytest.mark.parametrize("measure", EVERY, ids=lambda each: each.id)
def test_every_quote_stands_in_the_talk(measure: Measure) -> None:
    for example in measure.examples:
        talk = talk_of(example)
        [figure] = figures([talk], [measure.id])
        assert all(quote.stands_in(talk.conversation) for quote in figure.evidence)
