"""Asking on a terminal whose side a speaker is on; elsewhere, saying how to tell it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

from theirside.cli.printing import console, one_line

if TYPE_CHECKING:
    from theirside.app.queries import UnknownSpeakers
    from theirside.conversation import Conversation

ASKED_AT_ONCE = 5
WORDS_SHOWN = 72


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
    import typer

    from theirside.app import queries, services
    from theirside.conversation import Side
    from theirside.reader import default_reader

    meanings = {"t": Side.THEIRS, "o": Side.OURS}
    talk = queries.conversation(waiting.conversation).conversation
    told = 0
    for name in waiting.names:
        console().print(f"    {name}: “{_first_words(talk, name)}”", style="dim", markup=False)
        answer = typer.prompt(
            "    on their side (t), one of ours (o), or not known yet (Enter)?",
            default="",
            show_default=False,
        )
        side = meanings.get(answer.strip().casefold()[:1])
        if side is not None:
            services.set_side(talk.id, name, side)
            told += 1
    if told:
        services.reread(default_reader())


def _first_words(talk: Conversation, name: str) -> str:
    """Return the beginning of what a speaker says, so that somebody can tell who it is."""
    words = one_line(" … ".join(t.text for t in talk.turns if t.speaker.label == name))
    return words if len(words) <= WORDS_SHOWN else words[:WORDS_SHOWN].rstrip() + " …"
