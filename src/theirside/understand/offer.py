"""The offer: what we sell, what it can't do, what is true of it, and for whom it is wrong.

Read from ``offer.yaml`` (docs/offer.md). Every mistake in it is told with file, line and remedy,
because it is written by hand by people who sell rather than program.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from theirside.understand.offer_file import Entry


@dataclass(frozen=True, slots=True)
class Capability:
    """Something that the offer does; ``words`` are those that customers use for it."""

    id: str
    statement: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limit:
    """Something that the offer does not do."""

    id: str
    statement: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """Something true of the offer.

    ``contradicts`` are the ways in which people have it wrong: each a phrase, or a regular
    expression between slashes. ``topic`` are the words by which one recognises that this is what
    they speak of. ``words`` are those of customers whose need this fact answers.
    """

    id: str
    statement: str
    topic: tuple[str, ...] = ()
    contradicts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Price:
    """What something costs, in words; ``price`` is empty where one has to ask us.

    ``words`` are those by which customers ask for this thing's price.
    """

    id: str
    what: str
    price: str = ""
    words: tuple[str, ...] = ()

    @property
    def statement(self) -> str:
        """The price as a line: "A site: 390 euros a month"."""
        return f"{self.what}: {self.price or 'ask us'}"


@dataclass(frozen=True, slots=True)
class WrongFor:
    """For whom the offer is wrong, and the words by which such people can be told."""

    statement: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PointTo:
    """Where to point people whom the offer does not fit; ``fits`` says whom that suits.

    ``words`` are those of people whom it suits; ``competitor`` says that it competes with us,
    which is no reason not to point there.
    """

    name: str
    fits: str = ""
    why: str = ""
    url: str = ""
    words: tuple[str, ...] = ()
    competitor: bool = False


@dataclass(frozen=True, slots=True)
class Offer:
    """What we sell, as honestly as its owner wrote it down."""

    name: str
    summary: str = ""
    capabilities: tuple[Capability, ...] = ()
    limits: tuple[Limit, ...] = ()
    facts: tuple[Fact, ...] = ()
    prices: tuple[Price, ...] = ()
    wrong_for: tuple[WrongFor, ...] = ()
    point_to: tuple[PointTo, ...] = ()


KEYS = (
    "name",
    "summary",
    "capabilities",
    "limits",
    "facts",
    "prices",
    "wrong_for",
    "point_to",
)


def load_offer(path_or_text: Path | str) -> Offer:
    """Return the offer in a file (a ``Path``, or a string without line ends) or in YAML text.

    Raises ``SettingsError`` naming file, line and remedy.
    """
    from theirside.understand.offer_file import entry_of  # brings in the YAML library

    return offer_of(entry_of(path_or_text))


def offer_of(entry: Entry) -> Offer:
    """Return the offer that a file's outermost mapping holds. Raises ``SettingsError``."""
    entry.only(*KEYS)
    return Offer(
        name=entry.text("name"),
        summary=entry.text("summary", ""),
        capabilities=tuple(_capability(each) for each in entry.unique("capabilities")),
        limits=tuple(_limit(each) for each in entry.unique("limits")),
        facts=tuple(_fact(each) for each in entry.unique("facts")),
        prices=tuple(_price(each) for each in entry.unique("prices")),
        wrong_for=tuple(_wrong_for(each) for each in entry.entries("wrong_for")),
        point_to=tuple(_point_to(each) for each in entry.entries("point_to")),
    )


def _capability(entry: Entry) -> Capability:
    entry.only("id", "statement", "words")
    return Capability(entry.text("id"), entry.text("statement"), entry.texts("words"))


def _limit(entry: Entry) -> Limit:
    entry.only("id", "statement", "words")
    return Limit(entry.text("id"), entry.text("statement"), entry.texts("words"))


def _fact(entry: Entry) -> Fact:
    entry.only("id", "statement", "topic", "contradicts", "words")
    entry.patterns("contradicts")
    return Fact(
        entry.text("id"),
        entry.text("statement"),
        entry.texts("topic"),
        entry.texts("contradicts"),
        entry.texts("words"),
    )


def _price(entry: Entry) -> Price:
    entry.only("id", "for", "price", "words")
    price = entry.text("price")
    asked = price.casefold() == "ask"
    return Price(entry.text("id"), entry.text("for"), "" if asked else price, entry.texts("words"))


def _wrong_for(entry: Entry) -> WrongFor:
    entry.only("statement", "words")
    return WrongFor(entry.text("statement"), entry.texts("words"))


def _point_to(entry: Entry) -> PointTo:
    entry.only("name", "for", "why", "url", "words", "competitor")
    return PointTo(
        entry.text("name"),
        entry.text("for", ""),
        entry.text("why", ""),
        entry.text("url", ""),
        entry.texts("words"),
        entry.yes_or_no("competitor"),
    )
