"""``theirside comebacks``: when to come back to whom, and why, in their words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated

import typer

from theirside.cli.options import DAY, Json, On, PersonText, With, refusing

if TYPE_CHECKING:
    from theirside.serve.noted import Said

PANEL = "Serve"
Number = Annotated[
    str,
    typer.Argument(metavar="ID", help="A come-back's number, or the beginning of it."),
]
group = typer.Typer(help="See when to come back to whom, and why.")


@group.callback(invoke_without_command=True)
def comebacks(
    context: typer.Context,
    person: With = "",
    on: On = None,
    everything: Annotated[bool, typer.Option("--all", help="Those that are past, too.")] = False,
    json: Json = False,
) -> None:
    """See when to come back to whom, and why in their words; and until when they want quiet.

    A day is worked out where their words allow it, from the day on which they said it. What waits
    for something to happen is "when: ask", until somebody says that it has happened.

    \b
    Examples:
      theirside comebacks
      theirside comebacks --with anneliese --all
      theirside comebacks done 29263552
      theirside comebacks snooze 29263552 --until 2027-01-12
      theirside comebacks add priya "figures for the January meeting" --on 2027-01-04
    """
    from theirside.app.store import open_store

    open_store()
    if context.invoked_subcommand is not None:
        return
    from theirside import due_as_json
    from theirside.app import promising, queries
    from theirside.cli.due_sheet import print_comebacks, today
    from theirside.cli.printing import print_json

    whom = queries.find_person(person) if person else None
    found, talks = promising.comebacks(on.date() if on is not None else today(), whom)
    if json:
        print_json([due_as_json.patience(each) for each in found])
    else:
        print_comebacks(found, talks, everything=everything)


@group.command()
def done(number: Number) -> None:
    """Mark a come-back as done."""
    from theirside.serve.noted import Said

    _mark(number, Said.DONE, None)


@group.command()
def snooze(
    number: Number,
    until: Annotated[
        datetime, typer.Option("--until", formats=DAY, metavar="DATE", help="Until when.")
    ],
) -> None:
    """Put a come-back off to a day that you choose."""
    from theirside.serve.noted import Said

    _mark(number, Said.PUT_OFF, until)


@group.command()
def reopen(number: Number) -> None:
    """Take a mark back: the come-back stands again as their words have it."""
    _mark(number, None, None)


@group.command()
def add(
    person: PersonText,
    text: Annotated[str, typer.Argument(metavar="WHY", help="Why to come back, in your words.")],
    on: Annotated[
        datetime | None, typer.Option("--on", formats=DAY, metavar="DATE", help="When.")
    ] = None,
) -> None:
    """Write down when to come back to somebody, and why."""
    from theirside.app import promising, queries
    from theirside.cli.printing import day, paragraph

    whom = queries.find_person(person)
    with refusing("WHY"):
        noted = promising.add_comeback(whom, text, on.date() if on is not None else None)
    when = day(noted.day) if noted.day else "when: ask"
    paragraph(f"✓ Noted: come back to {whom.name}, {when}  [{noted.id}]")


def _mark(number: str, said: Said | None, until: datetime | None) -> None:
    from theirside.app import promising
    from theirside.cli.due_sheet import print_comeback, today

    day = until.date() if until is not None else None
    print_comeback(promising.mark_comeback(number, said, today(), day), {})
