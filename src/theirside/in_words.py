"""How days, places and numbers are said in words, the same in a terminal and on a page."""

from __future__ import annotations

import re
from datetime import date, datetime

from theirside.conversation import Conversation
from theirside.evidence import Quote

STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What could steer a terminal: control characters, and marks that turn the direction."""


def day(moment: datetime | date | None) -> str:
    """Return a day as people write it: ``12 Mar 2026``; empty for None."""
    return f"{moment.day} {moment:%b %Y}" if moment is not None else ""


def clock(seconds: float | None) -> str:
    """Return a place in a talk as ``mm:ss`` (``h:mm:ss`` from an hour on); empty for None."""
    if seconds is None:
        return ""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


def where(quote: Quote, conversation: Conversation | None) -> str:
    """Return where a quote stands: ``mail “Re: dates”, 12 Mar 2026`` or ``call, 03:12``."""
    if conversation is None:
        return quote.conversation
    turn = conversation.turns[quote.turn]
    parts = [str(conversation.channel)]
    if conversation.subject:
        parts[0] += f" “{conversation.subject}”"
    moment = turn.at or conversation.started_at
    parts.extend(part for part in (day(moment), clock(turn.start)) if part)
    return ", ".join(parts)


def count(number: int, thing: str) -> str:
    """Return a number with its noun: ``1 turn``, ``1,204 turns``."""
    return f"{number:,} {thing}" + ("" if number == 1 else "s")


def one_line(text: str) -> str:
    """Return text with its line breaks and runs of spaces as single spaces, for printing."""
    return " ".join(text.split())


_OBJECT = {"he": "him", "she": "her", "they": "them", "we": "them all"}


def told_of(holder: str) -> str:
    """Return how the view of somebody whom they did not name is given: ``… tell it of her``."""
    return f"as they tell it of {_OBJECT.get(holder.casefold(), holder)}"


def harmless(text: str) -> str:
    """Return text without what could steer a terminal: mail may hold escape sequences.

    Control characters (all but line ends and tabs) and marks that turn the writing direction go.
    """
    return STEERING.sub("", text)
