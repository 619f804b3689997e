"""Everything that trains and tunes the model, gathered from the public sets and from our own files.

Nothing of the test sets is in here: splits go by conversation, and whatever reads like a sentence
of a test set is left out (``training.leaks`` checks that by meaning too).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.contract import FELT, JUDGED
from training.examples import Written, written
from training.labelled import labelled
from training.said import Said, part_of
from training.sources.casino import casino
from training.sources.email_intent import email_intent
from training.sources.goemotions import goemotions
from training.sources.persuasion import persuasion

ROLE = "role"
_SELLER = "role.seller"
_TUNED = 90
"""Of a hundred parts of our own examples and labels, those from this one on tune, not train."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """What one stage learns from: sentences to train by and to tune by, by where they come from."""

    train: dict[str, list[Said]]
    tune: dict[str, list[Said]]


def public(data: Path) -> Corpus:
    """Return the public sets that may train what ships."""
    sets: dict[str, Callable[[Path, str], list[Said]]] = {
        "goemotions": goemotions,
        "casino": casino,
        "persuasion": persuasion,
    }
    names = {"goemotions": "dev"}
    train = {name: _with_role(read(data, "train")) for name, read in sets.items()}
    tune = {
        name: _with_role(read(data, names.get(name, "valid"))) for name, read in sets.items()
    }
    emails = email_intent(data, "train")
    train["email"] = [each for each in emails if part_of(each.id) < _TUNED]
    tune["email"] = [each for each in emails if part_of(each.id) >= _TUNED]
    return Corpus(train, tune)


def own(data: Path, inputs: Path | None) -> Corpus:
    """Return the sentences written for this project and the real ones that were labelled."""
    ours = _with_role([_said(each) for each in written()])
    real = _with_role(labelled("train", data, inputs))
    return Corpus(
        {"written": _before(ours), "real": _before(real)},
        {"written": _after(ours), "real": _after(real)},
    )


def _before(said: Sequence[Said]) -> list[Said]:
    return [each for each in said if part_of(each.conversation) < _TUNED]


def _after(said: Sequence[Said]) -> list[Said]:
    return [each for each in said if part_of(each.conversation) >= _TUNED]


def _said(each: Written) -> Said:
    who = "" if each.who == "note" else each.who
    name = f"written:{each.place}"
    return Said(name, name, each.text, each.before, who, {"judged": each.labels})


def _with_role(said: Sequence[Said]) -> list[Said]:
    return [
        replace(each, gold=each.gold | {ROLE: frozenset({_SELLER} & {f"role.{each.who}"})})
        if each.who
        else each
        for each in said
    ]


