"""Asking on a terminal whose side a speaker is on; elsewhere, saying how to tell it."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from theirside.app.queries import UnknownSpeakers

ASKED_AT_ONCE = 5


def ask_sides(waiting: Sequence[UnknownSpeakers]) -> None:
    """Ask who is on their side in each conversation; on a pipe, only say what is open."""
    from theirside.cli.printing import console

    if not waiting:
        return
    out = console()
    talks = "1 conversation has" if len(waiting) == 1 else f"{len(waiting)} conversations have"
    out.print(f"\n{talks} speakers whose side is not known:", markup=False)
    asked = sys.stdin.isatty() and sys.stdout.isatty()
    for each in waiting[:ASKED_AT_ONCE]:
        title = each.subject or each.conversation
        out.print(f"  {title}: {', '.join(each.names)}", markup=False)
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

    from theirside.app import services
    from theirside.conversation import Side

    meanings = {"t": Side.THEIRS, "o": Side.OURS}
    for name in waiting.names:
        answer = typer.prompt(
            f"    {name}: on their side (t), one of ours (o), or not known yet (Enter)?",
            default="",
            show_default=False,
        )
        side = meanings.get(answer.strip().casefold()[:1])
        if side is not None:
            services.set_side(waiting.conversation, name, side)
