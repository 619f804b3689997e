"""A talk's words without the names of those in it, for colleagues who weren't there.

Brackets show where something was taken out, so that what is left is still what was said. What can't
be known as a name (a place, a product, a nickname) stays: whoever shares looks it through.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from theirside.app.blots import terms_of
from theirside.conversation import Conversation, Side, Speaker
from theirside.understand.people import People
from theirside.understand.understanding import Person

_ADDRESS = re.compile(r"[^\s<>()\[\],;:\"']+@[^\s<>()\[\],;:\"']+\.\w+|https?://\S+|www\.\S+")
_LOWER = re.compile(r"(?<!\w)[a-zà-öø-ÿ]\w+")
_NUMBER = re.compile(r"\+?\d[\d ()/.-]{6,}\d")
_LEGAL = frozenset("and as co company corp for gmbh group inc kg llc ltd of plc sa the und".split())


class Unnamed:
    """Takes the names of people, theirs and ours, and of their companies out of a talk's words."""

    def __init__(self, talk: Conversation, people: People, ours: Iterable[str] = ()) -> None:
        voices = {who for turn in talk.turns for who in (turn.speaker, *turn.to)}
        theirs = [who for who in voices if who.side is not Side.OURS]
        met = [person for who in theirs if (person := people.of(talk.id, who)) is not None]
        companies = {*_companies(theirs), *_companies(met)}
        firms = {person.id for person in people.persons if person.company in companies}
        near = [person for person in people.persons if person.id in firms]
        names = {who.name for who in theirs if who.name}
        names |= {name for person in (*met, *near) for name in person.names}
        far = {name for person in people.persons for name in person.names if " " in name}
        lower = {word for turn in talk.turns for word in _LOWER.findall(turn.text)}
        own = [name for name in ours if name and "@" not in name]
        self._ours = terms_of([*own, *(part for name in own for part in _parts(name, lower))])
        self._names = terms_of(names, parts=True)
        self._others = terms_of(far | {part for name in far for part in _parts(name, lower)})
        self._companies = terms_of(companies | _words(companies) | set(_domains(theirs, met)))

    def __call__(self, text: str) -> str:
        """Return the text with names, addresses and long numbers in brackets."""
        text = _ADDRESS.sub("[address]", text)
        text = _NUMBER.sub("[number]", text)
        for terms in (self._others, self._names):
            text = terms.sub("[name]", text)
        text = self._ours.sub("[colleague]", text)
        return self._companies.sub("[company]", text)


def _parts(name: str, lower: Collection[str]) -> Iterable[str]:
    """Return the words of a name that the talk does not also use as a plain word ("will")."""
    return (word for word in name.split() if len(word) > 2 and word.casefold() not in lower)


def _companies(found: Iterable[Speaker | Person]) -> set[str]:
    return {each.company for each in found if each.company}


def _words(companies: Iterable[str]) -> set[str]:
    """Return the words by which a company is called for short: ``Brannigan`` of two words."""
    words = {word.strip(",.&") for name in companies for word in name.split()}
    return {word for word in words if len(word) > 3 and word.casefold() not in _LEGAL}


def _domains(speakers: Iterable[Speaker], persons: Iterable[Person]) -> Iterable[str]:
    emails = [who.email for who in speakers] + [x for each in persons for x in each.emails]
    for email in emails:
        first = email.rpartition("@")[2].partition(".")[0]
        if len(first) > 3 and first not in {"gmail", "yahoo", "outlook", "hotmail", "icloud"}:
            yield first
