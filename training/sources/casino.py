"""CaSiNo: 1,030 talks of two campers over food, water and firewood (Chawla 2021; CC BY 4.0).

396 of them are annotated with ten strategies, sometimes several to one turn. The authors' split
is kept; the annotated talks of its training and validation parts train and tune, those of its
test part measure.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from theirside.reader.split import spans
from training.said import Said, end_of

TASK = "casino"
STRATEGIES = (
    "small-talk",
    "showing-empathy",
    "promote-coordination",
    "no-need",
    "elicit-pref",
    "uv-part",
    "vouch-fair",
    "self-need",
    "other-need",
    "non-strategic",
)
_DEALS = ("Submit-Deal", "Accept-Deal", "Reject-Deal", "Walk-Away")


def casino(folder: Path, split: str) -> list[Said]:
    """Return the annotated turns of a split (``train``, ``valid``, ``test``), each as a whole."""
    return [each for talk in _talks(folder, split) for each in _annotated(talk)]


def casino_sentences(folder: Path, split: str) -> list[Said]:
    """Return every sentence of the talks of a split that are not annotated."""
    return [
        each
        for talk in _talks(folder, split)
        if not talk.get("annotations")
        for each in _sentences(talk)
    ]


def _talks(folder: Path, split: str) -> list[dict[str, Any]]:
    path = folder / "casino" / f"casino_{split}.json"
    talks: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return talks


def _annotated(talk: dict[str, Any]) -> Iterator[Said]:
    before: list[str] = []
    name = f"casino:{talk['dialogue_id']}"
    for number, (text, strategies) in enumerate(talk.get("annotations") or ()):
        names = frozenset(filter(None, strategies.split(",")))
        yield Said(f"{name}:{number}", name, text, end_of(before), gold={TASK: names})
        before.append(text)


def _sentences(talk: dict[str, Any]) -> Iterator[Said]:
    before: list[str] = []
    name = f"casino:{talk['dialogue_id']}"
    for number, turn in enumerate(talk["chat_logs"]):
        if turn["text"] in _DEALS:
            continue
        for start, end in spans(turn["text"]):
            text = turn["text"][start:end]
            yield Said(f"{name}:{number}:{start}", name, text, end_of(before))
            before.append(text)
