"""``theirside rehearse``: role-play in two chairs, with what is known of somebody."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.cli.options import Json

PANEL = "With purpose"


def rehearse(
    person: Annotated[
        str, typer.Argument(metavar="PERSON", help="Whom it is about; a name or part of one.")
    ] = "",
    chair: Annotated[
        str,
        typer.Option(
            "--chair", metavar="seller|customer", help="Where you sit: facing them, or being them."
        ),
    ] = "seller",
    seed: Annotated[
        int | None,
        typer.Option("--seed", help="The same number plays alike; else each time another."),
    ] = None,
    seller: Annotated[
        str,
        typer.Option("--as", metavar="NAME", help="Whose habits are played; else all of ours."),
    ] = "",
    inside: Annotated[
        bool, typer.Option("--inside", help="Show what each reply did, as you go.")
    ] = False,
    listed: Annotated[bool, typer.Option("--list", help="List what is kept.")] = False,
    resume: Annotated[
        str, typer.Option("--resume", metavar="CODE", help="Go on with a kept one.")
    ] = "",
    look_back: Annotated[
        str, typer.Option("--look-back", metavar="CODE", help="Look back on a kept one.")
    ] = "",
    erase: Annotated[str, typer.Option("--erase", metavar="CODE", help="Erase a kept one.")] = "",
    json: Json = False,
) -> None:
    """Rehearse a talk: face this customer, or sit in their chair and meet your own habits.

    They say what they said in your talks, and a few plain phrases; nothing is made up, and no
    language model is needed. Type a reply a line; Ctrl-D ends it and looks back.

    \b
    Examples:
      theirside rehearse sigrun
      theirside rehearse sigrun --chair customer
      theirside rehearse --list
    """
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries
    from theirside.cli import rehearsing
    from theirside.purpose.chairs.session import Chair

    if chair not in tuple(Chair):
        raise typer.BadParameter("seller or customer", param_hint="--chair")
    asked = [each for each in (resume, look_back, erase) if each]
    if len(asked) + listed > 1 or not (person or asked or listed):
        raise typer.BadParameter(
            "name a person, or give one of --list, --resume, --look-back and --erase"
        )
    if listed:
        rehearsing.list_kept(queries.find_person(person) if person else None, json=json)
    elif erase:
        rehearsing.erase(erase)
    elif look_back:
        rehearsing.print_look_back(look_back, json=json)
    elif resume:
        rehearsing.resume(resume, inside=inside, json=json)
    else:
        found = queries.find_person(person)
        rehearsing.begin(found, Chair(chair), seed, seller, inside=inside, json=json)
