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
from theirside.serve.ledger.who import Who, is_ours
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


@dataclass(frozen=True, slots=True)
class Said:
    """A turn that may tell of a recommendation, or in which we thank.

    ``addressed`` are the people whom it goes to: those whom it is written to, else all who are
    ``present``; ``ours`` the names of ours who speak there. Of the ``sentences`` all may be shown.
    """

    talk: str
    turn: str
    by_us: bool
    on: date | None
    speaker: Person | None
    addressed: frozenset[str]
    present: frozenset[str]
    ours: frozenset[str]
    text: str
    sentences: tuple[Quote, ...]


@dataclass
class _Seen:
    """What one pass over the turns finds: referrals, and where we thanked whom.

    ``since`` says when we first heard of each person.
    """

    since: Mapping[str, date]

    referrals: list[Referral] = field(default_factory=list)
    thanks: dict[str, list[tuple[date | None, Quote]]] = field(default_factory=dict)


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
    said = (each for talk in talks for each in _said_in(talk, people))
    return referrals_of(said, people, since, marks, typed)


def referrals_of(
    turns: Iterable[Said],
    people: People,
    since: Mapping[str, date],
    marks: Iterable[Mark] = (),
    typed: Iterable[Referral] = (),
) -> list[Referral]:
    """Return the same from turns that were looked through before.

    ``people`` need to hold only those who are in them, and whoever has a name said in them.
    """
    by_talk: dict[str, list[Mark]] = {}
    for mark in marks:
        if mark.subject == REFERRAL:
            by_talk.setdefault(mark.quote.conversation, []).append(mark)
    seen, who = _Seen(since), Who(people)
    for said in turns:
        _look(said, who, people, by_talk.get(said.talk, []), seen)
    every = _joined(sorted([*seen.referrals, *typed], key=lambda each: each.on or date.min))
    return [_thanked(each, seen.thanks.get(each.by.person, ())) for each in every]


def _said_in(talk: Talk, people: People) -> Iterator[Said]:
    turns = talk.conversation.turns
    ours = frozenset(each.speaker.name for each in turns if each.speaker.side is Side.OURS)
    for number, turn in enumerate(turns):
        at = time_of(talk.conversation, turn)
        yield Said(
            talk.id,
            turn.id,
            talk.side(number) is Side.OURS,
            at.date() if at is not None else None,
            talk.speakers[number],
            frozenset(_addressed(talk, number, people)),
            talk.present,
            ours,
            turn.text,
            tuple(each for each in sentences(talk, number) if talk.may_show(each)),
        )


def thanks_in(sentence: str) -> bool:
    """Say whether we thank in a sentence of ours."""
    return _THANKS.search(sentence) is not None


def names_in(said: Said) -> set[str]:
    """Return the names in a turn on which it depends who is meant: whole, or single words."""
    names = set[str]()
    for place in said.sentences:
        for way, name in ways_found(place.text, by_us=said.by_us, first=True):
            names.add(name)
            if way.tells is Tells.ONWARDS and not name:
                names.update(re.findall(r"\b[A-Z][\w’'-]*", said.text))
    return names - {""}


def _look(said: Said, who: Who, people: People, marks: Sequence[Mark], seen: _Seen) -> None:
    speaker, by_us = said.speaker, said.by_us
    if speaker is None and not by_us:
        return
    began = seen.since.get(speaker.id) if speaker is not None else None
    first = said.on is not None and began is not None and (said.on - began).days <= FIRST_DAYS
    found: dict[Tells, Referral] = {}
    for place in said.sentences:
        if by_us and thanks_in(place.text):
            for person in said.addressed:
                seen.thanks.setdefault(person, []).append((said.on, place))
        for way, name in ways_found(place.text, by_us=by_us, first=first):
            mark = next((m for m in marks if overlaps(m.quote, place)), None)
            if is_ours(name, said.ours) or (mark is not None and mark.struck):
                continue
            if way.tells not in found:
                made = _referral(said, way.tells, name, who, people)
                if made is None:
                    continue
                person = speaker.id if speaker is not None else made.to.person
                found[way.tells] = replace(
                    made,
                    id=entry_id(person, REFERRAL, place, said.turn),
                    text=plain(place.text),
                    on=said.on,
                    evidence=(place,),
                    thanked=mark is not None and mark.thanked,
                )
    seen.referrals += found.values()


def _referral(said: Said, tells: Tells, name: str, who: Who, people: People) -> Referral | None:
    """Return who recommended whom to whom, without its place; None where that makes no sense."""
    speaker = said.speaker
    own = speaker.id if speaker is not None else ""
    if tells is Tells.FROM:
        by = who.named(name, but=own)
        return Referral("", by, US, who.of(speaker), "", None) if by.name else None
    if tells is Tells.ONWARDS:
        to = who.named(name, but=own) if name else _to_in_turn(said, who)
        return Referral("", who.of(speaker), US, to, "", None)
    [person] = said.addressed if len(said.addressed) == 1 else [""]
    them = Named(people.by_id[person].name, person) if person else Named()
    if tells is Tells.POINTING:
        return Referral("", US, who.named(name), them, "", None)
    return Referral("", US, them, who.named(name), "", None) if person else None


def _to_in_turn(said: Said, who: Who) -> Named:
    """Return whom else a turn names, where it names exactly one stranger: they were told of us."""
    found = who.mentioned(said.text, but=said.speaker) if said.speaker else Named()
    return found if found.person not in said.present else Named()


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
    of_names: dict[Names, list[int]] = {}
    for each in referrals:
        alike = of_names.setdefault(names_of(each), [])
        for place in alike:
            before = found[place]
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
            alike.append(len(found))
            found.append(each)
    return found


Names = tuple[tuple[bool, str], ...]


def names_of(each: Referral) -> Names:
    """Return who is in it; what two people tell of the same people may be the same."""
    return tuple((one.us, _key(one)) for one in (each.by, each.whom, each.to))


def _is_the_same(one: Referral, other: Referral) -> bool:
    if one.on is None or other.on is None or (other.on - one.on).days > TOGETHER:
        return False
    return names_of(one) == names_of(other) and all(name for _, name in names_of(one))


def _key(named: Named) -> str:
    return named.person or named.name.casefold()


def _thanked(referral: Referral, thanks: Sequence[tuple[date | None, Quote]]) -> Referral:
    """Return the referral with the first since of these words of thanks to whoever made it."""
    if not referral.received or not referral.by.person:
        return referral
    about = stems_of(referral.text) | stems_of(referral.to.name)
    for day, place in thanks:
        late = day is None or referral.on is None or day >= referral.on
        about_it = _FOR_IT.search(place.text) or about & stems_of(place.text)
        if late and about_it:
            return replace(referral, thanks=place)
    return referral
