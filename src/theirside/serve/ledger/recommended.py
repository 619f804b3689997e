"""Referrals as gifts of whoever recommended us, in their ledger, though others told us of it."""

from __future__ import annotations

from collections.abc import Iterable

from theirside.serve.ledger.entry import Column, Entry
from theirside.serve.ledger.referral import REFERRAL, Referral
from theirside.understand.observations import person_mark


def with_referrals(
    entries: Iterable[Entry], referrals: Iterable[Referral], person: str
) -> list[Entry]:
    """Return a person's entries and, as gifts of theirs, their referrals that aren't among them."""
    found = list(entries)
    there = {quote for each in found for quote in each.evidence}
    for each in referrals:
        own = each.received and each.by.person == person
        if own and each.evidence and there.isdisjoint(each.evidence):
            found.append(_gift(each, person))
    return found


def _gift(referral: Referral, person: str) -> Entry:
    return Entry(
        id=person_mark(person) + referral.id[3:],
        person=person,
        column=Column.GIFT,
        kind=REFERRAL,
        by_us=False,
        text=referral.text,
        on=referral.on,
        evidence=referral.evidence,
        named=referral.to.name,
    )
