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
    forgotten = services.forget(found)
    traces = queries.traces_of((*found.emails, *found.phones, *found.names))
    for line in forgotten.lines():
        out.print(f"  {line}", markup=False)
    if traces:
        raise StoreError(
            f"{len(traces)} places still mention them: " + "; ".join(traces[:10]) + ". "
            "These are other people's words; look at each with `theirside show`"
        )
    out.print("Every table was searched for their names and addresses: nothing was found.")
