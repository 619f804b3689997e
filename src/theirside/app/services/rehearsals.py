"""Keeping rehearsals: begun, gone on with, ended, erased. They never touch a real conversation."""

from __future__ import annotations

import secrets
from dataclasses import asdict

from django.utils import timezone

from theirside.app import models
from theirside.app.queries.people import row_of
from theirside.app.queries.rehearsals import WORDS, row_of_rehearsal
from theirside.app.rows import clip, storable
from theirside.app.services.forgotten import silenced
from theirside.app.store import explained, writing
from theirside.app.viewing import viewer
from theirside.errors import NotFoundError
from theirside.purpose.chairs.session import Exchange, Rehearsal
from theirside.purpose.chairs.state import Line


def new_rehearsal_code() -> str:
    """Return a fresh code for a rehearsal: eight hexadecimal digits."""
    return secrets.token_hex(4)


@explained
def keep_rehearsal(rehearsal: Rehearsal) -> None:
    """Keep a rehearsal as it stands: a new one whole, else the exchanges that are not kept yet.

    Raises ``NotFoundError`` where the person, or a rehearsal begun before, is gone meanwhile.
    """
    with writing():
        row = models.Rehearsal.objects.filter(code=rehearsal.code).first()
        if row is None and rehearsal.begun is not None:
            raise NotFoundError(f"The rehearsal {rehearsal.code} was erased meanwhile")
        now = timezone.now()
        row = row or models.Rehearsal(
            code=rehearsal.code, person=row_of(rehearsal.person), begun=now
        )
        who = viewer()
        row.member_id = row.member_id or (who.member if who is not None else None)
        row.chair, row.seed, row.seller = rehearsal.chair, rehearsal.seed, clip(rehearsal.seller)
        row.state = asdict(rehearsal.state)
        row.selling = asdict(rehearsal.selling) if rehearsal.selling is not None else None
        row.end, row.at = rehearsal.end, now
        row.save()
        last = row.exchanges.order_by("-place").values_list("place", flat=True).first()
        for place, exchange in enumerate(rehearsal.exchanges):
            if last is None or place > last:
                _keep_exchange(row, place, exchange)


def _keep_exchange(row: models.Rehearsal, place: int, exchange: Exchange) -> None:
    [reply] = silenced([exchange.reply])  # it may name somebody who was forgotten
    kept = models.RehearsalExchange.objects.create(
        rehearsal=row,
        place=place,
        reply=storable(reply),
        heard=[[each.act, each.start, each.end, each.by] for each in exchange.heard],
        played=[[each.habit, each.did] for each in exchange.played],
        move=exchange.move,
        trust=exchange.trust,
        patience=exchange.patience,
        trust_at=exchange.stood[0],
        patience_at=exchange.stood[1],
    )
    for line in exchange.lines:
        _keep_line(kept, line)


def _keep_line(exchange: models.RehearsalExchange, line: Line) -> None:
    """Keep a line; of words of a talk only where they stand, so that they go when those go."""
    quote = line.quote
    turn = (
        models.Turn.objects.filter(conversation__key=quote.conversation, place=quote.turn).first()
        if quote is not None
        else None
    )
    text = line.text.replace(quote.text, WORDS) if quote is not None else line.text
    models.RehearsalLine.objects.create(
        exchange=exchange,
        text=storable(text),
        item=line.item,
        phrase=line.phrase,
        outside=line.outside,
        ask=storable(line.ask),
        turn=turn,
        start=quote.start if quote is not None else 0,
        end=quote.end if quote is not None else 0,
    )


def erase_rehearsal(code: str) -> None:
    """Erase a rehearsal for good. Raises ``NotFoundError`` or ``AmbiguousError``."""
    with writing():
        row_of_rehearsal(code).delete()
