"""Questions worth asking next, each saying why, the one that matters most first.

They come from three places: what happened in the talks (``situations.yaml``), what is known of a
facet and worth following up, and what is not known (``facets/``). Left out is what we have asked
and they have answered. The order is by weight, and each further question on a facet, or on the same
words of theirs, counts for less, so that the first few open different doors.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b

from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.understand.facet import Ask, Facet, facets
from theirside.understand.heard import is_label
from theirside.understand.moments import seconds
from theirside.understand.phrases import shortened
from theirside.understand.situations import situations
from theirside.understand.talk import Talk
from theirside.understand.understanding import Gap, Hole, Misbelief, Observation, Question
from theirside.understand.words import Gist, gist, likeness, stems_of

MOST = 12
"""More questions than anybody asks; a list without end is no help."""
MOST_A_FACET = 3
SAME_FACET = 0.7
SAME_WORDS = 0.5
ASKED = 0.5
"""Share of words in common from which a question counts as asked before."""
_SECOND_HAND = "What we know of this comes from somebody else, not from them."


@dataclass(frozen=True, slots=True)
class Known:
    """What questions may arise from: a person's current observations, gaps, and open ends."""

    current: Sequence[Observation]
    gaps: Sequence[Gap] = ()
    misbeliefs: Sequence[Misbelief] = ()
    holes: Sequence[Hole] = ()
    unanswered: Sequence[Quote] = ()
    passed_over: Sequence[Quote] = ()


def questions_for(known: Known, answered: Sequence[str] = ()) -> list[Question]:
    """Return the questions worth asking; ``answered`` are ours that they have answered."""
    before = list({gist(text): None for text in answered})
    return _ranked([*from_situations(known), *from_facets(known)], before)


def from_situations(known: Known) -> Iterator[Question]:
    """Yield the questions that arise from what happened in a talk."""
    for place in known.unanswered[:MOST_A_FACET]:
        yield _situation("unanswered", (place,), words=place.text)
    for place in known.passed_over[:MOST_A_FACET]:
        yield _situation("feeling", (place,), words=place.text)
    for misbelief in known.misbeliefs:
        yield _situation("misbelief", misbelief.evidence, words=misbelief.evidence[-1].text)
    for hole in known.holes:
        if not set(hole.evidence) & set(known.unanswered):
            yield _situation("hole", hole.evidence, words=hole.evidence[-1].text)
    by_id = {each.id: each for each in known.current}
    for each in known.current:
        for other in (by_id[one] for one in each.contradicts if one in by_id):
            if _age(each) < _age(other):
                yield _contradiction(each, other)


def _age(each: Observation) -> tuple[float, str]:
    return (seconds(each.last_at), each.id)


def _contradiction(earlier: Observation, later: Observation) -> Question:
    evidence = (earlier.evidence[-1], later.evidence[-1])
    made = _situation("contradiction", evidence, words=later.statement, earlier=earlier.statement)
    return replace(made, facet=later.facet)


def _situation(kind: str, evidence: tuple[Quote, ...], words: str, earlier: str = "") -> Question:
    situation = situations()[kind]
    told = "\x1f".join(each.text for each in evidence)
    return Question(
        id=f"{kind}.{blake2b(told.encode(), digest_size=4).hexdigest()}",
        facet=situation.facet,
        text=_filled(situation.text, words, earlier),
        why=situation.why,
        weight=situation.weight,
        evidence=evidence,
    )


def _filled(text: str, words: str, earlier: str = "") -> str:
    # Not str.format: people's own words may hold braces.
    return text.replace("{earlier}", shortened(earlier)).replace("{words}", shortened(words))


def from_facets(known: Known) -> Iterator[Question]:
    """Yield the facets' own questions, where their conditions hold."""
    own = {
        facet: [each for each in known.current if each.facet == facet and _is_own(each)]
        for facet in facets()
    }
    stale = {gap.facet: gap for gap in known.gaps if gap.last_at is not None}
    heard = {each.facet for each in known.current if each.said_by}
    for facet in facets().values():
        if facet.id in stale and own[facet.id]:
            yield _stale(facet, stale[facet.id], own[facet.id])
            continue
        for place, ask in enumerate(facet.questions):
            evidence = evidence_for(ask, own)
            if evidence is not None:
                why = _SECOND_HAND if ask.when.unknown in heard else ask.why
                yield _asked(facet, ask, evidence, why, place)


def _is_own(each: Observation) -> bool:
    """Say whether they said it of themselves: only such words may be quoted back to them."""
    return not each.said_by and not each.holder


