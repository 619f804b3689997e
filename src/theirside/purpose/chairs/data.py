"""The data files of this room: what experts edit. Each has its reasons and its examples inside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from theirside.datafile import files_in, filled, made, made_each, pattern, texts

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Example:
    """A reply that is (or is not) such an act, with the circumstances that matter to it.

    ``before`` is what they said last, ``close`` that it was near to them; ``asked`` their open
    question and ``times`` how often they asked it; ``closed`` how many closed questions came just
    before; ``again`` that the same was said before; ``trust`` what it stands at; ``turn``
    how many replies came before.
    """

    say: str
    labels: tuple[str, ...] = ()
    before: str = ""
    close: bool = False
    asked: str = ""
    times: int = 1
    closed: int = 0
    again: bool = False
    trust: int = 3
    turn: int = 0


@dataclass(frozen=True, slots=True)
class Act:
    """Something that a seller does in a reply: how it is heard, and what it does to them.

    It is heard in a sentence by the reader's labels, by the turns of phrase (not the labels)
    of ``ways`` of answering pushback, by rules of the review, or by its own.
    ``looks`` names what code has to look at besides: with labels or phrases it must hold, too.
    Acts in ``beats`` do not count beside it. ``inner`` is what they may think.
    """

    id: str
    name: str
    order: int
    trust: int
    patience: int
    inner: str
    why: str
    source: str
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]
    says: re.Pattern[str] | None = None
    labels: tuple[str, ...] = ()
    ways: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    rules_not: tuple[str, ...] = ()
    looks: str = ""
    beats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """What they do after a reply, and when; see the head of ``moves.yaml``."""

    id: str
    does: str
    why: str
    source: str
    acts: tuple[str, ...] = ()
    phrase: str = ""
    ends: bool = False
    trust_least: int = 0
    trust_most: int = 99
    patience_most: int = 99
    turn_least: int = 0


@dataclass(frozen=True, slots=True)
class Rung:
    """How deep something lies: the trust that it takes, and the facets that lie there."""

    name: str
    trust: int
    facets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rungs:
    """The ladder; from rung ``close`` on, going past what was told costs trust.

    Facets in ``only_asked`` are told to whoever asks; those in ``of_others`` may be another's.
    """

    rungs: tuple[Rung, ...]
    close: int
    only_asked: frozenset[str]
    of_others: frozenset[str]

    def of(self, facet: str) -> int:
        """Return the number of the rung that a facet lies on."""
        return next(n for n, rung in enumerate(self.rungs) if facet in rung.facets)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A turn of phrase for one situation; ``outside`` is a note beside the play."""

    id: str
    says: tuple[str, ...]
    why: str
    outside: bool = False


@dataclass(frozen=True, slots=True)
class Subject:
    """What a question may be about, with questions that are and that are not."""

    says: re.Pattern[str]
    fires: tuple[str, ...]
    silent: tuple[str, ...]
    facet: str = ""


@dataclass(frozen=True, slots=True)
class Subjects:
    """All subjects, the particular ones first; ``more`` asks them to go on."""

    all: tuple[Subject, ...]
    more: Subject
    common: frozenset[str]


@dataclass(frozen=True, slots=True)
class Shift:
    """What is known of them that shifts where they stand when the talk begins."""

    id: str
    trust: int
    patience: int
    why: str


@dataclass(frozen=True, slots=True)
class Ending:
    """How a talk ended: the first of them that fits."""

    id: str
    says: str
    trust_least: int = 0
    patience_most: int = 99
    told_least: int = 0


@dataclass(frozen=True, slots=True)
class Start:
    """Where trust and patience begin, their ends, and how far one reply can move them."""

    trust: int
    patience: int
    highest: int
    step: int
    shifts: tuple[Shift, ...]
    ends: tuple[Ending, ...]


@cache
def acts() -> Mapping[str, Act]:
    """Return all acts by id, in their order. Read once."""
    found = [made(path, _act) for path in files_in(FOLDER / "acts")]
    return {each.id: each for each in sorted(found, key=lambda each: each.order)}


@cache
def labels_heard() -> frozenset[str]:
    """Return the labels, and groups of labels, that acts are heard by."""
    return frozenset(label for act in acts().values() for label in act.labels)


@cache
def moves() -> tuple[Move, ...]:
    """Return all moves, those that come first first."""
    return made_each(FOLDER / "moves.yaml", lambda each: filled(Move, each), "moves")


@cache
def rungs() -> Rungs:
    """Return the ladder."""
    return made(FOLDER / "rungs.yaml", lambda content: filled(Rungs, content))


@cache
def phrases() -> Mapping[str, Phrase]:
    """Return all turns of phrase by the situation that they are for."""

    def all_of(content: Any) -> Mapping[str, Phrase]:
        return {key: filled(Phrase, each, id=key) for key, each in content["phrases"].items()}

    return made(FOLDER / "phrases.yaml", all_of)


@cache
def subjects() -> Subjects:
    """Return what questions may be about."""

    def all_of(content: Any) -> Subjects:
        several, more = tuple(map(_subject, content["subjects"])), _subject(content["more"])
        return filled(Subjects, content, beside=("subjects",), all=several, more=more)

    return made(FOLDER / "subjects.yaml", all_of)


@cache
def start() -> Start:
    """Return where the two begin, and how talks end."""
    return made(FOLDER / "start.yaml", lambda content: filled(Start, content))


def _act(content: Mapping[str, Any]) -> Act:
    return filled(
        Act,
        content,
        beside=("examples",),
        says=pattern(texts(content, "says")),
        fires=tuple(map(_example, content["examples"]["fires"])),
        silent=tuple(map(_example, content["examples"]["silent"])),
    )


def _example(content: Any) -> Example:
    if isinstance(content, str):
        return Example(content)
    repeat = content.get("repeat", 1)
    say = ". ".join([content["say"]] * repeat) + ("." if repeat > 1 else "")
    return filled(Example, content, beside=("repeat",), say=say)


def _subject(content: Mapping[str, Any]) -> Subject:
    found = pattern(texts(content, "says"))
    if found is None:
        raise ValueError(f"{content.get('facet', 'more')} without anything that it says")
    return filled(Subject, content, says=found)
