"""Talks of open data with what came of them: who gave, who was content, who liked the other.

Persuasion for Good (Wang 2019, Apache-2.0): one asks the other for a donation. The persuader is
ours; what came of it is what the other gave, as the set's info file says.
CaSiNo (Chawla 2021, CC BY 4.0): two campers share out food, water and firewood. Each talk counts
twice, once from each side: what came of it is how content the *other* was with the deal, and how
much they liked us. Both views of a talk bear one ``cluster`` and are drawn together.
"""

from __future__ import annotations

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn

US, THEM = Speaker("Ours", side=Side.OURS), Speaker("Theirs", side=Side.THEIRS)
SATISFIED = {
    "Extremely dissatisfied": 1,
    "Slightly dissatisfied": 2,
    "Undecided": 3,
    "Slightly satisfied": 4,
    "Extremely satisfied": 5,
}
LIKES = {
    "Extremely dislike": 1,
    "Slightly dislike": 2,
    "Undecided": 3,
    "Slightly like": 4,
    "Extremely like": 5,
}
DEALS = frozenset({"Submit-Deal", "Accept-Deal", "Reject-Deal", "Walk-Away"})


@dataclass(frozen=True, slots=True)
class Outcome:
    """One talk from our chair, and what came of it.

    ``came`` holds the outcomes by name; ``besides`` what else may explain them, by name; ``ours``
    how often people who labelled the set saw each strategy in what we said, as a share of it (None
    where nobody labelled the talk).
    """

    talk: Conversation
    cluster: str
    came: Mapping[str, float]
    besides: Mapping[str, float]
    ours: Mapping[str, float] | None = None


def persuasion_outcomes(data: Path) -> list[Outcome]:
    """Return the talks of Persuasion for Good: did they give (0, 1), and how much (dollars)."""
    folder = data / "persuasion-for-good"
    given: dict[str, float] = {}
    for row in _rows(folder / "full_info.csv"):
        if row["B4"] == "1":
            given[row["B2"]] = float(row["B6"])
    said: defaultdict[str, list[tuple[bool, str]]] = defaultdict(list)
    for row in _rows(folder / "full_dialog.csv"):
        said[row["B2"]].append((row["B4"] == "0", row["Unit"]))
    labelled = _persuader_strategies(folder)
    return [
        Outcome(
            _talk(f"p4g:{name}", said[name]),
            name,
            {"gave": float(amount > 0), "amount": amount},
            {},
            labelled.get(name),
        )
        for name, amount in given.items()
        if name in said
    ]


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _persuader_strategies(folder: Path) -> dict[str, Mapping[str, float]]:
    """Return, of the labelled talks, the share of the persuader's sentences with each strategy."""
    from openpyxl import load_workbook

    book = load_workbook(folder / "300_dialog.xlsx", read_only=True)
    seen: defaultdict[str, list[list[str]]] = defaultdict(list)
    for row in book.worksheets[0].iter_rows(min_row=2, values_only=True):
        if row[2] == 0:
            seen[str(row[1])].append([str(each) for each in (row[5], row[7]) if each])
    return {name: shares(rows) for name, rows in seen.items()}


def casino_outcomes(data: Path) -> list[Outcome]:
    """Return the talks of CaSiNo from both chairs: the other's satisfaction and liking, 1 to 5."""
    found: list[Outcome] = []
    for part in ("train", "valid", "test"):
        path = data / "casino" / f"casino_{part}.json"
        for talk in json.loads(path.read_text(encoding="utf-8")):
            found += _both_views(talk)
    return found


def _both_views(talk: Mapping[str, Any]) -> Iterator[Outcome]:
    turns = [each for each in talk["chat_logs"] if each["text"] not in DEALS]
    names = sorted(talk["participant_info"])
    for number, name in enumerate(names):
        other = talk["participant_info"][names[1 - number]]["outcomes"]
        key = f"casino:{talk['dialogue_id']}"
        yield Outcome(
            _talk(f"{key}/{number + 1}", [(each["id"] == name, each["text"]) for each in turns]),
            key,
            {
                "satisfaction": float(SATISFIED[other["satisfaction"]]),
                "liking": float(LIKES[other["opponent_likeness"]]),
            },
            {"their points": float(other["points_scored"])},
            _strategies(talk, turns, name),
        )


def _strategies(
    talk: Mapping[str, Any], turns: Sequence[Mapping[str, Any]], name: str
) -> Mapping[str, float] | None:
    """Return the share of somebody's turns with each strategy, where the talk is labelled.

    Labels are listed with the turns' texts, in their order, without the deals.
    """
    labels = talk.get("annotations") or []
    if len(labels) != len(turns):
        return None
    return shares(
        [each[1].split(",") for turn, each in zip(turns, labels, strict=True) if turn["id"] == name]
    )


def shares(labelled: Sequence[Sequence[str]]) -> dict[str, float]:
    """Return the share of things that bear each label; a thing may bear several."""
    every = {label for labels in labelled for label in labels}
    return {each: sum(each in one for one in labelled) / len(labelled) for each in sorted(every)}


def _talk(name: str, said: Sequence[tuple[bool, str]]) -> Conversation:
    """Return a chat; what one says in several messages running is one turn."""
    turns: list[tuple[bool, str]] = []
    for ours, text in said:
        if turns and turns[-1][0] == ours:
            turns[-1] = (ours, f"{turns[-1][1].rstrip()}\n{text.strip()}")
        else:
            turns.append((ours, text.strip()))
    made = (
        Turn(str(number), US if ours else THEM, text) for number, (ours, text) in enumerate(turns)
    )
    return Conversation(name, Channel.CHAT, tuple(made))


def first_half(talk: Conversation) -> Conversation:
    """Return the first half of a talk's turns: what was said before most of it was decided."""
    return Conversation(talk.id, talk.channel, talk.turns[: (len(talk.turns) + 1) // 2])
