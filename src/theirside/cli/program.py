"""The program put together: every module in ``cli/commands`` is a command by being there.

A command's module bears the command's name and holds a function of that name, or a Typer
``group`` of subcommands; ``PANEL`` is the heading under which ``--help`` lists it.
"""

from __future__ import annotations

import importlib
import pkgutil
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from theirside.cli import commands

PANELS = ("Understand", "Set right", "Bring in and take out", "Set up")


class Panels(TyperGroup):
    """Lists the commands under their panels; plain text, because Rich would cost 0.2 s here."""

    def format_commands(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002
        """Write each panel's commands with the first sentence of their help."""
        for panel in PANELS:
            rows = [
                (name, command.get_short_help_str(limit=formatter.width))
                for name, command in self.commands.items()
                if getattr(command, "rich_help_panel", None) == panel
            ]
            if rows:
                with formatter.section(panel):
                    formatter.write_dl(rows)


def program() -> typer.Typer:
    """Return the whole program with its commands, ordered by panel and name."""
    app = typer.Typer(
        no_args_is_help=True,
        cls=Panels,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(theirside)
    modules = [
        importlib.import_module(f"{commands.__name__}.{found.name}")
        for found in pkgutil.iter_modules(commands.__path__)
    ]
    for module in sorted(modules, key=lambda each: (PANELS.index(each.PANEL), each.__name__)):
        name = module.__name__.rpartition(".")[2]
        if hasattr(module, "group"):
            app.add_typer(module.group, name=name, rich_help_panel=module.PANEL)
        else:
            app.command(name, rich_help_panel=module.PANEL)(getattr(module, name))
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"theirside {version('theirside')}")
        raise typer.Exit


def theirside(
    _version: Annotated[
        bool,
        typer.Option(
            "--version", help="Print the version.", is_eager=True, callback=_print_version
        ),
    ] = False,
) -> None:
    """How things look from the customer's side, quote by quote.

    \b
    Begin with
      theirside init --us yourdomain.com
      theirside add MAILBOX CALLS…
      theirside people
      theirside brief NAME
    Nothing leaves this machine.
    """
