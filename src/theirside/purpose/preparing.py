"""The page before a talk: their wants, ours, what we could give, the three questions.

Everything of theirs comes from their understanding and their last talks, each line with its quote.
What we could give never sells: it answers, sets right, tells what they don't know, keeps our word.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from itertools import islice

from theirside.evidence import Quote
from theirside.purpose.caring import careful_about
from theirside.purpose.giving import gifts_for, is_told
from theirside.purpose.promised import owed
from theirside.purpose.wants import LEAST_WORDS, Preparation, Want, WantKind
from theirside.understand.heard import is_label, time_of
from theirside.understand.moments import seconds
from theirside.understand.offer import Offer
from theirside.understand.phrases import plain
from theirside.understand.talk import Talk
from theirside.understand.understanding import Observation, Question, Understanding
from theirside.understand.words import gist, likeness

QUESTIONS = 3
OF_A_KIND = 2
"""Wants of one kind on the page: it is one page."""
LAST_TALKS = 3
"""Talks in which what they asked of us still counts as a wish."""
SAME = 0.5
"""Share of words in common from which two wants are one."""
_MISBELIEF = "misbelief."


def prepare(
    understanding: Understanding,
    talks: Sequence[Talk],
    *,
    day: date,
    ours: Sequence[str] = (),
    offer: Offer | None = None,
) -> Preparation:
    """Return the page before a talk on ``day``; ``talks`` are those with that person, in order.

    ``ours`` are our own wants, as they were typed in.
    """
    talks = sorted(talks, key=lambda talk: seconds(talk.conversation.last_at))
    open_promises = owed(understanding.promises, talks, day)
    wants = wants_of(understanding, talks)
    return Preparation(
        person=understanding.person,
        day=day,
        wants=tuple(wants),
        stake=_stake(understanding.current),
        ours=tuple(ours),
        gifts=tuple(gifts_for(understanding, talks, open_promises, offer)),
        questions=tuple(questions_of(understanding, talks)),
        owed=tuple(open_promises),
        careful=tuple(careful_about(understanding)),
        last_at=understanding.last_at,
    )


def questions_of(understanding: Understanding, talks: Sequence[Talk]) -> list[Question]:
    """Return the three questions: none about a belief that we have set right since."""
    done = {each.evidence for each in understanding.misbeliefs if is_told(each, talks)}
    left = (
        each
        for each in understanding.questions
        if not (each.id.startswith(_MISBELIEF) and each.evidence in done)
    )
    return list(islice(left, QUESTIONS))


def wants_of(understanding: Understanding, talks: Sequence[Talk]) -> list[Want]:
    """Return what they want, what is most pressing first, each once.

    ``talks`` are in the order in which they were spoken.
    """
    at = {talk.id: talk for talk in talks}
    asked = [
        Want(WantKind.QUESTION, plain(place.text), (place,), _when(at, place))
        for place in understanding.unanswered
        if len(place.text.split()) >= LEAST_WORDS
    ]
    kinds = (
        asked,
        _wishes(talks, understanding.person.id),
        _observed(understanding.current, WantKind.GOAL),
        _observed(understanding.current, WantKind.PAIN),
    )
    found: list[Want] = []
    for kind in kinds:
        found += _new(kind, found)[:OF_A_KIND]
    return found


def _when(talks: Mapping[str, Talk], place: Quote) -> datetime | None:
    talk = talks.get(place.conversation)
    return time_of(talk.conversation, talk.turn(place.turn)) if talk is not None else None


def _wishes(talks: Sequence[Talk], person: str) -> list[Want]:
    """Return what they wished for, or asked of us, in their last talks, the newest first."""
    spoke = [talk for talk in talks if any(who and who.id == person for who in talk.speakers)]
    found = []
    for talk in reversed(spoke[-LAST_TALKS:]):
        for each in reversed(talk.annotations):
            if not (is_label(each, "wish") or is_label(each, "ask")) or each.holder:
                continue
            place = talk.quote(each)
            if talk.spoke(person, each.turn) and len(place.text.split()) >= LEAST_WORDS:
                when = time_of(talk.conversation, talk.turn(each.turn))
                found.append(Want(WantKind.WISH, plain(place.text), (place,), when))
    return found


def _observed(current: Iterable[Observation], kind: WantKind) -> list[Want]:
    """Return the observations of a facet as wants, their own words before those of others."""
    of_facet = [each for each in current if each.facet == kind and not each.holder]
    of_facet.sort(key=lambda each: (bool(each.said_by), -seconds(each.last_at)))
    return [
        Want(kind, plain(each.statement), each.evidence, each.last_at, each.said_by)
        for each in of_facet
    ]


def _stake(current: Iterable[Observation]) -> Want | None:
    return next(iter(_observed(current, WantKind.STAKE)), None)


def _new(wants: Iterable[Want], before: Sequence[Want]) -> list[Want]:
    """Return those that say something that none before them says."""
    found: list[Want] = []
    for each in wants:
        known = [*before, *found]
        said = gist(each.text)
        if not any(
            set(each.evidence) & set(other.evidence) or likeness(said, gist(other.text)) >= SAME
            for other in known
        ):
            found.append(each)
    return found
