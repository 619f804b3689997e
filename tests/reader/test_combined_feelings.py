"""Everyday feelings stand in a brief; the finer emotions are for whoever asks for everything."""

from __future__ import annotations

from typing import Any

import numpy as np

from theirside.conversation import Channel, Side
from theirside.evidence import Annotation
from theirside.reader.combined import CombinedReader
from theirside.reader.encoder import Seen
from theirside.reader.measured import BOTH, MODEL, Measured
from theirside.reader.reader import Sentence

WORRIED, FEAR = "feeling.worried", "feeling.fear"


class Fixed:
    """A model that gives every sentence the same logits."""

    version = "fixed-1"

    def __init__(self, **logits: float) -> None:
        self.names = tuple(f"feeling.{name}" for name in logits)
        self._logits = list(logits.values())

    def see(self, texts: list[str], befores: list[str]) -> Seen:
        assert len(texts) == len(befores)
        return Seen(np.array([self._logits] * len(texts)), np.zeros((len(texts), 2)))


def read(
    text: str, *, everything: bool = False, threshold: float = 0.5, **logits: float
) -> dict[str, Annotation]:
    model: Any = Fixed(**logits)
    figures = {
        name: Measured(
            name, name, 1.0, 0.0, threshold, 0.0, MODEL if name == FEAR else BOTH, fires=True
        )
        for name in model.names
    }
    reader = CombinedReader(encoder=model, figures=figures)
    sentence = Sentence(
        0, 0, len(text), text, Side.THEIRS, "Dana", "", Side.UNKNOWN, Channel.CALL, None
    )
    return {each.label: each for each in reader.annotate([sentence], everything)}


def test_an_everyday_feeling_that_the_model_reads_is_a_feeling() -> None:
    found = read("There is a hairline in the dam.", worried=3.0)
    assert set(found) == {WORRIED, "facet.feeling"}
    assert found["facet.feeling"].probability == found[WORRIED].probability


def test_a_finer_emotion_is_read_only_where_everything_is_asked_for() -> None:
    text = "There is a hairline in the dam."
    assert read(text, fear=3.0) == {}
    assert set(read(text, everything=True, fear=3.0)) == {FEAR}


def test_a_finer_emotion_is_no_reason_to_speak_of_a_feeling() -> None:
    found = read("There is a hairline in the dam.", everything=True, fear=3.0, worried=-3.0)
    assert found["facet.feeling"].probability == found[WORRIED].probability < 0.1


def test_what_a_pattern_hears_is_a_feeling_however_high_the_models_threshold() -> None:
    found = read("We're worried about the audit.", threshold=0.95, worried=-1.0)
    assert set(found) == {WORRIED, "facet.feeling"}


def test_a_pattern_counts_where_the_model_alone_would_say_nothing() -> None:
    text = "I can share some figures from last winter."
    model: Any = Fixed()
    model.names, model._logits = ("gift",), [-4.0]
    for fires, expected in ((False, {"gift"}), (True, set())):
        figures = {"gift": Measured("gift", "gift", 1.0, 0.0, 0.5, 0.0, MODEL, fires=fires)}
        reader = CombinedReader(encoder=model, figures=figures)
        place = Sentence(
            0, 0, len(text), text, Side.OURS, "Sam", "", Side.UNKNOWN, Channel.MAIL, None
        )
        assert {each.label for each in reader.annotate([place])} == expected