def evidence_for(ask: Ask, own: Mapping[str, Sequence[Observation]]) -> tuple[Quote, ...] | None:
    """Return the quotes that give rise to a question (newest last); None where it does not fit.

    ``own`` are the current observations in the person's own words, by facet.
    """
    when = ask.when
    if when.unknown and own.get(when.unknown):
        return None
    if not when.known:
        return ()
    wanted = frozenset(word for phrase in when.words for word in stems_of(phrase))
    quotes = [
        (_age(each), number, place)
        for each in own.get(when.known, ())
        if len(each.evidence) >= when.again
        for number, place in enumerate(each.evidence)
        if not wanted or wanted & stems_of(place.text)
    ]
    if len(quotes) < max(when.times, when.again):
        return None
    return tuple(place for _, _, place in sorted(quotes, key=lambda entry: entry[:2]))


def _asked(facet: Facet, ask: Ask, evidence: tuple[Quote, ...], why: str, place: int) -> Question:
    """Return a facet's question; ``place`` is its place in the facet's file, the best first.

    To open a facet that nothing is known of, one question is enough; following up is worth more
    the more often they came back to the matter.
    """
    if not evidence:
        weight, words, mark = 0.8 * 0.75**place, "", ""
    else:
        often = min(max(ask.when.times, ask.when.again), 2)
        weight = 0.72 + 0.06 * often + 0.02 * min(len(evidence), 3) - 0.01 * place
        words = evidence[-1].text
        mark = f".{blake2b(words.encode(), digest_size=4).hexdigest()}"
    text = _filled(ask.text, words)
    return Question(ask.id + mark, facet.id, text, why, facet.weight * weight, evidence[-3:])


def _stale(facet: Facet, gap: Gap, own: Sequence[Observation]) -> Question:
    newest = max(own, key=_age)
    made = _situation("stale", newest.evidence[-1:], words=newest.statement)
    month = f"{gap.last_at:%B %Y}" if gap.last_at is not None else ""
    return replace(
        made,
        facet=facet.id,
        why=made.why.replace("{month}", month),
        weight=facet.weight * made.weight,
    )


def answered_questions(talks: Iterable[Talk], person: str) -> list[str]:
    """Return the questions of ours that this person has answered: they spoke next, at length."""
    found: list[str] = []
    for talk in talks:
        for each in talk.annotations:
            if not is_label(each, "question") or talk.side(each.turn) is not Side.OURS:
                continue
            following = range(each.turn + 1, len(talk.conversation.turns))
            said = next((later for later in following if talk.spoke(person, later)), None)
            if said is not None and len(talk.turn(said).text.split()) >= 4:
                found.append(talk.quote(each).text)
    return found


def _was_asked(question: Question, before: Sequence[Gist]) -> bool:
    asked = gist(question.text)
    return any(likeness(asked, each) >= ASKED for each in before)


def _was_taken_up(question: Question, before: Sequence[Gist]) -> bool:
    """Say whether we have asked about the words that a follow-up rests on.

    What was left open or passed over stays open, however much else we asked.
    """
    if question.id.partition(".")[0] in situations():
        return False
    told = gist(question.evidence[-1].text).stems if question.evidence else frozenset[str]()
    return any(len(told & each.stems) >= min(2, len(told)) for each in before) if told else False


def _ranked(questions: Iterable[Question], before: Sequence[Gist]) -> list[Question]:
    left = sorted(questions, key=lambda each: (-each.weight, each.id))
    chosen: list[Question] = []
    while left and len(chosen) < MOST:
        weight, best = max(
            ((_weight_after(each, chosen), each) for each in left), key=lambda pair: pair[0]
        )
        left.remove(best)
        # Looked up last, because years of talks hold thousands of questions.
        if weight > 0 and not _was_asked(best, before) and not _was_taken_up(best, before):
            chosen.append(replace(best, weight=round(weight, 4)))
    return chosen


def _door(question: Question) -> str:
    """Return what a question opens: a facet, or something that was left open in a talk."""
    kind = question.id.partition(".")[0]
    return kind if situations().get(kind, situations()["stale"]).facet else question.facet


def _weight_after(question: Question, chosen: Sequence[Question]) -> float:
    """Return what a question still weighs after those already chosen."""
    same = sum(_door(each) == _door(question) for each in chosen)
    if same >= MOST_A_FACET or any(each.text == question.text for each in chosen):
        return 0.0
    quoted = {place for each in chosen for place in each.evidence}
    again = SAME_WORDS if quoted & set(question.evidence) else 1.0
    return question.weight * SAME_FACET**same * again
