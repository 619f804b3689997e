"""A page's words around its statements, found again in the lines that are remembered of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from theirside.serve.checkback.statement import Section
from theirside.serve.checkback.tones import Tone


@dataclass(frozen=True, slots=True)
class Told:
    """What a sent page says besides its statements; ``note`` is the seller's own line."""

    tone: Tone
    hello: str
    note: str
    lists: tuple[tuple[str, tuple[str, ...]], ...]

    def title_of(self, section: Section) -> str:
        """Return the heading of a section."""
        return {Section.MATTERS: self.tone.matters, Section.WARY: self.tone.wary}[section]


def told(lines: Iterable[str], tone: Tone) -> Told:
    """Return the words of a page from ``Page.other_lines`` as they were kept.

    Lines that a newer wording of the tone does not know any more count as the note.
    """
    hello, *rest = [*lines] or [""]
    known = {tone.intro, tone.how}
    titles = {tone.matters, tone.wary, tone.asked, tone.unknown}
    note: list[str] = []
    lists: dict[str, list[str]] = {}
    title = ""
    for line in rest:
        if line == tone.closing:
            break
        if line in titles:
            title = line
        elif title:
            lists.setdefault(title, []).append(line)
        elif line not in known:
            note.append(line)
    found = tuple((name, tuple(said)) for name, said in lists.items())
    return Told(tone, hello, " ".join(note), found)
