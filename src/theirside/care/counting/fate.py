"""What became of their questions: answered, dodged, or forgotten.

Dodged is a question to which we replied with something else; forgotten is one that we put off and
did not come back to, or after which we said nothing more. ``what`` is one of the three, or
``last``: whether the last question of a talk was answered.
"""

from __future__ import annotations

from collections.abc import Mapping

from theirside.care.definition import How
from theirside.care.figure import Tally
from theirside.care.gathered import Estimate, Gathered, divided, of_share
from theirside.care.spoken import Spoken
from theirside.evidence import Quote
from theirside.understand.phrases import phrases
from theirside.understand.talk import Talk
from theirside.understand.unanswered import questions_in, unanswered_in

ANSWERED, DODGED, FORGOTTEN, LAST = "answered", "dodged", "forgotten", "last"
LABELS: Mapping[str, tuple[str, ...]] = dict.fromkeys(
    (ANSWERED, DODGED, FORGOTTEN, LAST), ("question",)
)


def tally(spoken: Spoken, how: How) -> Tally:
    """Return their questions that want an answer, and how many of them met this fate."""
    fates = fates_in(spoken.talk)
    wanted = ANSWERED if how.what == LAST else how.what
    chosen = list(fates.items())[-1:] if how.what == LAST else list(fates.items())
    met = [place for place, fate in chosen if fate == wanted]
    rest = [place for place, fate in chosen if fate != wanted]
    return Tally(len(met), len(chosen), _shown(spoken, met), rest=_shown(spoken, rest))


def fates_in(talk: Talk) -> dict[Quote, str]:
    """Return what became of each question of theirs, in the order they were asked."""
    left = set(unanswered_in(talk))
    return {
        place: _left(talk, place) if place in left else ANSWERED for place in questions_in(talk)
    }


def _left(talk: Talk, place: Quote) -> str:
    replies = talk.reply_to(place.turn)
    put_off = any(phrases().deferring.search(talk.turn(each).text) for each in replies)
    return DODGED if replies and not put_off else FORGOTTEN


def _shown(spoken: Spoken, places: list[Quote]) -> tuple[Quote, ...]:
    return tuple(place for place in places if spoken.talk.may_show(place))


def estimate(gathered: Gathered, how: How) -> Estimate:  # noqa: ARG001 (as its siblings)
    """Return the share, 0..1, and its interval."""
    return divided(gathered, of_share)
