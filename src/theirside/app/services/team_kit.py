"""Keeping what is shared with the team, and what the team took up."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from theirside.app import models
from theirside.app.rows import clip
from theirside.app.store import explained, writing
from theirside.care.moment import Moment
from theirside.errors import NotFoundError
from theirside.evidence import Quote


@explained
def share_moment(moment: Moment, seller: str, *, named: bool = False) -> None:
    """Keep that one of us shares a moment, ``named`` with the customer's name; or that they now do.

    Raises ``NotFoundError`` where its words are gone meanwhile.
    """
    with writing():
        turns = [_turn(each) for each in moment.evidence]
        row, made = models.SharedMoment.objects.update_or_create(
            code=moment.id,
            seller=clip(seller),
            defaults={"kind": moment.kind, "named": named},
            create_defaults={
                "kind": moment.kind,
                "named": named,
                "month": _month_of(moment.id),
                "at": timezone.now(),
            },
        )
        if made:
            models.SharedQuote.objects.bulk_create(
                models.SharedQuote(shared=row, turn=turn, start=each.start, end=each.end)
                for turn, each in zip(turns, moment.evidence, strict=True)
            )


def _month_of(code: str) -> str:
    """Return when the team looked at a moment that another of us had shared before."""
    found = models.SharedMoment.objects.filter(code=code).first()
    return found.month if found is not None else ""


def _turn(quote: Quote) -> models.Turn:
    turn = models.Turn.objects.filter(
        conversation__key=quote.conversation, place=quote.turn
    ).first()
    if turn is None:
        raise NotFoundError("the moment's words are gone meanwhile, so it cannot be shared")
    return turn


@explained
def unshare_moment(code: str, seller: str) -> None:
    """Take back what one of us shared. Raises ``NotFoundError`` where they did not share it."""
    with writing():
        deleted, _ = models.SharedMoment.objects.filter(code=code, seller=clip(seller)).delete()
    if not deleted:
        raise NotFoundError(f"{code!r}: you have not shared such a moment")


@explained
def take_up(month: date, experiment: str, codes: Iterable[str]) -> None:
    """Keep what the team does in a month: its experiment, and the moments that it looks at."""
    with writing():
        models.TeamExperiment.objects.get_or_create(
            month=f"{month:%Y-%m}",
            defaults={"experiment": experiment, "at": timezone.now()},
        )
        models.SharedMoment.objects.filter(code__in=list(codes), month="").update(
            month=f"{month:%Y-%m}"
        )


def drop_shared(turns: QuerySet[models.Turn]) -> None:
    """Erase what is shared of these turns."""
    models.SharedMoment.objects.filter(quotes__turn__in=turns).delete()


def drop_wordless_shared() -> None:
    """Erase what was shared and of which no words are left."""
    models.SharedMoment.objects.filter(quotes=None).delete()
