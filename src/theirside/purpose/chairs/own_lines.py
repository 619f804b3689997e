"""What a seller says in their own talks, sorted by what it does: the lines of the other chair."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from theirside.conversation import Side
from theirside.evidence import Quote, quote
from theirside.purpose.chairs.card import LEANS
from theirside.purpose.chairs.hearing import Reply, hear_one
from theirside.purpose.chairs.state import State
from theirside.understand.talk import Talk
from theirside.understand.words import words_of

FEWEST, MOST = 4, 40
"""Words that a line has."""
KINDS: Mapping[str, tuple[str, ...]] = {
    "acknowledge": ("acknowledge", "reflection"),
    "open": ("question.open",),
    "closed": ("question.closed",),
    "about_us": ("self_focus",),
    "about_them": ("customer_focus",),
    "answer": ("inform",),
}
"""Labels that make a sentence a line of a kind, the first that fits."""
PRESS, PRESSED = "press", "pressed"


def own_lines(talks: Sequence[Talk]) -> dict[str, tuple[Quote, ...]]:
    """Return lines of ours by what they do, each once, in the order of the talks."""
    found: dict[str, list[Quote]] = {kind: [] for kind in (*KINDS, PRESS)}
    for talk in talks:
        for number, turn in enumerate(talk.conversation.turns):
            if turn.speaker.side is Side.OURS:
                for kind, place in _lines(talk, number):
                    found[kind].append(place)
    return {kind: tuple(_once(places)) for kind, places in found.items()}


def _lines(talk: Talk, number: int) -> Iterable[tuple[str, Quote]]:
    marks = [each for each in talk.annotations if each.turn == number]
    names = {word for who in talk.conversation.speakers for word in words_of(who.name)}
    reply = Reply.of(talk.turn(number).text, marks, State(0, 0))
    pressed = {(each.start, each.end) for each in hear_one(PRESSED, reply)}
    for each in reply.sentences:
        place = quote(talk.conversation, number, each.start, each.end)
        if not FEWEST <= len(each.text.split()) <= MOST or not talk.may_show(place):
            continue
        leans = LEANS.match(each.text) or not each.text[:1].isupper()
        if leans or not names.isdisjoint(words_of(each.text)):
            continue  # it stands on what was said before, or was said to somebody by name
        if (each.start, each.end) in pressed:
            yield PRESS, place
            continue
        kind = next((kind for kind, labels in KINDS.items() if each.has(labels)), "")
        if kind:
            yield kind, place


def _once(places: Iterable[Quote]) -> list[Quote]:
    return list({" ".join(each.text.casefold().split()): each for each in places}.values())
