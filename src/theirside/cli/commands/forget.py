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
    from theirside.cli.printing import console
    from theirside.errors import StoreError

    found = queries.find_person(person)
    out = console()
    names = ", ".join((*found.names, *found.emails, *found.phones))
    out.print(f"This erases {names}", markup=False)
    out.print("and everything they wrote or said here. It cannot be undone.")
    out.print(
        f'You may want to keep a copy: theirside export "{found.id}"', style="dim", markup=False
    )
    if not yes and not typer.confirm("Erase it?"):
        out.print("Nothing changed.")
        raise typer.Exit(1)
    done = services.forget(found)
    out.print(
        f"Erased: {done.turns:,} turns of theirs with {done.annotations:,} annotations, "
        f"{done.conversations:,} conversations that nobody else was part of, "
        f"{done.judgements:,} judgements; {done.blotted:,} places where others wrote of them "
        "were made unreadable.",
        markup=False,
    )
    if done.traces:
        raise StoreError(
            f"{len(done.traces)} places still mention them: " + "; ".join(done.traces[:10])
        )
    out.print("Every table was searched for their names and addresses: nothing was found.")
    if done.overwritten:
        out.print("The database file was rewritten and holds none of it any more.")
