"""One step of a rehearsal: a reply in, where they stand now and what they say out.

``begin`` and ``step`` are pure: the same card, state, reply and annotations give the same step.
``Customer`` puts a reader in front, so that a reply's words are enough.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from theirside.conversation import Side, Speaker
from theirside.evidence import Annotation
from theirside.purpose.chairs.data import Ending, Move, acts, labels_heard, moves, start
from theirside.purpose.chairs.hearing import Reply, hear
from theirside.purpose.chairs.moving import PATIENT, Moving, kinds_of_moves, phrase
from theirside.purpose.chairs.reading import US, read_reply
from theirside.purpose.chairs.state import Card, Heard, Line, State, Step
from theirside.reader.reader import Reader


def begin(card: Card) -> tuple[State, Line]:
    """Return where the customer stands before anything was said, and their first words."""
    state = State(trust=_within(card.trust), patience=_within(card.patience))
    return state, phrase("hello", card, state)


def step(card: Card, state: State, text: str, annotations: Sequence[Annotation]) -> Step:
    """Return what a reply does; ``annotations`` are of its text alone, as turn 0.

    Raises ``ValueError`` when the talk has ended, or the reply is empty.
    """
    if state.end:
        raise ValueError("this talk has ended")
    if not text.strip():
        raise ValueError("a reply without words")
    reply = _reply(card, state, text, annotations)
    heard = hear(reply)
    after = moved_by(state, reply, heard)
    move, moved, lines = _moved(card, after, reply, heard)
    if move.ends:
        moved = replace(moved, end=ending(moved).id)
    trust, patience = after.trust - state.trust, after.patience - state.patience
    return Step(moved, heard, trust, patience, move.id, lines)


def ending(state: State) -> Ending:
    """Return how a talk that stands here ends, or would if it ended now."""
    return next(
        each
        for each in start().ends
        if state.trust >= each.trust_least
        and state.patience <= each.patience_most
        and len(state.told) >= each.told_least
    )


def _reply(card: Card, state: State, text: str, annotations: Sequence[Annotation]) -> Reply:
    last, waiting = card.find(state.last), card.find(state.waiting)
    return Reply.of(
        text,
        annotations,
        state,
        before=last.text if last is not None else "",
        question=waiting.text if waiting is not None else "",
        again=digest(text) in state.said,
    )


def moved_by(state: State, reply: Reply, heard: Sequence[Heard]) -> State:
    """Return the state moved by what was heard in a reply, before they do anything."""
    found = {each.act for each in heard}
    most = start().step
    trust = sum(acts()[each].trust for each in found)
    patience = sum(acts()[each].patience for each in found)
    settled = "answered" in found or state.times >= PATIENT
    asked = [each for each in reply.sentences if each.has(("question",))]
    is_open = any(each.has(("question.open",)) for each in asked)
    return replace(
        state,
        trust=_within(state.trust + max(-most, min(most, trust))),
        patience=_within(state.patience + max(-most, min(most, patience))),
        turn=state.turn + 1,
        waiting="" if settled else state.waiting,
        times=0 if settled else state.times,
        closed=state.closed + len(asked) if asked and not is_open else 0,
        said=tuple(dict.fromkeys((*state.said, digest(reply.text)))),
        close=False,
    )


def _moved(
    card: Card, state: State, reply: Reply, heard: Sequence[Heard]
) -> tuple[Move, State, tuple[Line, ...]]:
    found = {each.act for each in heard}
    for move in moves():
        if not _fits(move, state, found):
            continue
        done = kinds_of_moves()[move.does](Moving(card, state, reply, move))
        if done is not None:
            return move, *done
    raise AssertionError("the last move always fits")


def _fits(move: Move, state: State, found: set[str]) -> bool:
    return (
        (not move.acts or not found.isdisjoint(move.acts))
        and move.trust_least <= state.trust <= move.trust_most
        and state.patience <= move.patience_most
        and state.turn >= move.turn_least
    )


def _within(value: int) -> int:
    return max(0, min(start().highest, value))


def digest(text: str) -> str:
    """Return what a reply is remembered by, so that the same one is known again."""
    return blake2b(" ".join(text.casefold().split()).encode(), digest_size=4).hexdigest()


@dataclass(frozen=True, slots=True)
class Customer:
    """A customer whom one can face: a card, and a reader that reads what is said to them."""

    card: Card
    reader: Reader

    def begin(self) -> tuple[State, Line]:
        """Return where they stand before anything was said, and their first words."""
        return begin(self.card)

    def step(self, state: State, text: str) -> Step:
        """Return what a reply does. Raises ``ValueError`` as ``step`` does."""
        return step(self.card, state, text, self.read(state, text))

    def read(self, state: State, text: str) -> list[Annotation]:
        """Return the reader's annotations of a reply, as turn 0, read after their last words."""
        last = self.card.find(state.last)
        them = Speaker(self.card.person.name, side=Side.THEIRS)
        before = last.text if last is not None else ""
        return read_reply(self.reader, text, US, before, them, labels_heard())
