"""Persuasion for Good: 1,017 talks in which one asks the other for a donation (Wang 2019).

Apache-2.0. 300 talks are annotated sentence by sentence; the authors publish no split, so talks
are split by a digest of their name: the last fifth measures, a tenth before it tunes.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from theirside.reader.split import spans
from training.said import Said, end_of, part_of

PERSUADER, PERSUADEE = "persuader", "persuadee"
STRATEGIES = (
    "logical-appeal",
    "emotion-appeal",
    "credibility-appeal",
    "foot-in-the-door",
    "self-modeling",
    "personal-story",
    "donation-information",
    "source-related-inquiry",
    "task-related-inquiry",
    "personal-related-inquiry",
)
NON_STRATEGY = "non-strategy"
ACTS = (
    "ask-org-info",
    "ask-donation-procedure",
    "positive-reaction-to-donation",
    "neutral-reaction-to-donation",
    "negative-reaction-to-donation",
    "agree-donation",
    "disagree-donation",
    "disagree-donation-more",
    "provide-donation-amount",
    "confirm-donation",
    "ask-persuader-donation-intention",
    "task-related-inquiry",
    "personal-related-inquiry",
    "positive-to-inquiry",
    "neutral-to-inquiry",
    "negative-to-inquiry",
    "greeting",
    "acknowledgement",
    "thank",
    "you-are-welcome",
    "closing",
    "off-task",
    "other",
)
_SIDES = ("seller", "customer")


def _side(value: object) -> int:
    return int(str(value))


def split_of(conversation: str) -> str:
    """Return ``train``, ``valid`` or ``test`` for a talk."""
    part = part_of(conversation)
    return "test" if part >= 80 else "valid" if part >= 70 else "train"


def persuasion(folder: Path, split: str) -> list[Said]:
    """Return the annotated sentences of a split, strategies and acts as gold."""
    from openpyxl import load_workbook

    book = load_workbook(folder / "persuasion-for-good" / "300_dialog.xlsx", read_only=True)
    rows = book.worksheets[0].iter_rows(min_row=2, values_only=True)
    found: list[Said] = []
    for name, talk in groupby(rows, key=lambda row: str(row[1])):
        before: list[str] = []
        for number, row in enumerate(talk):
            text = str(row[4]).strip()
            gold = _gold(_side(row[2]), row[5], row[6])
            found.append(
                Said(
                    f"p4g:{name}:{number}",
                    f"p4g:{name}",
                    text,
                    end_of(before),
                    _SIDES[_side(row[2])],
                    gold,
                )
            )
            before.append(text)
    return [each for each in found if split_of(each.conversation) == split]


def _gold(role: int, strategy: object, act: object) -> dict[str, frozenset[str]]:
    if role == 0 and strategy:
        known = str(strategy) if strategy in STRATEGIES else NON_STRATEGY
        return {PERSUADER: frozenset({known})}
    if role == 1 and act in ACTS:
        return {PERSUADEE: frozenset({str(act)})}
    return {}


def persuasion_sentences(folder: Path) -> list[Said]:
    """Return every sentence of the talks that are not annotated."""
    from openpyxl import load_workbook

    book = load_workbook(folder / "persuasion-for-good" / "300_dialog.xlsx", read_only=True)
    known = {str(row[1]) for row in book.worksheets[0].iter_rows(min_row=2, values_only=True)}
    path = folder / "persuasion-for-good" / "full_dialog.csv"
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.reader(lines))[1:]
    return [
        each
        for name, talk in groupby(rows, key=lambda row: row[4])
        if name not in known
        for each in _sentences(f"p4g:{name}", list(talk))
    ]


def _sentences(name: str, talk: list[list[str]]) -> Iterator[Said]:
    before: list[str] = []
    for number, row in enumerate(talk):
        for start, end in spans(row[1]):
            text = row[1][start:end]
            who = _SIDES[int(row[3])]
            yield Said(f"{name}:{number}:{start}", name, text, end_of(before), who)
            before.append(text)
