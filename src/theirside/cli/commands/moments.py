"""``theirside moments``: the few stretches of talks most worth looking at together."""

from __future__ import annotations

from typing import Annotated

import typer

from theirside.cli.options import Json

PANEL = "Understand"


def moments(
    what: Annotated[
        str,
        typer.Argument(metavar="CONVERSATION|PERSON", help="A talk, or whose talks."),
    ] = "",
    moment: Annotated[
        str,
        typer.Argument(metavar="MOMENT", help="After share or unshare: a moment's id."),
    ] = "",
    mine: Annotated[bool, typer.Option("--mine", help="All our talks together.")] = False,
    most: Annotated[int, typer.Option("--most", min=1, help="How many at most.")] = 5,
    shared: Annotated[
        bool, typer.Option("--shared", help="What is shared with the team, as it sees it.")
    ] = False,
    named: Annotated[
        bool, typer.Option("--named", help="When sharing: let the customer's name stand.")
    ] = False,
    seller: Annotated[
        str, typer.Option("--seller", metavar="NAME", help="When sharing: who of us, if not you.")
    ] = "",
    json: Json = False,
) -> None:
    """Show the few moments most worth looking at together, what worked among them.

    `share` lets the team look at one of yours once a month (`theirside team-kit`), without the
    customer's name; `unshare` takes it back. Nothing else is ever used there.

    \b
    Examples:
      theirside moments "first call"
      theirside moments dana --most 3
      theirside moments --mine
      theirside moments share 3fa9c2d1
      theirside moments unshare 3fa9c2d1
      theirside moments --shared
    """
    from theirside.app.store import open_store

    open_store()
    from theirside import moments_as_json
    from theirside.app.moments import moments_about
    from theirside.cli.moments import print_moments
    from theirside.cli.printing import print_json

    if moment or shared:
        _share(what, moment, seller, named=named, json=json)
        return
    if bool(what) == mine:
        raise typer.BadParameter("name a conversation or a person, or give --mine")
    found = moments_about("" if mine else what, most)
    if json:
        print_json(moments_as_json.moments(found.title, found.moments))
    else:
        print_moments(found)


def _share(what: str, moment: str, seller: str, *, named: bool, json: bool) -> None:
    """Share a moment, take it back, or (without one) show what is shared."""
    from theirside import practice_as_json
    from theirside.app import sharing
    from theirside.app.practice import seller_named
    from theirside.cli.moments import print_shared, print_unshared
    from theirside.cli.printing import print_json

    if moment and what not in {"share", "unshare"}:
        raise typer.BadParameter("theirside moments share MOMENT, or unshare MOMENT")
    if moment and what == "unshare":
        sharing.unshare(moment, seller_named(seller))
        print_unshared(moment)
        return
    if moment:
        found = [sharing.share(moment, seller_named(seller), named=named)]
    else:
        found = sharing.shared()
    if json:
        print_json(practice_as_json.shared(found))
    else:
        print_shared(found, just_now=bool(moment))
