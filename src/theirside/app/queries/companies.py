"""Companies: the people on their side who work at the same one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from theirside.app import models
from theirside.app.queries.last_heard import last_heard
from theirside.app.queries.people import persons_of, plain, taking_part
from theirside.app.store import explained
from theirside.errors import AmbiguousError, NotFoundError
from theirside.understand.moments import latest, seconds
from theirside.understand.names import company_of
from theirside.understand.understanding import Person

PAGE = 30
NAMED = 6
"""People of a company who are named in a list."""


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
    """People who share a company's name or the domain of their addresses."""

    marks: set[str] = field(default_factory=set)
    names: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    heard: dict[str, datetime | None] = field(default_factory=dict)

    def take_in(self, other: _Company) -> None:
        """Become one with what seemed another company."""
        self.marks |= other.marks
        self.names += other.names
        self.people += other.people
        self.heard |= other.heard

    @property
    def last_at(self) -> datetime | None:
        """When one of them was last heard."""
        return latest(self.heard.values())

    def summary(self) -> CompanySummary:
        """Return it as it stands in a list."""
        newest = sorted(self.people, key=lambda each: -seconds(self.heard[each.id]))
        return CompanySummary(self.name, len(newest), tuple(newest[:NAMED]), self.last_at)

    @property
    def name(self) -> str:
        """The name to show: a name before a domain."""
        return sorted(self.names, key=lambda name: "." in name and " " not in name)[0]


@explained
def companies_page(text: str = "", page: int = 1, size: int = PAGE) -> CompaniesPage:
    """Return one page of the companies of those who take part in talks, the last heard first.

    ``text`` is part of a name or domain. It takes three queries however many there are. A page
    beyond the last is the last.
    """
    wanted = plain(text)
    found = [each for each in _companies() if any(wanted in mark for mark in each.marks)]
    found.sort(key=lambda each: (-seconds(each.last_at), each.name.casefold()))
    pages = max(1, -(-len(found) // size))
    page = min(max(1, page), pages)
    shown = found[(page - 1) * size : page * size]
    return CompaniesPage(tuple(each.summary() for each in shown), page, pages, len(found))


@explained
def find_company(text: str) -> tuple[str, list[Person]]:
    """Return the company of that name or domain, or part of it, and its people by name.

    Case and accents do not matter. Raises ``NotFoundError``, or ``AmbiguousError`` with the
    candidates.
    """
    wanted, known = plain(text), _companies()
    found = [each for each in known if wanted in each.marks]
    if not found and wanted:
        found = [each for each in known if any(wanted in mark for mark in each.marks)]
    if not found:
        raise NotFoundError(f"{text!r}: no such company; `theirside people` lists who is where")
    if len(found) > 1:
        raise AmbiguousError(text, sorted(each.name for each in found))
    return found[0].name, found[0].people


def _companies() -> list[_Company]:
    by_mark: dict[str, _Company] = {}
    rows = models.Person.objects.filter(pk__in=taking_part())
    heard, persons = last_heard(rows), persons_of(rows)
    for pk, person in sorted(persons.items(), key=lambda one: (one[1].name.casefold(), one[1].id)):
        if not person.company:
            continue
        domains = {company_of(email) for email in person.emails} - {""}
        marks = {plain(person.company), *map(plain, domains)}
        same = list({id(each): each for mark in marks if (each := by_mark.get(mark))}.values())
        home = same[0] if same else _Company()
        for other in same[1:]:  # this person works at what seemed two
            home.take_in(other)
        home.marks |= marks
        home.names.append(person.company)
        home.people.append(person)
        home.heard[person.id] = heard.get(pk)
        by_mark.update(dict.fromkeys(home.marks if len(same) > 1 else marks, home))
    return list({id(each): each for each in by_mark.values()}.values())
