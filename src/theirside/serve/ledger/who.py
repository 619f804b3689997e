"""Whom a name in somebody's words means, among the people that are known."""

from __future__ import annotations

import re
from collections.abc import Iterable

from theirside.serve.ledger.referral import Named
from theirside.understand.names import fold, is_full
from theirside.understand.people import People
from theirside.understand.understanding import Person

_OWN = re.compile(r"['’]s$")
_OF_US = re.compile(r"^(?:our|my|your|an?|one of (?:my|our)|two|some)\b", re.IGNORECASE)


def is_ours(name: str, ours: Iterable[str]) -> bool:
    """Say whether a name is one of ours, who are called so, or their first name."""
    known = {fold(each) for each in ours if each.strip()}
    return fold(name) in known | {each.split()[0] for each in known}


class Who:
    """Looks names up. A full name that exactly one person bears is sure, a first name is not."""

    def __init__(self, people: People) -> None:
        self._full: dict[str, set[str]] = {}
        self._first: dict[str, set[str]] = {}
        self._by_id = people.by_id
        for person in people.persons:
            for name in person.names:
                if "@" in name or not name.strip():
                    continue
                if is_full(name):
                    self._full.setdefault(fold(name), set()).add(person.id)
                self._first.setdefault(fold(name).split()[0], set()).add(person.id)

    def named(self, name: str, *, but: str = "") -> Named:
        """Return who is meant by a name; somebody unknown by that name where nobody fits.

        ``but`` is the id of whoever says it, who does not mean themselves.
        """
        plain = _OWN.sub("", name.strip())
        if not plain or _OF_US.match(plain):
            return Named(plain)
        words = fold(plain).split()
        for end in range(len(words), 1, -1):
            ids = self._full.get(" ".join(words[:end]), set()) - {but}
            if len(ids) == 1:
                return self._as(next(iter(ids)), sure=True)
        near = self._first.get(words[0], set()) - {but}
        if len(near) == 1:
            [found] = near
            if len(words) == 1:
                return self._as(found, sure=False)
            if self._initial_fits(found, words[1]):
                return self._as(found, sure=True)
        return Named(plain)

    def mentioned(self, text: str, *, but: Person) -> Named:
        """Return the one stranger whose first name stands in a text; nobody where two do.

        Whoever works where ``but`` does is no stranger to them.
        """
        words = {fold(word) for word in re.findall(r"\b[A-Z][\w’'-]*", text)}
        found: set[str] = set()
        for word in words:
            ids = self._first.get(_OWN.sub("", word), set())
            if len(ids) == 1:
                found |= {each for each in ids if not self._is_near(each, but)}
        return self._as(next(iter(found)), sure=False) if len(found) == 1 else Named()

    def of(self, person: Person | None) -> Named:
        """Return a person that is known."""
        return Named(person.name, person.id) if person is not None else Named()

    def _is_near(self, person: str, other: Person) -> bool:
        known = self._by_id[person]
        return person == other.id or bool(known.company and known.company == other.company)

    def _as(self, person: str, *, sure: bool) -> Named:
        return Named(self._by_id[person].name, person, sure)

    def _initial_fits(self, person: str, word: str) -> bool:
        """Say whether a surname begins as this word does: "Aoife B"."""
        surnames = [fold(name).split()[1:] for name in self._by_id[person].names]
        return any(rest and rest[-1].startswith(word.rstrip(".")) for rest in surnames)
