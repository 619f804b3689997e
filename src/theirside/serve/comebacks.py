"""When to come back to somebody, and why: in their own words, with the day or what has to happen.

Patience: before that it is not time, and pushing would show that we did not listen. What names only
an event ("once the new head has started") waits until a later word says that it has happened; until
then there is only "when: ask". Once we were in touch after the day, a come-back is met.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from theirside.conversation import Side
from theirside.datafile import filled, made_each
from theirside.evidence import Quote
from theirside.reader.split import spans
from theirside.serve.waiting import is_waiting
from theirside.serve.when import When, event_in, when_in
from theirside.understand.heard import time_of
from theirside.understand.phrases import plain
from theirside.understand.talk import Talk
from theirside.understand.words import any_of, gist

REST = timedelta(days=365)
"""So long after its day, or after it was said where there is none, a come-back is let rest."""
_OVER = any_of(
    [
        r"(?:is|are|was|were|'s) (?:now |all |finally )?(?:over|done|finished|behind us|through|"
        r"past|in|here|settled|complete|completed)",
        r"(?:has|have) (?:now |finally )?(?:started|begun|arrived|joined|moved|passed|ended|"
        r"finished|happened|decided|agreed|approved)",
        r"(?:started|began|arrived|joined|passed|ended|decided|agreed)",
    ]
)
_NEW_CLAUSE = re.compile(r"(?:,| and| so| but) (?:i|we|it|that|he|she|they)\b", re.IGNORECASE)
_UNTIL = re.compile(r"\W*(?:until|till)\b", re.IGNORECASE)
_READ_ALIKE = frozenset({"money", "no-time"})
"""The ways of ``waiting.yaml`` that say when to come back, too; others are read more narrowly."""
_DENIED = any_of(
    ["not", r"\w+n't", "until", "till", "once", "when", "after", "if", "before", "will"]
)


class Kind(StrEnum):
    """Whether they said when to come back, or for how long to keep still."""

    COME_BACK = "come back"
    QUIET = "quiet"


class Stage(StrEnum):
    """How a come-back stands on a day."""

    WAITING = "waiting"
    DUE = "due"
    ASK = "ask"
    MET = "met"
    RESTS = "rests"


@dataclass(frozen=True, slots=True)
class Way:
    """A way of saying when to come back. With the words of ``open`` no time need be named."""

    id: str
    kind: Kind
    why: str
    open: re.Pattern[str] | None
    pattern: re.Pattern[str]
    fires: tuple[str, ...]
    silent: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComeBack:
    """When to come back, or until when to keep still. ``on`` is None where it can't be worked out.

    ``evidence`` are their words, the oldest first; ``event`` is what has to happen first.
    """

    id: str
    kind: Kind
    why: str
    evidence: tuple[Quote, ...]
    said: date | None
    on: date | None
    event: str = ""
    told_over: Quote | None = None
    """Where somebody said that the event has happened."""


@lru_cache(maxsize=1)
def ways() -> tuple[Way, ...]:
    """Return the shipped ways, read once."""
    return made_each(Path(__file__).parent / "come_back.yaml", _way)


def _way(row: Mapping[str, Any]) -> Way:
    return filled(
        Way,
        row,
        beside=("says",),
        open=re.compile(row["open"], re.IGNORECASE) if "open" in row else None,
        pattern=re.compile(rf"(?<!\w)(?:{row['says']})", re.IGNORECASE),
    )


def read(text: str, said: date | None) -> tuple[Kind, str, When] | None:
    """Return of which kind a sentence is, why, and when; None where it asks for no patience."""
    words = plain(text).replace("’", "'")
    if words.rstrip().endswith("?"):
        return None
    for way in ways():
        match = way.pattern.search(words)
        if match is None:
            continue
        tail = next((each for each in match.groupdict().values() if each), "")
        when = when_in(_NEW_CLAUSE.split(tail)[0], said)
        if when is None and way.open is not None and way.open.search(match[0]):
            when = When(None)
        if when is not None:
            return way.kind, way.why, when
    waits = is_waiting(words)
    if waits is None or waits.id not in _READ_ALIKE:
        return None
    match = waits.pattern.search(words)
    when = when_in(words[match.start() :], said) if match is not None else None
    if when is None and _UNTIL.match(words):
        when = when_in(words, said)
    return (Kind.COME_BACK, waits.why, when) if when is not None else None


def comebacks_in(talks: Sequence[Talk], person: str) -> list[ComeBack]:
    """Return what a person said of when to come back, the oldest first, the same thing once."""
    found: list[ComeBack] = []
    ordered = sorted((each for talk in talks for each in _said(talk, person)), key=_when_said)
    for each in ordered:
        for number, before in enumerate(found):
            if _is_same(before, each):
                found[number] = _joined(before, each)
                break
        else:
            found.append(each)
    return [_told(each, talks) for each in found]


def _when_said(each: ComeBack) -> date:
    return each.said or date.min


def _said(talk: Talk, person: str) -> Iterator[ComeBack]:
    for number, turn in enumerate(talk.conversation.turns):
        if not talk.spoke(person, number):
            continue
        at = time_of(talk.conversation, turn)
        day = at.date() if at is not None else None
        for start, end in spans(turn.text):
            quote = Quote(talk.id, number, start, end, turn.text[start:end])
            found = read(quote.text, day)
            if found is not None and talk.may_show(quote):
                kind, why, when = found
                name = number_of(talk.id, turn.id, start)
                yield ComeBack(name, kind, why, (quote,), day, when.on, when.event)


def number_of(conversation: str, turn: str, start: int) -> str:
    """Return eight characters that name words for good by their place."""
    return blake2b(f"{conversation}\n{turn}\n{start}".encode(), digest_size=4).hexdigest()


def _is_same(one: ComeBack, other: ComeBack) -> bool:
    if one.kind is not other.kind:
        return False
    if one.on is not None and one.on == other.on:
        return True
    same = bool(one.event) and gist(one.event).stems == gist(other.event).stems
    return same and (one.on is None or other.on is None)


def _joined(before: ComeBack, again: ComeBack) -> ComeBack:
    evidence = tuple(dict.fromkeys((*before.evidence, *again.evidence)))
    return replace(
        before,
        evidence=evidence,
        on=before.on or again.on,
        event=before.event or again.event,
        said=again.said,
    )


def _told(each: ComeBack, talks: Sequence[Talk]) -> ComeBack:
    """Return a come-back with the day on which its event was said to have happened."""
    wanted = gist(each.event).stems if each.event else frozenset[str]()
    if not wanted:
        return each
    for day, place in _over(talks):
        if (each.said is None or day > each.said) and wanted <= gist(place.text).stems:
            return replace(each, on=day, told_over=place)
    return each


def _over(talks: Iterable[Talk]) -> list[tuple[date, Quote]]:
    found = []
    for talk in talks:
        for number, turn in enumerate(talk.conversation.turns):
            at = time_of(talk.conversation, turn)
            if turn.speaker.side is not Side.THEIRS or at is None:
                continue
            for start, end in spans(turn.text):
                quote = Quote(talk.id, number, start, end, turn.text[start:end])
                if _is_over(quote.text) and talk.may_show(quote):
                    found.append((at.date(), quote))
    return sorted(found, key=lambda each: each[0])


def _is_over(text: str) -> bool:
    match = _OVER.search(text)
    if match is None or text.rstrip().endswith("?"):
        return False
    return _DENIED.search(text[: match.end()]) is None and not event_in(plain(text))


def stage(each: ComeBack, talks: Sequence[Talk], today: date) -> Stage:
    """Return how a come-back stands on a day, by what was said up to then."""
    since = each.on or each.said
    if each.on is not None and _were_in_touch(talks, each.on, today):
        return Stage.MET
    if since is not None and today - since > REST:
        return Stage.RESTS
    if each.on is None:
        return Stage.ASK
    return Stage.DUE if each.on <= today else Stage.WAITING


def _were_in_touch(talks: Sequence[Talk], first: date, last: date) -> bool:
    """Say whether we wrote or spoke to them from the first day on."""
    days = (
        at.date()
        for talk in talks
        for turn in talk.conversation.turns
        if turn.speaker.side is Side.OURS
        for at in (time_of(talk.conversation, turn),)
        if at is not None
    )
    return any(first <= day <= last for day in days)
