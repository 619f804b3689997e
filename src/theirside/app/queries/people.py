"""People read back: who they are, and finding one by what a user types."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, Max, OuterRef, QuerySet
from django.db.models.functions import Coalesce

from theirside.app import models
from theirside.app.access import held_for
from theirside.app.store import explained
from theirside.app.viewing import viewer
from theirside.errors import AmbiguousError, NotFoundError
from theirside.understand.names import company_of, fold, is_full, is_placeholder
from theirside.understand.people import describe
from theirside.understand.understanding import Person

_FACET = "facet."
_FEW = 500


@dataclass(frozen=True, slots=True)
class PersonSummary:
    """A person, in how many conversations they spoke and how often, and when last.

    ``facets`` counts the sentences of theirs in which the reader found a facet: how much there
    is to understand, before anything is worked out.
    """

    person: Person
    conversations: int
    turns: int
    last_at: datetime | None
    facets: int


@explained
def people() -> list[PersonSummary]:
    """Return everyone on their side who takes part in a conversation, those heard last first.

    It takes four queries however many they are. Whoever is known from a contact card only is
    left out; ``find_person`` finds them.
    """
    persons = persons_of(taking_part())
    spoken = models.Turn.objects.filter(speaker__person__isnull=False)
    heard = {
        row["speaker__person"]: row
        for row in spoken.values("speaker__person").annotate(
            n=Count("pk"),
            talks=Count("conversation", distinct=True),
            last=Max(Coalesce("at", "conversation__started_at")),
        )
    }
    facets = dict(
        models.Annotation.objects.filter(
            label__startswith=_FACET, turn__speaker__person__isnull=False
        )
        .values_list("turn__speaker__person")
        .annotate(n=Count("pk"))
        .order_by()
    )
    found = [_summary(person, heard.get(pk), facets.get(pk, 0)) for pk, person in persons.items()]
    found.sort(key=lambda each: (each.person.name.casefold(), each.person.id))
    found.sort(key=lambda each: each.last_at.timestamp() if each.last_at else 0.0, reverse=True)
    return found


@explained
def people_who_spoke(conversation: str) -> list[Person]:
    """Return those on their side who spoke in the conversation with this id, the first by words."""
    said: Counter[int] = Counter()
    turns = models.Turn.objects.filter(
        conversation__key=conversation, speaker__person__isnull=False
    )
    for pk, text in turns.values_list("speaker__person", "text"):
        said[pk] += len(text.split())
    persons = persons_of(models.Person.objects.filter(pk__in=said))
    return [persons[pk] for pk, _ in said.most_common()]


def taking_part() -> QuerySet[models.Person]:
    """Return everyone on their side who spoke or was written to, as far as the viewer sees it."""
    who, rows = viewer(), models.Person.objects.all()
    held = held_for(who) if who is not None else None
    if held is not None:
        talks = held.values("conversation")
        there = models.TakingPart.objects.filter(conversation__in=talks)
        return rows.filter(pk__in=there.values("person"))
    there = models.TakingPart.objects.filter(person=OuterRef("pk"))
    return rows.filter(Exists(there)) if who is None else rows


@explained
def people_speaking_in(conversation: str) -> list[Person]:
    """Return who of their side spoke in the conversation with this id, in order of their turns."""
    spoke = models.Turn.objects.filter(
        conversation__key=conversation, speaker__person__isnull=False
    ).order_by("place")
    ordered = list(dict.fromkeys(spoke.values_list("speaker__person", flat=True)))
    found = persons_of(models.Person.objects.filter(pk__in=ordered))
    return [found[pk] for pk in ordered if pk is not None]


def _summary(person: Person, heard: Mapping[str, object] | None, facets: int) -> PersonSummary:
    if heard is None:
        return PersonSummary(person, 0, 0, None, facets)
    talks, turns, last = heard["talks"], heard["n"], heard["last"]
    assert isinstance(talks, int) and isinstance(turns, int)  # noqa: S101, PT018 - for the types
    return PersonSummary(person, talks, turns, last if isinstance(last, datetime) else None, facets)


def persons_of(rows: QuerySet[models.Person]) -> dict[int, Person]:
    """Return the persons by primary key, with two queries however many they are."""
    by_pk = {row.pk: row for row in rows}
    keys: dict[int, list[models.Key]] = {pk: [] for pk in by_pk}
    few = len(by_pk) <= _FEW  # named one by one, they need not be found a second time
    of_rows = models.Key.objects.filter(person__in=list(by_pk) if few else rows).order_by("pk")
    for key in of_rows if few else of_rows.iterator(chunk_size=5000):
        if key.person_id in keys:
            keys[key.person_id].append(key)
    return {pk: person_of(row, keys[pk]) for pk, row in by_pk.items()}


def person_of(row: models.Person, keys: Iterable[models.Key]) -> Person:
    """Return a stored person: full names before parts, placeholders only where nothing else is."""
    names: dict[str, str] = {}
    reached: dict[str, list[str]] = {"email": [], "phone": []}
    for key in keys:
        kind, _, value = key.key.partition(":")
        if kind in reached and "/" not in value:
            reached[kind].append(key.value)
        elif kind != "id" and key.value and "@" not in key.value:
            names.setdefault(fold(key.value), key.value)
    known = [name for name in names.values() if not is_placeholder(name)]
    shown = known if known or any(reached.values()) else list(names.values())
    company = row.company or next(filter(None, map(company_of, reached["email"])), "")
    return Person(
        row.public,
        tuple(sorted(shown, key=lambda name: not is_full(name))),
        tuple(reached["email"]),
        tuple(reached["phone"]),
        company,
        row.role,
    )


_TELLING_APART = 3
"""So many of one first name are enough to know that it tells nobody apart."""


@explained
def people_named(names: Iterable[str]) -> dict[int, Person]:
    """Return whom these names may mean, by primary key; three queries.

    Of those with one first name alone not all are returned, but always several where there are.
    """
    words = [fold(name).removesuffix("'s").removesuffix("’s").split() for name in names]
    firsts = {each[0] for each in words if each}
    wholes = {" ".join(each[:end]) for each in words for end in range(2, len(each) + 1)}
    rows = models.Key.objects.filter(first__in=firsts).exclude(key__startswith="id:")
    alike: dict[str, set[int]] = {}
    for pk, value, first in rows.order_by("pk").values_list("person_id", "value", "first"):
        full = fold(value)
        for group in (first, full) if full in wholes else (first,):
            if len(found := alike.setdefault(group, set())) < _TELLING_APART:
                found.add(pk)
    pks = set().union(*alike.values()) if alike else set()
    return persons_of(models.Person.objects.filter(pk__in=pks))


def row_of(person: Person) -> models.Person:
    """Return a person's row. Raises ``NotFoundError`` where they are gone meanwhile."""
    row = models.Person.objects.filter(public=person.id).first()
    if row is None:
        raise NotFoundError(f"{person.name}: no longer known; `theirside people` lists who is")
    return row


