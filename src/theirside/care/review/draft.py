"""A draft as a review looks at it: what we newly wrote in it, sentence by sentence, with places.

What the draft repeats (a quoted mail, a header, a signature, code) is left alone: it is told apart
as intake tells it apart in mail that came in. Places are characters of the draft's text, with every
line end counted as one character.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from theirside.care.review.smooth import Smooth, smooth
from theirside.reader.tokens import tokens

Span = tuple[int, int]


class DraftKind(StrEnum):
    """What is about to be sent or kept."""

    MAIL = "mail"
    NOTE = "note"
    PROPOSAL = "proposal"
    CALL_PLAN = "call-plan"


class Part(StrEnum):
    """Which part of a draft a sentence is."""

    SUBJECT = "subject"
    GREETING = "greeting"
    BODY = "body"
    HEADING = "heading"


@dataclass(frozen=True, slots=True)
class Clause:
    """One sentence of ours: characters ``[start, end)`` of the draft, and how rules read it.

    ``number`` counts the sentences of the body from 0 (0 too for a subject and a greeting);
    ``paragraph`` counts the stretches between empty lines.
    """

    start: int
    end: int
    part: Part
    number: int
    paragraph: int
    smooth: Smooth
    words: frozenset[str]

    @property
    def size(self) -> int:
        """How many words it has."""
        return len(self.smooth.text.split())


@dataclass(frozen=True, slots=True)
class Draft:
    """A text about to be sent: ``own`` are the stretches that are ours and new.

    ``subject`` is where a subject line stands, if there is one. ``is_reply`` tells that the draft
    repeats what it answers.
    """

    text: str
    kind: DraftKind
    own: tuple[Span, ...]
    subject: Span | None = None
    is_reply: bool = False
    clauses: tuple[Clause, ...] = ()
    words: frozenset[str] = frozenset()
    _lines: tuple[int, ...] = field(default=(0,), repr=False)

    @property
    def body(self) -> tuple[Clause, ...]:
        """The sentences below the greeting."""
        return tuple(each for each in self.clauses if each.part is Part.BODY)

    def place(self, at: int) -> tuple[int, int]:
        """Return line and column, both from 1, of a character."""
        line = bisect_right(self._lines, at)
        return line, at - self._lines[line - 1] + 1

    def line(self, number: int) -> Span:
        """Return where a line, counted from 1, begins and ends; its line end is not in it."""
        start = self._lines[number - 1]
        last = number >= len(self._lines)
        return start, len(self.text) if last else self._lines[number] - 1


def draft(text: str, kind: DraftKind = DraftKind.MAIL) -> Draft:
    """Return a text, its line ends ``\\n``, as a review looks at it."""
    from theirside.care.review.parts import own_parts
    from theirside.reader.split import spans

    parts = own_parts(text, kind)
    clauses: list[Clause] = []
    number = 0
    for part, start, end in parts.stretches:
        for left, right in spans(text[start:end]):
            each = _clause(text, part, (start + left, start + right), number, clauses[-1:])
            number += each.part is Part.BODY
            clauses.append(each)
    lines = (0, *(place + 1 for place, sign in enumerate(text) if sign == "\n"))
    return Draft(
        text=text,
        kind=kind,
        own=tuple((start, end) for _, start, end in parts.stretches),
        subject=next(((s, e) for part, s, e in parts.stretches if part is Part.SUBJECT), None),
        is_reply=parts.is_reply,
        clauses=tuple(clauses),
        words=frozenset[str]().union(*(each.words for each in clauses)),
        _lines=lines,
    )


def _clause(text: str, part: Part, span: Span, number: int, last: list[Clause]) -> Clause:
    """Return the sentence that stands at ``span``, below ``number`` others of the body."""
    from theirside.care.review.parts import is_greeting, is_heading

    start, end = span
    said = text[start:end]
    if part is Part.BODY:
        if not number and is_greeting(said):
            part = Part.GREETING
        elif is_heading(said):
            part = Part.HEADING
    paragraph = 0
    for each in last:
        paragraph = each.paragraph + ("\n\n" in _blank(text[each.end : start]))
    ready = smooth(said, start)
    return Clause(start, end, part, number, paragraph, ready, frozenset(tokens(ready.text)))


def _blank(text: str) -> str:
    return "\n".join(line.strip() for line in text.split("\n"))
