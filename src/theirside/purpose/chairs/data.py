"""The data files of this room: what experts edit. Each has its reasons and its examples inside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from theirside.care.data import MISSHAPEN, pattern, words
from theirside.errors import SettingsError


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
    labels: tuple[str, ...]
    ways: tuple[str, ...]
    rules: tuple[str, ...]
    rules_not: tuple[str, ...]
    says: re.Pattern[str] | None
    looks: str
    beats: tuple[str, ...]
    trust: int
    patience: int
    inner: str
    why: str
    source: str
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]


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

    facet: str
    says: re.Pattern[str]
    fires: tuple[str, ...]
    silent: tuple[str, ...]


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
    folder = files("theirside.purpose.chairs") / "acts"
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".yaml"))
    found = [_read(f"acts/{name}", _act) for name in names]
    return {each.id: each for each in sorted(found, key=lambda each: each.order)}


@cache
def labels_heard() -> frozenset[str]:
    """Return the labels, and groups of labels, that acts are heard by."""
    return frozenset(label for act in acts().values() for label in act.labels)


@cache
def moves() -> tuple[Move, ...]:
    """Return all moves, those that come first first."""
    return _read("moves.yaml", lambda data: tuple(map(_move, data["moves"])))  # type: ignore[no-any-return]


@cache
def rungs() -> Rungs:
    """Return the ladder."""

    def made(data: Any) -> Rungs:
        several = tuple(
            Rung(each["name"], each["trust"], words(each, "facets")) for each in data["rungs"]
        )
        asked, others = words(data, "only_asked"), words(data, "of_others")
        return Rungs(several, data["close"], frozenset(asked), frozenset(others))

    return _read("rungs.yaml", made)  # type: ignore[no-any-return]


@cache
def phrases() -> Mapping[str, Phrase]:
    """Return all turns of phrase by the situation that they are for."""

    def made(data: Any) -> Mapping[str, Phrase]:
        return {
            key: Phrase(key, words(each, "says"), each["why"], each.get("outside", False))
            for key, each in data["phrases"].items()
        }

    return _read("phrases.yaml", made)  # type: ignore[no-any-return]


@cache
def subjects() -> Subjects:
    """Return what questions may be about."""

    def made(data: Any) -> Subjects:
        several = tuple(_subject(each["facet"], each) for each in data["subjects"])
        return Subjects(several, _subject("", data["more"]), frozenset(words(data, "common")))

    return _read("subjects.yaml", made)  # type: ignore[no-any-return]


@cache
def start() -> Start:
    """Return where the two begin, and how talks end."""

    def made(data: Any) -> Start:
        return Start(
            data["trust"],
            data["patience"],
            data["highest"],
            data["step"],
            tuple(Shift(**each) for each in data["shifts"]),
            tuple(Ending(**each) for each in data["ends"]),
        )

    return _read("start.yaml", made)  # type: ignore[no-any-return]


def _read(file: str, made: Any) -> Any:
    import yaml

    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (files("theirside.purpose.chairs") / file).read_text("utf-8")
    try:
        return made(yaml.load(text, loader))  # noqa: S506 (safe loaders)
    except (*MISSHAPEN, yaml.YAMLError) as error:
        raise SettingsError(
            f"purpose/chairs/{file}: missing or misshapen: {error}; compare a sibling"
        ) from error


def _act(data: Mapping[str, Any]) -> Act:
    return Act(
        id=data["id"],
        name=data["name"],
        order=data["order"],
        labels=words(data, "labels"),
        ways=words(data, "ways"),
        rules=words(data, "rules"),
        rules_not=words(data, "rules_not"),
        says=pattern(words(data, "says")),
        looks=data.get("looks", ""),
        beats=words(data, "beats"),
        trust=data["trust"],
        patience=data["patience"],
        inner=data["inner"],
        why=data["why"],
        source=data["source"],
        fires=tuple(map(_example, data["examples"]["fires"])),
        silent=tuple(map(_example, data["examples"]["silent"])),
    )


def _example(data: Any) -> Example:
    if isinstance(data, str):
        return Example(data)
    given = {**data, "labels": words(data, "labels")}
    repeat = given.pop("repeat", 1)
    given["say"] = ". ".join([given["say"]] * repeat) + ("." if repeat > 1 else "")
    return Example(**given)


def _move(data: Mapping[str, Any]) -> Move:
    return Move(**{**data, "acts": words(data, "acts")})


def _subject(facet: str, data: Mapping[str, Any]) -> Subject:
    found = pattern(words(data, "says"))
    if found is None:
        raise ValueError(f"{facet or 'more'} without anything that it says")
    return Subject(facet, found, words(data, "fires"), words(data, "silent"))
