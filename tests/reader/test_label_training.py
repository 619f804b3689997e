"""The label files say what the training does, and their examples teach nothing."""

from __future__ import annotations

from theirside.reader import labels
from training.contract import FELT, JUDGED
from training.corpus import _FELT
from training.examples import written
from training.sources.goemotions import EMOTIONS
from training.talks import talks


def taught_by(source: str) -> set[str]:
    return {each.id for each in labels().values() if source in each.training}


def test_every_label_names_what_teaches_it() -> None:
    emotions = {f"feeling.{each}" for each in EMOTIONS} - {"feeling.neutral"}
    grouped = {f"feeling.{each}" for each in _FELT.values()}
    assert taught_by("written") == taught_by("real") == {*JUDGED, *FELT}
    assert taught_by("goemotions") == emotions | grouped


def test_an_emotion_teaches_the_everyday_feeling_that_it_belongs_to() -> None:
    groups = {each.id: each.group for each in labels().values() if each.group}
    assert groups == {f"feeling.{one}": f"feeling.{other}" for one, other in _FELT.items()}


def test_no_example_of_a_label_is_among_the_sentences_that_teach() -> None:
    taught = {each.text.casefold() for each in written()}
    taught |= {each.text.casefold() for each in talks()}
    shown = [e.text for each in labels().values() for e in (*each.fires, *each.silent)]
    assert [each for each in shown if len(each.split()) > 4 and each.casefold() in taught] == []
