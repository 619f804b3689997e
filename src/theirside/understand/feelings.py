"""Feelings that our next words passed over.

Gladness is left out: to be told that nobody answered "I'm glad" helps no one.
"""

from __future__ import annotations

from theirside.evidence import Quote
from theirside.understand.heard import is_label
from theirside.understand.phrases import phrases
from theirside.understand.talk import Talk
from theirside.understand.words import gist, stems_of

_LIGHT = frozenset(
    "feeling." + name
    for name in (
        # our reader's labels, then GoEmotions' (Demszky and others, 2020)
        "excited grateful pleased relieved "
        "admiration amusement approval caring curiosity desire excitement gratitude joy love "
        "neutral optimism pride realization relief surprise"
    ).split()
)
"""Feelings that need no taking up."""


def feelings_passed_over(talk: Talk, person: str) -> list[Quote]:
    """Return the sentences in which they show a feeling that our reply takes no notice of.

    Where there was no reply nothing was passed over.
    """
    quotes = [
        talk.quote(each)
        for each in talk.annotations
        if (is_label(each, "feeling") or each.label == "facet.feeling")
        and talk.spoke(person, each.turn)
        and not each.holder
        and each.label not in _LIGHT
    ]
    return [
        each
        for each in dict.fromkeys(quotes)
        if not _is_glad(each.text) and _is_passed_over(talk, each)
    ]


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
