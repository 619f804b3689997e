"""What pages show of an understanding: statements with their sign, their words, their quotes.

The same language as in the terminal: ``✓`` confirmed, ``≈`` our guess, ``↷`` said by somebody else,
``?`` not known; each with words beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from theirside.conversation import Conversation, Side
from theirside.evidence import Quote
from theirside.understand.facet import facets
from theirside.understand.understanding import Observation, Status, Understanding

GUESSED = frozenset({"feeling"})
"""Facets that we read out of somebody's words rather than hear in them."""


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """Somebody's words with where they stand; ``ours`` tells whose they are."""

    text: str
    place: str
    link: str
    ours: bool


@dataclass(frozen=True, slots=True)
class Before:
    """What held before, and until when."""

    words: str
    known: str


@dataclass(frozen=True, slots=True)
class Statement:
    """An observation as a page shows it.

    ``how`` is one of ``confirmed``, ``heard``, ``inferred``, ``relayed``; ``known`` says the same
    in words. ``quoted`` tells that ``words`` are theirs and no correction.
    """

    id: str
    person: str
    facet: str
    sign: str
    how: str
    words: str
    quoted: bool
    known: str
    quotes: tuple[ShownQuote, ...]
    before: tuple[Before, ...] = ()
    against: tuple[Observation, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A facet with its statements, the newest first."""

    facet: str
    heading: str
    guessed: bool
    statements: tuple[Statement, ...]


def day(moment: datetime | date | None) -> str:
    """Return a day as people write it: ``12 Mar 2026``; empty for None."""
    return f"{moment.day} {moment:%b %Y}" if moment is not None else ""


def sections(it: Understanding, talks: Iterable[Conversation]) -> list[Section]:
    """Return what is known of a person, facet by facet in the order of the brief."""
    by_id = {each.id: each for each in talks}
    repaired = {each.observation for each in it.misbeliefs}
    current = [each for each in it.current if each.id not in repaired]
    return [
        Section(
            facet,
            facets()[facet].heading,
            facet in GUESSED,
            tuple(statement(each, it, by_id) for each in found),
        )
        for facet, found in groupby(current, key=lambda each: each.facet)
    ]


def statement(each: Observation, it: Understanding, talks: Mapping[str, Conversation]) -> Statement:
    """Return one observation of an understanding as a page shows it."""
    how, sign = _how(each)
    others = {other.id: other for other in it.current}
    return Statement(
        id=each.id,
        person=each.person,
        facet=each.facet,
        sign=sign,
        how=how,
        words=each.statement,
        quoted=each.status is not Status.CORRECTED,
        known=_known(each, how),
        quotes=tuple(quote(one, talks) for one in reversed(each.evidence)),
        before=tuple(
            Before(old.statement, _("until %(day)s") % {"day": day(each.first_at)})
            for old in it.observations
            if old.replaced_by == each.id
        ),
        against=tuple(others[other] for other in each.contradicts if other in others),
    )


def quote(one: Quote, talks: Mapping[str, Conversation]) -> ShownQuote:
    """Return a quote with its place in words and its link into the talk."""
    talk = talks.get(one.conversation)
    link = turn_link(one.conversation, one.turn)
    if talk is None:
        return ShownQuote(one.text, _("in a conversation"), link, ours=False)
    turn = talk.turns[one.turn]
    parts = [turn.speaker.label, str(talk.channel)]
    if talk.subject:
        parts[1] += f" “{talk.subject}”"
    parts.append(day(turn.at or talk.started_at))
    return ShownQuote(
        one.text, ", ".join(filter(None, parts)), link, ours=turn.speaker.side is Side.OURS
    )


TURNS = 120
"""Turns of a talk that are shown at once; a link says where it leads beyond the first of them."""


def turn_link(conversation: str, turn: int) -> str:
    """Return the link to a turn of a conversation, which works without scripts in any of them."""
    at = f"?at={turn}" if turn >= TURNS else ""
    return f"{reverse('conversation', args=[conversation])}{at}#t-{turn}"


def _how(each: Observation) -> tuple[str, str]:
    if each.status is Status.CONFIRMED or each.status is Status.CORRECTED:
        return "confirmed", "✓"
    if each.said_by or each.holder:
        return "relayed", "↷"
    if each.facet in GUESSED:
        return "inferred", "≈"
    return "heard", ""


def _known(each: Observation, how: str) -> str:
    when = day(each.last_at)
    if how == "confirmed":
        kind = _("corrected") if each.status is Status.CORRECTED else _("confirmed")
        return f"{kind} {day(each.judged_at)}".strip()
    if how == "relayed":
        by = each.said_by or each.holder
        said = _("says %(who)s") if each.said_by else _("the view of %(who)s")
        return ", ".join(filter(None, (said % {"who": by}, when)))
    if how == "inferred":
        return ", ".join(filter(None, (_("we think"), when)))
    return _("said %(day)s") % {"day": when} if when else _("said")
