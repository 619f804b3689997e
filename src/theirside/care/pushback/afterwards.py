"""What they did after our answer: opened up, came closer, stayed, said it again, ended it.

Looked at is their next word of substance in the same talk; for saying it again, all that came
after, in later talks too. Nothing here says that our answer was the cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from theirside.care.pushback.pushed import After, Outcome
from theirside.conversation import Side
from theirside.evidence import Annotation, Quote
from theirside.understand.heard import time_of
from theirside.understand.moments import seconds
from theirside.understand.phrases import phrases
from theirside.understand.talk import BACKCHANNEL_WORDS, Talk
from theirside.understand.understanding import Pushback

TELLS = ("facet", "feeling")
"""Groups of labels with which somebody tells of their side."""
AT_LENGTH = 25
"""So many words, and more than the pushback's own turn had, count as opening up too."""
PARTING_WORDS = 8
"""A parting of at most so many words is an end."""


def afterwards(talk: Talk, person: str, turn: int) -> tuple[Outcome, ...]:
    """Return what this person did after our answer to a turn; empty where we gave none."""
    replies = talk.reply_to(turn)
    if not replies:
        return ()
    following = _their_next(talk, person, replies[-1])
    if not following:
        return (Outcome(After.ENDED, at=time_of(talk.conversation, talk.turn(replies[-1]))),)
    labels = [each for each in talk.annotations if each.turn in following]
    at = time_of(talk.conversation, talk.turn(following[0]))
    quoted = {
        After.OPENED_UP: _opening(talk, turn, following, labels),
        After.CAME_CLOSER: _quotes(talk, labels, ("readiness.change",)),
        After.STAYED: _quotes(talk, labels, ("readiness.sustain",)),
        After.ENDED: _ending(talk, following, labels),
    }
    return tuple(Outcome(what, quotes, at) for what, quotes in quoted.items() if quotes)


def _their_next(talk: Talk, person: str, after: int) -> list[int]:
    """Return their next turns of substance, up to our next one."""
    found: list[int] = []
    for number in range(after + 1, len(talk.conversation.turns)):
        substance = len(talk.turn(number).text.split()) > BACKCHANNEL_WORDS
        if talk.side(number) is Side.OURS:
            if found and substance:
                break
        elif talk.spoke(person, number) and substance:
            found.append(number)
    return found


def _quotes(
    talk: Talk, annotations: Iterable[Annotation], wanted: Sequence[str]
) -> tuple[Quote, ...]:
    """Return the sentences with one of these labels, or with one of a group of these."""
    return tuple(
        dict.fromkeys(
            talk.quote(each)
            for each in annotations
            if each.label in wanted or each.label.partition(".")[0] in wanted
        )
    )


def _opening(
    talk: Talk, turn: int, following: Sequence[int], annotations: Sequence[Annotation]
) -> tuple[Quote, ...]:
    told = _quotes(talk, annotations, (*TELLS, "question.open", "question.closed"))
    if told:
        return told
    before = len(talk.turn(turn).text.split())
    for number in following:
        words = len(talk.turn(number).text.split())
        whole = talk.whole(number)
        if words >= AT_LENGTH and words > before and whole is not None:
            return (whole,)
    return ()


def _ending(
    talk: Talk, following: Sequence[int], annotations: Sequence[Annotation]
) -> tuple[Quote, ...]:
    ended = _quotes(talk, annotations, ("pushback.brush_off",))
    if ended:
        return ended
    later = range(following[-1] + 1, len(talk.conversation.turns))
    last = talk.turn(following[-1]).text
    goes_on = any(talk.side(number) is not Side.OURS for number in later)
    whole = talk.whole(following[-1])
    if goes_on or whole is None or len(last.split()) > PARTING_WORDS:
        return ()
    return (whole,) if phrases().parting.search(last) else ()


def said_again(one: Pushback, others: Iterable[Pushback]) -> tuple[Outcome, ...]:
    """Return where the same kind of pushback came back after this one, the next time first."""
    place = one.evidence[0]
    later = [
        each
        for each in others
        if each.kind == one.kind and each.evidence[0] != place and _is_later(each, one)
    ]
    later.sort(key=lambda each: (seconds(each.at), each.evidence[0].turn))
    return tuple(Outcome(After.REPEATED, each.evidence, each.at) for each in later[:1])


def _is_later(one: Pushback, other: Pushback) -> bool:
    place, before = one.evidence[0], other.evidence[0]
    if place.conversation == before.conversation:
        return place.turn > before.turn
    return one.at is not None and other.at is not None and one.at > other.at
