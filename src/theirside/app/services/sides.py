"""Sides as the user tells them: they outrank every rule, now and on every further import."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from theirside.app import models
from theirside.app.rows import speaker_of
from theirside.app.services.linking import link
from theirside.app.services.speakers import side_changed, told_key
from theirside.app.store import writing
from theirside.conversation import Side
from theirside.errors import NotFoundError
from theirside.understand.names import fold


def set_side(conversation: str | None, label: str, side: Side) -> int:
    """Say on which side a speaker is; return how many conversations it concerns.

    ``conversation`` is an id; None means everywhere, in what is still to come too. ``label`` is
    the speaker's name, address or phone. Whoever has an address is on one side everywhere.
    Raises ``NotFoundError`` naming the speakers that there are.
    """
    with writing():
        rows = [row for row in _candidates(conversation) if _goes_by(row, label)]
        if not rows:
            raise NotFoundError(_nobody(conversation, label))
        if any(row.email or row.phone for row in rows):
            rows = _everywhere_too(rows)
        for row in rows:
            row.side, row.told = side, True
        models.Speaker.objects.bulk_update(rows, ["side", "told"])
        for key in {told_key(speaker_of(row)) for row in rows if _lasts(row, conversation)}:
            models.ToldSide.objects.update_or_create(key=key, defaults={"side": side})
        concerned = side_changed(rows)
        link(rows)
        return concerned


def _lasts(row: models.Speaker, conversation: str | None) -> bool:
    return conversation is None or bool(row.email or row.phone)


def _candidates(conversation: str | None) -> list[models.Speaker]:
    rows = models.Speaker.objects.all()
    if conversation is not None:
        there = Q(turns__conversation__key=conversation)
        rows = rows.filter(there | Q(received__turn__conversation__key=conversation)).distinct()
    return list(rows.order_by("pk"))


def _goes_by(row: models.Speaker, label: str) -> bool:
    wanted = fold(label)
    return bool(wanted) and wanted in {fold(row.name), row.email.casefold(), row.phone}


def _everywhere_too(rows: Iterable[models.Speaker]) -> list[models.Speaker]:
    """Return these and every row with one of their addresses or phones."""
    rows = list(rows)
    emails = {row.email for row in rows if row.email}
    phones = {row.phone for row in rows if row.phone and not row.email}
    same = models.Speaker.objects.filter(
        Q(pk__in=[row.pk for row in rows]) | Q(email__in=emails) | Q(email="", phone__in=phones)
    )
    return list(same.order_by("pk"))


def _nobody(conversation: str | None, label: str) -> str:
    if conversation is None:
        return f"{label!r}: nobody goes by that name or address; `theirside sides` lists speakers"
    labels = dict.fromkeys(speaker_of(row).label for row in _candidates(conversation))
    if not labels:
        return f"{conversation!r}: no such conversation"
    return f"{label!r} does not speak in {conversation}; there are: {', '.join(labels)}"
