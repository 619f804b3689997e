"""Companies: the people on their side who work at the same one."""

from __future__ import annotations

from dataclasses import dataclass, field

from theirside.app.queries.people import people, plain
from theirside.errors import AmbiguousError, NotFoundError
from theirside.understand.names import company_of
from theirside.understand.understanding import Person


@dataclass(slots=True)
class _Company:
    """People who share a company's name or the domain of their addresses."""

    marks: set[str] = field(default_factory=set)
    names: list[str] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)

    @property
    def name(self) -> str:
        """The name to show: a name before a domain."""
        return sorted(self.names, key=lambda name: "." in name and " " not in name)[0]


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
    made: list[_Company] = []
    for person in sorted((each.person for each in people()), key=lambda one: one.name.casefold()):
        if not person.company:
            continue
        domains = {company_of(email) for email in person.emails} - {""}
        marks = {plain(person.company), *map(plain, domains)}
        same = [each for each in made if each.marks & marks]
        home = same[0] if same else _Company()
        for other in same[1:]:  # this person works at what seemed two
            home.marks |= other.marks
            home.names += other.names
            home.people += other.people
        made = [each for each in made if each not in same] + [home]
        home.marks |= marks
        home.names.append(person.company)
        home.people.append(person)
    return made
