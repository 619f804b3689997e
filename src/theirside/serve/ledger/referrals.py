"""Referrals found in the talks, both ways, and whether whoever recommended us was thanked.

What two people tell of one referral is one, with both quotes. Within a turn of ours only the first
whom we point to counts: a firm, and then whom to ask for there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from theirside.conversation import Side
from theirside.evidence import Quote
from theirside.reader.split import spans
from theirside.serve.ledger.entry import Mark
from theirside.serve.ledger.finding import entry_id
from theirside.serve.ledger.recommending import Tells, ways_found
from theirside.serve.ledger.referral import REFERRAL, US, Named, Referral
from theirside.serve.ledger.who import Who
from theirside.understand.heard import overlaps, time_of
from theirside.understand.people import People
from theirside.understand.phrases import plain
from theirside.understand.talk import Talk
from theirside.understand.understanding import Person
from theirside.understand.words import stems_of

FIRST_DAYS = 14
"""Days after the first word we have of somebody in which they tell who sent them."""
TOGETHER = 60
"""Days within which two people who tell of one recommendation tell of the same."""
_THANKS = re.compile(
    r"\b(?:thank(?:s| you)|grateful|(?:i|we) (?:really |do )?appreciate)\b", re.IGNORECASE
)
_FOR_IT = re.compile(
    r"\b(?:recommend\w*|refer(?:ral|red|ring)|introduc\w+|mention\w*|(?:good |kind )words?|"
    r"my name|our name|putting in|passing|telling|talking about us|sending|"
    r"thinking of (?:us|me))\b",
    re.IGNORECASE,
)


@dataclass
class _Seen:
    """What one pass over the talks finds: referrals, and where we thanked whom.

    ``since`` says when we first heard of each person.
    """

    since: Mapping[str, date]

    referrals: list[Referral] = field(default_factory=list)
    thanks: list[tuple[str, date | None, Quote]] = field(default_factory=list)


def referrals_in(
    talks: Iterable[Talk],
    people: People,
    since: Mapping[str, date],
    marks: Iterable[Mark] = (),
    typed: Iterable[Referral] = (),
) -> list[Referral]:
    """Return all referrals, the oldest first, each with our thanks for it where a talk has them.

    Every turn is looked at once. ``people`` are everybody on their side, ``since`` the days on
    which we first heard of each, by their ids. ``marks`` are what somebody struck, or
    said of thanks; ``typed`` are referrals that are known otherwise.
    """
    said = [mark for mark in marks if mark.subject == REFERRAL]
    seen = _Seen(since)
    for talk in talks:
        ours = {t.speaker.name for t in talk.conversation.turns if t.speaker.side is Side.OURS}
        who = Who(people, ours)
        here = [mark for mark in said if mark.quote.conversation == talk.id]
        for number in range(len(talk.conversation.turns)):
            _look(talk, number, who, people, here, seen)
    every = _joined(sorted([*seen.referrals, *typed], key=lambda each: each.on or date.min))
    return [_thanked(each, seen.thanks) for each in every]


def _look(
    talk: Talk, number: int, who: Who, people: People, marks: Sequence[Mark], seen: _Seen
) -> None:
    speaker = talk.speakers[number]
    by_us = talk.side(number) is Side.OURS
    if speaker is None and not by_us:
        return
    at = time_of(talk.conversation, talk.turn(number))
    day = at.date() if at is not None else None
    began = seen.since.get(speaker.id) if speaker is not None else None
    first = day is not None and began is not None and (day - began).days <= FIRST_DAYS
    found: dict[Tells, Referral] = {}
    for place in sentences(talk, number):
        if by_us and _THANKS.search(place.text):
            seen.thanks += [(person, day, place) for person in _addressed(talk, number, people)]
        for way, name in ways_found(place.text, by_us=by_us, first=first):
            mark = next((m for m in marks if overlaps(m.quote, place)), None)
            if who.is_ours(name) or (mark is not None and mark.struck) or not talk.may_show(place):
                continue
            if way.tells not in found:
                made = _referral(talk, number, way.tells, name, who, people)
                if made is None:
                    continue
                person = speaker.id if speaker is not None else made.to.person
                known = entry_id(person, REFERRAL, place, talk.turn(number).id)
                thanked = mark is not None and mark.thanked
                found[way.tells] = replace(
                    made,
                    id=known,
                    text=plain(place.text),
                    on=day,
                    evidence=(place,),
                    thanked=thanked,
                )
    seen.referrals += found.values()


def _referral(
    talk: Talk, number: int, tells: Tells, name: str, who: Who, people: People
) -> Referral | None:
    """Return who recommended whom to whom, without its place; None where that makes no sense."""
    speaker = talk.speakers[number]
    own = speaker.id if speaker is not None else ""
    if tells is Tells.FROM:
        by = who.named(name, but=own)
        return Referral("", by, US, who.of(speaker), "", None) if by.name else None
    if tells is Tells.ONWARDS:
        to = who.named(name, but=own) if name else _to_in_turn(talk, number, who)
        return Referral("", who.of(speaker), US, to, "", None)
    addressed = _addressed(talk, number, people)
    [person] = addressed if len(addressed) == 1 else [""]
    them = Named(people.by_id[person].name, person) if person else Named()
    if tells is Tells.POINTING:
        return Referral("", US, who.named(name), them, "", None)
    return Referral("", US, them, who.named(name), "", None) if person else None


def _to_in_turn(talk: Talk, number: int, who: Who) -> Named:
    """Return whom else a turn names, where it names exactly one stranger: they were told of us."""
    speaker = talk.speakers[number]
    found = who.mentioned(talk.turn(number).text, but=speaker) if speaker else Named()
    return found if found.person not in talk.present else Named()


def sentences(talk: Talk, number: int) -> Iterator[Quote]:
    """Yield the sentences of a turn."""
    text = talk.turn(number).text
    for start, end in spans(text):
        yield Quote(talk.id, number, start, end, text[start:end])


def _addressed(talk: Talk, number: int, people: People) -> set[str]:
    to: Iterable[Person | None] = (people.of(talk.id, who) for who in talk.turn(number).to)
    return {each.id for each in to if each is not None} or set(talk.present)


def _joined(referrals: Iterable[Referral]) -> list[Referral]:
    found: list[Referral] = []
    for each in referrals:
        for place, before in enumerate(found):
            if _is_the_same(before, each):
                found[place] = replace(
                    before,
                    id=before.id or each.id,
                    typed=before.typed and each.typed,
                    to=before.to if before.to.sure or not each.to.sure else each.to,
                    by=before.by if before.by.sure or not each.by.sure else each.by,
                    evidence=(*before.evidence, *each.evidence),
                    thanked=before.thanked or each.thanked,
                )
                break
        else:
            found.append(each)
    return found


def _is_the_same(one: Referral, other: Referral) -> bool:
    if one.on is None or other.on is None or (other.on - one.on).days > TOGETHER:
        return False
    return all(
        mine.us == theirs.us and _key(mine) == _key(theirs) != ""
        for mine, theirs in ((one.by, other.by), (one.whom, other.whom), (one.to, other.to))
    )


def _key(named: Named) -> str:
    return named.person or named.name.casefold()


def _thanked(referral: Referral, thanks: Sequence[tuple[str, date | None, Quote]]) -> Referral:
    """Return the referral with our words of thanks to whoever recommended us, the first since."""
    if not referral.received or not referral.by.person:
        return referral
    about = stems_of(referral.text) | stems_of(referral.to.name)
    for person, day, place in thanks:
        late = day is None or referral.on is None or day >= referral.on
        about_it = _FOR_IT.search(place.text) or about & stems_of(place.text)
        if person == referral.by.person and late and about_it:
            return replace(referral, thanks=place)
    return referral
