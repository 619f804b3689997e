"""Referrals: who recommended us to whom, and whom we recommended; values only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from theirside.evidence import Quote

REFERRAL = "referral"
"""What a mark on a referral is about."""


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody in a referral, as the words name them; empty where they don't.

    ``person`` is their id where it is known who they are. ``sure`` is False where only a first
    name says so. ``us`` marks our own side.
    """

    name: str = ""
    person: str = ""
    sure: bool = True
    us: bool = False


US = Named("us", us=True)


@dataclass(frozen=True, slots=True)
class Referral:
    """That ``by`` recommended ``whom`` to ``to``; one of ``by`` and ``whom`` is us.

    ``evidence`` is empty where somebody typed it or it stands in a decision on a fit. ``thanks``
    are our words of thanks, where a talk has them; ``thanked`` says that somebody told us so.
    """

    id: str
    by: Named
    whom: Named
    to: Named
    text: str
    on: date | None
    evidence: tuple[Quote, ...] = ()
    thanks: Quote | None = None
    thanked: bool = False
    typed: bool = False

    @property
    def received(self) -> bool:
        """Say whether we were recommended."""
        return self.whom.us

    @property
    def owes_thanks(self) -> bool:
        """Say whether we owe somebody thanks: they are named, and nothing tells of any."""
        named = bool(self.by.person or self.by.name)
        return self.received and named and self.thanks is None and not self.thanked

    def concerns(self, person: str) -> bool:
        """Say whether a person, by id, is in it."""
        return person in {self.by.person, self.whom.person, self.to.person} - {""}
