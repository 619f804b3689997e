"""What stands in the ledger: values only; how they are found and counted is beside this."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from theirside.evidence import Quote


class Column(StrEnum):
    """The two columns of the ledger."""

    GIFT = "gift"
    ASK = "ask"


@dataclass(frozen=True, slots=True)
class Entry:
    """One gift or ask between us and a person. ``by_us`` tells who gave, or who asked.

    ``kind`` is the id of a kind of its column ("introduction"). ``text`` is the words that were
    said, or those that somebody typed (``typed``; then there is no ``evidence``). ``offered``
    marks a gift that was held out, with no word yet that it was given. ``weight`` is what somebody
    typed in; None means that nobody did, and nothing is made up in its place. ``corrected`` marks
    a found one of which somebody set the kind or weight right. ``named`` is who else it is about:
    in a referral, whoever was told of us, or of them; ``thanked``, that we thanked for it.
    """

    id: str
    person: str
    column: Column
    kind: str
    by_us: bool
    text: str
    on: date | None
    evidence: tuple[Quote, ...] = ()
    offered: bool = False
    typed: bool = False
    corrected: bool = False
    weight: float | None = None
    named: str = ""
    thanked: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What somebody said of a found entry: characters ``[start, end)`` of a turn.

    ``struck`` takes it out for good; ``kind`` ("gift.help") and ``weight`` set it right; a
    referral that was ``thanked`` for is not owed thanks. It is anchored to its words, so that it
    outlives a newer reader. ``subject`` is "gift", "ask" or "referral".
    """

    subject: str
    quote: Quote
    struck: bool = False
    kind: str = ""
    weight: float | None = None
    thanked: bool = False
