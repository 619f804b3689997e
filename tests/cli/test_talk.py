"""How annotations stand in the margin of a talk."""

from __future__ import annotations

from datetime import date

import pytest

from theirside.cli.talk import MARGIN, note_label
from theirside.evidence import Annotation
from theirside.reader import labels
from theirside.reader.label import Label


def note(label: str, holder: str = "", due: date | None = None) -> str:
    return note_label(Annotation(0, 0, 9, label, 0.8, "test-1", holder, due))


@pytest.mark.parametrize(
    ("label", "words"),
    [
        ("facet.goal", "goal"),
        ("feeling.worried", "worried"),
        ("feeling.grief", "grief"),
        ("question.open", "open question"),
        ("reflection.complex", "complex reflection"),
        ("pushback.brush_off", "pushback: brush off"),
        ("press.assumed_close", "press: assumed close"),
        ("readiness.sustain", "leans against it"),
        ("self_focus", "about themselves"),
        ("small_talk", "small talk"),
        ("contempt", "contempt"),
        ("special", "left alone"),
    ],
)
def test_a_label_stands_there_in_plain_words(label: str, words: str) -> None:
    assert note(label) == words


def test_day_and_holder_stand_behind_it() -> None:
    assert note("promise", "Dana", date(2026, 3, 14)).startswith("promise by 14 Mar 2026")
    assert note("feeling.worried", "My boss").endswith("My boss")


@pytest.mark.parametrize("label", list(labels().values()), ids=lambda each: each.id)
def test_every_label_fits_the_margin_and_is_told_from_the_others(label: Label) -> None:
    assert 0 < len(note(label.id)) <= MARGIN - 2
    assert [each for each in labels() if note(each) == note(label.id)] == [label.id]
