"""A conversation printed as a talk: who spoke, their words, and the annotations in the margin."""

from __future__ import annotations

from collections.abc import Sequence

from theirside.cli.printing import (
    NO_BREAK,
    clock,
    console,
    day,
    harmless,
    one_line,
    paragraph,
    print_line,
    wrapped,
)
from theirside.conversation import Conversation, Side, Turn
from theirside.evidence import Annotation

TEXT_WIDTH = 56
LEAST_WIDTH = 30
MARGIN = 26
LEAST_SHOWN = 0.05
"""The probability from which on a label is printed for people who ask for all of them."""
SIDE_MARKS = {Side.OURS: "▸", Side.THEIRS: "◂", Side.UNKNOWN: "?"}
IN_THE_MARGIN = {
    "acknowledge": "acknowledges",
    "advise": "advises",
    "customer_focus": "about the listener",
    "inform": "informs",
    "readiness.change": "leans towards it",
    "readiness.sustain": "leans against it",
    "self_focus": "about themselves",
    "special": "left alone",
    "wish": "wish for this talk",
}
"""Labels whose ids would not be understood in the margin."""
TOO_COMMON = frozenset({"customer_focus", "inform", "self_focus", "small_talk"})
"""Labels of every other sentence: others count them, the margin has no room for them."""


def print_talk(conversation: Conversation, annotations: Sequence[Annotation]) -> None:
    """Print every turn, with the labels of its sentences beside the line where each begins.

    What nearly every sentence is (it informs, it is about themselves) is left out.
    """
    _print_head(conversation)
    for number, turn in enumerate(conversation.turns):
        console().print()
        paragraph(_turn_head(number, turn), style="dim", hang=2)
        here = [each for each in annotations if each.turn == number]
        notes = [each for each in here if each.label not in TOO_COMMON]
        _print_turn(turn.text, notes)


def print_probabilities(conversation: Conversation, annotations: Sequence[Annotation]) -> None:
    """Print every sentence with the labels beneath it, the likeliest first, rare ones left out."""
    from theirside.reader import sentences

    found: dict[tuple[int, int], list[Annotation]] = {}
    for each in annotations:
        if each.probability >= LEAST_SHOWN:
            found.setdefault((each.turn, each.start), []).append(each)
    _print_head(conversation)
    turn = -1
    for sentence in sentences(conversation):
        if sentence.turn != turn:
            turn = sentence.turn
            console().print()
            paragraph(_turn_head(turn, conversation.turns[turn]), style="dim", hang=2)
        paragraph(one_line(sentence.text), indent=2)
        notes = found.get((turn, sentence.start), [])
        notes.sort(key=lambda each: (-each.probability, each.label))
        if notes:
            shown = (f"{note_label(each)} {each.probability:.2f}" for each in notes)
            paragraph(" · ".join(_unbroken(each) for each in shown), style="dim", indent=6)


def _unbroken(words: str) -> str:
    return words.replace(" ", NO_BREAK)


def _print_head(conversation: Conversation) -> None:
    paragraph(_title(conversation), style="head")
    about = [str(conversation.channel), day(conversation.started_at), conversation.source]
    paragraph(" · ".join(part for part in about if part), style="dim", hang=2)


def _title(conversation: Conversation) -> str:
    return conversation.subject or f"({conversation.channel} without a subject)"


def _turn_head(number: int, turn: Turn) -> str:
    side = turn.speaker.side
    when = clock(turn.start) or (f"{day(turn.at)} {turn.at:%H:%M}" if turn.at else "")
    parts = [f"{SIDE_MARKS[side]} {turn.speaker.label} ({side})", when, f"turn {number}"]
    return " · ".join(part for part in parts if part)


def _print_turn(text: str, notes: Sequence[Annotation]) -> None:
    from rich.cells import set_cell_size
    from rich.text import Text

    text = _harmless_in_place(text)
    width = max(LEAST_WIDTH, min(TEXT_WIDTH, console().width - MARGIN))
    waiting = sorted(notes, key=lambda each: (each.start, each.label))
    for start, end in wrapped(text, width):
        here = [each for each in waiting if each.start < end]
        waiting = waiting[len(here) :]
        labels = list(dict.fromkeys(note_label(each) for each in here)) or [""]
        for position, label in enumerate(labels):
            words = one_line(text[start:end]) if position == 0 else ""
            line = Text("  " + (set_cell_size(words, width) if label else words))
            if label:
                line.append("  " + label, style="dim")
            print_line(line)


def _harmless_in_place(text: str) -> str:
    """Return text without what steers a terminal, every character still in its place."""
    return "".join(each if harmless(each) else " " for each in text)


def note_label(annotation: Annotation) -> str:
    """Return an annotation as it stands in the margin: ``goal``, ``promise by 14 Mar 2026``."""
    group, _, name = annotation.label.partition(".")
    words = {
        "question": f"{name} question",
        "reflection": f"{name} reflection",
        "pushback": f"pushback: {name}",
        "press": f"press: {name}",
    }.get(group, name or group)
    words = IN_THE_MARGIN.get(annotation.label, words.replace("_", " "))
    if annotation.due:
        words += f" by {day(annotation.due)}"
    if annotation.holder:
        words += f" ↷ {annotation.holder}"
    return words
