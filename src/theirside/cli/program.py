"""The program put together: every module in ``cli/commands`` is a command by being there.

A command's module bears the command's name (``_`` for ``-``) and holds a function of that name, or
a Typer ``group`` of subcommands; ``PANEL`` is the heading under which ``--help`` lists it.
A command's module bears the command's name (``team_kit`` for ``team-kit``) and holds a function of
that name, or a Typer ``group`` of subcommands; ``PANEL`` is the heading under which ``--help``
lists it.
"""

from __future__ import annotations

import importlib
import pkgutil
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from theirside.cli import commands
from theirside.errors import AmbiguousError, TheirsideError

PANELS = (
    "Understand",
    "Serve",
    "With purpose",
    "Set right",
    "Bring in and take out",
    "Set up",
)


class Panels(TyperGroup):
    """Lists the commands under their panels; plain text, because Rich would cost 0.2 s here."""

    def invoke(self, ctx: Any) -> Any:
        """Run the command; whatever stops it becomes one plain line and an exit code."""
        from theirside.cli.streams import let_go_of_output

        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            let_go_of_output()
            raise typer.Exit(0) from None
        except KeyboardInterrupt:
            raise _stopped("interrupted; what was done so far is kept", 130) from None
        except typer.Abort as abort:  # a question was left without an answer
            code = 130 if isinstance(abort.__context__, KeyboardInterrupt) else 1
            raise _stopped("no answer, so nothing more was changed", code) from None
        except TheirsideError as error:
            raise _stopped(_told(error), 1) from None
        except OSError as error:  # a full disk, a folder that may not be written to
            if error.filename is None:
                let_go_of_output()
            place = error.filename or "what was printed could not be written"
            raise _stopped(f"{place}: {error.strerror}", 1) from None
        return result

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


def _stopped(message: str, code: int) -> typer.Exit:
    """Say on standard error why it ends here; return what ends it."""
    from theirside.cli.printing import harmless

    print(harmless(f"theirside: {message}"), file=sys.stderr)
    return typer.Exit(code)


def _told(error: TheirsideError) -> str:
    """Return an error as it is printed: candidates one a line, so that one can be picked."""
    if isinstance(error, AmbiguousError):
        return "\n  ".join((f"{error.asked!r} fits several:", *error.candidates))
    return str(error)


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
        name = module.__name__.rpartition(".")[2].replace("_", "-")
        if hasattr(module, "group"):
            app.add_typer(module.group, name=name, rich_help_panel=module.PANEL)
        else:
            app.command(name, rich_help_panel=module.PANEL)(
                getattr(module, module.__name__.rpartition(".")[2])
            )
        own = module.__name__.rpartition(".")[2]
        name = own.replace("_", "-")
        if hasattr(module, "group"):
            app.add_typer(module.group, name=name, rich_help_panel=module.PANEL)
        else:
            app.command(name, rich_help_panel=module.PANEL)(getattr(module, own))
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import PackageNotFoundError, version

        try:
            typer.echo(f"theirside {version('theirside')}")
        except PackageNotFoundError:  # run from a checkout
            typer.echo("theirside (not installed, so without a version)")
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
      theirside init --us yourdomain.com --us "Your Name"
      theirside add MAILBOX CALLS…
      theirside people
      theirside brief NAME
    To look around first, with people who do not exist:
      theirside init --sample
    Nothing leaves this machine.
    """
