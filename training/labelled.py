"""Real sentences labelled by hand: identifiers and labels are here, the text stays where it is.

``labelled/train.tsv`` and ``labelled/test.tsv`` have four columns: the sentence's identifier, a
digest of its text (so that a sentence that is cut differently one day is noticed, not
mislabelled), its labels, and how it was chosen: ``natural`` (by chance), ``near:LABEL`` (like
sentences written for a label), ``pattern:LABEL`` (one of its patterns fires), ``sure:LABEL`` or
``doubtful:LABEL`` (an earlier model's probability of it was among the highest, or near). The files
``test.first.tsv`` and ``test.second.tsv`` beside them are the two independent readings that
``test.tsv`` was settled from.
"""

from __future__ import annotations

import csv
import hashlib
from dataclasses import replace
from pathlib import Path

from training.contract import FELT, JUDGED
from training.said import Said
from training.sources.casino import casino_sentences
from training.sources.email_intent import email_intent
from training.sources.inputs import input_sentences
from training.sources.persuasion import persuasion_sentences

FOLDER = Path(__file__).with_name("labelled")
UNCLEAR = "unclear"
INPUTS = (
    "vcon",
    "zoom",
    "mailing-lists/3GPP_TSG_SA_WG4_EVS.mbox",
    "mailing-lists/pipermail-2001-november.mbox",
)


def digest(text: str) -> str:
    """Return eight characters that tell whether a text is the one that was labelled."""
    return hashlib.blake2b(text.encode(), digest_size=4).hexdigest()


def readings(name: str) -> dict[str, tuple[str, frozenset[str], str]]:
    """Return digest, labels and choice by identifier; empty if there is no such file."""
    path = FOLDER / f"{name}.tsv"
    if not path.exists():
        return {}
    found = {}
    with path.open(encoding="utf-8", newline="") as lines:
        for sentence, known, labels, chosen_by in csv.reader(lines, delimiter="\t"):
            chosen = frozenset(labels.split(",")) - {"-"}
            wrong = chosen - {*JUDGED, *FELT, UNCLEAR}
            if wrong:
                raise ValueError(f"{path}: {sentence}: no such label: {', '.join(sorted(wrong))}.")
            found[sentence] = known, chosen, chosen_by
    return found


def labelled(name: str, data: Path, inputs: Path | None) -> list[Said]:
    """Return the sentences of a reading whose text is at hand, with their labels.

    Without ``inputs`` the sentences from there are left out. Raises ``ValueError`` for a sentence
    whose text is not the one that was labelled.
    """
    known = readings(name)
    found = []
    for each in _candidates(data, inputs):
        if each.id not in known:
            continue
        expected, labels, _ = known[each.id]
        if expected != digest(each.text):
            raise ValueError(f"{each.id} of {name}.tsv is not the text that was labelled.")
        if UNCLEAR not in labels:
            gold = {"judged": labels & frozenset(JUDGED), "felt": labels & frozenset(FELT)}
            found.append(replace(each, gold=gold))
    return found


def _candidates(data: Path, inputs: Path | None) -> list[Said]:
    talks = [each for part in ("train", "valid", "test") for each in casino_sentences(data, part)]
    mails = [each for part in ("train", "test") for each in email_intent(data, part)]
    bare = [replace(each, gold={}) for each in mails]
    others = input_sentences(inputs, INPUTS) if inputs else []
    return [*persuasion_sentences(data), *talks, *bare, *others]
