"""One page: a few sections of a few lines, the same in a terminal, in Markdown and in HTML.

A line is somebody's words or ours, never both; what belongs to it (where it was said, the fact that
sets it right) are its notes. Which voice a line has decides how it is set, everywhere the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from theirside.in_words import one_line
from theirside.understand.phrases import shortened

LONGEST = 28
"""Words of a quote that are shown: it is one page. The JSON form has all of them."""


class Voice(StrEnum):
    """Whose words a line is."""

    THEIRS = "theirs"
    OURS = "ours"
    TOOL = "tool"
    """Neither's: the tool's own words."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``label`` says what it is ("goal"), ``mark`` how it is known (``≈``, ``↷``).

    ``beneath`` is what matters as much as the line itself, the fact beside a belief.
    """

    text: str
    voice: Voice = Voice.TOOL
    mark: str = ""
    label: str = ""
    beneath: str = ""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with its lines; ``empty`` is what to say where there are none."""

    title: str
    lines: tuple[Line, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page about one person; ``under`` are the lines under its title."""

    title: str
    under: tuple[str, ...]
    sections: tuple[Section, ...]

    @property
    def shown(self) -> list[Section]:
        """The sections that say something."""
        return [each for each in self.sections if each.lines or each.empty]


def said(text: str) -> str:
    """Return somebody's words in quotation marks, cut where they are too long for a page."""
    words = one_line(text)
    if len(words.split()) > LONGEST:
        words = shortened(words, LONGEST)
    return f"“{words}”"


def notes(*parts: str) -> tuple[str, ...]:
    """Return the notes among these that say something."""
    return tuple(part for part in parts if part)


def lines(made: Iterable[Line]) -> tuple[Line, ...]:
    """Return lines, each once: the same words of the same voice say nothing twice."""
    return tuple(dict.fromkeys(made))
