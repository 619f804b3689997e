"""EPITOME: 3,084 replies to posts of people in distress, how much empathy each shows (Sharma 2020).

Three mechanisms, each none, weak or strong: emotional reactions, interpretations, explorations
(the Reddit part, which its authors publish; research use). The authors restrict models trained on
it to non-commercial use, so nothing that ships learns from it: it only compares how we train with
what the paper reached. They publish no split: 75 : 5 : 20 as theirs, by a digest of the post, so
that all replies to a post are on one side.
"""

from __future__ import annotations

import csv
from pathlib import Path

from training.said import Said, part_of

LEVELS = ("none", "weak", "strong")
MECHANISMS: dict[str, str] = {
    "reactions": "emotional-reactions-reddit.csv",
    "interpretations": "interpretations-reddit.csv",
    "explorations": "explorations-reddit.csv",
}


def epitome(folder: Path, split: str) -> list[Said]:
    """Return the replies of a split (``train``, ``valid``, ``test``), each after its post.

    Raises ``ValueError`` where the three files do not hold the same replies in the same order.
    """
    files = [_rows(folder / "epitome" / name) for name in MECHANISMS.values()]
    said = []
    for number, rows in enumerate(zip(*files, strict=True)):
        first = rows[0]
        if len({(row["sp_id"], row["rp_id"]) for row in rows}) > 1:
            raise ValueError(f"{folder}: reply {number} is not the same in EPITOME's files.")
        post = f"epitome:{first['sp_id']}"
        if split_of(post) == split:
            gold = {
                name: frozenset({LEVELS[int(row["level"])]})
                for name, row in zip(MECHANISMS, rows, strict=True)
            }
            name = f"{post}:{first['rp_id']}:{number}"
            said.append(Said(name, post, first["response_post"], first["seeker_post"], gold=gold))
    return said


def split_of(post: str) -> str:
    """Return ``train``, ``valid`` or ``test`` for a post."""
    part = part_of(post)
    return "test" if part >= 80 else "valid" if part >= 75 else "train"


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
