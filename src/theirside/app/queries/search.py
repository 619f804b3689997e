"""Everything that people said, found by its words or by its meaning; what comes back are quotes.

By words: all must stand in one turn, in any order; a word finds whatever begins with it; words in
quotation marks must follow one another. By meaning (``near.py``): the few sentences that come
nearest, after those with the words. Withheld stretches are in no index and in no excerpt.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db.models import F, Q, QuerySet

from theirside.app import models
from theirside.app.queries.excerpts import Pieces, excerpt, excerpt_at
from theirside.app.queries.near import SURE, Near, near
from theirside.app.queries.people import persons_of
from theirside.app.queries.uncoded import uncoded
from theirside.app.queries.wanted import Wanted, narrowed
from theirside.app.queries.worded import last_with_words
from theirside.app.rows import speaker_of, time_of
from theirside.app.store import explained
from theirside.conversation import Channel, Side
from theirside.reader.coded import version_of
from theirside.understand.understanding import Person

if TYPE_CHECKING:
    from theirside.reader.encoder import Seeing

A_PAGE = 20


class By(StrEnum):
    """How a turn was found."""

    WORDS = "words"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Hit:
    """A turn that was found, and how. ``pieces`` are the excerpt: text, and whether it was asked.

    What was found by meaning has its ``likeness`` to the question, -1..1; ``sure`` says that it is
    enough to call it the same.

    ``turn`` is its place in the conversation with the id ``conversation``; ``person`` and
    ``name`` are who of their side says it, "" where that is nobody's or not known.
    """

    conversation: str
    turn: int
    subject: str
    channel: Channel
    speaker: str
    side: Side
    at: datetime | None
    pieces: tuple[tuple[str, bool], ...]
    person: str
    name: str
    by: By = By.WORDS
    likeness: float | None = None

    @property
    def sure(self) -> bool:
        """Whether it has the words, or means the same."""
        return self.likeness is None or self.likeness >= SURE


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found: what has the words, the newest first.

    On the first page what was found by meaning alone follows, the nearest first; ``uncoded`` says
    in how many conversations that could not be looked for.
    ``many`` says that there is so much that only the turns brought in last were looked at.
    """

    hits: tuple[Hit, ...]
    page: int
    more: bool
    many: bool = False
    uncoded: int = 0


@explained
def search(wanted: Wanted, page: int = 1, model: Seeing | None = None) -> Found:
    """Return a page of the turns in which the words stand, or that mean the same.

    ``model`` is the reader's if left out. Nothing is found where no word is given.
    """
    page = max(1, page)
    phrases = wanted.phrases
    if not phrases:
        return Found((), page, more=False)
    start = (page - 1) * A_PAGE
    words, many = last_with_words(wanted, phrases)
    pks = list(_pks(wanted, words)[start : start + A_PAGE + 1])
    meant, lacking = _meant(wanted, words, model) if page == 1 and wanted.by_meaning else ([], 0)
    return Found(
        _hits(pks[:A_PAGE], phrases, {each.turn: each for each in meant}),
        page,
        more=len(pks) > A_PAGE,
        many=many,
        uncoded=lacking,
    )


def _meant(wanted: Wanted, words: Sequence[int], model: Seeing | None) -> tuple[list[Near], int]:
    """Return what means the same in other words, and how many conversations were not looked at."""
    if model is None:
        from theirside.reader.encoder import default_encoder

        model = default_encoder()
    talks = models.Meaning.objects.filter(version=version_of(model))
    if wanted.channel is not None:
        talks = talks.filter(conversation__channel=wanted.channel)
    if wanted.person:
        spoke = models.Turn.objects.filter(speaker__person__public=wanted.person)
        talks = talks.filter(conversation__in=spoke.values("conversation"))
    if wanted.since is not None:
        first = datetime.combine(wanted.since, time.min, UTC)
        last = "conversation__last_at"
        talks = talks.filter(Q(**{f"{last}__gte": first}) | Q(**{last: None}))
    turns = narrowed(wanted, models.Turn.objects.exclude(pk__in=words))
    return near(wanted.text, turns, talks, model), uncoded(model).count()


def _hits(
    pks: Sequence[int], phrases: Sequence[Sequence[str]], meant: Mapping[int, Near]
) -> tuple[Hit, ...]:
    """Return the hits in this order, then those by meaning; only a page of them is read whole."""
    pks = [*pks, *meant]
    rows = models.Turn.objects.filter(pk__in=pks).select_related("speaker", "conversation")
    found = {row.pk: row for row in rows}
    people = {row.speaker.person_id for row in found.values() if row.speaker.person_id}
    persons = persons_of(models.Person.objects.filter(pk__in=people))
    return tuple(
        _hit(found[pk], phrases, meant.get(pk), persons.get(found[pk].speaker.person_id or 0))
        for pk in pks
        if pk in found
    )


def _pks(wanted: Wanted, words: Sequence[int]) -> QuerySet[models.Turn, int]:
    """Return what gives the primary keys of what has the words, the newest first."""
    rows = narrowed(wanted, models.Turn.objects.filter(pk__in=words))
    return rows.order_by(F("when").desc(nulls_last=True), "-pk").values_list("pk", flat=True)


def _hit(
    row: models.Turn,
    phrases: Sequence[Sequence[str]],
    meant: Near | None,
    person: Person | None,
) -> Hit:
    who, talk = speaker_of(row.speaker), row.conversation
    pieces: Pieces = (
        excerpt(row.text, phrases, row.withheld)
        if meant is None
        else excerpt_at(row.text, meant.start, meant.end, row.withheld)
    )
    return Hit(
        talk.key,
        row.place,
        talk.subject,
        Channel(talk.channel),
        who.label,
        who.side,
        time_of(row.at, row.offset) or time_of(talk.started_at, talk.started_offset),
        pieces,
        person.id if person else "",
        person.name if person else "",
        By.WORDS if meant is None else By.MEANING,
        None if meant is None else meant.likeness,
    )
