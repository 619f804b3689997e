"""What a measure's selector chooses of a talk."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from theirside.care.definition import Selector
from theirside.care.spoken import Said, Spoken
from theirside.conversation import Side
from theirside.datafile import opened
from theirside.errors import SettingsError
from theirside.evidence import Quote

LISTS = Path(__file__).parents[1] / "word_lists.yaml"
_SIDES = {
    "ours": frozenset({Side.OURS}),
    "theirs": frozenset({Side.THEIRS}),
    "both": frozenset({Side.OURS, Side.THEIRS}),
}


def sides(name: str) -> frozenset[Side]:
    """Return the sides that a selector names."""
    return _SIDES[name]


@cache
def word_list(name: str) -> re.Pattern[str]:
    """Return a pattern that finds any word of a list. Raises ``SettingsError`` for no such list."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(_patterns(name))})(?!\w)", re.IGNORECASE)


def _patterns(name: str) -> list[str]:
    lists = _lists()
    if name not in lists:
        raise SettingsError(f"word_lists.yaml has no list {name!r}, which a measure names.")
    found: list[str] = []
    for each in lists[name]:
        found.extend(_patterns(each["list"]) if isinstance(each, dict) else [each])
    return found


@cache
def _lists() -> Mapping[str, list[str | dict[str, str]]]:
    lists: Mapping[str, list[str | dict[str, str]]] = opened(LISTS)
    return lists


def chosen(spoken: Spoken, selector: Selector) -> list[Said]:
    """Return the sentences that a selector chooses, in the order they were said."""
    wanted = _SIDES[selector.side]
    return [each for each in spoken.sentences if each.side in wanted and fits(each, selector)]


def fits(said: Said, selector: Selector) -> bool:
    """Say whether a sentence has what a selector asks for; whose it is does not matter here."""
    if selector.labels and said.labels.isdisjoint(selector.labels):
        return False
    if selector.without and not said.labels.isdisjoint(selector.without):
        return False
    if selector.says and not word_list(selector.says).search(said.text):
        return False
    return not (selector.unsaid and word_list(selector.unsaid).search(said.text))


def quotes(spoken: Spoken, said: Iterable[Said]) -> tuple[Quote, ...]:
    """Return sentences as quotes, those left out that may not be shown."""
    return tuple(quote for each in said if (quote := spoken.quote(each)) is not None)


def turn_quotes(spoken: Spoken, turns: Iterable[int]) -> tuple[Quote, ...]:
    """Return whole turns as quotes, those left out that may not be shown."""
    found = (spoken.talk.whole(number) for number in turns)
    return tuple(quote for quote in found if quote is not None)


def opening_quotes(spoken: Spoken, turns: Iterable[int]) -> tuple[Quote, ...]:
    """Return the first sentence of each of these turns as a quote."""
    first = (spoken.by_turn[number][0] for number in turns if spoken.by_turn[number])
    return quotes(spoken, first)
