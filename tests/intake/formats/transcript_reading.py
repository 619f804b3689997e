"""How the transcript tests read: text or bytes through a format module, with its report."""

from __future__ import annotations

import tempfile
from pathlib import Path

from theirside.conversation import Conversation
from theirside.errors import IntakeError
from theirside.intake.format import Format, Options
from theirside.intake.report import Report
from theirside.intake.source import Source

FIXTURES = Path(__file__).parents[2] / "fixtures" / "transcripts"


def read_file(module: Format, path: Path) -> tuple[list[Conversation], Report]:
    """Read a file, and check that the report's numbers add up."""
    report = Report()
    found = list(module.read(Source(path.name, path), report, Options()))
    conversations = [item for item in found if isinstance(item, Conversation)]
    assert len(conversations) == report.kept == len(found)
    assert all(item.format == module.NAME for item in conversations)
    return conversations, report


def read_text(
    module: Format, text: str | bytes, name: str = "talk.txt"
) -> tuple[list[Conversation], Report]:
    """Read text as if it lay in a file of that name."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return read_file(module, path)


def read_one(module: Format, text: str | bytes, name: str = "talk.txt") -> Conversation:
    """Read text that is one conversation."""
    (conversation,), report = read_text(module, text, name)
    assert (report.found, report.kept) == (1, 1)
    return conversation


def said(conversation: Conversation) -> list[tuple[str, str]]:
    """Return who said what."""
    return [(turn.speaker.label, turn.text) for turn in conversation.turns]


def score(module: Format, text: str | bytes, name: str = "talk.txt") -> float:
    """Return how surely the module recognises the text."""
    data = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        surely = module.recognises(Source(name, path))
    assert 0 <= surely <= 1
    return surely


def try_to_read(module: Format, data: str | bytes, name: str = "talk.txt") -> None:
    """Read whatever it is; only ``IntakeError`` may be raised, and turns must be sound."""
    score(module, data, name)
    try:
        conversations, _ = read_text(module, data, name)
    except IntakeError:
        return
    for conversation in conversations:
        assert conversation.turns
        assert [turn.id for turn in conversation.turns] == [
            str(place) for place in range(len(conversation.turns))
        ]
        for turn in conversation.turns:
            assert turn.text == " ".join(turn.text.split()) != ""
            assert turn.start is None or turn.end is None or turn.start <= turn.end
