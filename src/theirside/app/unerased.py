"""Customers who asked by their link to be erased, where that did not come to its end.

The customer is told; whoever sees to people's data has to be told, too, and what to do about it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from theirside.app import queries, services
from theirside.app.access import Right, may, require
from theirside.app.viewing import seen_by
from theirside.errors import AmbiguousError, NotFoundError


@dataclass(frozen=True, slots=True)
class Unerased:
    """What somebody asked for, and how it stands.

    ``name`` and ``person`` are "" where they are gone and only something of theirs may be left.
    ``error`` says why it ended; ``traces`` where they are still named, if it came so far.
    """

    errand: str
    person: str
    name: str
    at: datetime
    error: str
    traces: tuple[str, ...]


def unerased() -> tuple[Unerased, ...]:
    """Return what is to be seen to, the newest first; nothing for whom it is none of theirs."""
    if not may(Right.PEOPLES_DATA):
        return ()
    with seen_by(None):
        return tuple(map(_unerased, queries.customers_unerased()))


def _unerased(it: queries.Errand) -> Unerased:
    known = str(it.subject["person"])
    try:
        person = queries.find_person(known)
        name = person.name if person.id == known else ""
    except (NotFoundError, AmbiguousError):
        name = ""
    traces = tuple(map(str, it.outcome.get("traces", ())))
    error = it.error if it.state == "failed" else ""
    return Unerased(it.id, known if name else "", name, it.at, error, traces if not error else ())


def erase_again(public: str) -> None:
    """Note that it is to be begun anew. Raises ``NotFoundError`` where there is no such thing."""
    it = _of(public)
    if not it.error:
        raise NotFoundError("It came to its end; what is left has to be taken out by hand")
    with seen_by(None):
        services.mark_errand(public, "waiting")


def seen_to(public: str) -> None:
    """Note that what was left of somebody was taken out by hand."""
    it = _of(public)
    if it.error:
        raise NotFoundError("It did not come to its end; begin it anew")
    with seen_by(None):
        services.mark_errand(public, "done", outcome={"seen to": True})


def _of(public: str) -> Unerased:
    require(Right.PEOPLES_DATA)
    for each in unerased():
        if each.errand == public:
            return each
    raise NotFoundError("Nothing of a customer's is left to be seen to under this address")
