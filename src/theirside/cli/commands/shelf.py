"""``theirside shelf``: things worth giving, put there, listed, taken away."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from theirside.cli.options import Json

if TYPE_CHECKING:
    from theirside.intake.shelf.thing import Thing

PANEL = "Serve"
group = typer.Typer(invoke_without_command=True)


@group.callback()
def shelf(context: typer.Context, json: Json = False) -> None:
    """Keep a shelf of things worth giving: notes, links, articles, with nothing to sell in them.

    What is on it is matched to what people said: theirside in-mind.

    \b
    Examples:
      theirside shelf add articles/ bookmarks.html feeds.opml
      theirside shelf add --note "Our card for a shift's handover, for anybody to copy."
      theirside shelf add --link https://paper.example/bees --title "The bee year in the north"
      theirside shelf list
      theirside shelf remove 3f9c
    """
    if context.invoked_subcommand is None:
        _list(json=json)


@group.command()
def add(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="PATH",
            help="Files, folders, archives: text, Markdown, HTML, Word, CSV, bookmarks, OPML; "
            "- reads standard input.",
        ),
    ] = None,
    note: Annotated[
        str, typer.Option("--note", metavar="TEXT", help="A note, typed or pasted.")
    ] = "",
    link: Annotated[
        str,
        typer.Option("--link", metavar="URL", help="An address; nothing is fetched from it."),
    ] = "",
    title: Annotated[
        str, typer.Option("--title", help="What it is called; with --link say what it is about.")
    ] = "",
    tags: Annotated[
        list[str] | None, typer.Option("--tag", help="A word for it; may be repeated.")
    ] = None,
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Keep it although something is sold in it.")
    ] = False,
    json: Json = False,
) -> None:
    """Put things on the shelf; nothing is fetched, and what sells something is refused.

    Adding the same again adds nothing twice. With --link, --note says what stands there.
    """
    from theirside.app.store import open_store

    open_store()
    from theirside import shelf_as_json
    from theirside.app.shelf import add_paths, add_thing
    from theirside.cli.printing import print_json
    from theirside.cli.shelf_sheet import print_added

    if bool(paths) == bool(note or link):
        raise typer.BadParameter("give a PATH, or --note, or --link", param_hint="PATH")
    if paths:
        if title:
            raise typer.BadParameter("files have their own titles", param_hint="--title")
        added = add_paths(paths, tags=tags or (), anyway=anyway, stdin=sys.stdin.buffer)
    else:
        added = add_thing(_typed(note, link, title, tuple(tags or ())), anyway=anyway)
    if json:
        print_json(shelf_as_json.added(added.report, added.new, added.known))
    else:
        print_added(added)
    if not added.report.kept:
        raise typer.Exit(1)


def _typed(note: str, link: str, title: str, tags: tuple[str, ...]) -> Thing:
    from theirside.intake.shelf.thing import ThingKind, thing

    if link and not (title.strip() or note.strip()):
        raise typer.BadParameter(
            "say what it is about, because nothing is fetched", param_hint="--title"
        )
    kind = ThingKind.LINK if link else ThingKind.NOTE
    try:
        return thing(kind, title, note, link, tags=tags)
    except ValueError as error:
        raise typer.BadParameter(f"{link or note!r}: {error}", param_hint="--link") from None


@group.command("list")
def list_(json: Json = False) -> None:
    """List what is on the shelf, what was added last first."""
    _list(json=json)


def _list(*, json: bool) -> None:
    from theirside.app.store import open_store

    open_store()
    from theirside import shelf_as_json
    from theirside.app.shelf import shelf as everything
    from theirside.cli.printing import print_json
    from theirside.cli.shelf_sheet import print_shelf

    found = everything()
    if json:
        rows = [(each.shelved, each.sold) for each in found]
        print_json(
            {
                "things": [
                    shelf_as_json.shelved(one.thing, one.added_at, one.given, sold)
                    for one, sold in rows
                ]
            }
        )
    else:
        print_shelf(found)


@group.command()
def remove(
    thing: Annotated[
        str, typer.Argument(metavar="THING", help="Its number in the list, or its title.")
    ],
) -> None:
    """Take a thing off the shelf; to whom it was given stays known."""
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries, services
    from theirside.cli.printing import paragraph

    found = queries.find_thing(thing)
    services.remove_thing(found)
    paragraph(f"Off the shelf: {found.title}", hang=2)
