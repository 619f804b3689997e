"""What pages show of an understanding: statements with their sign, their words, their quotes.

The same language as in the terminal: ``✓`` confirmed, ``≈`` our guess, ``↷`` said by somebody else,
``?`` not known; each with words beside it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import groupby

from django.urls import reverse
from django.utils import dateformat
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from theirside.app.web.worded import worded
from theirside.conversation import Channel, Conversation, Side
from theirside.evidence import Annotation, Quote
from theirside.in_words import clock
from theirside.understand.facet import facets
from theirside.understand.gaps import DAYS_A_MONTH, is_stale
from theirside.understand.leading import lead_of
from theirside.understand.moments import seconds
from theirside.understand.phrases import shortened
from theirside.understand.understanding import Observation, Status, Understanding

GUESSED = frozenset({"feeling"})
"""Facets that we read out of somebody's words rather than hear in them."""
WORDS_AGAIN = 12
"""Of a sentence that stands above already."""


@dataclass(frozen=True, slots=True)
class ShownQuote:
    """Somebody's words with where they stand; ``ours`` tells whose they are.

    ``place`` names speaker, talk and day; ``talk`` the talk only (``call “First call”, 08:22``).
    ``link`` leads into the talk, ``around`` to the few turns around the words.
    """

    text: str
    place: str
    link: str
    ours: bool
    around: str = ""
    talk: str = ""
    when: str = ""


@dataclass(frozen=True, slots=True)
class Before:
    """What held before, and until when."""

    words: str
    known: str


@dataclass(frozen=True, slots=True)
class Statement:
    """An observation as a page shows it.

    ``how`` is one of ``confirmed``, ``heard``, ``inferred``, ``relayed``; ``known`` says the same
    in words. ``quoted`` tells that ``words`` are theirs and no correction; of a correction
    ``had_said`` are the words that it corrects. ``lead`` is what went before words that lean on
    it. ``again`` is the id of a statement above that rests on the same sentence. ``aged`` says
    how long ago it was heard, where that is long; ``judged`` that somebody confirmed or
    corrected it.
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
    had_said: str = ""
    lead: str = ""
    again: str = ""
    aged: str = ""
    judged: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """A facet with its statements, the newest first; ``more`` are those beyond the first few."""

    facet: str
    heading: str
    guessed: bool
    statements: tuple[Statement, ...]
    more: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What statements are shown from: the talks by id, what was read in them, and which day it is.

    Of a talk without annotations it is not known what may be shown beside a quote.
    """

    it: Understanding
    talks: Mapping[str, Conversation]
    annotations: Mapping[str, Sequence[Annotation]]
    now: datetime

    @classmethod
    def of(
        cls,
        it: Understanding,
        talks: Iterable[Conversation],
        annotations: Mapping[str, Sequence[Annotation]],
        now: datetime,
    ) -> Ground:
        """Return the ground of one person's understanding."""
        return cls(it, {each.id: each for each in talks}, annotations, now)

    def statement(self, each: Observation) -> Statement:
        """Return one observation as a page shows it, with what leads up to it and its age."""
        made = statement(each, self.it, self.talks)
        newest = each.evidence[-1]
        read = self.annotations.get(newest.conversation)
        lead = lead_of(newest, self.talks.get(newest.conversation), read) if made.quoted else ""
        return replace(made, lead=lead, aged=self._aged(each))

    def quote(self, one: Quote) -> ShownQuote:
        """Return a quote as a page shows it."""
        return quote(one, self.talks)

    def _aged(self, each: Observation) -> str:
        """Return how long ago it was heard, where that is too long ago to count as recent."""
        at = each.last_at
        if at is None or each.status is not Status.HEARD:
            return ""
        if not is_stale(facets()[each.facet], at, self.now):
            return ""
        months = int((seconds(self.now) - seconds(at)) / 86400 / DAYS_A_MONTH)
        years = months // 12
        if years > 1:
            return _("%(n)s years ago") % {"n": years}
        return _("a year ago") if months in (11, 12, 13) else _("%(n)s months ago") % {"n": months}


