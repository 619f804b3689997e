"""Writing in the ledger: adding by hand, setting right, striking out, and taking that back.

What was found is never changed itself: what somebody says of it is kept by its place, so that it
holds on every later reading.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from theirside.app import models
from theirside.app.queries.ledger import typed_of
from theirside.app.queries.people import row_of
from theirside.app.rows import clip, storable
from theirside.app.services.forgotten import silenced
from theirside.app.services.judging import turn_of
from theirside.app.store import explained, writing
from theirside.errors import NotFoundError
from theirside.evidence import Quote
from theirside.serve.ledger.entry import Column, Entry
from theirside.serve.ledger.kinds import kinds, kinds_of
from theirside.serve.ledger.referral import REFERRAL, Referral
from theirside.understand.understanding import Person


@explained
def add_to_ledger(
    person: Person,
    column: Column,
    kind: str,
    text: str,
    *,
    by_us: bool,
    on: date,
    weight: float | None = None,
    named: str = "",
) -> Entry:
    """Keep a gift or an ask that somebody typed. ``kind`` is one of the column's ("time").

    Raises ``NotFoundError`` where the person is gone or the kind unknown, ``ValueError`` without
    words or with a weight below 0.
    """
    _check(column, kind, text, weight)
    with writing():
        said, who = silenced([text.strip(), named.strip()])
        row = models.LedgerEntry.objects.create(
            code=secrets.token_hex(4),
            person=row_of(person),
            column=column,
            kind=kind,
            by_us=by_us,
            text=storable(said),
            on=on,
            weight=weight,
            named=clip(who),
            at=timezone.now(),
        )
        return typed_of(row)


@explained
def correct_in_ledger(
    entry: Entry,
    *,
    kind: str = "",
    weight: float | None = None,
    text: str = "",
    by_us: bool | None = None,
    on: date | None = None,
) -> None:
    """Set an entry right; what is not given stays. Of a found one only kind and weight change.

    Raises ``NotFoundError`` where the kind is unknown or the entry gone, ``ValueError`` where
    nothing is to be changed or, of a found one, what its words and its talk tell.
    """
    _check(entry.column, kind or entry.kind, text or entry.text, weight)
    if not entry.typed:
        if text or by_us is not None or on is not None:
            raise ValueError(
                "its words, its day and who said it stand in the talk; only its kind and weight "
                "can be set right, or it can be struck"
            )
        if not kind and weight is None:
            raise ValueError("nothing to set right: give a kind or a weight")
        changed = {"kind": kind} if kind else {}
        _mark(entry.column, entry.evidence, **changed, **_given(weight=weight))
        return
    told = storable(silenced([text.strip()])[0]) if text.strip() else None
    changes = _given(kind=kind or None, weight=weight, text=told, by_us=by_us, on=on)
    if not changes:
        raise ValueError("nothing to set right: give a kind, a day, a side, words or a weight")
    with writing():
        if not models.LedgerEntry.objects.filter(code=entry.id).update(**changes):
            raise _gone(entry)


@explained
def strike_from_ledger(entry: Entry) -> None:
    """Take an entry out: a typed one is erased, a found one stays out on every later reading.

    Raises ``NotFoundError`` where it is gone meanwhile.
    """
    if entry.typed:
        with writing():
            dropped, _ = models.LedgerEntry.objects.filter(code=entry.id).delete()
        if not dropped:
            raise _gone(entry)
        return
    for subject in _subjects(entry):
        _mark(subject, entry.evidence, struck=True)


@explained
def restore_in_ledger(entry: Entry) -> None:
    """Take back that a found entry was struck. Raises ``NotFoundError`` where it is gone."""
    for subject in _subjects(entry):
        _mark(subject, entry.evidence, struck=False)


@explained
def thank_for_referral(referral: Referral) -> None:
    """Keep that somebody was thanked, in a way that no talk shows. Raises ``NotFoundError``."""
    if referral.evidence:
        _mark(REFERRAL, referral.evidence, thanked=True)
        return
    with writing():
        if not models.LedgerEntry.objects.filter(code=referral.id).update(thanked=True):
            raise NotFoundError(f"{referral.id}: no such entry any more; `theirside referrals`")


@explained
def strike_referral(referral: Referral) -> None:
    """Take a referral out: a typed one is erased, a found one stays out.

    Raises ``NotFoundError`` where it is gone meanwhile.
    """
    if referral.evidence:
        _mark(REFERRAL, referral.evidence, struck=True)
        return
    with writing():
        dropped, _ = models.LedgerEntry.objects.filter(code=referral.id).delete()
    if not dropped:
        raise NotFoundError(f"{referral.id}: no such entry any more; `theirside referrals`")


def _subjects(entry: Entry) -> tuple[str, ...]:
    """Return what a mark on an entry is about: a referral of theirs is also found by itself."""
    is_referral = entry.kind == REFERRAL and entry.column is Column.GIFT
    return (entry.column, REFERRAL) if is_referral else (entry.column,)


def _mark(subject: str, evidence: Iterable[Quote], **said: Any) -> None:
    with writing():
        for quote in evidence:
            models.LedgerMark.objects.update_or_create(
                turn=turn_of(quote),
                start=quote.start,
                end=quote.end,
                subject=subject,
                defaults={**said, "at": timezone.now()},
            )


def _check(column: Column, kind: str, text: str, weight: float | None) -> None:
    if f"{column}.{kind}" not in kinds():
        known = ", ".join(each.short for each in kinds_of(column))
        raise NotFoundError(f"{kind!r}: no such kind of {column}; there are {known}")
    if not text.strip():
        raise ValueError(f"say in a few words what the {column} was")
    if weight is not None and weight < 0:
        raise ValueError("a weight is 0 or more; leave it out where you don't want to weigh it")


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _gone(entry: Entry) -> NotFoundError:
    return NotFoundError(f"{entry.id}: no such entry any more; `theirside ledger` lists them")
