"""A mail body as lines that know where they stand in it.

All that follows judges whole lines; keeping each line's place in the body is what lets every
stretch that is kept apart be found again in the original.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from theirside.conversation import ApartKind

_LONGEST_BARE = 600
"""Characters of a line that patterns get to see; longer lines are paragraphs, never headers."""

_INVISIBLE = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_QUOTE_MARK = re.compile(r"(?:[>＞]|&gt;|(?:[A-Z]{1,3}|[A-Z][a-z]{2,11})>(?=>{0,2}[ ]))[ \t]?")


@dataclass(slots=True)
class Line:
    """One line of a body. ``text`` is as written, ``bare`` what patterns look at.

    ``depth`` counts the quote marks before it, ``kind`` is why it is kept apart (``None`` while it
    counts as new). What a mail's HTML says: ``heads`` that the line heads a quote, ``indented``
    that it stands in a plain blockquote, ``ruled`` that a line is drawn above it. ``start`` and
    ``end`` are offsets in the body; ``end`` is behind the line end.
    """

    text: str
    bare: str
    start: int
    end: int
    depth: int = 0
    heads: bool = False
    indented: bool = False
    ruled: bool = False
    kind: ApartKind | None = None

    @property
    def is_blank(self) -> bool:
        """Whether there is nothing to read on the line."""
        return not self.bare and not self.depth


def to_lines(body: str) -> list[Line]:
    """Cut a body with ``\\n`` line ends into lines."""
    lines: list[Line] = []
    start = 0
    for text in body.split("\n"):
        end = min(start + len(text) + 1, len(body))
        seen = text[:_LONGEST_BARE].replace("\u00a0", " ").lstrip()
        depth, after = _quote_depth(seen) if seen else (0, "")
        bare = (after if after.isascii() else _INVISIBLE.sub("", after)).strip()
        lines.append(Line(text, bare, start, end, depth))
        start = end
    return lines


def _quote_depth(text: str) -> tuple[int, str]:
    """Return how many quote marks ``text`` begins with, and what follows them."""
    if text[0] not in ">＞&" and not text[0].isupper():
        return 0, text
    depth = position = 0
    while found := _QUOTE_MARK.match(text, position):
        if depth and found.group()[0] not in ">＞&":
            break
        depth, position = depth + 1, found.end()
    return depth, text[position:]


def next_written(lines: list[Line], position: int) -> int:
    """Return the number of the first line from ``position`` on that is not blank (or the end)."""
    while position < len(lines) and lines[position].is_blank:
        position += 1
    return position