def day(moment: datetime | date | None) -> str:
    """Return a day as people write it in the page's language: ``12 Mar 2026``; empty for None."""
    return dateformat.format(moment, "j M Y") if moment is not None else ""


def sections(ground: Ground, first: int = 3) -> list[Section]:
    """Return what is known of a person, facet by facet in the order of the brief.

    Each has its ``first`` statements, then the others. A sentence that tells of two facets stands
    in full under the first of them only. Beliefs that aren't so are left out: they come with the
    facts that set them right.
    """
    repaired = {each.observation for each in ground.it.misbeliefs}
    current = [each for each in ground.it.current if each.id not in repaired]
    said: dict[Quote, str] = {}
    found = []
    for facet, group in groupby(current, key=lambda each: each.facet):
        made = [once(ground.statement(each), each, said) for each in group]
        made.sort(key=lambda each: bool(each.again))
        heading = worded(facets()[facet].heading)
        shown, more = tuple(made[:first]), tuple(made[first:])
        found.append(Section(facet, heading, facet in GUESSED, shown, more))
    return found


def once(made: Statement, each: Observation, said: dict[Quote, str]) -> Statement:
    """Return a statement, shortened where ``said`` has its sentence already; note it there."""
    above = said.setdefault(each.evidence[-1], each.id)
    if above == each.id or not made.quoted:
        return made
    return replace(made, words=shortened(made.words, WORDS_AGAIN), lead="", again=above)


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
        had_said=each.evidence[-1].text if each.status is Status.CORRECTED else "",
        judged=each.status in (Status.CONFIRMED, Status.CORRECTED),
    )


def quote(one: Quote, talks: Mapping[str, Conversation]) -> ShownQuote:
    """Return a quote with its place in words and its link into the talk."""
    talk = talks.get(one.conversation)
    link = f"{reverse('conversation', args=[one.conversation])}#t-{one.turn}"
    around = reverse("around", args=[one.conversation, one.turn, one.start, one.end])
    talk = talks.get(one.conversation)
    link = turn_link(one.conversation, one.turn)
    if talk is None:
        return ShownQuote(one.text, _("in a conversation"), link, ours=False, around=around)
    turn = talk.turns[one.turn]
    place, when = _talk(talk), day(turn.at or talk.started_at)
    return ShownQuote(
        one.text,
        ", ".join(filter(None, (turn.speaker.label, place, when))),
        link,
        ours=turn.speaker.side is Side.OURS,
        around=around,
        talk=", ".join(filter(None, (place, clock(turn.start)))),
        when=when,
    )


def _talk(talk: Conversation) -> str:
    kind = kind_of(talk.channel)
    return f"{kind} “{talk.subject}”" if talk.subject else kind


def kind_of(channel: str) -> str:
    """Return what kind of talk it is, as it stands inside a sentence: ``call “First call”``."""
    return {
        Channel.MAIL: _("mail"),
        Channel.CALL: _("call"),
        Channel.MEETING: _("meeting"),
        Channel.CHAT: _("chat"),
        Channel.NOTE: pgettext("kind of talk", "note"),
    }[Channel(channel)]


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


def _told_of(holder: str) -> str:
    """Return how the view of somebody whom they did not name is given; of others, with the name."""
    known = {
        "he": _("as they tell it of him"),
        "she": _("as they tell it of her"),
        "they": _("as they tell it of them"),
        "we": _("as they tell it of them all"),
    }
    return known.get(holder.casefold()) or _("as they tell it of %(who)s") % {"who": holder}


def _known(each: Observation, how: str) -> str:
    when = day(each.last_at)
    if how == "confirmed":
        kind = _("corrected") if each.status is Status.CORRECTED else _("confirmed")
        return f"{kind} {day(each.judged_at)}".strip()
    if how == "relayed":
        said = _("says %(who)s") % {"who": each.said_by} if each.said_by else _told_of(each.holder)
        return ", ".join(filter(None, (said, when)))
    if how == "inferred":
        return ", ".join(filter(None, (_("we think"), when)))
    return _("said %(day)s") % {"day": when} if when else _("said")
