"""A talk as a page shows it: turns cut into the pieces that marks belong to."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from django.utils.translation import gettext as _

from theirside.app.queries import Comment, Window
from theirside.app.web.kinds import LEFT_ALONE, kind_of, name_of
from theirside.app.web.showing import ShownQuote, day, quote
from theirside.conversation import Channel, Conversation, Side, Turn
from theirside.evidence import Annotation, Quote

_FELT = "facet.feeling"
_PUSHBACK = "pushback"
_GUESSED = ("feeling.", "emotion.")
_WRAPPED = re.compile(r"(?<=[^\n]{55}[^\n.!?:;])\n(?=[^\W_])")


@dataclass(frozen=True, slots=True)
class Note:
    """A mark in the margin: its words, ``≈`` where it is our guess, whose view it is."""

    words: str
    sign: str = ""
    whose: str = ""
    pushback: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a turn with the notes that begin with them; ``marked``: a moment rests on them."""

    text: str
    notes: tuple[Note, ...] = ()
    marked: bool = False


@dataclass(frozen=True, slots=True)
class ShownTurn:
    """One turn: who, when, its words in pieces. ``comments`` are what colleagues said of it."""

    place: int
    side: Side
    who: str
    again: bool
    when: str
    to: str
    pieces: tuple[Piece, ...]
    pushback: bool
    comments: tuple[Comment, ...] = ()


def channel_words(channel: Channel) -> str:
    """Return the kind of a talk in words."""
    return {
        Channel.MAIL: _("Mail"),
        Channel.CALL: _("Call"),
        Channel.MEETING: _("Meeting"),
        Channel.CHAT: _("Chat"),
        Channel.NOTE: _("Note"),
    }[channel]


def shown_turns(
    it: Window,
    wanted: Collection[str],
    marked: Iterable[Quote] = (),
    comments: Sequence[Comment] = (),
) -> tuple[tuple[ShownTurn, ...], frozenset[str]]:
    """Return the turns of a window with the marks that are wanted, and the labels of those marks.

    ``marked`` are words that moments rest on.
    """
    notes = _by_turn(each for each in it.annotations if kind_of(each.label) in wanted)
    for left in it.withheld:
        notes.setdefault(left.turn, []).append(left)
    resting: dict[int, list[Quote]] = {}
    for each in marked:
        resting.setdefault(each.turn, []).append(each)
    said: dict[int, list[Comment]] = {}
    for comment in comments:
        said.setdefault(comment.turn, []).append(comment)
    pushed = {each.turn for each in it.annotations if each.label.startswith(_PUSHBACK)}
    turns = tuple(
        _turn(
            it,
            place,
            pieces(
                in_paragraphs(turn.text) if it.channel is Channel.MAIL else turn.text,
                notes.get(place, ()),
                resting.get(place, ()),
            ),
            tuple(said.get(place, ())),
            pushback=place in pushed and turn.speaker.side is Side.THEIRS,
        )
        for place, turn in enumerate(it.turns, start=it.first)
    )
    return turns, frozenset(each.label for found in notes.values() for each in found)


def _by_turn(found: Iterable[Annotation]) -> dict[int, list[Annotation]]:
    by_turn: dict[int, list[Annotation]] = {}
    for each in found:
        by_turn.setdefault(each.turn, []).append(each)
    return by_turn


def _turn(
    it: Window,
    place: int,
    cut: tuple[Piece, ...],
    comments: tuple[Comment, ...],
    *,
    pushback: bool,
) -> ShownTurn:
    turn = it.turns[place - it.first]
    before = it.turns[place - it.first - 1] if place > it.first else None
    same = before is not None and before.speaker == turn.speaker
    return ShownTurn(
        place=place,
        side=turn.speaker.side,
        who=turn.speaker.label,
        again=same and it.channel is not Channel.MAIL,
        when=time_words(turn, before),
        to=", ".join(each.label for each in turn.to[:4]),
        pieces=cut,
        pushback=pushback,
        comments=comments,
    )


def pieces(
    text: str, notes: Sequence[Annotation], marked: Sequence[Quote] = ()
) -> tuple[Piece, ...]:
    """Return a turn's text in pieces, cut where notes begin and around the marked words."""
    beginning: dict[int, list[Annotation]] = {}
    for each in notes:
        beginning.setdefault(min(each.start, len(text)), []).append(each)
    ends = {0, *beginning, *(each.start for each in marked), *(each.end for each in marked)}
    cuts = sorted({min(max(0, each), len(text)) for each in ends} | {len(text)})
    found = [
        Piece(
            text[start:end],
            _notes(beginning.get(start, ())),
            any(each.start <= start and end <= each.end for each in marked),
        )
        for start, end in pairwise(cuts)
    ]
    return tuple(each for each in found if each.text)


def in_paragraphs(text: str) -> str:
    """Return a mail's text as long as it was, lines that a program wrapped joined by a space.

    Such a line is long, ends within a sentence, and goes on with a word: an address, a list or a
    signature stays as it was written.
    """
    return _WRAPPED.sub(" ", text)


def _notes(found: Sequence[Annotation]) -> tuple[Note, ...]:
    """Return the notes of one place, each word once; a named feeling says it without "feeling"."""
    named = any(each.label.startswith("feeling.") for each in found)
    shown: dict[str, Note] = {}
    for each in sorted(found, key=lambda one: -one.probability):
        if each.label == _FELT and named:
            continue
        words = name_of(each.label)
        if each.due is not None:
            words = _("%(what)s by %(day)s") % {"what": words, "day": day(each.due)}
        guessed = each.label.startswith(_GUESSED) or each.label == _FELT
        sign = "≈" if guessed else "↷" if each.holder else ""
        if each.label == LEFT_ALONE:
            return (Note(words),)
        whose = _("of %(whom)s") % {"whom": each.holder} if each.holder else ""
        shown.setdefault(words, Note(words, sign, whose, each.label.startswith(f"{_PUSHBACK}.")))
    return tuple(shown.values())


def in_talk(one: Quote, talks: Mapping[str, Conversation], key: str) -> ShownQuote:
    """Return a quote with its place; of words in talk ``key`` itself only who said them when."""
    shown = quote(one, talks)
    if one.conversation != key or key not in talks:
        return shown
    turn = talks[key].turns[one.turn]
    place = ", ".join(filter(None, (turn.speaker.label, time_words(turn))))
    return replace(shown, place=place, around="")


def time_words(turn: Turn, before: Turn | None = None) -> str:
    """Return when a turn was spoken: ``12:04`` into a call, else the time, the day where it is new.

    Empty where nothing is known of it.
    """
    if turn.start is not None:
        return clock(turn.start)
    if turn.at is None:
        return ""
    same = before is not None and before.at is not None and before.at.date() == turn.at.date()
    return f"{turn.at:%H:%M}" if same else f"{day(turn.at)}, {turn.at:%H:%M}"


def clock(seconds: float) -> str:
    """Return seconds as minutes and seconds, with hours where there are any."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def title_of(subject: str, channel: Channel, whom: Mapping[str, object] | Sequence[str]) -> str:
    """Return what to call a talk: its subject, else its kind and whom it was with."""
    if subject:
        return subject
    names = ", ".join(list(whom)[:3])
    kind = channel_words(channel)
    return _("%(kind)s with %(whom)s") % {"kind": kind, "whom": names} if names else kind
