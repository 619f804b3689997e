"""``theirside ledger``: what was given and what was asked, on both sides, with every quote."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from theirside.cli.options import DAY, Json, refusing
from theirside.cli.person_first import PersonFirst

if TYPE_CHECKING:
    from theirside.serve.ledger.entry import Column

PANEL = "Serve"
group = typer.Typer(cls=PersonFirst)
Number = Annotated[str, typer.Argument(metavar="NUMBER", help="It stands at the end of an entry.")]
By = Annotated[str | None, typer.Option("--by", metavar="ours|theirs", help="Whose it was.")]
Kind = Annotated[
    str | None,
    typer.Option("--kind", help="Which kind: help, knowledge, meeting …; docs/ledger.md."),
]
On = Annotated[
    datetime | None,
    typer.Option("--on", formats=DAY, metavar="DATE", help="The day: 2026-03-02."),
]
Weight = Annotated[
    float | None,
    typer.Option("--weight", help="What it weighs, if you want to say so; counts stay counts."),
]


@group.callback()
def ledger() -> None:
    """What was given and what was asked, on both sides, with every quote; month by month.

    Gifts and asks are found in the talks, and added by hand. It counts; what a gift was worth is
    not for a program to say. Without a name it lists everybody, most asks since our last gift
    first.

    \b
    Examples:
      theirside ledger
      theirside ledger dana
      theirside ledger add dana gift "the checklist" --kind knowledge --by ours --on 2026-03-02
      theirside ledger strike 8b8ef07d
      theirside ledger correct 8b8ef07d --kind meeting
    """


@group.command()
def show(
    person: Annotated[
        str | None,
        typer.Argument(metavar="PERSON", help="A name, part of it, or an address."),
    ] = None,
    everything: Annotated[bool, typer.Option("--all", help="Leave nothing out.")] = False,
    struck: Annotated[bool, typer.Option("--struck", help="What you struck out.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="A row for each entry.")] = False,
    json: Json = False,
) -> None:
    """Print how it stands with a person, or with everybody; "show" itself may be left out."""
    from theirside.app.store import open_store

    if json and csv:
        raise typer.BadParameter("one or the other", param_hint="--json, --csv")
    open_store()
    from theirside import serve_as_json
    from theirside.app import queries
    from theirside.app.ledger import ledger_of, ledgers
    from theirside.cli.ledger_sheet import LedgerSheet, print_csv, print_everybody
    from theirside.cli.printing import print_json

    if person is None:
        if struck:
            raise typer.BadParameter("say whose", param_hint="PERSON")
        every = ledgers()
        if json:
            print_json({"ledgers": [serve_as_json.stands(each) for each in every]})
        elif csv:
            print_csv(every)
        else:
            print_everybody(every, everything=everything)
        return
    found = ledger_of(queries.find_person(person))
    if json:
        print_json(serve_as_json.ledger(found))
    elif csv:
        print_csv([found])
    elif struck:
        LedgerSheet(found, everything=True).print_struck()
    else:
        LedgerSheet(found, everything=everything).print()


@group.command()
def add(
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Between us and whom.")],
    what: Annotated[str, typer.Argument(metavar="gift|ask", help="Which column.")],
    words: Annotated[list[str], typer.Argument(metavar="WORDS", help="What it was.")],
    kind: Kind = None,
    by: By = "ours",
    on: On = None,
    weight: Weight = None,
    named: Annotated[
        str,
        typer.Option(
            "--named", metavar="NAME", help="Who was told of us, or of them; or was introduced."
        ),
    ] = "",
) -> None:
    """Add a gift or an ask that no talk shows. Ours and today, unless you say otherwise."""
    from theirside.app.store import open_store

    column = _column(what)
    by_us = _by_us(by)
    open_store()
    from theirside.app import queries, services
    from theirside.cli.printing import paragraph

    with refusing():
        made = services.add_to_ledger(
            queries.find_person(person),
            column,
            kind or "help",
            " ".join(words),
            by_us=bool(by_us),
            on=on.date() if on is not None else _today(),
            weight=weight,
            named=named,
        )
    paragraph(f"Added · {made.id}")


@group.command()
def correct(
    number: Number,
    kind: Kind = None,
    by: By = None,
    on: On = None,
    words: Annotated[str, typer.Option("--words", help="What it was, in other words.")] = "",
    weight: Weight = None,
) -> None:
    """Set an entry right: its kind or weight; of one added by hand also its day, side and words."""
    from theirside.app.store import open_store

    by_us = _by_us(by) if by is not None else None
    open_store()
    from theirside.app import services
    from theirside.app.ledger import find_entry
    from theirside.cli.printing import paragraph

    with refusing():
        services.correct_in_ledger(
            find_entry(number),
            kind=kind or "",
            weight=weight,
            text=words,
            by_us=by_us,
            on=on.date() if on is not None else None,
        )
    paragraph("Set right.")


@group.command()
def strike(number: Number) -> None:
    """Take an entry out. A found one stays out on every later reading; restore takes it back."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app import services
    from theirside.app.ledger import find_entry
    from theirside.cli.printing import paragraph

    entry = find_entry(number)
    services.strike_from_ledger(entry)
    if entry.typed:
        paragraph("Struck, and gone: it was added by hand.")
    else:
        paragraph(f"Struck, and it stays out. Back again: theirside ledger restore {entry.id}")


@group.command()
def restore(number: Number) -> None:
    """Take back that an entry was struck; `theirside ledger PERSON --struck` lists them."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app import services
    from theirside.app.ledger import find_entry
    from theirside.cli.printing import paragraph

    services.restore_in_ledger(find_entry(number, struck=True))
    paragraph("It counts again.")


def _column(what: str) -> Column:
    from theirside.serve.ledger.entry import Column

    try:
        return Column(what.strip().casefold())
    except ValueError:
        raise typer.BadParameter(
            f"{what!r} is neither gift nor ask", param_hint="gift|ask"
        ) from None


def _by_us(by: str | None) -> bool:
    sides = {"ours": True, "us": True, "theirs": False, "them": False}
    if by is None or by.strip().casefold() not in sides:
        raise typer.BadParameter(f"{by!r} is neither ours nor theirs", param_hint="--by")
    return sides[by.strip().casefold()]


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()
