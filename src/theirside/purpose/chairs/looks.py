"""What takes more than a sentence to hear: their question answered, what mattered passed over.

Each way of looking gets the reply and the acts that were heard before it, and returns the places
where it holds; none where it does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from theirside.purpose.chairs.data import subjects
from theirside.understand.phrases import phrases
from theirside.understand.told import told_in
from theirside.understand.unanswered import answers
from theirside.understand.words import stem, stems_of

if TYPE_CHECKING:
    from theirside.purpose.chairs.hearing import Reply, Sentence
    from theirside.purpose.chairs.state import Heard

Places = Sequence[tuple[int, int]]
Look = Callable[["Reply", Mapping[str, Sequence["Heard"]]], Places]

LONG = 80
"""Words from which on a reply is a speech: about half a minute."""
ENOUGH_TRUST = 7
"""Trust from which on one may ask something of them."""
SHORT = 6
"""Words below which a sentence that nothing was heard in is given the benefit of the doubt."""
BACK = 2
"""Content words of theirs that a sentence has at least to give their words back."""
_OF_US = re.compile(r"(?<![\w'’])(?:we|us|our|ours)(?![\w])", re.IGNORECASE)
_GREETING = re.compile(
    r"\W*(?:hello|hi|hey|good (?:morning|afternoon|evening|day))\b", re.IGNORECASE
)
_ELSEWHERE = ("self_focus", "inform", "question.closed")
_TAKEN_UP = ("acknowledged", "reflected", "echoed", "asked_open", "offered", "left_free")
_FOR_THEM = ("acknowledged", "reflected", "echoed", "asked_open", "asked_closed", "answered")
_FOR_THEM_TOO = ("offered", "left_free")


def looks() -> Mapping[str, Look]:
    """Return the ways of looking by the names that data files call them by."""
    return {
        "answered": _answered,
        "dodged": _dodged,
        "dodged_again": _dodged_again,
        "in_a_row": _in_a_row,
        "gave_back": _gave_back,
        "passed_over": _passed_over,
        "only_ourselves": _only_ourselves,
        "unasked": _unasked,
        "too_early": _too_early,
        "in_time": _in_time,
        "long": _long,
        "same_again": _same_again,
        "leaving": _leaving,
        "nothing_for_them": _nothing_for_them,
    }


def _all(reply: Reply) -> Places:
    return [(0, len(reply.text))]


def _is_answered(reply: Reply) -> bool:
    """Say whether a reply answers: a word for word answer, yes or no, or a frank "not yet".

    Stricter than of real talks: here the seller can be asked again, and nobody is reproached.
    """
    if any(each.has(("promise", "gift")) for each in reply.sentences):
        return True
    told = told_in(reply.text)
    plainly = any(phrases().yes_or_no.match(each) for each in told.sentences)
    frankly = phrases().not_knowing.search(reply.text) is not None
    return plainly or frankly or answers(told, reply.question, only=False, in_mail=True)


def _answered(reply: Reply, _: object) -> Places:
    return _all(reply) if reply.question and _is_answered(reply) else []


def _dodged(reply: Reply, _: object) -> Places:
    return _all(reply) if reply.question and not _is_answered(reply) else []


def _dodged_again(reply: Reply, found: object) -> Places:
    return _dodged(reply, found) if reply.state.times > 1 else []


def _in_a_row(reply: Reply, _: object) -> Places:
    asked = [each for each in reply.sentences if each.has(("question",))]
    closed = [each for each in asked if not each.has(("question.open",))]
    if not closed or len(closed) < len(asked) or len(closed) + reply.state.closed < 2:
        return []
    return [(closed[-1].start, closed[-1].end)]


def _gave_back(reply: Reply, _: object) -> Places:
    return [(each.start, each.end) for each in reply.sentences if given_back(each, reply.before)]


def given_back(sentence: Sentence, before: str) -> bool:
    """Say whether a sentence tells them their own words, and asks nothing and tells of nobody."""
    if sentence.text.endswith("?") or sentence.has(("question", "self_focus")):
        return False
    if _OF_US.search(sentence.text):
        return False
    return len(content(sentence.text) & content(before)) >= BACK


def content(text: str) -> frozenset[str]:
    """Return the stems of a text that say what it is about."""
    return stems_of(text) - frozenset(map(stem, subjects().common))


def _passed_over(reply: Reply, found: Mapping[str, Sequence[Heard]]) -> Places:
    if not reply.state.close or any(each in found for each in _TAKEN_UP):
        return []
    return [] if _is_theirs(reply) else _all(reply)


def _is_theirs(reply: Reply) -> bool:
    """Say whether a reply has a word of theirs, or is too short to be about something else."""
    short = len(reply.text.split()) < SHORT and not reply.sentences[-1].has(_ELSEWHERE)
    return short or not content(reply.text).isdisjoint(content(reply.before))


def _nothing_for_them(reply: Reply, found: Mapping[str, Sequence[Heard]]) -> Places:
    """Return all of it where no act that counts was heard, and nothing has a word of theirs."""
    begins = not reply.state.turn  # a greeting is for nobody in particular
    counted = begins or any(each != "informed" for each in found)
    return [] if counted or _is_theirs(reply) else _all(reply)


def _only_ourselves(reply: Reply, found: Mapping[str, Sequence[Heard]]) -> Places:
    wanted = any(each in found for each in (*_FOR_THEM, *_FOR_THEM_TOO))
    return [] if wanted or content(reply.text) & content(reply.before) else _all(reply)


def _unasked(reply: Reply, _: object) -> Places:
    return [] if reply.question else _all(reply)


def _asks_of_them(reply: Reply) -> Places:
    return [
        (each.start, each.end)
        for each in reply.sentences
        if each.has(("ask",)) and not each.has(("question.open",))
    ]


def _too_early(reply: Reply, _: object) -> Places:
    return _asks_of_them(reply) if reply.state.trust < ENOUGH_TRUST else []


def _in_time(reply: Reply, _: object) -> Places:
    return _asks_of_them(reply) if reply.state.trust >= ENOUGH_TRUST else []


def _long(reply: Reply, _: object) -> Places:
    return _all(reply) if len(reply.text.split()) > LONG else []


def _same_again(reply: Reply, _: object) -> Places:
    return _all(reply) if reply.again else []


def _leaving(reply: Reply, _: object) -> Places:
    """Return all of it, unless it is how a talk begins: one thanks for the time then, too."""
    begins = not reply.state.turn or _GREETING.match(reply.text)
    return [] if begins else _all(reply)
