"""What there is to measure in the store: one conversation, a person's talks, or all of ours."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice
from typing import TypeVar

from theirside.app import queries
from theirside.app.swapped import look_swapped, swapped_in
from theirside.care.definition import measures
from theirside.care.figure import Figure
from theirside.care.measuring import figures
from theirside.care.sellers import Sellers
from theirside.care.talks import talks_of
from theirside.care.unheard import unheard
from theirside.errors import AmbiguousError, NotFoundError
from theirside.understand.names import fold
from theirside.understand.people import People, describe
from theirside.understand.talk import Talk
from theirside.understand.understanding import Person

Found = TypeVar("Found")
CHECKED = 100
"""Talks of which is looked at whether their sides are swapped: the model takes a moment for each,
and every import has looked already."""
CHUNK = 100
"""Talks that are opened at once, where only the newest are asked for."""
SWAPPED = "the two speakers look swapped: see `theirside sides`"


@dataclass(frozen=True)
class Subject:
    """What is measured. ``talks`` may be gone through again and again, the oldest first.

    ``size`` says how many there are, ``newest`` the day of the newest (None where none has one).
    """

    title: str
    about: str
    talks: Callable[[], Iterable[Talk]]
    size: int
    newest: date | None

    @cached_property
    def told(self) -> frozenset[str]:
        """The conversations whose sides the user has set, so that nothing need be doubted."""
        return queries.sides_told()

    def doubt(self, talk: Talk) -> str:
        """Say that a talk's sides look swapped; "" where they don't, or where nobody looked."""
        if self.size > CHECKED or talk.id in self.told:
            return ""
        return SWAPPED if look_swapped(talk.conversation) else ""


def subject(text: str) -> Subject:
    """Return the conversation or the person's talks that a user's words mean.

    Raises ``NotFoundError``, or ``AmbiguousError`` with the candidates.
    """
    person, people = _sought(queries.find_person, text)
    talk, talks = _sought(queries.find_conversation, text)
    if person is not None and talk is not None:
        conversation = talk.conversation
        named = f"{conversation.id} ({conversation.subject or conversation.channel})"
        raise AmbiguousError(text, [f"{person.id} ({describe(person)})", named])
    if talk is not None:
        return _of_conversation(talk)
    if person is not None:
        return _of_person(person)
    if people or talks:
        raise AmbiguousError(text, [*people, *talks])
    raise NotFoundError(
        f"{text!r}: no such person or conversation; `theirside people` and `theirside show` list "
        "what there is"
    )


def of_conversation(key: str) -> Subject:
    """Return the conversation with exactly this id. Raises ``NotFoundError``."""
    return _of_conversation(queries.conversation(key))


@dataclass(frozen=True, slots=True)
class Measured:
    """A talk measured: its figures, the talk itself, and why its sides are doubted ("" if not).

    ``off`` are the measures that are switched off.
    """

    talk: Talk
    figures: tuple[Figure, ...]
    doubt: str
    off: tuple[str, ...] = ()


def measured(key: str) -> Measured:
    """Measure the conversation with exactly this id. Raises ``NotFoundError``."""
    asked = of_conversation(key)
    [talk] = asked.talks()
    told = talk.id in queries.sides_told_in([talk.id])
    doubt = SWAPPED if not told and swapped_in(talk.conversation) is not None else ""
    off = queries.measures_off()
    found = figures([talk], off=off, unheard=unheard(), doubt=lambda _: doubt)
    return Measured(talk, tuple(found), doubt, tuple(each for each in measures() if each in off))


def ours() -> Subject:
    """Return all talks in the store."""
    summaries = queries.conversations()
    days = [each.last_at.date() for each in summaries if each.last_at is not None]
    return Subject(
        "All talks of ours",
        "",
        lambda: _ready(queries.talks_by_time(), queries.people_met()),
        len(summaries),
        max(days, default=None),
    )


def of_seller(text: str) -> Subject:
    """Return the talks that count for one of us, by a name or a part of one.

    Raises ``NotFoundError`` with who there is, or ``AmbiguousError``.
    """
    known = sellers()
    names = sorted({known.name(each) for each in queries.our_speakers()})
    wanted = fold(text)
    exact = [name for name in names if fold(name) == wanted]
    found = exact or [name for name in names if wanted in fold(name)]
    if not found:
        raise NotFoundError(f"{text!r}: nobody of ours is called so; there are {', '.join(names)}")
    if len(found) > 1:
        raise AmbiguousError(text, found)
    [name] = found
    everything = ours()

    def talks() -> Iterator[Talk]:
        return (each for each in everything.talks() if known.of(each.conversation) == name)

    days = [each.conversation.last_at for each in talks()]
    newest = max((day.date() for day in days if day is not None), default=None)
    return Subject(f"The talks of {name}", "", talks, len(days), newest)


def newest_of(seller: str, most: int) -> Subject:
    """Return the ``most`` newest talks that count for one of us, by the name ``sellers`` gives.

    Only talks in which they spoke are opened, the newest first, so that it is quick however large
    the store is. What has no time at all is left out.
    """
    known = sellers()
    theirs = [each for each in queries.our_speakers() if known.name(each) == seller]
    every = queries.newest_talks(theirs, min(most, CHUNK))
    own = (each for each in every if known.of(each.conversation) == seller)
    talks = list(islice(own, most))[::-1]
    people = queries.people_in([each.conversation.id for each in talks])
    last = talks[-1].conversation.last_at if talks else None
    newest = last.date() if last is not None else None
    title = f"The newest talks of {seller}"
    return Subject(title, "", lambda: _ready(talks, people), len(talks), newest)


def sellers() -> Sellers:
    """Return who of us is whom, from everybody of ours who ever spoke."""
    found = Sellers()
    found.learn(queries.our_speakers())
    return found


def _sought(find: Callable[[str], Found], text: str) -> tuple[Found | None, tuple[str, ...]]:
    """Return what was found, or the candidates where several fit."""
    try:
        return find(text), ()
    except AmbiguousError as error:
        return None, error.candidates
    except NotFoundError:
        return None, ()


def _of_conversation(talk: queries.Talk) -> Subject:
    conversation = talk.conversation
    title = conversation.subject or f"({conversation.channel} without a subject)"
    at = conversation.last_at
    day = at.date() if at is not None else None
    about = f"{conversation.channel}" + (f", {day.day} {day:%b %Y}" if day else "")
    return Subject(title, about, lambda: _ready([talk]), 1, day)


def _of_person(person: Person) -> Subject:
    talks = queries.conversations_of(person)
    days = [at.date() for each in talks if (at := each.conversation.last_at) is not None]
    title, people = f"The talks with {person.name}", queries.people_met(person)
    return Subject(title, "", lambda: _ready(talks, people), len(talks), max(days, default=None))


def looked_at(key: str, people: People) -> Talk:
    """Return one stored talk as it is looked at. Raises ``NotFoundError``."""
    [talk] = _ready([queries.conversation(key)], people)
    return talk


def _ready(talks: Iterable[queries.Talk], people: People | None = None) -> Iterator[Talk]:
    """Yield stored talks as they are looked at; what no reader has read is read now."""
    for each in talks:
        given = {each.conversation.id: (*each.annotations, *each.withheld)} if each.reader else None
        yield from talks_of(each.conversation, given, people)
