"""Whose matters our sentences in a talk were about, theirs or ours; our questions likewise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.purpose.debrief import Focus
from theirside.reader.split import spans
from theirside.understand.talk import Talk

_ABOUT_THEM = ("customer_focus", "reflection", "acknowledge")
_ABOUT_US = ("self_focus", "press")
_YOU = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_FOR_US = re.compile(r"\b(?:me|us|we|our|my)\b", re.IGNORECASE)

Labels = Mapping[tuple[int, int, int], frozenset[str]]


def sentences_of(talk: Talk, side: Side, first: int = 0) -> list[Quote]:
    """Return what one side said from turn ``first`` on, by sentence; nothing special is in it."""
    found: list[Quote] = []
    for number in range(first, len(talk.conversation.turns)):
        text = talk.turn(number).text
        if talk.side(number) is side:
            places = (Quote(talk.id, number, a, b, text[a:b]) for a, b in spans(text))
            found += [place for place in places if talk.may_show(place)]
    return found


def labels_of(talk: Talk) -> Labels:
    """Return the labels of each sentence by its turn, start and end."""
    found: dict[tuple[int, int, int], set[str]] = {}
    for each in talk.annotations:
        found.setdefault((each.turn, each.start, each.end), set()).add(each.label)
    return {place: frozenset(labels) for place, labels in found.items()}


def has(labels: Labels, place: Quote, groups: Iterable[str]) -> bool:
    """Say whether a sentence has a label of these groups (``reflection`` is any reflection)."""
    here = labels.get((place.turn, place.start, place.end), frozenset())
    wanted = set(groups)
    return any(each in wanted or each.partition(".")[0] in wanted for each in here)


def is_question(labels: Labels, place: Quote) -> bool:
    """Say whether a sentence asks: by the reader's account, or by its question mark."""
    return has(labels, place, ("question",)) or place.text.rstrip().endswith("?")


def focus_of(
    labels: Labels, places: Sequence[Quote], serving: frozenset[Quote] = frozenset()
) -> Focus:
    """Return which of these sentences of ours were about their matters and which about ours.

    ``serving`` are those known to be about theirs: they answer them, or take up what they want.
    """
    theirs = tuple(
        each
        for each in places
        if _about_them(labels, each) or (each in serving and not has(labels, each, ("press",)))
    )
    ours = tuple(each for each in places if each not in theirs and has(labels, each, _ABOUT_US))
    return Focus(theirs, ours, len(places))


def _about_them(labels: Labels, place: Quote) -> bool:
    if has(labels, place, ("press",)):
        return False
    if has(labels, place, _ABOUT_THEM):
        return is_question(labels, place) or not has(labels, place, _ABOUT_US)
    # "What do you …?" is about them; "Could you send us …?" is not.
    asks = is_question(labels, place) and not has(labels, place, ("ask", *_ABOUT_US))
    return asks and bool(_YOU.search(place.text)) and not _FOR_US.search(place.text)
