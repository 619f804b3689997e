"""A sentence as rules read it, each character led back to where it stands in the draft.

Short forms are written out, quotes straight, line breaks spaces: a rule needs only "we are not" and
finds "we aren’t" too, as in ``theirside.reader.plain``. A finding underlines the draft itself, so
unlike there every character keeps its place, and nothing that was written is left out but mark-up.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from theirside.reader.plain import SHORT, written_out

_STRAIGHT = str.maketrans(
    {
        **dict.fromkeys("’‘ʼ`´", "'"),
        **dict.fromkeys("“”„«»", '"'),
        "\u00a0": " ",
    }
)
_CHANGED = re.compile(
    rf"(?P<space>\s+)|(?P<dots>…)|(?P<markup>(?<!\w)[*_]{{1,2}}(?=\w)|(?<=\w)[*_]{{1,2}}(?!\w))"
    rf"|{SHORT.pattern}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Smooth:
    """``text`` is what rules match; ``places[i]`` is the place of its character ``i``."""

    text: str
    places: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where characters ``[start, end)`` stand in the draft."""
        if start >= end:
            at = self.places[min(start, len(self.places) - 1)]
            return at, at
        return self.places[start], self.places[end - 1] + 1


def smooth(text: str, start: int = 0) -> Smooth:
    """Return a text that stands at character ``start`` of a draft, made ready for rules."""
    straight = text.translate(_STRAIGHT)
    parts: list[str] = []
    places: list[int] = []
    done = 0
    for match in _CHANGED.finditer(straight):
        if match["space"] == " ":
            continue
        parts.append(straight[done : match.start()])
        places.extend(range(start + done, start + match.start()))
        new = _instead(match)
        parts.append(new)
        places.extend(_spread(len(new), start + match.start(), start + match.end()))
        done = match.end()
    parts.append(straight[done:])
    places.extend(range(start + done, start + len(straight)))
    return Smooth("".join(parts), tuple(places))


def _instead(match: re.Match[str]) -> str:
    if match["space"]:
        return " "
    if match["dots"]:
        return "..."
    return "" if match["markup"] else written_out(match)


def _spread(size: int, start: int, end: int) -> list[int]:
    """Return a place for each new character: the first at the start, the last at the end."""
    return [min(start + number, end - 1) for number in range(size - 1)] + [end - 1] * (size > 0)
