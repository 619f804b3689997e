"""``theirside practice``: one small task a day, chosen by what the own talks show."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from theirside.cli.options import Json

if TYPE_CHECKING:
    from theirside.app.practice import Today

PANEL = "With purpose"
group = typer.Typer(invoke_without_command=True)
Seller = Annotated[
    str, typer.Option("--seller", metavar="NAME", help="Who of us practises, if not you.")
]


@group.callback()
def practice(context: typer.Context, seller: Seller = "", json: Json = False) -> None:
    """Show today's task: small, and fitting what your own talks show.

    It stays the same all day. Nothing is counted up: no streak, no score.

    \b
    Examples:
      theirside practice
      theirside practice done --note "She corrected me, and told the real reason."
      theirside practice skip
      theirside practice log
      theirside practice list --point P9
      theirside practice show ask_for_help
    """
    if context.invoked_subcommand is None:
        from theirside.app.store import open_store

        open_store()
        from theirside.app.practice import seller_named, todays_task

        _show(todays_task(seller_named(seller), _today()), json=json)


@group.command()
def done(
    note: Annotated[
        str, typer.Option("--note", metavar="TEXT", help="A line of what you noticed.")
    ] = "",
    seller: Seller = "",
    json: Json = False,
) -> None:
    """Say that today's task is done, with a line about it if you like."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app.practice import finish, seller_named
    from theirside.cli.practising import print_done

    found = finish(seller_named(seller), _today(), note)
    if json:
        _show(found, json=True)
    else:
        print_done(found)


@group.command()
def skip(seller: Seller = "", json: Json = False) -> None:
    """Put today's task aside for some weeks, and show another one."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app.practice import put_aside, seller_named

    _show(put_aside(seller_named(seller), _today()), json=json)


@group.command()
def log(
    weeks: Annotated[int, typer.Option("--weeks", min=1, help="The newest so many.")] = 8,
    seller: Seller = "",
    json: Json = False,
) -> None:
    """Show what you practised, week by week, and how the measures behind it stand."""
    from theirside.app.store import open_store

    open_store()
    from theirside import practice_as_json
    from theirside.app.practice import practice_log, seller_named
    from theirside.cli.practising import print_log
    from theirside.cli.printing import print_json

    found = practice_log(seller_named(seller), weeks)
    if json:
        print_json(practice_as_json.practice_log(found.seller, found.weeks, found.moved))
    else:
        print_log(found)


@group.command("list")
def list_(
    point: Annotated[
        str, typer.Option("--point", metavar="P8", help="Only what exercises this point.")
    ] = "",
    json: Json = False,
) -> None:
    """List the deck, point by point."""
    from theirside import practice_as_json
    from theirside.cli.practising import print_tasks
    from theirside.cli.printing import print_json
    from theirside.purpose.deck import tasks_about

    found = tasks_about(point)
    if json:
        print_json(practice_as_json.tasks(found))
    else:
        print_tasks(found)


@group.command()
def show(
    task: Annotated[str, typer.Argument(metavar="TASK", help="Its id, or a part of its title.")],
    json: Json = False,
) -> None:
    """Print one task whole."""
    from theirside import practice_as_json
    from theirside.cli.practising import print_task
    from theirside.cli.printing import print_json
    from theirside.purpose.deck import task_named

    found = task_named(task)
    if json:
        print_json(practice_as_json.task(found))
    else:
        print_task(found)


def _today() -> date:
    from datetime import datetime

    return datetime.now().astimezone().date()


def _show(found: Today, *, json: bool) -> None:
    from theirside import practice_as_json
    from theirside.cli.practising import print_today
    from theirside.cli.printing import print_json

    if json:
        form = practice_as_json.practice(found.seller, found.given, found.task, found.because)
        print_json(form)
    else:
        print_today(found)
