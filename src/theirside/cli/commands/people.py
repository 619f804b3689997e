"""``theirside people``: who is on their side, and which names are one person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from theirside.cli.options import Json, refusing

if TYPE_CHECKING:
    from theirside.app.queries import PersonSummary
    from theirside.understand.people import Proposal

PANEL = "Understand"
PROPOSALS_SHOWN = 8
group = typer.Typer(invoke_without_command=True)


@group.callback()
def people(context: typer.Context, json: Json = False) -> None:
    """List the people on their side; merge and split their names.

    Those heard last come first. "spoke in" counts the conversations in which they spoke.

    \b
    Examples:
      theirside people
      theirside people merge dana d.whitfield@gmail.example
      theirside people split dana "Dana W."
    """
    if context.invoked_subcommand is not None:
        return
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries
    from theirside.cli.printing import print_json

    found, proposals = queries.people(), queries.proposals()
    if json:
        print_json(_form(found, proposals))
    else:
        _print(found, proposals)


def _form(found: Sequence[PersonSummary], proposals: Sequence[Proposal]) -> dict[str, object]:
    from theirside import as_json

    return {
        "people": [
            {
                "person": as_json.person(each.person),
                "conversations": each.conversations,
                "turns": each.turns,
                "last_at": as_json.moment(each.last_at),
            }
            for each in found
        ],
        "proposals": [as_json.proposal(each.first, each.second, each.reason) for each in proposals],
    }


def _print(found: Sequence[PersonSummary], proposals: Sequence[Proposal]) -> None:
    from theirside.cli.printing import console, day, listing

    out = console()
    if not found:
        out.print("Nobody yet. Bring conversations in with: theirside add PATH…", markup=False)
        return
    listing(
        (
            (each.person.name, each.person.company, str(each.conversations), day(each.last_at))
            for each in found
        ),
        ("name", "company", "spoke in", "heard last"),
    )
    if proposals:
        out.print("\nPerhaps one person:", style="head")
    for each in proposals[:PROPOSALS_SHOWN]:
        out.print(f"  {each.first.name} and {each.second.name}: {each.reason}", markup=False)
        command = f'theirside people merge "{each.first.id}" "{each.second.id}"'
        out.print(f"    {command}", style="dim", markup=False)
    if len(proposals) > PROPOSALS_SHOWN:
        out.print(f"  and {len(proposals) - PROPOSALS_SHOWN} more", style="dim")


Who = Annotated[
    str, typer.Argument(metavar="PERSON", help="A name, part of a name, or an address.")
]


@group.command()
def merge(one: Who, other: Who) -> None:
    """Say that two are one person. Imports remember it; split undoes it."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries, services
    from theirside.cli.printing import console

    first, second = queries.find_person(one), queries.find_person(other)
    if first.id == second.id:
        console().print(f"Both are {first.name} already; nothing changed.")
        return
    kept = services.merge(first, second)
    names = ", ".join((*kept.names, *kept.emails))
    console().print(f"{kept.name} is one person now: {names}", markup=False)


@group.command()
def split(
    person: Who,
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="The name or address that is somebody else.")
    ],
) -> None:
    """Say that one of a person's names or addresses is somebody else."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries, services
    from theirside.cli.printing import console

    with refusing("NAME"):
        new = services.split(queries.find_person(person), name)
    console().print(f"{new.name} is a person of their own now", markup=False)
