"""What an input format is: recognise a source by its content, then read what it holds.

Each module in ``theirside.intake.formats`` is one format. It offers

    NAME: str                                   # "webvtt", shown in reports
    def recognises(source: Source) -> float     # 0 (not this) … 1 (certainly this)
    def read(source: Source, report: Report, options: Options) -> Iterator[Found]

and nothing else has to be told of it: modules are found by being there. The format that is surest
reads the source. ``read`` counts every item in the report, kept or skipped with the reason, and
raises ``IntakeError`` only when nothing at all can be made of the source. A mailbox does not yield
conversations but letters, because a thread may lie in several files: ``theirside.intake.mail``
gathers the letters of all sources into conversations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from theirside.conversation import Contact, Conversation
from theirside.intake.report import Report
from theirside.intake.source import Source


@dataclass(frozen=True, slots=True)
class Letter:
    """Where one mail lies: ``length`` bytes (-1: to the end) from ``offset`` of a source.

    ``item`` names it in the report. ``escaped`` says that lines starting ``>From`` stand for
    ``From`` (mboxrd and mboxo). ``outlook`` marks a ``.msg`` file, which is not RFC 5322 text.
    ``format`` is the NAME of the format that found it.
    """

    source: Source
    item: str
    offset: int = 0
    length: int = -1
    escaped: bool = False
    outlook: bool = False
    format: str = "eml"


@dataclass(frozen=True, slots=True)
class Options:
    """What the user may ask of an import."""

    bulk: bool = False
    """Keep bulk and automatic mail too."""


Found = Conversation | Letter | Contact


class Format(Protocol):
    """The shape of a module in ``theirside.intake.formats``."""

    NAME: str

    def recognises(self, source: Source) -> float:
        """Say how surely this is the source's format: 0 (not this) to 1 (certainly this)."""
        ...

    def read(self, source: Source, report: Report, options: Options) -> Iterator[Found]:
        """Yield what the source holds, counting every item in the report."""
        ...
