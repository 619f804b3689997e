"""``theirside measures``: what is counted, and switching it off and on."""

from __future__ import annotations

from typing import Annotated

import typer

PANEL = "Set right"
group = typer.Typer(invoke_without_command=True)
MeasureName = Annotated[str, typer.Argument(metavar="MEASURE", help="A measure (talk_share).")]


@group.callback()
def measures(context: typer.Context) -> None:
    """List the measures and which are on; switch them off and on, for everybody.

    What is off is neither counted nor shown: not in `measure`, on no page, and by no task, trend or
    experiment.

    \b
    Examples:
      theirside measures
      theirside measures off interruptions
      theirside measures on interruptions
    """
    if context.invoked_subcommand is not None:
        return
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries
    from theirside.care.definition import measures as known
    from theirside.cli.printing import count, heading, print_line

    off, group = queries.measures_off(), ""
    for each in known().values():
        if each.group != group:
            group = each.group
            heading(group)
        print_line(f"  {'off' if each.id in off else 'on '}  {each.id:<26} {each.name}")
    print_line("")
    print_line(f"{count(len(known()), 'measure')}, {len(off)} off.")


@group.command()
def off(measure: MeasureName) -> None:
    """Switch a measure off: it is neither counted nor shown."""
    _switch(measure, on=False)


@group.command()
def on(measure: MeasureName) -> None:
    """Switch a measure on again."""
    _switch(measure, on=True)


def _switch(measure: str, *, on: bool) -> None:
    from theirside.app.store import open_store

    open_store()
    from theirside.app import services

    services.switch_measure(measure, on=on)
    typer.echo(f"{measure}: {'on' if on else 'off'}")
