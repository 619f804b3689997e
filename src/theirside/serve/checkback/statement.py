"""The values of a check-back: the page that is sent, and what came back."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from theirside.evidence import Quote
from theirside.serve.checkback.tones import Tone


class Section(StrEnum):
    """The two places in which a statement stands on the page."""

    MATTERS = "matters"
    WARY = "wary"


class Verdict(StrEnum):
    """The three answers that a statement may get."""

    YES = "yes"
    NOT_QUITE = "not quite"
    DONT_KEEP = "don't keep"


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that we took from what they said, in words that they are asked to judge.

    ``words`` are theirs, turned to "you" where grammar is safe; else they are theirs exactly and
    ``quoted`` is true. ``probability`` (0..1) is how sure we were when it was written.
    """

    number: int
    section: Section
    words: str
    quoted: bool
    observation: str
    facet: str
    probability: float
    evidence: tuple[Quote, ...]

    @property
    def shown(self) -> str:
        """The statement as it stands on the page."""
        return f"You said: “{self.words}”" if self.quoted else self.words


@dataclass(frozen=True, slots=True)
class Page:
    """A check-back as it is sent. ``code`` tells to which one an answer belongs."""

    code: str
    name: str
    signed: str
    address: str
    tone: Tone
    statements: tuple[Statement, ...]
    asked: tuple[str, ...] = ()
    owed: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    note: str = ""

    @property
    def hello(self) -> str:
        """The salutation."""
        return self.tone.hello.replace("{name}", self.name)

    @property
    def closing(self) -> str:
        """The last words before the name, with the code by which an answer is recognised."""
        return self.tone.closing

    @property
    def mark(self) -> str:
        """The line that carries the code."""
        return f"Check-back {self.code}"

    @property
    def sections(self) -> tuple[tuple[str, tuple[Statement, ...]], ...]:
        """The statements under their headings, empty sections left out."""
        titles = {Section.MATTERS: self.tone.matters, Section.WARY: self.tone.wary}
        parts = ((title, self._in(section)) for section, title in titles.items())
        return tuple((title, found) for title, found in parts if found)

    @property
    def other_lines(self) -> tuple[str, ...]:
        """Everything on the page but the statements: what an answer may quote and did not say."""
        tone = self.tone
        return (
            *(line for line in (self.hello, tone.intro, tone.how, self.note) if line),
            *(title for title, _ in self.sections),
            *(title for title, found in self.lists for title in (title, *found)),
            tone.closing,
            tone.label,
            self.signed,
            self.mark,
        )

    @property
    def lists(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """What is told and not judged: asked, owed, not known; empty ones left out."""
        asked = tuple(f"You asked: “{each}”" for each in self.asked)
        owed = tuple(f"I said: “{each}”" for each in self.owed)
        parts = ((self.tone.asked, (*asked, *owed)), (self.tone.unknown, self.unknown))
        return tuple((title, found) for title, found in parts if found)

    def _in(self, section: Section) -> tuple[Statement, ...]:
        return tuple(each for each in self.statements if each.section is section)


@dataclass(frozen=True, slots=True)
class Sent:
    """What is remembered of a page to read its answers: statements by number, all other lines."""

    code: str
    statements: dict[int, str]
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What they said of one statement; ``text`` is how it really is (``NOT_QUITE`` only)."""

    number: int
    verdict: Verdict
    text: str = ""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words of theirs that could not be told to be an answer; ``number`` where they stood."""

    text: str
    why: str
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """All that an answer said: what is certain, and what has to be asked."""

    answers: tuple[Answer, ...]
    unclear: tuple[Unclear, ...]
