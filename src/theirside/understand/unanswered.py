"""Their questions that nobody of ours answered.

Precision first: told to have left a question open, a seller looks; told so wrongly twice, never
again. In mail, a later reply answers a question that it takes up; in a call, our next words. A
yes or no, a figure where they asked how much, or, to the only question of a short mail or turn, any
reply of substance count as answers. "Let me check" does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from theirside.conversation import Channel, Side
from theirside.evidence import Annotation, Quote
from theirside.understand.heard import is_label
from theirside.understand.phrases import phrases
from theirside.understand.talk import Talk
from theirside.understand.told import Told
from theirside.understand.words import enough_of, gist, stems_of

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
_OPEN = re.compile(r"\b(?:what|how|when|where|who|whom|whose|why|which)\b", re.I)
_TAG = re.compile(
    r"[,–—-] ?(?:right|correct|yes|yeah|no|ok|okay|huh|eh|hey|true|you know|is it|"
    r"(?:is|are|was|were|do|does|did|has|have|can|could|will|would)(?:n['’]t)? "
    r"(?:it|they|we|you|that|he|she|there))"
    r" ?\?\W*$",
    re.I,
)
SUBSTANCE = 6
"""A reply of at least so many words is taken for an answer to the only question asked."""


_ASKS = re.compile(
    r"(?:(?:so|and|but|or|well|okay|ok|uh|um|yeah),? )*"
    r"(?:(?:what|who|whose|when|where|why|how|which|do|does|did|can|could|will|would|is|are|was|"
    r"were|has|have|should|may)\b[^.!]*$|(?:please )?(?:tell|explain|let me know)\b)",
    re.IGNORECASE,
)
"""Words without a question mark that ask all the same: speech without any mark, or a request."""


def unanswered_in(talk: Talk, person: str = "") -> list[Quote]:
    """Return the questions in this conversation that no turn of ours answers.

    They are that person's; without one, those of anybody on their side.
    """
    asked = [each for each in talk.annotations if is_label(each, "question")]
    return [place for place in questions_in(talk, person) if not _is_answered(talk, place, asked)]


def questions_in(talk: Talk, person: str = "") -> list[Quote]:
    """Return the questions of that person, or of anybody on their side, that want an answer."""
    asked = [each for each in talk.annotations if is_label(each, "question")]
    theirs = [each for each in asked if _asks(talk, person, each.turn)]
    places = dict.fromkeys(talk.quote(each) for each in theirs)
    return [
        place for place in places if wants_an_answer(place.text) and not _is_for_others(talk, place)
    ]


def _asks(talk: Talk, person: str, turn: int) -> bool:
    return talk.spoke(person, turn) if person else talk.side(turn) is Side.THEIRS


def wants_an_answer(question: str) -> bool:
    """Say whether a question is more than a greeting, a tag or a rhetorical turn."""
    bare = question.strip()
    if "?" not in bare and not _ASKS.match(bare):
        return False
    if not bare.endswith("?") and phrases().not_knowing.search(bare):
        return False  # "I don't know whether you …" is a hole, and told as one
    idle = phrases().idle_questions.match(bare.lstrip("—–- ,"))
    if idle and idle.end() >= len(bare.rstrip("?!. ")):
        return False
    # "Can you tell me that?" asks something only together with what stands before it.
    return len(stems_of(bare)) >= (1 if _OPEN.search(bare) else 2)


def _is_answered(talk: Talk, place: Quote, asked: Iterable[Annotation]) -> bool:
    in_mail = talk.conversation.channel is Channel.MAIL
    only = not any(
        each.turn == place.turn and (each.start, each.end) != (place.start, place.end)
        for each in asked
    ) and not (in_mail and _is_one_of_many_matters(talk, place))
    if _others_took_it_up(talk, place):
        return True
    later = list(talk.ours_after(place.turn))
    replies = later if in_mail else talk.reply_to(place.turn)
    if any(answers(talk.told(one), place.text, only=only, in_mail=in_mail) for one in replies):
        return True
    put_off = any(phrases().deferring.search(talk.turn(one).text) for one in replies)
    aside = _is_for_a_colleague(talk, place.turn) or (_goes_on(talk, place) and not put_off)
    if aside and not in_mail:
        return True  # too likely rhetorical, or not for us, to reproach us with
    return is_taken_up(place, (talk.told(one).stems for one in later))


def _is_one_of_many_matters(talk: Talk, place: Quote) -> bool:
    """Say whether a mail is about much else too, so that a reply may well pass the question by."""
    return len(talk.turn(place.turn).text.split()) > 3 * len(place.text.split()) + 20


def _goes_on(talk: Talk, place: Quote) -> bool:
    rest = talk.turn(place.turn).text[place.end :]
    return len(rest.split()) > SUBSTANCE


def _is_for_a_colleague(talk: Talk, number: int) -> bool:
    """Say whether somebody else of theirs spoke next, or they went on themselves at length."""
    following = number + 1
    if following >= len(talk.speakers) or talk.side(following) is Side.OURS:
        return False
    if talk.speakers[following] != talk.speakers[number]:
        return True
    return len(talk.turn(following).text.split()) > SUBSTANCE


def _is_for_others(talk: Talk, place: Quote) -> bool:
    """Say whether it asks everybody in a room of several of theirs, a colleague, or nothing.

    "That's it then, right?" wants a nod; only in writing it is a question.
    """
    if talk.conversation.channel is not Channel.MAIL and _TAG.search(place.text):
        return True
    if phrases().framing.search(place.text) and _goes_on(talk, place):
        return True
    asker = talk.speakers[place.turn]
    others = {each for each in talk.speakers if each is not None and each != asker}
    if not others:
        return False
    words = set(re.findall(r"\w+", place.text))
    named = any(set(each.name.split()[:1]) & words for each in others)
    return named or phrases().asks_the_room.search(place.text) is not None


def _others_took_it_up(talk: Talk, place: Quote) -> bool:
    """Say whether a colleague of theirs came back to what was asked: a word alone is no answer."""
    asker, wanted = talk.speakers[place.turn], gist(place.text).stems
    enough = min(2, len(wanted))
    return enough > 0 and any(
        talk.side(number) is not Side.OURS
        and talk.speakers[number] != asker
        and len(wanted & talk.told(number).stems) >= enough
        for number in range(place.turn + 1, len(talk.speakers))
    )


def answers(told: Told, question: str, *, only: bool, in_mail: bool) -> bool:
    """Say whether what we told answers the question; ``only``: there was little else to answer."""
    if not told.sentences:
        return False
    stems = gist(question).stems
    if stems & told.stems:
        return True
    # "Where are the cards?" may be answered with "They went off yesterday".
    freely = only or not in_mail or len(stems) < 2
    if _HOW_MUCH.search(question):
        return any(_FIGURE.search(each) for each in told.sentences)
    if (_CLOSED.search(question) or not _OPEN.search(question)) and any(
        map(phrases().yes_or_no.match, told.sentences)
    ):
        return freely
    return told.words >= SUBSTANCE and freely


def is_taken_up(place: Quote, told: Iterable[frozenset[str]]) -> bool:
    """Say whether something that we told afterwards, in whatever talk, takes a question up.

    ``told`` are the content stems of our later turns.
    """
    wanted = gist(place.text).stems
    enough = enough_of(len(wanted))
    return len(wanted) > 1 and any(len(wanted & each) >= enough for each in told)
