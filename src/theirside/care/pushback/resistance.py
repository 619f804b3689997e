"""Every pushback of a person looked at closely: kind, strength, answer, what came next, reasons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from theirside.care.pushback.afterwards import afterwards, said_again
from theirside.care.pushback.answers import answers_to
from theirside.care.pushback.kinds import kinds
from theirside.care.pushback.pushed import Pushed
from theirside.care.pushback.reasons import Grounds, questions_about, reasons_for
from theirside.care.pushback.responses import leaves_alone, responses_to
from theirside.care.pushback.strength import strength_of
from theirside.evidence import Annotation, Quote
from theirside.understand.offer import Offer
from theirside.understand.pushback import LABEL
from theirside.understand.talk import Talk
from theirside.understand.understanding import Pushback, Understanding


def resistance_of(
    understanding: Understanding, talks: Sequence[Talk], offer: Offer | None = None
) -> list[Pushed]:
    """Return every pushback of a person, the newest last, each with all that is known of it.

    ``talks`` are the conversations that the understanding was made from; of others nothing of
    theirs is quoted. ``offer`` is what views may rest on.
    """
    grounds = Grounds.of(understanding, talks)
    by_id = {talk.id: talk for talk in talks}
    every = understanding.pushback
    return [
        _looked_at(each, every, by_id[each.evidence[0].conversation], grounds, offer)
        for each in every
        if each.kind in kinds() and each.evidence[0].conversation in by_id
    ]


def _looked_at(
    each: Pushback,
    every: Sequence[Pushback],
    talk: Talk,
    grounds: Grounds,
    offer: Offer | None,
) -> Pushed:
    turn, person = each.evidence[0].turn, grounds.understanding.person.id
    next_time = said_again(each, every)
    bare = Pushed(
        kind=each.kind,
        evidence=each.evidence,
        at=each.at,
        strength=strength_of(each.evidence),
        reply=each.answer,
        answers=answers_to(talk, turn, each.kind),
        afterwards=(*afterwards(talk, person, turn), *next_time),
        reasons=reasons_for(each.kind, each.evidence, each.at, grounds, offer),
        questions=questions_about(each.kind, grounds),
        holder=_holder(talk, each.kind, each.evidence),
    )
    return _with_responses(bare, offer)


def _with_responses(bare: Pushed, offer: Offer | None) -> Pushed:
    responses = responses_to(bare, offer)
    questions = () if leaves_alone(responses) else bare.questions
    return replace(bare, responses=responses, questions=questions)


def _holder(talk: Talk, kind: str, evidence: Sequence[Quote]) -> str:
    """Return whose view it is if every quote gives that of somebody else; else nothing."""
    marked = [each for each in talk.annotations if each.label == LABEL + kind]
    holders = [each.holder for each in marked if talk.quote(each) in evidence]
    return holders[0] if holders and all(holders) else ""


def resistance_in(
    words: Talk,
    grounds: Grounds | None,
    offer: Offer | None = None,
    guesses: Sequence[Annotation] = (),
    at: datetime | None = None,
) -> list[Pushed]:
    """Return the pushback in words that were only just said: a talk of one turn, ours to answer.

    ``guesses`` are annotations of which the reader was not sure enough, used where there is no
    other. ``grounds`` are those of whoever said it, if that is known; ``at`` is when it was said.
    """
    sure = [each for each in words.annotations if each.label.startswith(LABEL)]
    found: dict[str, list[Quote]] = {}
    made: list[Pushed] = []
    for each in sure or guesses:
        found.setdefault(each.label.removeprefix(LABEL), []).append(words.quote(each))
    for kind in [each for each in found if each in kinds()]:
        evidence = tuple(dict.fromkeys(found[kind]))
        bare = Pushed(
            kind=kind,
            evidence=evidence,
            at=at,
            strength=strength_of(evidence),
            reasons=reasons_for(kind, evidence, at, grounds, offer),
            questions=questions_about(kind, grounds),
            guessed=not sure,
        )
        made.append(_with_responses(bare, offer))
    return made
