"""What they would need to know about the offer and don't, as far as their own words tell.

Two kinds of words tell it: a question to us about the offer that was left unanswered, and a plain
"I don't know whether you …", "I wasn't aware". Not knowing about their own affairs is no hole:
the sentence must be about us or have words of the offer in it, and none of ours may have taken it
up since. Nor is politeness ("I don't know if you'd like to add something").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from theirside.evidence import Quote
from theirside.reader.split import spans
from theirside.understand.misbeliefs import is_about
from theirside.understand.offer import Offer
from theirside.understand.phrases import phrases, plain
from theirside.understand.talk import Talk
from theirside.understand.unanswered import answers
from theirside.understand.understanding import Hole

_US = re.compile(r"\b(?:you|your|yours|you['’](?:re|ve|ll|d))\b", re.IGNORECASE)
_ASKED = "They asked, and nobody answered."
_SAID = "They say that they don't know."


def holes_in(talk: Talk, person: str, offer: Offer | None) -> list[Hole]:
    """Return what this person says in this conversation that they do not know of the offer."""
    found: list[Hole] = []
    for number in range(len(talk.conversation.turns)):
        if talk.spoke(person, number):
            found += [_hole(quote, _SAID) for quote in _not_known(talk, number, offer)]
    return found


def holes_asked(unanswered: Iterable[Quote], offer: Offer | None) -> list[Hole]:
    """Return the holes that their unanswered questions about the offer show."""
    if offer is None:
        return []
    return [_hole(quote, _ASKED) for quote in unanswered if _in_offer(quote.text, offer)]


def _hole(quote: Quote, why: str) -> Hole:
    return Hole(plain(quote.text), why, (quote,))


def _not_known(talk: Talk, number: int, offer: Offer | None) -> Iterator[Quote]:
    text = talk.turn(number).text
    if not phrases().not_knowing.search(text.replace("\n", " ")):
        return
    for start, end in spans(text):
        said = phrases().not_knowing.search(text[start:end])
        if said is None:
            continue
        unknown = text[start + said.end() : end]
        quote = Quote(talk.id, number, start, end, text[start:end])
        if phrases().politely_not_knowing.match(f"{said.group().split()[-1]}{unknown}"):
            continue
        about_us = _US.search(unknown) or _US.search(said.group()) or _in_offer(unknown, offer)
        if about_us and talk.may_show(quote) and not _is_told(talk, number, unknown):
            yield quote


def _in_offer(text: str, offer: Offer | None) -> bool:
    if offer is None:
        return False
    words = [word for each in offer.capabilities for word in each.words]
    words += [word for each in offer.limits for word in each.words]
    words += [word for fact in offer.facts for word in fact.topic]
    return is_about(text, words)


def _is_told(talk: Talk, number: int, unknown: str) -> bool:
    replies = map(talk.told, talk.ours_after(number))
    return any(answers(told, unknown, only=True, in_mail=False) for told in replies)
