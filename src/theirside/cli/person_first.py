"""A group that takes a person where no command stands: ``ledger dana`` beside ``ledger add``."""

from __future__ import annotations

from typing import Any

from typer.core import TyperGroup

HIDDEN = "show"
"""The command that a person's name, or nothing at all, leads to."""
_HELP = frozenset({"-h", "--help"})


class PersonFirst(TyperGroup):
    """Runs ``show`` where the first word is none of its commands."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Put ``show`` first unless a command, or a cry for help, stands there."""
        if not args or (args[0] not in self.commands and not _HELP & set(args[:1])):
            args = [HIDDEN, *args]
        found: list[str] = super().parse_args(ctx, args)
        return found
