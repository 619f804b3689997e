"""What fits a question: the things known of them that it asks for, or that it has a word of."""

from __future__ import annotations

from collections.abc import Sequence

from theirside.purpose.chairs.data import rungs, subjects
from theirside.purpose.chairs.hearing import Reply, Sentence
from theirside.purpose.chairs.looks import content
from theirside.purpose.chairs.state import Card, Item, State

NEAR = 6
"""Turns of the same talk within which something belongs to what was told last."""
ABOUT_IT = 2
"""What it counts that a thing is of the facet that was asked for, in words in common."""


def asked_in(reply: Reply) -> list[Sentence]:
    """Return the questions in a reply: by the reader's labels or by their mark."""
    return [each for each in reply.sentences if each.has(("question",)) or "?" in each.text[-3:]]


def facets_asked(question: str) -> list[str]:
    """Return the facets that a question is about, the particular ones first."""
    plain = " ".join(question.split())
    return [each.facet for each in subjects().all if each.says.search(plain)]


def asks_on(question: str) -> bool:
    """Say whether a question only asks them to go on."""
    return subjects().more.says.search(" ".join(question.split())) is not None


def fitting(card: Card, question: str) -> list[Item]:
    """Return what they could say to a question, the best first, told already or not."""
    facets, words = facets_asked(question), content(question)
    weighed = []
    for place, each in enumerate(card.items):
        about = ABOUT_IT if any(facet in facets[:2] for facet in each.facets) else 0
        weight = about + len(words & content(each.text))
        if weight:
            weighed.append((-weight, place, each))
    return [each for _, _, each in sorted(weighed, key=lambda one: one[:2])]


def trusted(items: Sequence[Item], state: State) -> list[Item]:
    """Return those of them that are not told yet and that there is trust enough to tell."""
    ladder = rungs().rungs
    return [e for e in items if e.id not in state.told and ladder[e.rung].trust <= state.trust]


def next_deeper(card: Card, state: State, said: str) -> Item | None:
    """Return the next thing down the ladder, below what was told or else beside it.

    Of several the one that is nearest to what they told last and to what was ``said``.
    """
    told = [each.rung for each in card.items if each.id in state.told]
    deepest = max(told, default=-1)
    left = [e for e in trusted(card.items, state) if rungs().only_asked.isdisjoint(e.facets)]
    below = [each.rung for each in left if each.rung > deepest]
    rung = min(below) if below else max((each.rung for each in left), default=0)
    here = [each for each in left if each.rung == rung]
    last, heard = card.find(state.last), content(said)
    return min(here, key=lambda each: _far(each, last, heard), default=None)


def _far(item: Item, last: Item | None, heard: frozenset[str]) -> tuple[int, bool]:
    """Return how far something is from what was just spoken of: by its words, then by its talk."""
    words = heard | (content(last.text) if last is not None else frozenset())
    same = last is not None and item.quote.conversation == last.quote.conversation
    return (-len(words & content(item.text)), not same)


def goes_on(card: Card, state: State, said: str) -> Item | None:
    """Return what stood near what they told last, in the same talk; else the next thing down."""
    last = card.find(state.last)
    near = [
        each
        for each in trusted(card.items, state)
        if last is not None
        and each.quote.conversation == last.quote.conversation
        and abs(each.quote.turn - last.quote.turn) <= NEAR
    ]
    found = min(near, key=lambda each: _apart(each, last), default=None)
    return found or next_deeper(card, state, said)


def _apart(one: Item, other: Item | None) -> tuple[int, int]:
    if other is None:
        return (0, 0)
    return (abs(one.quote.turn - other.quote.turn), abs(one.quote.start - other.quote.start))
