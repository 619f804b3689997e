"""``theirside promises``: what was promised on both sides, how it stands, and marks by hand."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from theirside.cli.options import DAY, Json, On, PersonText, With, refusing

if TYPE_CHECKING:
    from theirside.serve.noted import Said

PANEL = "Serve"
Number = Annotated[
    str, typer.Argument(metavar="ID", help="A promise's number, or the beginning of it.")
]
group = typer.Typer(help="See what was promised on both sides, and mark what was kept.")


@group.callback(invoke_without_command=True)
def promises(
    context: typer.Context,
    person: With = "",
    on: On = None,
    forgotten_after: Annotated[
        int | None,
        typer.Option(
            "--forgotten-after",
            metavar="DAYS",
            help="Setting: after so many days a late promise nobody spoke of is forgotten.",
        ),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Leave nothing out.")] = False,
    json: Json = False,
) -> None:
    """See what was promised on both sides: open, due, late, kept, kept late, forgotten, let go.

    A promise is kept where a later sentence says so, where they say that it came, or by the mail or
    call itself. What nothing tells of is not called broken: mark what was kept by hand.

    \b
    Examples:
      theirside promises
      theirside promises --with sigrun --all
      theirside promises kept 31e89a4d --on 2026-04-23
      theirside promises dropped 31e89a4d
      theirside promises reopen 31e89a4d
      theirside promises add sigrun "the drawing of the pump" --due 2026-05-01
      theirside promises add sigrun "the list of spare parts" --theirs
    """
    from theirside.app.store import open_store

    open_store()
    if context.invoked_subcommand is not None:
        return
    from theirside import due_as_json
    from theirside.app import promising, queries, services
    from theirside.cli.due_sheet import print_promises, today
    from theirside.cli.printing import paragraph, print_json

    if forgotten_after is not None:
        with refusing("--forgotten-after"):
            services.set_forgotten_after(forgotten_after)
        paragraph(f"✓ A late promise that nobody spoke of for {forgotten_after} days is forgotten.")
        return
    whom = queries.find_person(person) if person else None
    found, talks = promising.promises(on.date() if on is not None else today(), whom)
    if json:
        print_json([due_as_json.promised(each) for each in found])
    else:
        print_promises(found, talks, everything=everything)


@group.command()
def kept(
    number: Number,
    on: Annotated[
        datetime | None,
        typer.Option("--on", formats=DAY, metavar="DATE", help="When it was kept; else today."),
    ] = None,
) -> None:
    """Mark a promise as kept; a newer reading does not lose it."""
    from theirside.serve.noted import Said

    _mark(number, Said.KEPT, on)


@group.command()
def dropped(number: Number) -> None:
    """Let a promise go: it is not wanted any more, or it never was one."""
    from theirside.serve.noted import Said

    _mark(number, Said.LET_GO, None)


@group.command()
def reopen(number: Number) -> None:
    """Take a mark back: the promise stands again as the talks show it."""
    _mark(number, None, None)


@group.command()
def add(
    person: PersonText,
    text: Annotated[str, typer.Argument(metavar="WHAT", help="What was promised, in your words.")],
    due: Annotated[
        datetime | None, typer.Option("--due", formats=DAY, metavar="DATE", help="By when.")
    ] = None,
    theirs: Annotated[bool, typer.Option("--theirs", help="They promised it to us.")] = False,
) -> None:
    """Write down a promise that no talk in here holds."""
    from theirside.app import promising, queries
    from theirside.cli.printing import day, paragraph

    whom = queries.find_person(person)
    when = due.date() if due is not None else None
    with refusing("WHAT"):
        noted = promising.add_promise(whom, text, when, by_us=not theirs)
    until = f", due {day(noted.day)}" if noted.day else ""
    paragraph(f"✓ Noted for {whom.name}{until}  [{noted.id}]")


def _mark(number: str, said: Said | None, on: datetime | None) -> None:
    from theirside.app import promising
    from theirside.cli.due_sheet import print_promise, today
    from theirside.serve.noted import Said as Saying

    day = on.date() if on is not None else today() if said is Saying.KEPT else None
    print_promise(promising.mark_promise(number, said, today(), day), {})
