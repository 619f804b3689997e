"""What we could give somebody in a talk, with nothing to sell in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.purpose.offering import is_offer_of_help
from theirside.purpose.wants import LEAST_WORDS, Gift, GiftKind, Owed
from theirside.reader.split import spans
from theirside.understand.heard import is_label, overlaps, time_of
from theirside.understand.misbeliefs import is_about
from theirside.understand.moments import seconds
from theirside.understand.offer import Offer
from theirside.understand.phrases import plain
from theirside.understand.talk import Talk
from theirside.understand.understanding import Misbelief, Understanding
from theirside.understand.words import gist, likeness, stems_of

MOST = 6
LAST_TALKS = 3
"""Talks in which what we offered may still be waiting for an answer."""
_SHARED = 2
"""Content words that a fact must share with a question to count as an answer to it."""
_TOLD = 3
"""Content words of a fact by which one sees that we have told it."""
_NEEDS = frozenset({"goal", "pain", "criterion", "constraint"})


def gifts_for(
    understanding: Understanding, talks: Sequence[Talk], owed: Sequence[Owed], offer: Offer | None
) -> list[Gift]:
    """Return what we could give, what they wait for first; ``talks`` in the order of time."""
    found: list[Gift] = []
    for gift in (
        *_answers(understanding, offer),
        *_repairs(understanding, talks),
        *_knowledge(understanding, offer),
        *_owed(talks, owed),
        *_limits(understanding, offer),
        *_offered(talks, understanding.person.id),
    ):
        words = gist(gift.words)
        if not any(
            set(gift.evidence) & set(each.evidence) or likeness(words, gist(each.words)) >= 0.5
            for each in found
        ):
            found.append(gift)
    return found[:MOST]


def _answers(understanding: Understanding, offer: Offer | None) -> Iterator[Gift]:
    for place in understanding.unanswered:
        if len(place.text.split()) >= LEAST_WORDS:
            yield Gift(GiftKind.ANSWER, plain(place.text), (place,), fact_on(place.text, offer))


def _repairs(understanding: Understanding, talks: Sequence[Talk]) -> Iterator[Gift]:
    for each in understanding.misbeliefs:
        if not is_told(each, talks):
            yield Gift(GiftKind.REPAIR, plain(each.evidence[-1].text), each.evidence, each.fact)


def is_told(misbelief: Misbelief, talks: Iterable[Talk]) -> bool:
    """Say whether we have told them since, in so many words, what is true."""
    fact, belief = stems_of(misbelief.fact), misbelief.evidence[-1]
    enough = min(_TOLD, len(fact))
    ordered = list(talks)
    said = next((each for each in ordered if each.id == belief.conversation), None)
    at = _time(said, belief.turn) if said is not None else 0.0
    return any(
        len(fact & talk.told(number).stems) >= enough
        for talk in ordered
        for number in range(len(talk.conversation.turns))
        if talk.side(number) is Side.OURS
        and (number > belief.turn if talk is said else _time(talk, number) > at)
    )


def _time(talk: Talk, number: int) -> float:
    return seconds(time_of(talk.conversation, talk.turn(number)))


def _knowledge(understanding: Understanding, offer: Offer | None) -> Iterator[Gift]:
    asked = set(understanding.unanswered)
    for each in understanding.holes:
        if not asked & set(each.evidence):
            fact = fact_on(each.topic, offer)
            yield Gift(GiftKind.KNOWLEDGE, plain(each.topic), each.evidence, fact)


def _owed(talks: Sequence[Talk], owed: Iterable[Owed]) -> Iterator[Gift]:
    """Yield what we promised and what is a gift by the reader's account or by our words."""
    by_id = {talk.id: talk for talk in talks}
    for each in owed:
        place = each.promise.evidence[-1]
        talk = by_id.get(place.conversation)
        if each.promise.by_us and talk is not None and _is_gift(talk, place):
            yield Gift(GiftKind.OWED, plain(place.text), each.promise.evidence)


def _is_gift(talk: Talk, place: Quote) -> bool:
    return is_offer_of_help(place.text) or any(
        is_label(each, "gift") and overlaps(each, place) for each in talk.annotations
    )


def _limits(understanding: Understanding, offer: Offer | None) -> Iterator[Gift]:
    """Yield where they want what the offer does not do."""
    for limit in offer.limits if offer is not None else ():
        for each in understanding.current:
            if each.facet in _NEEDS and is_about(each.statement, limit.words):
                words = plain(each.statement)
                yield Gift(GiftKind.LIMIT, words, each.evidence, limit.statement)
                break


def _offered(talks: Sequence[Talk], person: str) -> Iterator[Gift]:
    """Yield what we offered in the last talks, the newest first."""
    for talk in reversed([talk for talk in talks if person in talk.present][-LAST_TALKS:]):
        for number in range(len(talk.conversation.turns) - 1, -1, -1):
            if talk.side(number) is Side.OURS:
                for place in _offers(talk, number):
                    yield Gift(GiftKind.OFFERED, plain(place.text), (place,))


def _offers(talk: Talk, number: int) -> Iterator[Quote]:
    text = talk.turn(number).text
    for start, end in spans(text):
        place = Quote(talk.id, number, start, end, text[start:end])
        if _is_gift(talk, place) and talk.may_show(place):
            yield place


def fact_on(words: str, offer: Offer | None) -> str:
    """Return what the offer says for certain on something they asked; empty where it is not sure.

    The fact that shares most content words with it counts, from two on.
    """
    wanted = stems_of(words)
    best, shared = "", _SHARED - 1
    for fact in offer.facts if offer is not None else ():
        common = len(wanted & stems_of(" ".join((fact.statement, *fact.topic))))
        if common > shared:
            best, shared = fact.statement, common
    return best
