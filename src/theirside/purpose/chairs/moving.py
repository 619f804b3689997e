"""What they do after a reply: the few things that a move can be. Which, and when, is data.

Each does something with the state and says something, or has nothing to say; then the next move
that fits is tried.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from theirside.care.pushback.kinds import kinds
from theirside.purpose.chairs.data import Move, phrases, rungs
from theirside.purpose.chairs.fitting import (
    asked_in,
    asks_on,
    facets_asked,
    fitting,
    goes_on,
    next_deeper,
    trusted,
)
from theirside.purpose.chairs.hearing import Reply
from theirside.purpose.chairs.looks import content
from theirside.purpose.chairs.state import Card, Item, Line, State, called
from theirside.understand.words import stem

OFTEN = 2
"""Replies of ours to one question of theirs: they have not come to be questioned either."""
PATIENT = 3
"""Times that they ask a question before they give it up."""


@dataclass(frozen=True, slots=True)
class Moving:
    """All that a move looks at: who they are, where they stand now, and what was just said."""

    card: Card
    state: State
    reply: Reply
    move: Move


Done = tuple[State, tuple[Line, ...]]


def kinds_of_moves() -> Mapping[str, Callable[[Moving], Done | None]]:
    """Return what a move can be, by the names that ``moves.yaml`` calls them by."""
    return {
        "say": _say,
        "push": _push,
        "answer": _answer,
        "withhold": _withhold,
        "not_known": _not_known,
        "open": _open,
        "again": _again,
        "ask": _ask,
    }


def phrase(name: str, card: Card, state: State, words: str = "") -> Line:
    """Return a turn of phrase for a situation; ``words`` of theirs may stand in it."""
    found = phrases()[name]
    said = found.says[(card.seed + state.turn) % len(found.says)]
    filled = said.replace("{name}", called(card.person)).replace("{words}", words)
    return Line(filled, phrase=name, outside=found.outside)


def _of(item: Item, name: str, card: Card, state: State) -> Line:
    """Return a turn of phrase with words of theirs in it."""
    return replace(phrase(name, card, state, item.text), item=item.id, quote=item.quote)


def _words(item: Item, card: Card, state: State) -> Line:
    if item.corrected:
        return _of(item, "corrected", card, state)
    return Line(item.text, item=item.id, quote=item.quote)


def _say(at: Moving) -> Done:
    return at.state, (phrase(at.move.phrase, at.card, at.state),)


def _push(at: Moving) -> Done:
    left = [each for each in at.card.pushback if each.id not in at.state.pushed]
    if not left:
        return at.state, (phrase("push", at.card, at.state),)
    said = content(at.reply.text)
    best = max(left, key=lambda each: (len(said & _about(each)), -left.index(each)))
    state = replace(at.state, pushed=(*at.state.pushed, best.id), last=best.id)
    return state, (_words(best, at.card, state),)


def _about(item: Item) -> frozenset[str]:
    known = kinds().get(item.kind)
    topic = frozenset(map(stem, known.about)) if known is not None else frozenset[str]()
    return topic | content(item.text)


def _tell(at: Moving, item: Item) -> Done:
    close = item.rung >= rungs().close
    told = (*at.state.told, item.id) if item.id not in at.state.told else at.state.told
    state = replace(at.state, told=told, last=item.id, close=close)
    return state, (_words(item, at.card, state),)


def _candidates(at: Moving) -> Sequence[Item]:
    found = [each for question in asked_in(at.reply) for each in fitting(at.card, question.text)]
    return list(dict.fromkeys(found))


def _answer(at: Moving) -> Done | None:
    if any(asks_on(each.text) for each in asked_in(at.reply)):
        item = goes_on(at.card, at.state, at.reply.text)
        if item is not None:
            return _tell(at, item)
    found = _candidates(at)
    can = trusted(found, at.state)
    if can:
        return _tell(at, can[0])
    if any(each.id not in at.state.told for each in found):
        return None  # there is more to it, and not the trust to say it
    if found:
        said = found[0]
        return replace(at.state, last=said.id), (_of(said, "told", at.card, at.state),)
    return None


def _withhold(at: Moving) -> Done | None:
    if any(each.id not in at.state.told for each in _candidates(at)):
        return _say(at)
    return None


def _not_known(at: Moving) -> Done | None:
    asked = [each for each in asked_in(at.reply) if not asks_on(each.text)]
    if not asked:
        return None
    question = " ".join(asked[-1].text.split())
    worth = (at.card.worth.get(facet) for facet in facets_asked(question))
    better = next((each.text for each in worth if each is not None), question)
    return at.state, (replace(phrase("unknown", at.card, at.state), ask=better),)


def _open(at: Moving) -> Done | None:
    item = next_deeper(at.card, at.state, at.reply.text)
    return _tell(at, item) if item is not None else None


def _again(at: Moving) -> Done | None:
    item = at.card.find(at.state.waiting)
    if item is None or at.state.times >= PATIENT:
        return None
    state = replace(at.state, times=at.state.times + 1, last=item.id)
    return state, (_of(item, "again", at.card, state),)


def _ask(at: Moving) -> Done | None:
    left = [each for each in at.card.questions if each.id not in at.state.asked]
    due = at.state.turn >= OFTEN * (len(at.state.asked) + 1)
    if at.state.waiting or not left or not due:
        return None
    item = left[0]
    state = replace(
        at.state, asked=(*at.state.asked, item.id), waiting=item.id, times=1, last=item.id
    )
    return state, (_words(item, at.card, state),)
