"""How the terminal speaks: their words first, evidence dimmed beneath, marks never colour alone.

Everything that a command prints for people goes through here, so that it reads the same
everywhere: 80 columns are enough, and what is piped into a file or another program carries words
in place of colour.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from theirside.cli.streams import shows_everything
from theirside.in_words import STEERING, clock, count, day, harmless, one_line, told_of, where
from theirside.understand.understanding import Observation, Status

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

__all__ = [
    "clock",
    "console",
    "count",
    "day",
    "harmless",
    "heading",
    "listing",
    "mark",
    "one_line",
    "paragraph",
    "print_json",
    "print_line",
    "where",
    "wrapped",
]
WIDTH = 88
NO_BREAK = "\u00a0"
"""Between what stays on one line."""
BROKEN_BY_MAIL = 60
"""A line of so many characters or more ends where a mail program broke it, not its writer."""

_UNSAFE_IN_JSON = re.compile(STEERING.pattern + "|[\ud800-\udfff]")


@cache
def console() -> Console:
    """Return the console for what people read; plain and unbroken by colour when piped."""
    from rich.console import Console as RichConsole
    from rich.text import Text
    from rich.theme import Theme

    class Console(RichConsole):
        """A console that nothing of what it prints can steer."""

        def print(self, *objects: Any, **options: Any) -> None:
            """Print, made harmless first."""
            for each in objects:
                if isinstance(each, Text):
                    each.plain = harmless(each.plain)
            safe = [harmless(each) if isinstance(each, str) else each for each in objects]
            super().print(*safe, **options)

        def on_broken_pipe(self) -> None:
            """Leave it to the program, which ends quietly."""
            raise BrokenPipeError

    theme = Theme(
        {
            "words": "default",
            "dim": "dim",
            "confirmed": "cyan",
            "guess": "yellow",
            "head": "bold",
            "gap": "dim",
        }
    )
    found = Console(theme=theme, markup=False, emoji=False, highlight=False)
    if found.width > WIDTH:
        found = Console(theme=theme, markup=False, emoji=False, highlight=False, width=WIDTH)
    return found


def print_json(value: Any, *, line: bool = False) -> None:
    """Print a value as JSON: indented, or on one line for streams of objects.

    What could steer a terminal is escaped, and everything that the output's encoding lacks.
    """
    text = json.dumps(
        value, ensure_ascii=not shows_everything(), indent=None if line else 2, allow_nan=False
    )
    sys.stdout.write(_UNSAFE_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n")


def heading(text: str) -> None:
    """Print a heading with an empty line above it."""
    console().print()
    console().print(text, style="head", markup=False)


def paragraph(text: str, *, style: str = "", indent: int = 0, hang: int = 0) -> None:
    """Print text wrapped to the width, ``indent`` columns in, further lines ``hang`` more."""
    text = harmless(text)
    lead = len(text) - len(text.lstrip(" "))
    indent, hang = indent + lead, hang - lead
    spans = wrapped(text, min(console().width, WIDTH) - indent, hang=hang)
    lines = [text[start:end].replace(NO_BREAK, " ") for start, end in spans]
    for number, line in enumerate(lines or [""]):
        margin = " " * (indent + (hang if number else 0))
        print_line(margin + line, style=style)


def print_line(line: str | Text, *, style: str = "") -> None:
    """Print one line as it is: neither wrapped nor cut off."""
    console().print(line, style=style or None, no_wrap=True, overflow="ignore", crop=False)


def wrapped(text: str, width: int, *, hang: int = 0) -> Iterator[tuple[int, int]]:
    """Yield the lines of a text as spans ``[start, end)``, broken at spaces and line ends.

    ``width`` counts columns, of which wide characters take two; lines after the first have
    ``hang`` fewer. A word that is wider than a line is broken, unless it is a link.
    """
    from rich.cells import cell_len

    start = end = -1
    for begin, stop in _words(text, width - hang):
        ends = end >= 0 and _ends_line(text, end, begin)
        if start >= 0 and (ends or cell_len(text[start:stop]) > width):
            yield start, end
            width, hang, start = width - hang, 0, -1
        if start < 0:
            start = begin
        end = stop
    if start >= 0:
        yield start, end


def _ends_line(text: str, end: int, begin: int) -> bool:
    """Say whether a line ends between two words, and not only where a mail program broke it."""
    breaks = text.count("\n", end, begin)
    return breaks > 1 or (breaks == 1 and end - text.rfind("\n", 0, end) <= BROKEN_BY_MAIL)


def _words(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the words of a text as spans, what is wider than a line in pieces."""
    for word in re.finditer(f"(?:{NO_BREAK}|\\S)+", text):
        start, stop = word.span()
        while "://" not in word[0] and (size := _fitting(text[start:stop][: width + 1], width)):
            yield start, start + size
            start += size
        yield start, stop


def _fitting(text: str, width: int) -> int:
    """Return how much of a text fits into ``width`` columns; 0 where all of it does."""
    from rich.cells import cell_len

    if cell_len(text) <= width and len(text) <= width:
        return 0
    size = len(text)
    while size > 1 and cell_len(text[:size]) > width:
        size -= 1
    return size


def mark(observation: Observation) -> tuple[str, str]:
    """Return an observation's mark and the words that go with it."""
    if observation.status is Status.CONFIRMED:
        return "✓", f"confirmed {day(observation.judged_at)}".strip()
    if observation.status is Status.CORRECTED:
        return "✓", f"corrected {day(observation.judged_at)}".strip()
    if observation.said_by:
        return "↷", f"says {observation.said_by}"
    if observation.holder:
        return "↷", told_of(observation.holder)
    return " ", ""


def listing(rows: Iterable[tuple[str, ...]], header: tuple[str, ...]) -> None:
    """Print columns; only for what really has columns."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, header_style="dim", padding=(0, 2, 0, 0))
    for name in header:
        table.add_column(name, overflow="fold")
    for row in rows:
        table.add_row(*(Text(harmless(one_line(cell))) for cell in row))
    if console().is_terminal:
        console().print(table)
        return
    with console().capture() as captured:
        console().print(table)
    for line in captured.get().splitlines():  # in a pipe the end of a line is its end
        print_line(line.rstrip())
