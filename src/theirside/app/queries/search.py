"""Everything that people said, found by its words or by its meaning; what comes back are quotes.

By words: all must stand in one turn, in any order; a word finds whatever begins with it; words in
quotation marks must follow one another. By meaning (``near.py``): the few sentences that come
nearest, after those with the words. Withheld stretches are in no index and in no excerpt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Coalesce

from theirside.app import models
from theirside.app.queries.excerpts import Pieces, excerpt, excerpt_at, folded
from theirside.app.queries.near import SURE, Near, near
from theirside.app.queries.people import persons_of
from theirside.app.queries.uncoded import uncoded
from theirside.app.rows import speaker_of, time_of
from theirside.app.search_index import COLUMN, TABLE
from theirside.app.store import explained
from theirside.app.viewing import viewer
from theirside.conversation import Channel, Side
from theirside.reader.coded import version_of
from theirside.understand.understanding import Person

if TYPE_CHECKING:
    from theirside.reader.encoder import Seeing

A_PAGE = 20
MOST = 1000
"""Turns that are put in order where nothing narrows a search for words that everybody uses."""
_QUOTES = re.compile('["“”„]')
FEWER = 300
"""The same where something narrows it: a side, a person, days, or what one may see."""
OWN = 1000
"""Turns of one person in each of which the words are looked for, if they have no more."""
LONGEST_STEP = 10_000
"""Turns with the words of which is looked at once what may be seen: within what SQLite takes."""
_WORD = re.compile(r"[^\W_]+")


class By(StrEnum):
    """How a turn was found."""

    WORDS = "words"
    MEANING = "meaning"


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for. ``person`` is an id; ``since`` and ``until`` are days, both in.

    With ``words_only`` what says it in other words is not looked for, nor where quotation marks ask
    for words that follow one another.
    """

    text: str
    side: Side | None = None
    channel: Channel | None = None
    person: str = ""
    since: date | None = None
    until: date | None = None
    words_only: bool = False

    @property
    def by_meaning(self) -> bool:
        """Whether to look for what means the same, too."""
        return not self.words_only and bool(self.phrases) and not _QUOTES.search(self.text)

    @property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The words to be found, folded; those that must follow one another together."""
        found: list[tuple[str, ...]] = []
        for number, part in enumerate(_QUOTES.split(self.text)):
            words = tuple(_WORD.findall(folded(part)))
            found += [words] if number % 2 else [(word,) for word in words]
        return tuple(phrase for phrase in found if phrase)


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
    ``many`` says that there is so much that only the ``MOST`` turns brought in last were looked at.
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
    words, many = _last(wanted, phrases)
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
    turns = _narrowed(wanted, models.Turn.objects.exclude(pk__in=words))
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
    rows = _narrowed(wanted, models.Turn.objects.filter(pk__in=words))
    return rows.order_by(F("when").desc(nulls_last=True), "-pk").values_list("pk", flat=True)


def _narrowed(wanted: Wanted, rows: QuerySet[models.Turn]) -> QuerySet[models.Turn]:
    """Return those of the turns that the filters let through, with ``when`` each was said."""
    rows = rows.annotate(when=Coalesce("at", "conversation__started_at"))
    if wanted.side is not None:
        rows = rows.filter(speaker__side=wanted.side)
    if wanted.channel is not None:
        rows = rows.filter(conversation__channel=wanted.channel)
    if wanted.person:
        rows = rows.filter(speaker__person__public=wanted.person)
    if wanted.since is not None:
        rows = rows.filter(when__gte=datetime.combine(wanted.since, time.min, UTC))
    if wanted.until is not None:
        after = wanted.until + timedelta(days=1)
        rows = rows.filter(when__lt=datetime.combine(after, time.min, UTC))
    return rows


def _last(wanted: Wanted, phrases: Sequence[Sequence[str]]) -> tuple[list[int], bool]:
    """Return the turns wanted that were brought in last, and whether there may be more of them.

    ``MOST`` where nothing narrows the search, and ``FEWER`` otherwise: then many more may have to
    be looked at, so it is gone back from the last in longer and longer steps.
    """
    free = viewer() is None and wanted == Wanted(wanted.text, words_only=wanted.words_only)
    own = _own(wanted.person) if wanted.person else None
    if own is not None:
        return _with_words(phrases, None, len(own) or 1, own), False
    most, step = (MOST, MOST) if free else (FEWER, FEWER)
    found: list[int] = []
    before: int | None = None
    while True:
        part = _with_words(phrases, before, step)
        narrowed = part if free else _those(wanted, part)
        found += narrowed
        if len(part) < step:
            return found, False
        if len(found) >= most:
            return found, True
        before, step = part[-1], min(LONGEST_STEP, step * 2)


def _those(wanted: Wanted, pks: Sequence[int]) -> list[int]:
    rows = _narrowed(wanted, models.Turn.objects.filter(pk__in=pks))
    return list(rows.values_list("pk", flat=True))


def _own(person: str) -> list[int] | None:
    """Return the turns of a person; None where they are too many to look for the words in each."""
    rows = models.Turn.objects.filter(speaker__person__public=person)
    pks = list(rows.values_list("pk", flat=True)[: OWN + 1])
    return pks if len(pks) <= OWN else None


def _with_words(
    phrases: Sequence[Sequence[str]],
    before: int | None,
    most: int,
    among: Sequence[int] | None = None,
) -> list[int]:
    """Return the turns with these words by the database's own index, those brought in last first.

    Only those from before one of them, or ``among`` some. Only letters and digits of what was typed
    get here, so none of it is syntax.
    """
    if connection.vendor == "sqlite":
        query = " AND ".join(f'"{" ".join(phrase)}" *' for phrase in phrases)
        pk, sql = "rowid", f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH %s"  # noqa: S608
    else:
        query = " & ".join(f"({' <-> '.join(phrase)}:*)" for phrase in phrases)
        pk, sql = "id", f"SELECT id FROM theirside_turn WHERE {COLUMN} @@ to_tsquery('simple', %s)"  # noqa: S608
    older = f" AND {pk} < %s" if before is not None else ""
    if among is not None:
        older += f" AND {pk} IN ({','.join(map(str, among)) or 'NULL'})"
    given: list[str | int] = [query, *([before] if before is not None else []), most]
    with connection.cursor() as cursor:
        cursor.execute(f"{sql}{older} ORDER BY {pk} DESC LIMIT %s", given)
        return [int(found) for (found,) in cursor.fetchall()]


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
