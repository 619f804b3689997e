"""Whether something is sold in a thing: a gift with a purpose is none.

The signs are data (``selling.yaml``); the offer's name and prices and our own domains come from the
workspace. What is found is said with the words that show it; a person may overrule it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import filled, made_each, texts
from theirside.intake.shelf.thing import Thing
from theirside.reader.split import spans
from theirside.understand.offer import Offer
from theirside.understand.words import any_of

OURS, OUR_PRICE = "ours", "our_price"
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign that something is sold; ``silent`` and ``fires`` are its examples."""

    id: str
    why: str
    in_address: bool
    pattern: re.Pattern[str]
    unless: re.Pattern[str] | None
    fires: tuple[str, ...] = field(default=(), repr=False)
    silent: tuple[str, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Sold:
    """A sign found in a thing: its id, the words that show it, and why that is selling."""

    sign: str
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class Ourselves:
    """What is ours: the offer's name, its prices as written, our domains. All may be empty."""

    names: tuple[str, ...] = ()
    prices: tuple[str, ...] = ()
    domains: tuple[str, ...] = ()

    @classmethod
    def of(cls, offer: Offer | None, domains: Iterable[str] = ()) -> Ourselves:
        """Return what an offer and our domains say."""
        if offer is None:
            return cls(domains=tuple(sorted(domains)))
        prices = tuple(each.price for each in offer.prices if _NUMBER.search(each.price))
        return cls((offer.name,), prices, tuple(sorted(domains)))


@lru_cache(maxsize=1)
def signs() -> tuple[Sign, ...]:
    """Return the shipped signs, read once."""
    return made_each(Path(__file__).parent / "selling.yaml", _sign)


def _sign(row: Mapping[str, Any]) -> Sign:
    in_address, patterns = row["in"] == "address", texts(row, "patterns")
    return filled(
        Sign,
        row,
        beside=("in", "patterns", "examples"),
        in_address=in_address,
        pattern=re.compile("|".join(patterns), re.IGNORECASE) if in_address else _whole(patterns),
        unless=any_of(texts(row, "unless")) if "unless" in row else None,
        fires=texts(row["examples"], "fires"),
        silent=texts(row["examples"], "silent"),
    )


def _whole(patterns: Iterable[str]) -> re.Pattern[str]:
    """Return what finds these where no letter or digit stands directly around."""
    joined = "|".join(pattern.replace("'", "['’]") for pattern in patterns)
    return re.compile(rf"(?<![^\W_])(?:{joined})(?![^\W_])", re.IGNORECASE)


def sold_in(thing: Thing, ours: Ourselves | None = None) -> tuple[Sold, ...]:
    """Return what shows that something is sold in a thing, each sign once; empty where nothing."""
    found: dict[str, Sold] = {}
    for each in (*_of_us(thing, ours or Ourselves()), *_shown(thing)):
        found.setdefault(each.sign, each)
    return tuple(found.values())


def _shown(thing: Thing) -> Iterator[Sold]:
    told = (thing.text[start:end] for start, end in spans(thing.text))
    sentences = [thing.title, *(" ".join(each.split()) for each in told)]
    for sign in signs():
        if sign.in_address:
            if thing.url and (hit := sign.pattern.search(thing.url)):
                yield Sold(sign.id, hit[0], sign.why)
            continue
        for sentence in sentences:
            hit = sign.pattern.search(sentence)
            if hit and not (sign.unless and sign.unless.search(sentence)):
                yield Sold(sign.id, hit[0], sign.why)
                break


def _of_us(thing: Thing, ours: Ourselves) -> Iterator[Sold]:
    told = f"{thing.title}\n{thing.text}"
    for name in ours.names:
        if hit := re.search(rf"(?<!\w){re.escape(name)}(?!\w)", told, re.IGNORECASE):
            yield Sold(OURS, hit[0], "It speaks of what we sell.")
    for domain in ours.domains:
        if hit := re.search(
            rf"(?<![\w-]){re.escape(domain)}(?![\w-])", f"{told}\n{thing.url}", re.IGNORECASE
        ):
            yield Sold(OURS, hit[0], "It leads to us.")
    for price in ours.prices:
        if hit := re.search(rf"(?<!\w){re.escape(price)}(?!\w)", told, re.IGNORECASE):
            yield Sold(OUR_PRICE, hit[0], "It names our price.")
