"""Asking on a terminal whose side a speaker is on; elsewhere, saying how to tell it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from theirside.cli.printing import console, one_line

if TYPE_CHECKING:
    from theirside.app.queries import UnknownSpeakers
    from theirside.conversation import Conversation

ASKED_AT_ONCE = 3
WORDS_SHOWN = 56


def ask_sides(waiting: Sequence[UnknownSpeakers]) -> None:
    """Ask whose side each speaker is on; where nobody can answer, say what is open and how."""
    if not waiting:
        return
    out = console()
    talks = "1 conversation has" if len(waiting) == 1 else f"{len(waiting)} conversations have"
    out.print(f"\n{talks} speakers whose side is not known:", markup=False)
    asked = sys.stdin.isatty() and sys.stdout.isatty()
    for each in waiting[:ASKED_AT_ONCE]:
        title = each.subject or each.conversation
        out.print(f"  “{title}”: {', '.join(each.names)}", markup=False)
        if asked:
            _ask(each)
    if len(waiting) > ASKED_AT_ONCE:
        out.print(f"  and {len(waiting) - ASKED_AT_ONCE} more", style="dim")
    if not asked:
        out.print(
            'Say so with: theirside sides CONVERSATION --theirs "NAME" --ours "NAME"',
            style="dim",
            markup=False,
        )


def _ask(waiting: UnknownSpeakers) -> None:
    """Ask two questions about one conversation: which speakers are ours, and which theirs."""
    from theirside.app import queries, services
    from theirside.conversation import Side
    from theirside.reader import default_reader

    talk = queries.conversation(waiting.conversation).conversation
    for number, name in enumerate(waiting.names, start=1):
        line = f"    {number:>2} {name}: “{_first_words(talk, name)}”"
        console().print(line, style="dim", markup=False)
    ours = chosen(_answer("which are ours? numbers, or Enter for none"), waiting.names)
    rest = [name for name in waiting.names if name not in ours]
    theirs = chosen(
        _answer("which are theirs? numbers, 'rest', or Enter for none"), rest, of=waiting
    )
    for side, names in ((Side.OURS, ours), (Side.THEIRS, theirs)):
        for name in names:
            services.set_side(talk.id, name, side)
    if ours or theirs:
        services.reread(default_reader())


def _answer(question: str) -> str:
    import typer

    answer: str = typer.prompt(f"    {question}", default="", show_default=False)
    return answer


def chosen(answer: str, names: Sequence[str], *, of: UnknownSpeakers | None = None) -> list[str]:
    """Return the names that an answer chooses: numbers in the list, or ``rest`` for all of them.

    Numbers count in ``of`` where it is given, else in ``names``; what is no number of the list
    chooses nobody.
    """
    if answer.strip().casefold() in {"rest", "all"}:
        return list(names)
    listed = of.names if of is not None else tuple(names)
    numbers = [int(word) for word in answer.replace(",", " ").split() if word.isdigit()]
    picked = [listed[number - 1] for number in numbers if 0 < number <= len(listed)]
    return [name for name in picked if name in names]


def _first_words(talk: Conversation, name: str) -> str:
    """Return the beginning of what a speaker says, so that somebody can tell who it is."""
    words = one_line(" … ".join(t.text for t in talk.turns if t.speaker.label == name))
    return words if len(words) <= WORDS_SHOWN else words[:WORDS_SHOWN].rstrip() + " …"
