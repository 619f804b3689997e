"""Their questions that nobody of ours answered.

Precision first: told to have left a question open, a seller looks; told so wrongly twice, never
again. In mail, a later reply answers a question that it takes up; in a call, our next words. A
yes or no, a figure where they asked how much, or, to the only question of a turn, any reply of
substance count as answers. "Let me check" does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from theirside.conversation import Channel, Side
from theirside.evidence import Annotation, Quote
from theirside.reader.split import spans
from theirside.understand.heard import is_label
from theirside.understand.phrases import phrases
from theirside.understand.talk import Talk
from theirside.understand.words import gist, stems_of

_HOW_MUCH = re.compile(
    r"\b(?:how (?:much|many|long|often|soon)|when|what (?:time|day|price)|cost|price)\b", re.I
)
_FIGURE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|ten|free|week|month|year|day|hour)s?\b", re.I
)
_CLOSED = re.compile(
    r"^\W*(?:(?:and|but|so|or|also|then) )?(?:do|does|did|is|are|was|were|can|could|will|would|"
    r"should|has|have|had|may|might)\b",
    re.I,
)
_OPEN = re.compile(r"\b(?:what|how|when|where|who|whom|whose|why|which)\b", re.IGNORECASE)
SUBSTANCE = 6
"""A reply of at least so many words is taken for an answer to the only question asked."""


def unanswered_in(talk: Talk, person: str) -> list[Quote]:
    """Return the person's questions in this conversation that no turn of ours answers."""
    asked = [each for each in talk.annotations if is_label(each, "question")]
    theirs = [each for each in asked if talk.spoke(person, each.turn)]
    places = dict.fromkeys(talk.quote(each) for each in theirs)
    return [
        place
        for place in places
        if wants_an_answer(place.text) and not _is_answered(talk, place, asked)
    ]


def taken_up_later(place: Quote, told: Iterable[frozenset[str]]) -> bool:
    """Say whether anything that we told them afterwards, in whatever talk, takes a question up.

    ``told`` are the content stems of our later turns, as ``stems_told`` gives them.
    """
    wanted = gist(place.text).stems
    return any(len(wanted & each) >= max(2, 0.6 * len(wanted)) for each in told)


def stems_told(reply: str) -> frozenset[str]:
    """Return the content stems of what a turn of ours tells."""
    return stems_of(" ".join(told_in(reply)))


def wants_an_answer(question: str) -> bool:
    """Say whether a question is more than a greeting, a tag or a rhetorical turn."""
    bare = question.strip()
    idle = phrases().idle_questions.match(bare.lstrip("—–- ,"))
    if idle and idle.end() >= len(bare.rstrip("?!. ")):
        return False
    # "Can you tell me that?" asks something only together with what stands before it.
    return len(stems_of(bare)) >= (1 if _OPEN.search(bare) else 2)


def _is_answered(talk: Talk, place: Quote, asked: Iterable[Annotation]) -> bool:
    only = not any(
        each.turn == place.turn and (each.start, each.end) != (place.start, place.end)
        for each in asked
    )
    in_mail = talk.conversation.channel is Channel.MAIL
    next_words = list(talk.ours_after(place.turn)) if in_mail else talk.reply_to(place.turn)
    replies = [talk.turn(number).text for number in next_words]
    if any(answers(reply, place.text, only=only, in_mail=in_mail) for reply in replies):
        return True
    if not in_mail and (_goes_on(talk, place) or _is_for_a_colleague(talk, place.turn)):
        return True  # too likely rhetorical, or not for us, to reproach us with
    later = [talk.turn(number).text for number in talk.ours_after(place.turn)]
    return any(_takes_up(reply, place.text, share=0.6) for reply in later)


def _goes_on(talk: Talk, place: Quote) -> bool:
    rest = talk.turn(place.turn).text[place.end :]
    return len(rest.split()) > SUBSTANCE


def _is_for_a_colleague(talk: Talk, number: int) -> bool:
    """Say whether somebody else of theirs spoke next."""
    if number + 1 >= len(talk.speakers):
        return False
    return (
        talk.side(number + 1) is Side.THEIRS and talk.speakers[number + 1] != talk.speakers[number]
    )


def answers(reply: str, question: str, *, only: bool, in_mail: bool) -> bool:
    """Say whether our reply answers the question; ``only``: it was the only one of its turn."""
    told = told_in(reply)
    if not told:
        return False
    said = " ".join(told)
    if _takes_up(said, question, share=0.0):
        return True
    if _HOW_MUCH.search(question):
        return bool(_FIGURE.search(said))
    if _CLOSED.search(question) and any(phrases().yes_or_no.match(each) for each in told):
        return only or not in_mail
    return len(said.split()) >= SUBSTANCE and (only or not in_mail)


def told_in(reply: str) -> list[str]:
    """Return the sentences of our reply that tell something: no questions, no putting off."""
    every = (reply[start:end] for start, end in spans(reply))
    return [
        each for each in every if not each.endswith("?") and not phrases().deferring.search(each)
    ]


def _takes_up(reply: str, question: str, share: float) -> bool:
    wanted, given = gist(question).stems, stems_told(reply)
    common = len(wanted & given)
    return common > 0 and common >= share * len(wanted)
