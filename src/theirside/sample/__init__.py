"""The sample workspace: one fictional seller's year of mail, calls and a chat.

Nobody in it exists. ``README.md`` beside this file says who the cast is and what is to be found.
"""

from __future__ import annotations

from pathlib import Path

US = ("ambleround.example", "Nora Tveit")


def folder() -> Path:
    """Return the folder that the sample workspace lies in."""
    return Path(__file__).parent
