"""Everything that trains and tunes the model, gathered from the public sets and from our own files.

Nothing of the test sets is in here: splits go by conversation, and whatever reads like a sentence
of a test set is left out of what trains (``training.leaks`` finds it, by words and by meaning).
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from training.examples import Written, written
from training.labelled import digest, labelled
from training.said import Said, part_of
from training.sources.casino import casino
from training.sources.email_intent import email_intent
from training.sources.goemotions import goemotions
from training.sources.persuasion import persuasion
from training.talks import talks

LEFT_OUT = Path(__file__).with_name("left_out.tsv")
ROLE = "role"
_SELLER = "role.seller"
_TUNED = {"email": 90, "written": 92, "real": 85, "talks": 80}
"""Of a hundred parts of a set, those from this one on tune, not train. Real sentences tune most:
the thresholds rest on them."""
_UNEVEN = frozenset({"inform", "self_focus", "customer_focus"})
"""What our writers judged each in their own way in sentences written for other labels."""
_BLOCK = 12
"""Rows of a file of written sentences that stay together: neighbours answer one another."""

# Everyday feelings that an emotion of GoEmotions stands for.
_FELT = {
    "anger": "angry",
    "annoyance": "frustrated",
    "confusion": "confused",
    "disappointment": "disappointed",
    "embarrassment": "embarrassed",
    "excitement": "excited",
    "gratitude": "grateful",
    "joy": "pleased",
    "relief": "relieved",
    "sadness": "sad",
    "grief": "sad",
    "fear": "worried",
    "nervousness": "worried",
}


@dataclass(frozen=True, slots=True)
class Corpus:
    """What one stage learns from: sentences to train by and to tune by, by where they come from."""

    train: dict[str, list[Said]]
    tune: dict[str, list[Said]]


def left_out() -> frozenset[str]:
    """Return the digests of the texts that must not train; lines of our files move, texts don't."""
    if not LEFT_OUT.exists():
        return frozenset()
    with LEFT_OUT.open(encoding="utf-8", newline="") as lines:
        return frozenset(known for _, known, _, _ in csv.reader(lines, delimiter="\t"))


def public(data: Path, *, whole: bool = False) -> Corpus:
    """Return the public sets that may train what ships; ``whole`` with what is left out."""
    sets: dict[str, Callable[[Path, str], list[Said]]] = {
        "goemotions": goemotions,
        "casino": casino,
        "persuasion": persuasion,
    }
    names = {"goemotions": "dev"}
    train = {name: _with_role(read(data, "train")) for name, read in sets.items()}
    tune = {name: _with_role(read(data, names.get(name, "valid"))) for name, read in sets.items()}
    train["email"], tune["email"] = _parted(email_intent(data, "train"), _TUNED["email"])
    train["goemotions"] = [_felt(each) for each in train["goemotions"]]
    return Corpus(train if whole else _without(train, left_out()), tune)


def own(data: Path, inputs: Path | None, *, whole: bool = False) -> Corpus:
    """Return the sentences written for this project and the real ones that were labelled."""
    ours = _parted(_with_role([_said(each) for each in written()]), _TUNED["written"])
    real = _parted(_with_role(labelled("train", data, inputs)), _TUNED["real"])
    told = _parted(_with_role(talks()), _TUNED["talks"])
    names = ("written", "real", "talks")
    parts, tune = zip(ours, real, told, strict=True)
    train = dict(zip(names, parts, strict=True))
    kept = train if whole else _without(train, left_out())
    return Corpus(kept, dict(zip(names, tune, strict=True)))


def _without(sets: dict[str, list[Said]], gone: frozenset[str]) -> dict[str, list[Said]]:
    return {
        name: [each for each in said if digest(each.text) not in gone]
        for name, said in sets.items()
    }


def _parted(said: Sequence[Said], tuned: int) -> tuple[list[Said], list[Said]]:
    """Return what trains and what tunes, by a digest other than the one that test splits go by."""
    train = [each for each in said if part_of(f"tune {each.conversation}") < tuned]
    return train, [each for each in said if part_of(f"tune {each.conversation}") >= tuned]


def _felt(each: Said) -> Said:
    felt = frozenset(f"feeling.{_FELT[name]}" for name in each.gold["goemotions"] & _FELT.keys())
    return replace(each, gold=each.gold | {"felt": felt})


def _said(each: Written) -> Said:
    who = "" if each.who == "note" else each.who
    file, _, line = each.place.partition(":")
    block = f"written:{file}:{int(line) // _BLOCK}"
    gold = {"judged": each.labels}
    return Said(f"written:{each.place}", block, each.text, each.before, who, gold, _UNEVEN)


def _with_role(said: Sequence[Said]) -> list[Said]:
    return [
        replace(each, gold=each.gold | {ROLE: frozenset({_SELLER} & {f"role.{each.who}"})})
        if each.who
        else each
        for each in said
    ]
