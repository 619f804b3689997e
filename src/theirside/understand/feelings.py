"""Feelings that our next words passed over.

Gladness is left out: to be told that nobody answered "I'm glad" helps no one.
"""

from __future__ import annotations

from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.understand.heard import is_label
from theirside.understand.phrases import phrases
from theirside.understand.talk import Talk
from theirside.understand.words import gist, stems_of

_FEELING = "facet.feeling"
_WEIGHTY = frozenset(
    "feeling." + name
    for name in (
        "angry confused disappointed embarrassed frustrated overwhelmed sad worried"
    ).split()
)
"""Everyday feelings that want taking up."""
_LIGHT = frozenset("feeling." + name for name in "excited grateful pleased relieved".split())
"""Everyday feelings that need no taking up. The finer emotions count for neither."""


def feelings_passed_over(talk: Talk, person: str) -> list[Quote]:
    """Return the sentences in which a person shows a feeling that our reply takes no notice of.

    Where there was no reply nothing was passed over.
    """
    return [each for each in passed_over_in(talk) if talk.spoke(person, each.turn)]


def passed_over_in(talk: Talk) -> list[Quote]:
    """Return the same of anybody on their side."""
    felt: dict[Quote, set[str]] = {}
    for each in talk.annotations:
        if talk.side(each.turn) is Side.THEIRS and not each.holder:
            felt.setdefault(talk.quote(each), set()).add(each.label)
    return [
        place
        for place, labels in felt.items()
        if _is_weighty(labels) and not _is_glad(place.text) and _is_passed_over(talk, place)
    ]


def _is_weighty(labels: set[str]) -> bool:
    """Say whether a sentence with these labels shows a feeling that wants taking up."""
    return bool(labels & _WEIGHTY) or (_FEELING in labels and not labels & _LIGHT)


def _is_glad(text: str) -> bool:
    return bool(phrases().glad.search(text)) and not gist(text).negated


def _is_passed_over(talk: Talk, feeling: Quote) -> bool:
    replies = talk.reply_to(feeling.turn)
    if not replies:
        return False
    acknowledged = any(
        is_label(each, "acknowledge") or is_label(each, "reflection")
        for each in talk.annotations
        if each.turn in replies
    )
    said = " ".join(talk.turn(number).text for number in replies)
    taken_up = gist(feeling.text).stems & stems_of(said)
    return not (acknowledged or taken_up or phrases().acknowledging.search(said))
