"""``theirside forget``: erase a person, and prove it."""

from __future__ import annotations

from theirside.cli.options import PersonText, Yes

PANEL = "Bring in and take out"


def forget(person: PersonText, yes: Yes = False) -> None:
    """Erase everything about a person: their words, names, addresses, statements. Asks first.

    \b
    Example:
      theirside forget dana
    """
    import typer

    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries, services
    from theirside.cli.by_words_only import make_ready_or_tell
    from theirside.cli.printing import console, count, paragraph
    from theirside.errors import StoreError

    found = queries.find_person(person)
    out = console()
    names = ", ".join((*found.names, *found.emails, *found.phones))
    paragraph(f"This erases {names}, and everything they wrote or said here.", hang=2)
    out.print("It cannot be undone.")
    out.print(
        f'You may want to keep a copy: theirside export "{found.id}"', style="dim", markup=False
    )
    if not yes and not typer.confirm("Erase it?"):
        out.print("Nothing changed.")
        raise typer.Exit(1)
    done = services.forget(found)
    paragraph(
        f"Erased: {count(done.turns, 'turn')} of theirs with "
        f"{count(done.annotations, 'annotation')}, "
        f"{count(done.conversations, 'conversation')} that nobody else was part of, "
        f"{count(done.judgements, 'judgement')}, "
        f"{count(done.preparations, 'preparation')}. Made unreadable: "
        f"{count(done.blotted, 'place')} where others wrote of them.",
        hang=2,
    )
    if done.traces:
        raise StoreError(
            f"{len(done.traces)} places still mention them: " + "; ".join(done.traces[:10])
        )
    out.print("Every table was searched for their names and addresses: nothing was found.")
    if done.overwritten:
        out.print("The database file was rewritten and holds none of it any more.")
    make_ready_or_tell()
