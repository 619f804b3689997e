"""People a page at a time, for lists that stay quick however many there are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from django.db.models import (
    Count,
    Exists,
    F,
    Func,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django.db.models.functions import Length, StrIndex, Substr
from django.db.models.sql.compiler import SQLCompiler

from theirside.app import models
from theirside.app.queries.last_heard import heard_as, last_heard, last_heard_first
from theirside.app.queries.people import PersonSummary, persons_of, plain, taking_part
from theirside.app.store import explained
from theirside.app.viewing import viewer
from theirside.understand.names import fold
from theirside.understand.understanding import Person, Status

PAGE = 30
STAKE = "facet.stake"
SHORTEST, LONGEST = 20, 200
"""Characters of a stake that says something and fits into a list."""
_SEARCHED = ("name:", "label:", "contact:", "email:", "phone:")
_MOST_BY_HAND = 500


@dataclass(frozen=True, slots=True)
class Listed:
    """A person in a list: with the newest words in which they told what is at stake, if any."""

    summary: PersonSummary
    stake: str


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """One page of people; ``page`` counts from 1, ``count`` is how many there are on all pages."""

    people: tuple[Listed, ...]
    page: int
    pages: int
    count: int


@explained
def people_page(text: str = "", page: int = 1, size: int = PAGE) -> PeoplePage:
    """Return one page of the people on their side who take part in a talk, the last heard first.

    ``text`` is a part of a name, address, phone or company, or words that all stand in one name.
    It takes as many queries for many as for one. A page beyond the last is the last.
    """
    everyone = taking_part()
    if not text.strip():
        return _page_of(everyone, page, size)
    found = _few_of(everyone.filter(_goes_by(text)), page, size)
    if not found.count:  # accents disregarded, which no database does
        return _few_of(everyone.filter(pk__in=_by_hand(text)), page, size)
    return found


@explained
def undecided_page(page: int = 1, size: int = PAGE) -> PeoplePage:
    """Return one page of those about whom no fit was decided yet, the last heard first."""
    decided = models.FitSubject.objects.values("person")
    return _page_of(taking_part().exclude(pk__in=decided), page, size)


@explained
def ledger_people(page: int = 1, size: int = PAGE) -> PeoplePage:
    """Return one page of those who take part in a talk or have something typed of them.

    The last heard come first.
    """
    if viewer() is not None:
        return _page_of(taking_part(), page, size)
    there = models.TakingPart.objects.filter(person=OuterRef("pk"))
    typed = models.LedgerEntry.objects.filter(person=OuterRef("pk"))
    rows = models.Person.objects.filter(Exists(there) | Exists(typed))
    return _page_of(rows, page, size)


def _page_of(rows: QuerySet[models.Person], page: int, size: int) -> PeoplePage:
    count = rows.count()
    pages = max(1, -(-count // size))
    page = min(max(1, page), pages)
    ordered = last_heard_first(rows).values_list("pk", flat=True)
    pks = list(ordered[(page - 1) * size : page * size])
    return PeoplePage(tuple(_listed(pks)), page, pages, count)


def _few_of(rows: QuerySet[models.Person], page: int, size: int) -> PeoplePage:
    """Return a page of people whom it takes long to find: they are looked for once."""
    every = list(last_heard_first(rows).values_list("pk", flat=True))
    pages = max(1, -(-len(every) // size))
    page = min(max(1, page), pages)
    shown = every[(page - 1) * size : page * size]
    return PeoplePage(tuple(_listed(shown)), page, pages, len(every))


def _goes_by(text: str) -> Q:
    """Return the condition that all words stand in one name, address or phone, or the company."""
    kinds = Q()
    for kind in _SEARCHED:
        kinds |= Q(key__startswith=kind)
    # What follows the kind: "mail" is no part of every "email:…".
    keys = models.Key.objects.annotate(bare=Substr("key", StrIndex("key", Value(":")) + 1))
    for word in fold(text).split():
        keys = keys.filter(key__contains=word, bare__contains=word)
        keys = keys.filter(Q(value__icontains=word) | Q(key__startswith="name:"))
    named = keys.filter(kinds).values("person")
    return Q(pk__in=named) | Q(company__icontains=text.strip())


class _Bytes(Func):
    """How many bytes a text takes in UTF-8."""

    function = "OCTET_LENGTH"
    output_field = IntegerField()

    def as_sqlite(self, compiler: SQLCompiler, connection: Any, **context: Any) -> Any:
        """Say it in the words of SQLite, which has the function only since 3.43."""
        template = "LENGTH(CAST(%(expressions)s AS BLOB))"
        return self.as_sql(compiler, connection, template=template, **context)


def _by_hand(text: str) -> list[int]:
    """Return who has the text in a name, address or company whatever the accents."""
    wanted, found = plain(text), set()
    keys, people = models.Key.objects.all(), models.Person.objects.all()
    for pairs in (
        _perhaps(keys, "value", wanted).values_list("person_id", "value"),
        _perhaps(people, "company", wanted).values_list("pk", "company"),
    ):
        for pk, value in pairs.iterator(chunk_size=5000):
            if wanted in plain(value):
                found.add(pk)
    return sorted(found)[:_MOST_BY_HAND]


def _perhaps(rows: QuerySet[Any], name: str, wanted: str) -> QuerySet[Any]:
    """Return the rows of whose value of that name ``plain`` may make one with the wanted text.

    What is ASCII and neither turned round nor joined by ``plain`` has it as it is typed; so only
    the others, which are few, need to be looked at one by one.
    """
    odd = Q(beyond__gt=0) | Q(**{f"{name}__icontains": wanted})
    for sign in (",", "  ", "\t", "\n", "\r"):
        odd |= Q(**{f"{name}__contains": sign})
    beyond = _Bytes(name) - Length(name)
    found: QuerySet[Any] = rows.exclude(**{name: ""}).annotate(beyond=beyond).filter(odd)
    return found


def _listed(pks: list[int]) -> list[Listed]:
    rows = models.Person.objects.filter(pk__in=pks)
    persons, stakes = persons_of(rows), _stakes(pks)
    heard = last_heard(rows)
    spoken = {
        pk: (turns, talks)
        for pk, turns, talks in models.Turn.objects.filter(speaker__person__in=pks)
        .order_by()
        .values_list("speaker__person")
        .annotate(n=Count("pk"), talks=Count("conversation", distinct=True))
    }
    found = []
    for pk in pks:
        turns, talks = spoken.get(pk, (0, 0))
        summary = PersonSummary(persons[pk], talks, turns, heard.get(pk), 0)
        found.append(Listed(summary, stakes.get(pk, "")))
    return found


def _stakes(people: Collection[int]) -> dict[int, str]:
    """Return each one's newest own words on what is at stake that nobody corrected or withdrew."""
    judged = models.JudgementQuote.objects.filter(
        turn=OuterRef("turn"), start__lt=OuterRef("end"), end__gt=OuterRef("start")
    ).exclude(judgement__status=Status.CONFIRMED)
    said = (
        models.Annotation.objects.filter(label=STAKE, holder="", turn__speaker__person__in=people)
        .exclude(Exists(judged))
        .annotate(size=F("end") - F("start"))
        .filter(size__gte=SHORTEST, size__lte=LONGEST)
        .annotate(words=Substr("turn__text", F("start") + Value(1), F("end") - F("start")))
        .order_by(F("turn__at").asc(nulls_first=True), "pk")
    )
    pairs = said.values_list("turn__speaker__person", "words")
    return {pk: " ".join(words.split()) for pk, words in pairs if pk is not None}


@explained
def heard_since(day: date, most: int) -> tuple[list[Person], int]:
    """Return so many of the people who were heard since a day, the last first, and how many are.

    It takes four queries however many there are.
    """
    since = datetime.combine(day, time.min, UTC)
    ordered = last_heard_first(models.Person.objects.all())
    rows = ordered.filter(**{f"{heard_as()}__gte": since})
    pks = list(rows.values_list("pk", flat=True)[:most])
    persons = persons_of(models.Person.objects.filter(pk__in=pks))
    return [persons[pk] for pk in pks], rows.count() if len(pks) == most else len(pks)


@explained
def heard_last(people: Collection[Person]) -> list[Person]:
    """Return the same people, the last heard first, those never heard last."""
    rows = models.Person.objects.filter(public__in=[each.id for each in people])
    order = list(last_heard_first(rows).values_list("public", flat=True))
    return sorted(people, key=lambda each: order.index(each.id) if each.id in order else len(order))
