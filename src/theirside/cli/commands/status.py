"""``theirside status``: what there is, where it lies, and what waits to be done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from theirside.cli.options import Json

if TYPE_CHECKING:
    from theirside.app.queries import StoreStatus

PANEL = "Set up"


def status(json: Json = False) -> None:
    """Print what is kept and where, who we are, and what waits.

    \b
    Example:
      theirside status
    """
    from theirside.app.store import open_store

    open_store()
    from theirside.app import queries
    from theirside.app.places import offer_path
    from theirside.cli.printing import console, print_json

    found, offer = queries.status(), offer_path()
    fits = _fits()
    if json:
        print_json({**_form(found, offer), **fits})
        return
    for name, value in _lines(found, offer, fits):
        console().print(f"{name:<16}{value}", markup=False)


def _fits() -> dict[str, int]:
    """Return how many decisions on fits are to be looked at again, and how often we did right."""
    from django.utils import timezone

    from theirside.app import queries
    from theirside.serve.decisions import due, standing

    decided = queries.fit_decisions()
    return {
        "look_again": len(due(decided, timezone.localdate())),
        "did_right": sum(each.did_right for each in standing(decided)),
    }


def _form(found: StoreStatus, offer: Path) -> dict[str, object]:
    from theirside import as_json

    return {
        "database": found.database,
        "size_bytes": found.size_bytes,
        "offer": str(offer) if offer.exists() else None,
        "us": as_json.us(found.us),
        "conversations": found.conversations,
        "turns": found.turns,
        "people": found.people,
        "judgements": found.judgements,
        "reader": found.reader,
        "waiting": found.waiting,
        "unknown": found.unknown,
        "last_import": as_json.moment(found.last_import.at if found.last_import else None),
    }


def _lines(found: StoreStatus, offer: Path, fits: Mapping[str, int]) -> Iterator[tuple[str, str]]:
    from theirside.cli.printing import day

    us = found.us
    ours = [*sorted(us.domains), *sorted(us.addresses), *sorted(us.names)]
    yield "database", f"{found.database} ({found.size_bytes / 1e6:.1f} MB)"
    yield "offer", str(offer) if offer.exists() else f"none yet: {offer}"
    yield "we are", ", ".join(ours) or "?"
    yield "conversations", f"{found.conversations:,} with {found.turns:,} turns"
    yield "people", f"{found.people:,} on their side"
    yield "judged", f"{found.judgements:,} statements confirmed, corrected or withdrawn"
    if fits["look_again"]:
        yield "look again", f"at {fits['look_again']:,} decisions on fit: theirside fit"
    if fits["did_right"]:
        yield "did right by", f"{fits['did_right']:,}: told it's not us, and where to turn"
    yield "reader", found.reader
    if found.waiting:
        yield "to read again", f"{found.waiting:,} conversations: theirside read --again"
    if found.uncoded > found.waiting:
        yield "by words only", f"{found.uncoded:,} in search: theirside read --again"
    if found.unknown:
        yield "sides unknown", f"in {found.unknown:,} conversations: theirside sides"
    if found.last_import is not None:
        last = found.last_import
        yield "last import", f"{day(last.at)}: {last.found:,} found, {last.kept:,} kept"
