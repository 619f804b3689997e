"""Looking talks through for the ledger once, and letting go of what was found when they change."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from theirside.app import models
from theirside.app.store import explained, writing
from theirside.app.viewing import seen_by
from theirside.conversation import Side

if TYPE_CHECKING:
    from theirside.understand.talk import Talk  # at run time only where something is looked through

AT_ONCE = 25
"""Talks in one transaction: others wait meanwhile."""


@explained
def glean(talks: Sequence[int]) -> None:
    """Look through these talks, by primary key, and keep where they give, ask and tell."""
    for start in range(0, len(talks), AT_ONCE):
        # Reading and keeping are one transaction, so that no talk changes in between.
        with writing(), seen_by(None):
            rows = models.Conversation.objects.filter(pk__in=talks[start : start + AT_ONCE])
            _keep({row.key: row.pk for row in rows})


def _keep(pks: dict[str, int]) -> None:
    from theirside.app.queries.talks import talks_of
    from theirside.app.ready import ready
    from theirside.serve.ledger.edition import edition
    from theirside.understand.people import People

    drop_gleaned(list(pks.values()))
    rows = models.Turn.objects.filter(conversation__in=pks.values())
    turns: dict[int, list[int]] = {}
    for pk, home in rows.order_by("place", "pk").values_list("pk", "conversation_id"):
        turns.setdefault(home, []).append(pk)
    stored = talks_of(models.Conversation.objects.filter(pk__in=pks.values()))
    found: list[models.GleanedPlace] = []
    for each in stored:
        talk = ready(each, People())
        found += _found(talk, turns.get(pks[talk.id], []))
    models.GleanedPlace.objects.bulk_create(found)
    models.Gleaned.objects.bulk_create(
        models.Gleaned(conversation_id=pk, by=edition()) for pk in pks.values()
    )


def _found(talk: Talk, turns: Sequence[int]) -> Iterator[models.GleanedPlace]:
    from theirside.serve.ledger.finding import places_in
    from theirside.serve.ledger.recommending import ways_found
    from theirside.serve.ledger.referrals import sentences, thanks_in

    for number, pk in enumerate(turns):
        for each in places_in(talk, number):
            yield models.GleanedPlace(
                turn_id=pk,
                start=each.quote.start,
                end=each.quote.end,
                what=each.found.column,
                kind=each.found.kind,
                offered=each.found.offered,
            )
        by_us = talk.side(number) is Side.OURS
        for place in sentences(talk, number):
            if talk.may_show(place) and any(ways_found(place.text, by_us=by_us, first=True)):
                yield models.GleanedPlace(
                    turn_id=pk, start=place.start, end=place.end, what="referral"
                )
            if by_us and talk.may_show(place) and thanks_in(place.text):
                yield models.GleanedPlace(
                    turn_id=pk, start=place.start, end=place.end, what="thanks"
                )


def drop_gleaned_of(turns: Collection[int]) -> None:
    """Let go of what was found in the talks of these turns; only within ``writing()``."""
    rows = models.Turn.objects.filter(pk__in=turns)
    drop_gleaned(set(rows.values_list("conversation_id", flat=True)))


def drop_gleaned(talks: Collection[int]) -> None:
    """Let go of what is kept of these talks; only within ``writing()``."""
    models.Practised.objects.filter(quotes__turn__conversation__in=talks).update(shown=False)
    models.PractisedQuote.objects.filter(turn__conversation__in=talks).delete()
    models.GleanedPlace.objects.filter(turn__conversation__in=talks).delete()
    models.Gleaned.objects.filter(conversation__in=talks).delete()
