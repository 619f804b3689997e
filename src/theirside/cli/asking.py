"""Asking on a terminal whose side a speaker is on; elsewhere, saying how to tell it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from shlex import quote
from typing import TYPE_CHECKING

from theirside.cli.printing import console, paragraph

if TYPE_CHECKING:
    from theirside.app.queries import UnknownSpeakers

ASKED_AT_ONCE = 3
WORDS_SHOWN = 56
NAMES_SHOWN = 6
LOOKED_AT = 20
"""Conversations in which is looked for who sells; of a long list the newest."""


def ask_sides(waiting: Sequence[UnknownSpeakers], *, everything: bool = False) -> None:
    """Ask whose side each speaker is on; where nobody can answer, say what is open and how.

    What nobody can answer is listed whole where ``everything`` is wanted.
    """
    from theirside.app import queries

    if not waiting:
        return
    out = console()
    out.print()
    talks = "1 conversation has" if len(waiting) == 1 else f"{len(waiting):,} conversations have"
    if not queries.workspace_us():
        paragraph('Nobody is known as ours: theirside init --us yourcompany.com --us "Your Name"')
    out.print(f"{talks} speakers whose side is not known:")
    asked = sys.stdin.isatty() and sys.stdout.isatty()
    shown = len(waiting) if everything and not asked else ASKED_AT_ONCE
    for number, each in enumerate(waiting[:shown]):
        title = each.subject or each.conversation
        paragraph(f"  “{title}”: {_names(each.names)}", hang=4)
        if number < LOOKED_AT:
            _suggest(each)
        if asked:
            _ask(each)
    if len(waiting) > shown:
        more = f"  and {len(waiting) - shown:,} more"
        out.print(f"{more}: theirside sides", style="dim")
    if not asked:
        first = waiting[0]
        example = f"theirside sides {first.conversation} --theirs {quote(first.names[0])}"
        paragraph(f"Say so with: {example}", style="dim", hang=2)


def _suggest(waiting: UnknownSpeakers) -> None:
    """Say who seems to sell where two talk and it is clear; whoever asks decides."""
    from theirside.app import queries
    from theirside.reader.encoder import default_encoder
    from theirside.reader.roles import seller_of

    if len(waiting.names) != 2:
        return
    talk = queries.conversation(waiting.conversation).conversation
    seller = seller_of(talk, default_encoder())
    if seller:
        paragraph(f"    “{seller}” seems to be the seller.", style="dim", hang=2)


def _names(names: Sequence[str]) -> str:
    """Return the names in a row, the first few of many."""
    more = len(names) - NAMES_SHOWN
    return ", ".join(names[:NAMES_SHOWN]) + (f" and {more} more" if more > 0 else "")


def _ask(waiting: UnknownSpeakers) -> None:
    """Ask two questions about one conversation: which speakers are ours, and which theirs."""
    from theirside.app import queries, services
    from theirside.app.asking import first_words
    from theirside.conversation import Side
    from theirside.reader import default_reader

    talk = queries.conversation(waiting.conversation).conversation
    for number, name in enumerate(waiting.names, start=1):
        line = f"    {number:>2} {name}: “{first_words(talk, name, WORDS_SHOWN)}”"
        paragraph(line, style="dim", hang=9)
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
        noted = [f"{name} is ours" for name in ours] + [f"{name} is theirs" for name in theirs]
        paragraph("    Noted: " + ", ".join(noted), hang=2)


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