@explained
def find_person(text: str) -> Person:
    """Return the person with that id, address, phone, name, or part of a name or address.

    Case and accents do not matter. Raises ``NotFoundError`` with who is near, or
    ``AmbiguousError`` with the candidates.
    """
    known = _known_exactly(text.strip().casefold())
    if known is not None:
        return known
    wanted, everyone = plain(text), list(persons_of(models.Person.objects.all()).values())
    exact = [p for p in everyone if wanted in map(plain, (*p.emails, *p.phones))]
    named = [p for p in everyone if wanted in map(plain, p.names)]
    words = [p for p in everyone if wanted and _has_words(p, wanted)]
    part = [p for p in everyone if wanted and _has_part(p, wanted)]
    for found in (exact, named, words, part):
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousError(text, [described(person, everyone) for person in found])
    raise NotFoundError(f"{text!r}: no such person{_near(wanted, everyone)}")


def _known_exactly(text: str) -> Person | None:
    """Return the one person with that id (or former id), address or phone, without a search."""
    keys = [f"{kind}:{text}" for kind in ("id", "email", "phone")]
    pks = {
        *models.Person.objects.filter(public=text).values_list("pk", flat=True),
        *models.Key.objects.filter(key__in=keys).values_list("person_id", flat=True),
    }
    rows = models.Person.objects.filter(pk__in=pks)
    found = list(persons_of(rows).values()) if text else []
    return found[0] if len(found) == 1 else None


def plain(text: str) -> str:
    """Return text as it is searched: tidy, case-folded, without accents."""
    decomposed = unicodedata.normalize("NFKD", fold(text))
    return "".join(each for each in decomposed if not unicodedata.combining(each))


def described(person: Person, among: Sequence[Person] = ()) -> str:
    """Return a person's name and address, and the id too where another has the same."""
    text = describe(person)
    same = sum(describe(other) == text for other in among)
    return f"{text} [{person.id}]" if same > 1 else text


def _has_words(person: Person, wanted: str) -> bool:
    words = wanted.split()
    return any(set(words) <= set(plain(name).split()) for name in person.names)


def _has_part(person: Person, wanted: str) -> bool:
    return any(wanted in plain(each) for each in (*person.names, *person.emails))


def _near(wanted: str, everyone: Iterable[Person]) -> str:
    from difflib import get_close_matches

    shown: dict[str, str] = {}
    for person in everyone:
        for name in person.names:
            shown.update(dict.fromkeys((plain(name), *plain(name).split()), describe(person)))
        shown.update({plain(email): describe(person) for email in person.emails})
    near = dict.fromkeys(shown[each] for each in get_close_matches(wanted, shown, n=3, cutoff=0.7))
    if near:
        return f"; did you mean {' or '.join(near)}?"
    return "; `theirside people` lists everyone who is known"
