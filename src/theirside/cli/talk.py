"""A conversation printed as a talk: who spoke, their words, and the annotations in the margin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from theirside.cli.printing import clock, console, day
from theirside.conversation import Conversation, Side, Turn
from theirside.evidence import Annotation

TEXT_WIDTH = 56
SIDE_MARKS = {Side.OURS: "▸", Side.THEIRS: "◂", Side.UNKNOWN: "?"}


def print_talk(conversation: Conversation, annotations: Sequence[Annotation]) -> None:
    """Print every turn, with the labels of its sentences beside the line where each begins."""
    out = console()
    out.print(_title(conversation), style="head", markup=False)
    about = [str(conversation.channel), day(conversation.started_at), conversation.source]
    out.print(" · ".join(part for part in about if part), style="dim", markup=False)
    for number, turn in enumerate(conversation.turns):
        out.print()
        out.print(_turn_head(number, turn), style="dim", markup=False)
        notes = [each for each in annotations if each.turn == number]
        _print_turn(turn.text, notes)


def _title(conversation: Conversation) -> str:
    return conversation.subject or f"({conversation.channel} without a subject)"


def _turn_head(number: int, turn: Turn) -> str:
    side = turn.speaker.side
    when = clock(turn.start) or (f"{day(turn.at)} {turn.at:%H:%M}" if turn.at else "")
    parts = [f"{SIDE_MARKS[side]} {turn.speaker.label} ({side})", when, f"turn {number}"]
    return " · ".join(part for part in parts if part)


def _print_turn(text: str, notes: Sequence[Annotation]) -> None:
    from rich.text import Text

    waiting = sorted(notes, key=lambda each: (each.start, each.label))
    for start, end in wrapped(text, TEXT_WIDTH):
        here = [each for each in waiting if each.start < end]
        waiting = waiting[len(here) :]
        labels = list(dict.fromkeys(note_label(each) for each in here)) or [""]
        for position, label in enumerate(labels):
            words = text[start:end] if position == 0 else ""
            line = Text("  " + words.ljust(TEXT_WIDTH) if label else "  " + words)
            if label:
                line.append("  " + label, style="dim")
            console().print(line, no_wrap=True, crop=False)


def note_label(annotation: Annotation) -> str:
    """Return an annotation as it stands in the margin: ``goal``, ``promise by 14 Mar 2026``."""
    group, _, name = annotation.label.partition(".")
    words = {
        "facet": name,
        "question": f"{name} question",
        "pushback": f"pushback: {name}",
        "special": "left alone",
    }.get(group, name or group)
    words = words.replace("_", " ")
    if annotation.due:
        words += f" by {day(annotation.due)}"
    if annotation.holder:
        words += f" ↷ {annotation.holder}"
    return words


def wrapped(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of a text as spans ``[start, end)``, broken at spaces and line ends."""
    start = end = -1
    for word in re.finditer(r"\S+", text):
        breaks = end >= 0 and "\n" in text[end : word.start()]
        if start >= 0 and (breaks or word.end() - start > width):
            yield start, end
            start = -1
        if start < 0:
            start = word.start()
        end = word.end()
    if start >= 0:
        yield start, end
