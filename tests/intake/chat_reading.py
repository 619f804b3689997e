"""How the tests of the chat formats read: a source from a fixture or from text, and its report."""

from __future__ import annotations

from pathlib import Path

from theirside.conversation import Conversation
from theirside.intake.format import Format, Options
from theirside.intake.report import Report
from theirside.intake.source import Source

FIXTURES = Path(__file__).parents[1] / "fixtures" / "chat"


def fixture(name: str) -> Source:
    """Return a fixture as a source."""
    return Source(name, FIXTURES / name)


def written(folder: Path, content: str | bytes, name: str = "chat.txt") -> Source:
    """Return a source that holds the content."""
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Source(name, path)


def load(module: Format, source: Source) -> tuple[list[Conversation], Report]:
    """Read conversations with one format; the report's numbers must add up to what came out."""
    report = Report()
    found = list(module.read(source, report, Options()))
    conversations = [item for item in found if isinstance(item, Conversation)]
    assert len(conversations) == len(found)
    assert report.found == report.kept + len(report.skipped)
    return conversations, report


def said(conversation: Conversation) -> list[tuple[str, str]]:
    """Return who said what, in order."""
    return [(turn.speaker.name, turn.text) for turn in conversation.turns]
