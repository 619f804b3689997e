"""What a customer can say in a rehearsal, gathered from what is understood of them.

Only their own words, and only what still holds: nothing that somebody else said of them, and
nothing that touches a special category. What was corrected is said as it was set right.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from random import Random

from theirside.care.owed import owed_in
from theirside.evidence import Quote, quote
from theirside.purpose.chairs.data import Shift, rungs, start
from theirside.purpose.chairs.state import Card, Item
from theirside.reader.split import spans
from theirside.understand.heard import overlaps
from theirside.understand.moments import seconds
from theirside.understand.talk import Talk
from theirside.understand.unanswered import questions_in
from theirside.understand.understanding import Observation, Status, Understanding
from theirside.understand.words import stems_of

FEWEST = 4
"""Words that something has at least to be worth saying by itself."""
MOST = 60
"""Words that it has at most; more is a speech, and nobody talks so."""
_ASKS = re.compile(
    r"\b(?:what|how|when|where|who|whom|whose|why|which)\b|^\W*(?:do|does|did|is|are|was|were|can|"
    r"could|will|would|should|has|have|had|may|might)\b",
    re.IGNORECASE,
)
GLAD = frozenset({"feeling.excited", "feeling.grateful", "feeling.pleased", "feeling.relieved"})
GLADNESS = "gladness"
OTHER_QUESTIONS = 3
"""Questions that they once asked, besides those that nobody answered."""
LEANS = re.compile(
    r"\W*(?:(?:and|but|so|then|or|otherwise|also|because|that|this|it|it's|that's|these|those|she|"
    r"he|they|there|same|both|neither|which|yes|no)\b|i (?:do|did|don't|didn't|would|will|am)\W)",
    re.IGNORECASE,
)
"""How a sentence begins that leans on the one before it."""


def card(understanding: Understanding, talks: Sequence[Talk], seed: int = 0) -> Card:
    """Return what a customer can say; ``talks`` are those that the understanding was made from.

    ``seed`` shuffles what lies equally deep, so that no two rehearsals need be the same.
    """
    by_id = {talk.id: talk for talk in talks}
    shifts = tuple(_shifts(understanding, talks))
    begin = start()
    questions = [*_unanswered(understanding, by_id), *_asked_once(understanding, talks)]
    return Card(
        person=understanding.person,
        items=tuple(_items(understanding, by_id, Random(seed))),  # noqa: S311 (no secret)
        pushback=tuple(_pushback(understanding, by_id)),
        questions=tuple({each.id: each for each in questions}.values()),
        worth={each.facet: each for each in reversed(understanding.questions)},
        shifts=shifts,
        trust=begin.trust + sum(each.trust for each in shifts),
        patience=begin.patience + sum(each.patience for each in shifts),
        seed=seed,
    )


def _items(
    understanding: Understanding, talks: Mapping[str, Talk], chance: Random
) -> Iterable[Item]:
    """Return what they can tell: from the top of the ladder down, shuffled on each rung."""
    facets: dict[str, list[str]] = {}
    found: dict[str, Item] = {}
    for each in understanding.current:
        item = _item(each, understanding.person.id, talks)
        if item is not None:
            found.setdefault(item.id, item)
            facets.setdefault(item.id, []).append(_facet(each, item, talks))
    wide = [each for each in found.values() if not any(_is_in(each, one) for one in found.values())]
    made = [
        _with_facets(
            each,
            tuple(
                f
                for one in found.values()
                if one == each or _is_in(one, each)
                for f in facets[one.id]
            ),
        )
        for each in sorted(wide, key=lambda each: each.id)
    ]
    chance.shuffle(made)
    return sorted(made, key=lambda each: each.rung)


def _facet(each: Observation, item: Item, talks: Mapping[str, Talk]) -> str:
    """Return what something is told of: of a feeling, whether it is a glad one."""
    talk, place = talks[item.quote.conversation], item.quote
    glad = any(
        mark.label in GLAD and mark.turn == place.turn and overlaps(place, mark)
        for mark in talk.annotations
    )
    return GLADNESS if each.facet == "feeling" and glad else each.facet


def _is_in(one: Item, other: Item) -> bool:
    """Say whether the words of one stand within the other's, and are fewer."""
    a, b = one.quote, other.quote
    same = (a.conversation, a.turn) == (b.conversation, b.turn) and not other.corrected
    return same and a != b and b.start <= a.start and a.end <= b.end


