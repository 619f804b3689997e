"""``theirside in-mind``: what this one person would be glad of, and who to think of today."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from theirside.cli.options import Json, On

PANEL = "Serve"
_VERBS = ("given", "no")


def in_mind(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PERSON | given PERSON THING | no PERSON THING]",
            help="A name, part of a name, or an address; a thing's number, or its title.",
        ),
    ] = None,
    on: On = None,
    json: Json = False,
) -> None:
    """Show what on the shelf is for somebody, why them in their words, and a first line.

    Without a name: the few people for whom there is something today. Nothing is sent. Nobody gets
    a thing twice, nor too often, and no thing goes to everybody.

    \b
    Examples:
      theirside in-mind
      theirside in-mind ruth
      theirside in-mind given ruth 3f9c
      theirside in-mind no ruth "climbing after forty"
    """
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries

    today = on.date() if on is not None else _today()
    asked = list(words or ())
    if asked and asked[0] in _VERBS and len(asked) > 1:
        if len(asked) != 3:
            raise typer.BadParameter(
                f"theirside in-mind {asked[0]} PERSON THING; put names of several words in quotes",
                param_hint="PERSON THING",
            )
        _answer(*asked, today=today, json=json)
    elif asked:
        _one(queries.find_person(" ".join(asked)).id, today, json=json)
    else:
        _few(today, json=json)


def _today() -> date:
    from django.utils import timezone

    return timezone.localdate()


def _one(person: str, today: date, *, json: bool) -> None:
    from theirside import shelf_as_json
    from theirside.app import queries
    from theirside.app.shelf import in_mind_of
    from theirside.cli.printing import print_json
    from theirside.cli.shelf_sheet import print_chosen, print_silence

    chosen, talks = in_mind_of(queries.find_person(person), today)
    if json:
        print_json(shelf_as_json.chosen(chosen))
    elif chosen.things:
        print_chosen(chosen, talks)
    else:
        print_silence(chosen, is_empty=not queries.shelf())


def _few(today: date, *, json: bool) -> None:
    from theirside import shelf_as_json
    from theirside.app import queries
    from theirside.app.shelf import in_mind_today
    from theirside.cli.printing import print_json
    from theirside.cli.shelf_sheet import print_today

    found = in_mind_today(today)
    if json:
        print_json(shelf_as_json.today(found.people, found.looked_at, found.known))
    else:
        print_today(found, is_empty=not queries.shelf())


def _answer(verb: str, person: str, thing: str, *, today: date, json: bool) -> None:
    from theirside import shelf_as_json
    from theirside.app import queries
    from theirside.app.shelf import given, never
    from theirside.cli.printing import print_json
    from theirside.cli.shelf_sheet import print_answered

    who, what = queries.find_person(person), queries.find_thing(thing)
    answered = given(who, what, today) if verb == "given" else never(who, what)
    if json:
        print_json(shelf_as_json.answered(answered))
    else:
        print_answered(answered, who.name)
