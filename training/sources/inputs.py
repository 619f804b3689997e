"""Real meetings, calls and mail in outside formats, read by our own intake.

For labelling by hand: only identifiers and labels of these sentences are kept, never their text.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from theirside.conversation import Conversation, Side
from theirside.intake.format import Options
from theirside.intake.load import Intake
from theirside.reader import sentences
from training.said import Said

_ROLES = {Side.OURS: "seller", Side.THEIRS: "customer", Side.UNKNOWN: ""}


def input_sentences(folder: Path, names: Iterable[str]) -> list[Said]:
    """Return the sentences of the files or folders of that name below the folder."""
    return [each for name in names for each in _of(folder, name)]


def _of(folder: Path, name: str) -> list[Said]:
    conversations = Intake([folder / name], options=Options(bulk=True))
    return [each for conversation in conversations for each in _sentences(conversation, name)]


def _sentences(conversation: Conversation, name: str) -> list[Said]:
    known = f"inputs:{name}:{conversation.id}"
    return [
        Said(
            f"{known}:{each.turn}:{each.start}",
            known,
            each.text,
            each.before,
            _ROLES[each.side],
        )
        for each in sentences(conversation)
    ]
