"""Feelings that our next words passed over."""

from __future__ import annotations

from theirside.evidence import Quote
from theirside.understand.heard import is_label
from theirside.understand.phrases import phrases
from theirside.understand.talk import Talk
from theirside.understand.words import gist, stems_of


def feelings_passed_over(talk: Talk, person: str) -> list[Quote]:
    """Return the sentences in which they show a feeling that our reply takes no notice of.

    Where there was no reply nothing was passed over.
    """
    quotes = [
        talk.quote(each)
        for each in talk.annotations
        if (is_label(each, "feeling") or each.label == "facet.feeling")
        and each.label != "feeling.neutral"
        and talk.spoke(person, each.turn)
        and not each.holder
    ]
    return [each for each in dict.fromkeys(quotes) if _is_passed_over(talk, each)]


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
