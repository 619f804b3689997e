"""A rehearsal as it is kept: who, which chair, and every exchange with what it did and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from theirside.purpose.chairs.selling import Played, SellerState
from theirside.purpose.chairs.state import Heard, Line, State
from theirside.understand.understanding import Person


class Chair(StrEnum):
    """The chair that the user sits in."""

    SELLER = "seller"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Exchange:
    """What the user said (nothing in the first one), and what was said to it.

    ``heard`` are acts of whoever sat in the seller's chair. ``trust`` and ``patience`` say by how
    much the customer's moved, ``stood`` where the two stood afterwards. ``move`` is what the played
    customer did, ``played`` what the habits of the played seller did.
    """

    reply: str
    lines: tuple[Line, ...]
    heard: tuple[Heard, ...] = ()
    trust: int = 0
    patience: int = 0
    stood: tuple[int, int] = (0, 0)
    move: str = ""
    played: tuple[Played, ...] = ()


@dataclass(frozen=True, slots=True)
class Rehearsal:
    """One rehearsal. ``seller`` names whose habits are played ("" for all of ours).

    ``state`` is the customer's; ``selling`` the played seller's, in the customer's chair only.
    ``end`` is the id of how it ended, "" while it goes on.
    """

    code: str
    person: Person
    chair: Chair
    seed: int
    seller: str
    state: State
    exchanges: tuple[Exchange, ...] = ()
    selling: SellerState | None = None
    end: str = ""
    begun: datetime | None = None
    at: datetime | None = None

    @property
    def replies(self) -> int:
        """How often the user has spoken; known in a list too, where the exchanges are left out."""
        return self.selling.turn if self.selling is not None else self.state.turn
