"""What a review takes from the store: what is switched, and whom the draft is for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from theirside.app import queries, services
from theirside.app.access import Right, require
from theirside.app.ledger import ledger_of
from theirside.app.understanding import understood
from theirside.care.review import DraftKind, Finding, Switch, Them, review
from theirside.care.review.fix import fixed
from theirside.understand.understanding import Person


def for_review(person: Person | None) -> tuple[tuple[Switch, ...], Them | None]:
    """Return the switches, and the person as a review needs them, by today's date."""
    found = queries.switches()
    if person is None:
        return found, None
    understanding, inputs = understood(person)
    ledger = ledger_of(person).entries
    today = date.today()  # noqa: DTZ011 (the writer's)
    return found, Them(understanding, inputs.conversations, today, ledger)


LONGEST = 60_000
"""Characters of a draft that are looked at as somebody writes; twenty pages."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A draft, its line ends ``\\n``, with what reads badly (or well) in it, and whom it is for."""

    text: str
    findings: tuple[Finding, ...]
    them: Them | None = None
    switched_off: tuple[Switch, ...] = ()

    @property
    def safe(self) -> tuple[Finding, ...]:
        """The findings whose words may be changed without changing what is meant."""
        return tuple(each for each in self.findings if each.fix is not None)


def reviewed(text: str, kind: DraftKind, person: Person | None = None) -> Reviewed:
    """Return a draft read from their side. Nothing of it is kept.

    Raises ``NotFoundError`` where the person is gone, ``SettingsError`` where ``offer.yaml`` is not
    as it should be.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n")[:LONGEST]
    switches, them = for_review(person)
    found = review(plain, kind, them, switches) if plain.strip() else []
    own = person.id if person is not None else ""
    off = tuple(each for each in switches if not each.on and each.person in {"", own})
    return Reviewed(plain, tuple(found), them, off)


def fix(text: str, kind: DraftKind, person: Person | None = None, *, at: int | None = None) -> str:
    """Return a draft with its safe changes made: all of them, or the one that begins ``at``."""
    found = reviewed(text, kind, person)
    wanted = [each for each in found.safe if at is None or each.start == at]
    return fixed(found.text, wanted)[0]


def switch_rule(rule: str, *, on: bool, person: Person | None = None) -> None:
    """Switch a rule of the review off for one person or everywhere; ``on`` takes that back.

    For everybody it is a setting: raises ``NotAllowedError`` where the viewer has no right to it.
    Raises ``NotFoundError`` where there is no such rule.
    """
    if person is None:
        require(Right.SETTINGS)
    if on:
        services.switch_back(rule, person)
    else:
        services.switch(rule, on=False, person=person)
