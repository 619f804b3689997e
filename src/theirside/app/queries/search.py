"""Everything that people said, found by its words; what comes back are quotes.

All words must stand in one turn, in any order; a word finds whatever begins with it; words in
quotation marks must follow one another. Withheld stretches are in no index and in no excerpt.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.db import connection
from django.db.models import F, QuerySet
from django.db.models.functions import Coalesce

from theirside.app import models
from theirside.app.queries.people import persons_of
from theirside.app.rows import speaker_of, time_of
from theirside.app.search_index import COLUMN, TABLE
from theirside.app.store import explained
from theirside.app.viewing import viewer
from theirside.conversation import Channel, Side

A_PAGE = 20
MOST = 1000
"""Turns that are put in order where nothing narrows a search for words that everybody uses."""
FEWER = 300
"""The same where something narrows it: a side, a person, days, or what one may see."""
OWN = 1000
"""Turns of one person in each of which the words are looked for, if they have no more."""
LONGEST_STEP = 10_000
"""Turns with the words of which is looked at once what may be seen: within what SQLite takes."""
_BEFORE, _AROUND = 90, 320
"""Characters of a turn shown before the first word that was found, and in all."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to look for. ``person`` is an id; ``since`` and ``until`` are days, both in."""

    text: str
    side: Side | None = None
    channel: Channel | None = None
    person: str = ""
    since: date | None = None
    until: date | None = None

    @property
    def phrases(self) -> tuple[tuple[str, ...], ...]:
        """The words to be found, folded; those that must follow one another together."""
        found: list[tuple[str, ...]] = []
        for number, part in enumerate(re.split(r'["“”„]', self.text)):
            words = tuple(_WORD.findall(folded(part)))
            found += [words] if number % 2 else [(word,) for word in words]
        return tuple(phrase for phrase in found if phrase)


@dataclass(frozen=True, slots=True)
class Hit:
    """A turn that was found. ``pieces`` are the excerpt: text, and whether it was asked for.

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


@dataclass(frozen=True, slots=True)
class Found:
    """One page of what was found, the newest first.

    ``many`` says that there is so much that only the ``MOST`` turns brought in last were looked at.
    """

    hits: tuple[Hit, ...]
    page: int
    more: bool
    many: bool = False


def folded(text: str) -> str:
    """Return text as it is compared: in small letters, without accents; as long as it was."""
    return "".join(unicodedata.normalize("NFKD", each)[:1].casefold()[:1] or each for each in text)


@explained
def search(wanted: Wanted, page: int = 1) -> Found:
    """Return a page of the turns in which the words stand; nothing where no word is given."""
    page = max(1, page)
    phrases = wanted.phrases
    if not phrases:
        return Found((), page, more=False)
    start = (page - 1) * A_PAGE
    found, many = _last(wanted, phrases)
    pks = list(_pks(wanted, found)[start : start + A_PAGE + 1])
    return Found(_hits(pks[:A_PAGE], phrases), page, more=len(pks) > A_PAGE, many=many)


def _hits(pks: Sequence[int], phrases: Sequence[Sequence[str]]) -> tuple[Hit, ...]:
    """Return the hits in this order; only a page of them is read whole."""
    rows = models.Turn.objects.filter(pk__in=pks).select_related("speaker", "conversation")
    found = {row.pk: row for row in rows}
    people = {row.speaker.person_id for row in found.values() if row.speaker.person_id}
    persons = persons_of(models.Person.objects.filter(pk__in=people))
    return tuple(
        _hit(found[pk], phrases, persons.get(found[pk].speaker.person_id or 0))
        for pk in pks
        if pk in found
    )


def _pks(wanted: Wanted, words: Sequence[int]) -> QuerySet[models.Turn, int]:
    """Return what gives the primary keys of what was found, the newest first."""
    return (
        _narrowed(wanted, words)
        .order_by(F("when").desc(nulls_last=True), "-pk")
        .values_list("pk", flat=True)
    )


def _narrowed(wanted: Wanted, words: Sequence[int]) -> QuerySet[models.Turn]:
    """Return those of these turns that who looks may see and the filters let through."""
    rows = models.Turn.objects.filter(pk__in=words)
    if wanted.side is not None:
        rows = rows.filter(speaker__side=wanted.side)
    if wanted.channel is not None:
        rows = rows.filter(conversation__channel=wanted.channel)
    if wanted.person:
        rows = rows.filter(speaker__person__public=wanted.person)
    when = Coalesce("at", "conversation__started_at")
    rows = rows.annotate(when=when)
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
    free = viewer() is None and wanted == Wanted(wanted.text)
    own = _own(wanted.person) if wanted.person else None
    if own is not None:
        return _with_words(phrases, None, len(own) or 1, own), False
    most, step = (MOST, MOST) if free else (FEWER, FEWER)
    found: list[int] = []
    before: int | None = None
    while True:
        part = _with_words(phrases, before, step)
        narrowed = part if free else _narrowed(wanted, part).values_list("pk", flat=True)
        found += narrowed
        if len(part) < step:
            return found, False
        if len(found) >= most:
            return found, True
        before, step = part[-1], min(LONGEST_STEP, step * 2)


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


def _hit(row: models.Turn, phrases: Sequence[Sequence[str]], person: object) -> Hit:
    from theirside.understand.understanding import Person

    who = speaker_of(row.speaker)
    known = person if isinstance(person, Person) else None
    talk = row.conversation
    return Hit(
        talk.key,
        row.place,
        talk.subject,
        Channel(talk.channel),
        who.label,
        who.side,
        time_of(row.at, row.offset) or time_of(talk.started_at, talk.started_offset),
        excerpt(row.text, phrases, row.withheld),
        known.id if known else "",
        known.name if known else "",
    )


def excerpt(
    text: str, phrases: Sequence[Sequence[str]], withheld: Sequence[Sequence[int]] = ()
) -> tuple[tuple[str, bool], ...]:
    """Return the words around what was found, marked where it was found; withheld left out."""
    shown = _without(text, withheld)
    spans = _spans(shown, phrases)
    first = spans[0][0] if spans else 0
    begin = 0 if len(shown) <= _AROUND else _word_start(shown, max(0, first - _BEFORE))
    end = min(len(shown), begin + _AROUND)
    if end < len(shown):
        end = shown.rfind(" ", begin, end) if " " in shown[begin:end] else end
    pieces = [("… ", False)] if begin else []
    place = begin
    for start, stop in spans:
        if start < place or stop > end:
            continue
        pieces += [(shown[place:start], False), (shown[start:stop], True)]
        place = stop
    pieces += [(shown[place:end], False), (" …" if end < len(shown) else "", False)]
    return tuple(piece for piece in pieces if piece[0])


def _without(text: str, withheld: Sequence[Sequence[int]]) -> str:
    for start, end in sorted(map(tuple, withheld), reverse=True):
        text = f"{text[:start]}…{text[end:]}"
    return text


def _word_start(text: str, place: int) -> int:
    at = text.find(" ", place)
    return 0 if place == 0 else at + 1 if 0 <= at < place + 40 else place


def _spans(text: str, phrases: Sequence[Sequence[str]]) -> list[tuple[int, int]]:
    """Return where the phrases stand, whole words, in order and without overlap."""
    patterns = [r"[\W_]+".join(map(re.escape, phrase)) + r"[^\W_]*" for phrase in phrases]
    pattern = re.compile("|".join(rf"(?<![^\W_])(?:{each})" for each in patterns))
    return [found.span() for found in pattern.finditer(folded(text))]
