"""Conversations to leaf through: filtered, paged by the database, the newest first."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, F, Min, Q, QuerySet

from theirside.app import models
from theirside.app.queries.people import persons_of
from theirside.app.queries.talks import seen_talks
from theirside.app.rows import speaker_of, time_of
from theirside.app.store import explained
from theirside.conversation import Channel, Side

PAGE = 40
_NEWEST = F("last_at").desc(nulls_last=True)


@dataclass(frozen=True, slots=True)
class Search:
    """What is looked for; what is empty does not narrow.

    ``person`` is the id of one of theirs, or a part of a speaker's name, address or phone; ``text``
    a part of the subject. ``unknown``: only where somebody's side is not known.
    """

    channel: Channel | None = None
    person: str = ""
    text: str = ""
    unknown: bool = False

    @property
    def narrows(self) -> bool:
        """Whether anything is looked for at all."""
        return bool(self.channel or self.person or self.text or self.unknown)


@dataclass(frozen=True, slots=True)
class ListedTalk:
    """A conversation in a list: its turns counted, who spoke by side, in order of first words."""

    id: str
    channel: Channel
    subject: str
    at: datetime | None
    turns: int
    speakers: Mapping[Side, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of what was found: ``number`` of ``pages``, from 1; ``total`` conversations in all.

    ``person`` is the name of the person that was looked for by their id, "" otherwise.
    """

    found: tuple[ListedTalk, ...]
    total: int
    number: int
    pages: int
    person: str = ""


@explained
def leaf(search: Search, number: int = 1, most: int = PAGE) -> Leaf:
    """Return one page of the conversations that a search finds.

    A number beyond the last page gives the last. It takes at most six queries, however many
    conversations there are.
    """
    person = _person(search.person)
    rows = _narrowed(search, known=person is not None)
    total = rows.count()
    pages = max(1, -(-total // most))
    number = min(max(1, number), pages)
    here = list(rows.order_by(_NEWEST, "-pk")[(number - 1) * most : number * most])
    told = _who_spoke([row.pk for row in here])
    return Leaf(
        tuple(_listed(row, told.get(row.pk, ())) for row in here),
        total,
        number,
        pages,
        person or "",
    )


def _person(text: str) -> str | None:
    """Return the name of the person with this id; None where it is no id."""
    rows = models.Person.objects.filter(public=text) if text else models.Person.objects.none()
    return next((each.name for each in persons_of(rows).values()), None) if text else None


def _narrowed(search: Search, *, known: bool) -> QuerySet[models.Conversation]:
    rows = seen_talks()
    if search.channel is not None:
        rows = rows.filter(channel=search.channel)
    if search.text:
        rows = rows.filter(subject__icontains=search.text)
    if search.unknown:
        unsided = models.Turn.objects.filter(speaker__side=Side.UNKNOWN)
        rows = rows.filter(pk__in=unsided.values("conversation"))
    if search.person:
        who = models.Speaker.objects.filter(_goes_by(search.person, known=known)).values("pk")
        spoke = models.Turn.objects.filter(speaker__in=who).values("conversation")
        heard = models.Recipient.objects.filter(speaker__in=who).values("turn__conversation")
        rows = rows.filter(Q(pk__in=spoke) | Q(pk__in=heard))
    return rows


def _goes_by(text: str, *, known: bool) -> Q:
    if known:
        return Q(person__public=text)
    return Q(name__icontains=text) | Q(email__icontains=text) | Q(phone__contains=text)


_Spoke = Sequence[tuple[Side, str, int]]


def _who_spoke(pks: Collection[int]) -> dict[int, list[tuple[Side, str, int]]]:
    """Return who spoke in these conversations: side, label and turns, the first to speak first."""
    rows = list(
        models.Turn.objects.filter(conversation__in=pks)
        .values("conversation", "speaker")
        .annotate(first=Min("place"), turns=Count("pk"))
        .order_by("conversation", "first")
    )
    speakers = models.Speaker.objects.in_bulk({row["speaker"] for row in rows})
    found: dict[int, list[tuple[Side, str, int]]] = {}
    for row in rows:
        who = speaker_of(speakers[row["speaker"]])
        found.setdefault(row["conversation"], []).append((who.side, who.label, row["turns"]))
    return found


def _listed(row: models.Conversation, spoke: _Spoke) -> ListedTalk:
    by_side: dict[Side, dict[str, None]] = {}
    for side, label, _ in spoke:
        by_side.setdefault(side, {})[label] = None
    return ListedTalk(
        id=row.key,
        channel=Channel(row.channel),
        subject=row.subject,
        at=row.last_at or time_of(row.started_at, row.started_offset),
        turns=sum(turns for *_, turns in spoke),
        speakers={side: tuple(labels) for side, labels in by_side.items()},
    )
