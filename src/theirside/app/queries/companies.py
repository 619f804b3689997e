"""Companies: the people on their side who work at the same one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from theirside.app import models
from theirside.app.queries.last_heard import last_heard
from theirside.app.queries.people import persons_of, plain, taking_part
from theirside.app.queries.state import state
from theirside.app.remembered import Remembered
from theirside.app.store import explained
from theirside.errors import AmbiguousError, NotFoundError
from theirside.understand.moments import latest, seconds
from theirside.understand.names import company_of
from theirside.understand.understanding import Person

PAGE = 30
NAMED = 6
"""People of a company who are named in a list."""
VIEWERS = 32
"""So many of those who look are companies kept for, the latest."""
KEPT_FOR = 10.0
"""Seconds after which companies are worked out anew even if nothing seems to have changed."""


@dataclass(frozen=True, slots=True)
class CompanySummary:
    """A company, how many people of it take part in talks, the last heard few, and when last."""

    name: str
    count: int
    people: tuple[Person, ...]
    last_at: datetime | None


@dataclass(frozen=True, slots=True)
class CompaniesPage:
    """One page of companies; ``page`` counts from 1, ``count`` is how many there are in all."""

    companies: tuple[CompanySummary, ...]
    page: int
    pages: int
    count: int


@dataclass(slots=True)
class _Company:
    """People, by primary key, who share a company's name or the domain of their addresses."""

    marks: set[str] = field(default_factory=set)
    names: list[str] = field(default_factory=list)
    people: list[int] = field(default_factory=list)
    last_at: datetime | None = None

    def take_in(self, other: _Company) -> None:
        """Become one with what seemed another company."""
        self.marks |= other.marks
        self.names += other.names
        self.people += other.people
        self.last_at = latest((self.last_at, other.last_at))

    @property
    def name(self) -> str:
        """The name to show: a name before a domain."""
        return sorted(self.names, key=lambda name: "." in name and " " not in name)[0]


@explained
def companies_page(text: str = "", page: int = 1, size: int = PAGE) -> CompaniesPage:
    """Return one page of the companies of those who take part in talks, the last heard first.

    ``text`` is part of a name or domain. It takes at most nine queries however many there are. A
    page beyond the last is the last.
    """
    wanted = plain(text)
    known, heard = _companies()
    found = (
        [each for each in known if any(wanted in mark for mark in each.marks)] if wanted else known
    )
    pages = max(1, -(-len(found) // size))
    page = min(max(1, page), pages)
    shown = found[(page - 1) * size : page * size]
    newest = {id(each): _newest(each, heard)[:NAMED] for each in shown}
    pks = [pk for named in newest.values() for pk in named]
    persons = persons_of(models.Person.objects.filter(pk__in=pks))
    made = (
        CompanySummary(
            each.name,
            len(each.people),
            tuple(persons[pk] for pk in newest[id(each)] if pk in persons),
            each.last_at,
        )
        for each in shown
    )
    return CompaniesPage(tuple(made), page, pages, len(found))


def _newest(company: _Company, heard: Mapping[int, datetime | None]) -> list[int]:
    return sorted(company.people, key=lambda pk: -seconds(heard.get(pk)))


@explained
def find_company(text: str) -> tuple[str, list[Person]]:
    """Return the company of that name or domain, or part of it, and its people by name.

    Case and accents do not matter. Raises ``NotFoundError``, or ``AmbiguousError`` with the
    candidates.
    """
    wanted = plain(text)
    known, _ = _companies()
    found = [each for each in known if wanted in each.marks]
    if not found and wanted:
        found = [each for each in known if any(wanted in mark for mark in each.marks)]
    if not found:
        raise NotFoundError(f"{text!r}: no such company; `theirside people` lists who is where")
    if len(found) > 1:
        raise AmbiguousError(text, sorted(each.name for each in found))
    persons = persons_of(models.Person.objects.filter(pk__in=found[0].people)).values()
    return found[0].name, sorted(persons, key=lambda one: (one.name.casefold(), one.id))


_Known = tuple[list[_Company], Mapping[int, datetime | None]]
"""All companies, the last heard first, and when their people were last heard."""


_kept = Remembered[_Known](VIEWERS, KEPT_FOR)


def _companies() -> _Known:
    """Return all companies, the last heard first, and when their people were last heard.

    Working them out looks at everybody, so it is kept as long as nothing changes.
    """
    return _kept("companies", state(), _grouped)


def _grouped() -> _Known:
    """Return all companies by looking at everybody; three queries."""
    rows = taking_part()
    heard, domains = last_heard(rows), _domains()
    by_mark: dict[str, _Company] = {}
    for pk, told in rows.order_by("pk").values_list("pk", "company"):
        own = domains.get(pk, [])
        company = told or next(iter(own), "")
        if not company:
            continue
        marks = {_plain(company), *own}
        same = list({id(each): each for mark in marks if (each := by_mark.get(mark))}.values())
        home = same[0] if same else _Company()
        for other in same[1:]:  # this person works at what seemed two
            home.take_in(other)
        home.marks |= marks
        home.names.append(company)
        home.people.append(pk)
        at = heard.get(pk)
        if home.last_at is None or (at is not None and at > home.last_at):
            home.last_at = at
        by_mark.update(dict.fromkeys(home.marks if len(same) > 1 else marks, home))
    found = list({id(each): each for each in by_mark.values()}.values())
    found.sort(key=lambda each: (-seconds(each.last_at), each.name.casefold()))
    return found, heard


def _domains() -> dict[int, list[str]]:
    """Return the domains of everybody's addresses, by primary key, less those of free mail."""
    of_domain = lru_cache(maxsize=None)(company_of)
    found: dict[int, list[str]] = {}
    keys = models.Key.objects.filter(key__startswith="email:").order_by("pk")
    for pk, key in keys.values_list("person_id", "key"):
        domain = of_domain(key.rpartition("@")[2]) if "/" not in key else ""
        if domain:
            found.setdefault(pk, []).append(domain)
    return found


_plain = lru_cache(maxsize=65536)(plain)
