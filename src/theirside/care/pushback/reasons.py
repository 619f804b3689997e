"""Why a pushback makes sense, from what is known of this person; and what to ask where nothing is.

Which of the things that one can know bear on which kind, how much and why, is data (``kinds/``).
What they said in the same talk, and with words in common, counts for more. A broken promise is
never stated: only that one of ours was due, and that nothing in the talks shows that it was kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from theirside.care.owed import Owed, owed_in, time_of
from theirside.care.pushback.kinds import Bearing, kinds
from theirside.care.pushback.pushed import Reason
from theirside.evidence import Quote
from theirside.understand.misbeliefs import is_about, is_contradicted
from theirside.understand.moments import seconds
from theirside.understand.offer import Offer
from theirside.understand.questions import ASKED, Known, answered_questions, from_facets
from theirside.understand.talk import Talk
from theirside.understand.understanding import Observation, Question, Understanding
from theirside.understand.words import Gist, gist, likeness, stems_of

MOST = 5
MOST_OF_A_SOURCE = 2
QUESTIONS = 3
SAME_WORDS, SAME_TALK, SHARED_WORDS = 1.6, 1.15, 1.25
"""What a reason gains that stands in the pushback itself, in the same talk, or shares its words."""
LETTERS = 4
LEAST = 0.6
"""A facet that bears at least so much on a kind is worth a question."""
PROMISE, UNANSWERED, MISBELIEF, HOLE = "promise", "unanswered", "misbelief", "hole"


@dataclass(frozen=True, slots=True)
class Grounds:
    """A person, their talks, and what these show of them; made once for all their pushback."""

    understanding: Understanding
    talks: Sequence[Talk]
    owed: Sequence[Owed]

    @classmethod
    def of(cls, understanding: Understanding, talks: Sequence[Talk]) -> Grounds:
        """Return the grounds; ``talks`` are those that the understanding was made from."""
        return cls(understanding, talks, tuple(owed_in(understanding, talks)))


def reasons_for(
    kind: str,
    evidence: Sequence[Quote],
    at: datetime | None,
    grounds: Grounds | None,
    offer: Offer | None = None,
) -> tuple[Reason, ...]:
    """Return the reasons that are known, those that bear most on this kind first, at most five.

    ``grounds`` is None where nothing is known of who said it; then only what the words themselves
    have wrong of the ``offer`` is a reason.
    """
    found: list[Reason] = []
    for bearing in kinds()[kind].bears:
        told = [*_from(bearing, at, grounds)] if grounds is not None else []
        if bearing.source == MISBELIEF and offer is not None:
            told += _believed(bearing, evidence, offer)
        of_this = [_weighed(each, evidence) for each in told if _bears(each, bearing, evidence)]
        of_this.sort(key=lambda each: -each.weight)
        found += of_this[:MOST_OF_A_SOURCE]
    found.sort(key=lambda each: -each.weight)
    seen: set[Quote] = set()
    chosen: list[Reason] = []
    for each in found:
        if each.evidence[-1] not in seen and len(chosen) < MOST:
            chosen.append(each)
            seen.add(each.evidence[-1])
    return tuple(chosen)


def _believed(bearing: Bearing, evidence: Sequence[Quote], offer: Offer) -> Iterator[Reason]:
    """Yield what the pushback itself says that a fact of the offer contradicts."""
    for place in evidence:
        for fact in offer.facts:
            if is_contradicted(place.text, fact):
                yield replace(_reason(bearing, place.text, (place,)), fact=fact.statement)


def _from(bearing: Bearing, at: datetime | None, grounds: Grounds) -> Iterator[Reason]:
    """Yield what is known from one source, whatever it weighs."""
    understanding = grounds.understanding
    if bearing.source == PROMISE:
        open_then = [each.quote for each in grounds.owed if each.is_open(at)]
        yield from (_reason(bearing, place.text, (place,)) for place in open_then)
    elif bearing.source == UNANSWERED:
        asked = [each for each in understanding.unanswered if not _is_after(each, at, grounds)]
        yield from (_reason(bearing, place.text, (place,)) for place in asked)
    elif bearing.source == HOLE:
        yield from (_reason(bearing, each.topic, each.evidence) for each in understanding.holes)
    elif bearing.source == MISBELIEF:
        for wrong in understanding.misbeliefs:
            made = _reason(bearing, wrong.evidence[-1].text, wrong.evidence)
            yield replace(made, fact=wrong.fact)
    else:
        yield from _observed(bearing, understanding)


def _observed(bearing: Bearing, understanding: Understanding) -> Iterator[Reason]:
    repaired = {each.observation for each in understanding.misbeliefs}
    for each in understanding.current:
        if each.facet == bearing.source and each.id not in repaired:
            made = _reason(bearing, each.statement, each.evidence)
            yield replace(made, own=not each.said_by and not each.holder)


def _reason(bearing: Bearing, text: str, evidence: tuple[Quote, ...]) -> Reason:
    told = " ".join(text.split())
    return Reason(bearing.source, told, bearing.why, bearing.weight, evidence)


def _is_after(place: Quote, at: datetime | None, grounds: Grounds) -> bool:
    """Say whether words were said only after a time; not if it is not known."""
    talk = next((each for each in grounds.talks if each.id == place.conversation), None)
    said = time_of(talk, place.turn) if talk is not None else 0.0
    return at is not None and said > seconds(at)


def _bears(reason: Reason, bearing: Bearing, evidence: Sequence[Quote]) -> bool:
    """Say whether a reason is about what this bearing is about, where that matters."""
    if bearing.words is None or not set(reason.evidence).isdisjoint(evidence):
        return True
    told = f"{reason.text} {reason.fact}"
    return is_about(told, bearing.words) or not _stems(evidence).isdisjoint(stems_of(reason.text))


def _stems(evidence: Sequence[Quote]) -> frozenset[str]:
    """Return the content words of a pushback; short ones ("far too dear") tell no matter."""
    every = (stem for each in evidence for stem in stems_of(each.text))
    return frozenset(stem for stem in every if len(stem) >= LETTERS)


def _weighed(reason: Reason, evidence: Sequence[Quote]) -> Reason:
    """Return a reason with the weight (0..1) that it has for this one pushback."""
    same = not set(reason.evidence).isdisjoint(evidence)
    gain = 1.0
    if same:
        gain = SAME_WORDS
    elif _stems(evidence) & stems_of(reason.text):
        gain = SHARED_WORDS
    elif any(e.conversation == p.conversation for e in reason.evidence for p in evidence):
        gain = SAME_TALK
    weight = min(1.0, reason.weight * gain / SAME_WORDS)
    return replace(reason, weight=round(weight, 4), same_words=same)


def questions_about(kind: str, grounds: Grounds | None) -> tuple[Question, ...]:
    """Return what to ask: of each facet that bears on this kind and is not known, the best.

    ``grounds`` is None where nothing is known of who said it.
    """
    weights = {each.source: each.weight for each in kinds()[kind].bears if each.weight >= LEAST}
    current: Sequence[Observation] = grounds.understanding.current if grounds else ()
    heard = {each.facet for each in current if not each.holder}
    before = _answered(grounds) if grounds else []
    best: dict[str, Question] = {}
    for each in from_facets(Known(current)):
        if each.facet not in weights or each.facet in heard or each.evidence:
            continue
        if not any(likeness(gist(each.text), asked) >= ASKED for asked in before):
            best.setdefault(each.facet, each)
    ordered = sorted(best.values(), key=lambda each: -weights[each.facet])
    return tuple(replace(each, weight=weights[each.facet]) for each in ordered[:QUESTIONS])


def _answered(grounds: Grounds) -> list[Gist]:
    asked: Iterable[str] = answered_questions(grounds.talks, grounds.understanding.person.id)
    return [gist(text) for text in dict.fromkeys(asked)]
