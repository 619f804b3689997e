"""The index of an import's letters: who replied to what, on disk, so that memory stays flat.

Of every mail only its header is read for this. Message ids are kept as digests; which of them
belong to one thread is a union-find over two arrays of eight bytes a mail.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from theirside.intake.format import Letter
from theirside.intake.source import Source

_MOST_ANCESTORS = 1000
_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -8000;
CREATE TABLE sources (number INTEGER PRIMARY KEY, name TEXT, path TEXT);
CREATE TABLE nodes (number INTEGER PRIMARY KEY, digest BLOB UNIQUE);
CREATE TABLE letters (
    number INTEGER PRIMARY KEY, node INTEGER, thread INTEGER, source INTEGER, item TEXT,
    place INTEGER, length INTEGER, escaped INTEGER, outlook INTEGER, format TEXT,
    at REAL, subject TEXT, answers INTEGER, linked INTEGER, sender TEXT, people TEXT
);
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index keeps of one letter. ``at`` is seconds since 1970, None where unknown.

    ``key`` is its Message-ID (or what stands for one), ``links`` the ids that it refers to,
    the thread's root first; ``groups`` what a mail program calls the thread that it is in;
    ``people`` everyone's addresses.
    """

    letter: Letter
    key: str
    links: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    at: float | None = None
    subject: str = ""
    answers: bool = False
    sender: str = ""
    people: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """A letter in its thread: its node and its parent's (-1: none), and when it was sent."""

    letter: Letter
    node: int
    parent: int
    at: float | None


@dataclass(frozen=True, slots=True)
class Loose:
    """What tells whether a letter answers another, where its header does not say so."""

    node: int
    subject: str
    at: float
    answers: bool
    linked: bool
    sender: str
    people: frozenset[str]
    source: int


def digest(key: str) -> bytes:
    """Return the 16 bytes that stand for a message id."""
    return blake2b(key.encode("utf-8", errors="replace"), digest_size=16).digest()


class Index:
    """The letters of one import, threaded."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("")  # SQLite's private temporary file, gone when closed
        self._db.executescript(_SCHEMA)
        self._source = ""
        self._sources = 0
        self._parent = array("q", [-1])
        self._thread = array("q", [0])
        self._taken = bytearray(1)

    def close(self) -> None:
        """Give the temporary file back."""
        self._db.close()

    def add(self, entry: Entry) -> bool:
        """Add a letter; False where one with the same key is there already."""
        node = self._node(entry.key)
        if self._taken[node]:
            return False
        self._taken[node] = 1
        before = -1
        for link in entry.links:
            other = self._node(link)
            self._link(other, before)
            before = other
        self._link(node, before)
        for group in entry.groups:
            self._unite(node, self._node(group))
        self._insert(entry, node)
        return True

    def join(self, one: int, other: int) -> None:
        """Put two nodes into one thread, the later one answering the earlier."""
        self._link(other, one)

    def by_subject(self) -> Iterator[Loose]:
        """Yield all letters with a subject and a time, by both."""
        for node, subject, at, answers, linked, sender, people, source in self._db.execute(
            "SELECT node, subject, at, answers, linked, sender, people, source FROM letters "
            "WHERE subject <> '' AND at IS NOT NULL ORDER BY subject, at, number"
        ):
            people_of = frozenset(people.split())
            yield Loose(node, subject, at, bool(answers), bool(linked), sender, people_of, source)

    def threads(self) -> Iterator[tuple[str, list[Place]]]:
        """Yield each thread's id and letters, by time; those without one at the end."""
        self._db.create_function("thread_of", 1, self._find, deterministic=True)
        self._db.execute("UPDATE letters SET thread = thread_of(node)")
        rows = self._db.execute(
            "SELECT thread, node, at, item, place, length, escaped, outlook, format, name, path "
            "FROM letters JOIN sources ON sources.number = letters.source "
            "ORDER BY thread, at IS NULL, at, letters.number"
        )
        thread = -1
        places: list[Place] = []
        for row in rows:
            if row[0] != thread and places:
                yield self._root(places), places
                places = []
            thread = row[0]
            places.append(self._place(row))
        if places:
            yield self._root(places), places

    def _place(self, row: tuple[Any, ...]) -> Place:
        _, node, at, item, offset, length, escaped, outlook, format_name, name, path = row
        letter = Letter(
            Source(name, Path(path)),
            item,
            offset,
            length,
            escaped=bool(escaped),
            outlook=bool(outlook),
            format=format_name,
        )
        return Place(letter, node, self._parent[node], at)

    def _root(self, places: list[Place]) -> str:
        """Return the thread's id: the digest of what its earliest letter goes back to."""
        *_, node = self._ancestors(places[0].node)
        row = self._db.execute("SELECT digest FROM nodes WHERE number = ?", (node,)).fetchone()
        return bytes(row[0]).hex()

    def _node(self, key: str) -> int:
        code = digest(key)
        row = self._db.execute("SELECT number FROM nodes WHERE digest = ?", (code,)).fetchone()
        if row:
            return int(row[0])
        number = len(self._parent)
        self._db.execute("INSERT INTO nodes VALUES (?, ?)", (number, code))
        self._parent.append(-1)
        self._thread.append(number)
        self._taken.append(0)
        return number

    def _link(self, child: int, parent: int) -> None:
        """Put two nodes into one thread; the parent is noted unless one is known already."""
        if parent < 0 or child == parent:
            return
        if self._parent[child] < 0 and child not in self._ancestors(parent):
            self._parent[child] = parent
        self._unite(child, parent)

    def _unite(self, node: int, other: int) -> None:
        one, two = self._find(node), self._find(other)
        self._thread[max(one, two)] = min(one, two)

    def _ancestors(self, node: int) -> Iterator[int]:
        """Yield what a node goes back to, itself first, the root last."""
        for _ in range(_MOST_ANCESTORS):
            yield node
            node = self._parent[node]
            if node < 0:
                return

    def _find(self, node: int) -> int:
        threads = self._thread
        while threads[node] != node:
            threads[node] = threads[threads[node]]
            node = threads[node]
        return node

    def _insert(self, entry: Entry, node: int) -> None:
        letter = entry.letter
        path = str(letter.source.path)
        if path != self._source:
            self._source, self._sources = path, self._sources + 1
            self._db.execute(
                "INSERT INTO sources VALUES (?, ?, ?)", (self._sources, letter.source.name, path)
            )
        self._db.execute(
            "INSERT INTO letters VALUES (NULL, ?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                node, self._sources, letter.item, letter.offset, letter.length, letter.escaped,
                letter.outlook, letter.format, entry.at, entry.subject, entry.answers,
                bool(entry.links or entry.groups), entry.sender, " ".join(sorted(entry.people)),
            ),
        )  # fmt: skip
