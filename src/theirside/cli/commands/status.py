"""``theirside status``: what there is, where it lies, and what waits to be done."""

from __future__ import annotations

from theirside.cli.options import Json

PANEL = "Set up"


def status(json: Json = False) -> None:
    """Print what is kept and where, who we are, and what waits.

    \b
    Example:
      theirside status
    """
    from theirside.app.store import open_store

    open_store()
    from theirside import as_json
    from theirside.app import queries
    from theirside.app.places import offer_path
    from theirside.cli.printing import console, day, print_json

    found = queries.status()
    us = found.us
    offer = offer_path()
    if json:
        print_json(
            {
                "database": found.database,
                "size_bytes": found.size_bytes,
                "offer": str(offer) if offer.exists() else None,
                "us": as_json.us(us),
                "conversations": found.conversations,
                "turns": found.turns,
                "people": found.people,
                "judgements": found.judgements,
                "reader": found.reader,
                "waiting": found.waiting,
                "unknown": found.unknown,
                "last_import": as_json.moment(found.last_import.at if found.last_import else None),
            }
        )
        return
    out = console()

    def line(name: str, value: str) -> None:
        out.print(f"{name:<16}{value}", markup=False)

    line("database", f"{found.database} ({found.size_bytes / 1e6:.1f} MB)")
    line("offer", str(offer) if offer.exists() else f"none yet: {offer}")
    line(
        "we are", ", ".join([*sorted(us.domains), *sorted(us.addresses), *sorted(us.names)]) or "?"
    )
    line("conversations", f"{found.conversations:,} with {found.turns:,} turns")
    line("people", f"{found.people:,} on their side")
    line("judged", f"{found.judgements:,} statements confirmed, corrected or withdrawn")
    line("reader", found.reader)
    if found.waiting:
        line("to read again", f"{found.waiting:,} conversations, with the next `theirside add`")
    if found.unknown:
        line("sides unknown", f"in {found.unknown:,} conversations: theirside sides")
    if found.last_import is not None:
        last = found.last_import
        line("last import", f"{day(last.at)}: {last.found:,} found, {last.kept:,} kept")