def _with_facets(item: Item, facets: tuple[str, ...]) -> Item:
    """Return something told with all that it tells of; it lies as deep as the deepest of it."""
    deepest = max(rungs().of(each) for each in facets)
    return Item(item.id, item.text, item.quote, facets, deepest, corrected=item.corrected)


def _item(each: Observation, person: str, talks: Mapping[str, Talk]) -> Item | None:
    if each.said_by or (each.holder and each.facet not in rungs().of_others):
        return None
    place = next((q for q in each.evidence if q.text == each.statement), each.evidence[-1])
    talk = talks.get(place.conversation)
    if talk is None or not talk.spoke(person, place.turn):
        return None
    if each.status is Status.CORRECTED:
        return Item(_id("corrected", place), each.statement, place, corrected=True)
    whole = _widened(place, talk)
    if not FEWEST <= len(whole.text.split()) <= MOST:
        return None
    return Item(_id("told", whole), whole.text, whole)


def _widened(place: Quote, talk: Talk) -> Quote:
    """Return words with the sentence before them, where they lean on it and it may be shown."""
    if not LEANS.match(place.text) and len(place.text.split()) > FEWEST:
        return place
    before = list(spans(talk.turn(place.turn).text[: place.start]))
    if not before:
        return place
    wide = quote(talk.conversation, place.turn, before[-1][0], place.end)
    said = wide.text[:1].isalnum() and "\n\n" not in wide.text
    return wide if said and talk.may_show(wide) else place


def _id(kind: str, place: Quote) -> str:
    """Return a hash of a place: it tells nothing, and is the same each time."""
    told = f"{kind}\x1f{place.conversation}\x1f{place.turn}\x1f{place.start}\x1f{place.end}"
    return blake2b(told.encode(), digest_size=6).hexdigest()


def _pushback(understanding: Understanding, talks: Mapping[str, Talk]) -> Iterator[Item]:
    """Yield where they resisted, the newest first."""
    for each in reversed(understanding.pushback):
        for place in each.evidence:
            talk = talks.get(place.conversation)
            if talk is None or not talk.spoke(understanding.person.id, place.turn):
                continue
            wide = _widened(place, talk)
            if talk.may_show(wide) and FEWEST <= len(wide.text.split()) <= MOST:
                yield Item(_id("push", wide), wide.text, wide, kind=each.kind)


def _unanswered(understanding: Understanding, talks: Mapping[str, Talk]) -> Iterator[Item]:
    """Yield the questions of theirs that nobody answered."""
    for place in understanding.unanswered:
        talk = talks.get(place.conversation)
        if talk is None or not talk.spoke(understanding.person.id, place.turn):
            continue
        if _stands_alone(place.text):
            yield _question(place)


def _asked_once(understanding: Understanding, talks: Sequence[Talk]) -> list[Item]:
    """Return a few questions that they asked, the newest first, though they were answered then."""
    newest = sorted(talks, key=lambda each: -seconds(each.conversation.last_at))
    asked = (
        _question(place)
        for talk in newest
        for place in questions_in(talk, understanding.person.id)
        if place.text.endswith("?") and not LEANS.match(place.text) and talk.may_show(place)
        if FEWEST < len(place.text.split()) <= MOST and _stands_alone(place.text)
    )
    return [each for each, _ in zip(asked, range(OTHER_QUESTIONS), strict=False)]


def _stands_alone(question: str) -> bool:
    """Say whether a question can be asked out of nowhere: it asks something, of something."""
    return _ASKS.search(question) is not None and len(stems_of(question)) > 1


def _question(place: Quote) -> Item:
    return Item(_id("asks", place), place.text, place)


def _shifts(understanding: Understanding, talks: Sequence[Talk]) -> Iterator[Shift]:
    newest = max(
        (each for each in talks if understanding.person.id in _speakers(each)),
        key=lambda each: seconds(each.conversation.last_at),
        default=None,
    )
    judged = {Status.CONFIRMED, Status.CORRECTED}
    holds = {
        "confirmed": any(each.status in judged for each in understanding.current),
        "owed": any(each.is_open(understanding.last_at) for each in owed_in(understanding, talks)),
        "unanswered": bool(understanding.unanswered),
        "pushed": newest is not None
        and any(
            q.conversation == newest.id for each in understanding.pushback for q in each.evidence
        ),
    }
    return (each for each in start().shifts if holds[each.id])


def _speakers(talk: Talk) -> set[str]:
    return {each.id for each in talk.speakers if each is not None}
