"""The kinds of gifts and asks as data: what each is, and by which words one sees it.

Each file in ``kinds/gift`` and ``kinds/ask`` is one kind. What ``says`` names is enough to find
one where no reader has marked it; ``ours`` is the same for what we say. ``about`` only sorts what
a reader has marked. ``unless`` is what makes it none after all. Kinds are tried in their
order; one of each column takes the rest (``otherwise``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import files_in, filled, made, texts
from theirside.reader.required import required
from theirside.serve.ledger.entry import Column
from theirside.understand.words import any_of, word_lists

FOLDER = Path(__file__).parent / "kinds"
_NEGATIVE = re.compile(r"\bno\b|n't|\bnot\b|\|not\b|\(not\b")


@dataclass(frozen=True, slots=True)
class Says:
    """One turn of phrase; ``negative`` where a "no" in it is meant, ``ours``: only if we say it.

    ``ways`` are sets of words of which a sentence must hold one each (see ``reader.required``).
    """

    pattern: re.Pattern[str]
    ways: tuple[tuple[frozenset[str], ...], ...]
    negative: bool
    ours: bool

    def may_be_in(self, words: frozenset[str]) -> bool:
        """Say whether a sentence with these words can match; quick, and never wrongly False."""
        return not self.ways or any(
            all(not words.isdisjoint(each) for each in way) for way in self.ways
        )


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence in which a kind must be found (or not); ``offered`` None: either will do."""

    text: str
    by_us: bool
    offered: bool | None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of gift or ask. ``otherwise`` takes what a reader marks and no kind knows."""

    id: str
    column: Column
    name: str
    order: int
    definition: str
    why: str
    source: str
    says: tuple[Says, ...]
    about: re.Pattern[str] | None
    unless: re.Pattern[str] | None
    fires: tuple[Example, ...]
    silent: tuple[Example, ...]
    otherwise: bool = False

    @property
    def short(self) -> str:
        """The id within its column: "knowledge"."""
        return self.id.partition(".")[2]


@lru_cache(maxsize=1)
def kinds() -> Mapping[str, Kind]:
    """Return all kinds by id ("gift.help"), column by column, in their order. Read once."""
    found = [_kind(path) for path in files_in(FOLDER)]
    ordered = sorted(found, key=lambda each: (each.column is Column.ASK, each.order))
    return {each.id: each for each in ordered}


@lru_cache(maxsize=2)
def kinds_of(column: Column) -> tuple[Kind, ...]:
    """Return the kinds of a column in their order."""
    return tuple(each for each in kinds().values() if each.column is column)


def likely(column: Column, words: frozenset[str]) -> list[tuple[Kind, Says]]:
    """Return which phrases a sentence with these words can hold, kind by kind in their order."""
    every, by_word, anyhow = _index(column)
    places = set(anyhow).union(*(by_word.get(word, ()) for word in words))
    return [every[place] for place in sorted(places) if every[place][1].may_be_in(words)]


@lru_cache(maxsize=2)
def _index(
    column: Column,
) -> tuple[tuple[tuple[Kind, Says], ...], Mapping[str, Sequence[int]], Sequence[int]]:
    """Return a column's phrases, and which of them each of their rarest words points to."""
    every = tuple((kind, says) for kind in kinds_of(column) for says in kind.says)
    by_word: dict[str, list[int]] = {}
    anyhow: list[int] = []
    for place, (_, says) in enumerate(every):
        if not says.ways:
            anyhow.append(place)
        for word in {word for way in says.ways for word in way[0]}:
            by_word.setdefault(word, []).append(place)
    return every, by_word, anyhow


def name_of(column: Column, kind: str) -> str:
    """Return a kind's name as it is shown; the id itself where it is known no more."""
    known = kinds().get(f"{column}.{kind}")
    return known.name if known is not None else kind


def _kind(path: Path) -> Kind:
    return made(path, lambda content: _made(Column(path.parent.name), path.stem, content))


def _made(column: Column, name: str, content: Mapping[str, Any]) -> Kind:
    if content["id"] != f"{column}.{name}":
        raise ValueError(f"its id is {content['id']}, which is another file's name")
    ours = texts(content, "ours")
    return filled(
        Kind,
        content,
        beside=("ours", "examples"),
        column=column,
        says=(*_says(texts(content, "says"), ours=False), *_says(ours, ours=True)),
        about=_any(texts(content, "about")),
        unless=_any(texts(content, "unless")),
        fires=tuple(map(_example, content["examples"]["fires"])),
        silent=tuple(map(_example, content["examples"]["silent"])),
    )


def _says(listed: Sequence[str], *, ours: bool) -> tuple[Says, ...]:
    return tuple(_phrase(each, ours=ours) for each in listed)


def _phrase(text: str, *, ours: bool) -> Says:
    pattern = any_of([text])
    ways = required(pattern.pattern, dict.fromkeys(word_lists().stop, 1000))
    sets = tuple(tuple(frozenset(each.split(" ")) for each in way) for way in ways)
    return Says(pattern, sets, bool(_NEGATIVE.search(text)), ours)


def _any(listed: Sequence[str]) -> re.Pattern[str] | None:
    return any_of(listed) if listed else None


def _example(data: str | Mapping[str, Any]) -> Example:
    if isinstance(data, str):
        return Example(data, True, None)
    return Example(data["text"], data.get("by", "ours") == "ours", data.get("offered"))
