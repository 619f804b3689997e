"""What people mark and note by hand of promises and come-backs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from theirside.evidence import Quote
from theirside.serve.comebacks import Stage
from theirside.understand.standing import Standing


class What(StrEnum):
    """What is marked or noted."""

    PROMISE = "promise"
    COME_BACK = "come back"


class Said(StrEnum):
    """What somebody said of it by hand."""

    KEPT = "kept"
    LET_GO = "let go"
    DONE = "done"
    PUT_OFF = "put off"


@dataclass(frozen=True, slots=True)
class HandMark:
    """A mark on words in a talk; ``day`` is when it was kept, or until when it is put off."""

    what: What
    quote: Quote
    said: Said
    day: date | None


@dataclass(frozen=True, slots=True)
class Noted:
    """A promise or come-back noted by hand, of a person by id; ``marked`` is as a mark's day."""

    id: str
    person: str
    what: What
    by_us: bool
    text: str
    day: date | None
    noted: date
    said: Said | None = None
    marked: date | None = None


def stands_noted(each: Noted, today: date) -> str:
    """Return how something stands that was noted by hand."""
    if each.said in (Said.KEPT, Said.LET_GO, Said.DONE):
        both = each.marked is not None and each.day is not None
        late = each.said is Said.KEPT and both and (each.marked or today) > (each.day or today)
        return str(Standing.KEPT_LATE if late else each.said)
    on = each.marked if each.said is Said.PUT_OFF else each.day
    if each.what is What.PROMISE:
        late = on is not None and on < today
        return str(Standing.LATE if late else Standing.DUE if on == today else Standing.OPEN)
    if on is None:
        return str(Stage.ASK)
    return str(Stage.DUE if on <= today else Stage.WAITING)
