"""What there is to know at any point of a rehearsal: the customer's card, the state, what is said.

The state holds numbers and ids and none of anybody's words, so that it can be kept and shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from theirside.evidence import Quote
from theirside.purpose.chairs.data import Shift
from theirside.understand.understanding import Person, Question


def called(person: Person) -> str:
    """Return what somebody is called in a play: the first name where it is one."""
    first = person.name.split()[0]
    return first if person.names and first.isalpha() else person.name


@dataclass(frozen=True, slots=True)
class Item:
    """Something that the customer can say: words of theirs, and how deep they lie.

    ``id`` is a hash. ``facets`` are what it tells of (none for pushback and questions; ``kind`` is
    a pushback's). ``text`` is exactly the quote's, unless ``corrected``: then it is what was put
    in the place of the quote's words when the statement was set right.
    """

    id: str
    text: str
    quote: Quote
    facets: tuple[str, ...] = ()
    rung: int = 0
    kind: str = ""
    corrected: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """All that a customer can say and where they stand when the talk begins.

    ``items`` are in the order in which they'd be told; ``worth`` are the questions worth asking,
    by facet. ``shifts`` say why trust and patience begin where they do.
    """

    person: Person
    items: tuple[Item, ...]
    pushback: tuple[Item, ...]
    questions: tuple[Item, ...]
    worth: Mapping[str, Question]
    shifts: tuple[Shift, ...]
    trust: int
    patience: int
    seed: int

    def find(self, name: str) -> Item | None:
        """Return the item of that id; None where nothing of it is known any more."""
        every = (*self.items, *self.pushback, *self.questions)
        return next((each for each in every if each.id == name), None)


@dataclass(frozen=True, slots=True)
class State:
    """Where the customer stands: trust and patience from 0 to 10, and what has been said.

    ``turn`` counts our replies. ``told``, ``pushed`` and ``asked`` are ids of items; ``last`` is
    the item told last (``close`` says that it lay deep). ``waiting`` is their open question, asked
    ``times`` times. ``closed`` counts our closed questions in a row, ``said`` are digests of our
    replies. ``end`` says how it ended, or nothing.
    """

    trust: int
    patience: int
    turn: int = 0
    told: tuple[str, ...] = ()
    last: str = ""
    close: bool = False
    pushed: tuple[str, ...] = ()
    asked: tuple[str, ...] = ()
    waiting: str = ""
    times: int = 0
    closed: int = 0
    said: tuple[str, ...] = ()
    end: str = ""


@dataclass(frozen=True, slots=True)
class Heard:
    """An act in a reply: characters ``[start, end)``, and what it was heard by."""

    act: str
    start: int
    end: int
    by: str


@dataclass(frozen=True, slots=True)
class Line:
    """Something said by the customer, with where it comes from.

    ``item`` is the id of what it tells, with its ``quote``; ``phrase`` that of a turn of phrase.
    ``outside`` is a note beside the play: the customer does not say it. ``ask`` is a question worth
    asking the real one.
    """

    text: str
    item: str = ""
    phrase: str = ""
    quote: Quote | None = None
    outside: bool = False
    ask: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What one reply did: what was heard in it, where they stand now, what they did and said.

    ``trust`` and ``patience`` are by how much the two moved. ``move`` is the id of what they did.
    """

    state: State
    heard: tuple[Heard, ...]
    trust: int
    patience: int
    move: str
    lines: tuple[Line, ...] = field(default=())
