"""How a chosen line is worded. What is said, and what state they are in, is never the voice's.

A language model may be put behind this later: it gets the line and the state and returns words.
What it returns is shown, and never kept as a quote.
"""

from __future__ import annotations

from typing import Protocol

from theirside.purpose.chairs.state import Line, State


class Voice(Protocol):
    """Puts a line into words; deterministic or not, it changes nothing."""

    def speak(self, state: State, line: Line) -> str:
        """Return how the customer says this line, standing where they stand."""
        ...


class Plain:
    """Speaks a line as it is."""

    def speak(self, state: State, line: Line) -> str:
        """Return the line's own words."""
        del state
        return " ".join(line.text.split())
