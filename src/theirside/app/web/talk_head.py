"""What stands above every page of a conversation: its name, who was in it, and its tabs."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theirside.app.queries import Shown, Speaking, Window, shown_to
from theirside.app.web.showing import day
from theirside.app.web.talking import channel_words, title_of
from theirside.conversation import Channel, Side

TABS: tuple[tuple[str, str | Promise], ...] = (
    ("conversation", gettext_lazy("The talk")),
    ("talk_measures", gettext_lazy("Measures")),
    ("talk_pushback", gettext_lazy("Pushback")),
    ("debrief", gettext_lazy("Debrief")),
)
_LIVE = frozenset({Channel.CALL, Channel.MEETING})


@dataclass(frozen=True, slots=True)
class Tab:
    """A page of the conversation; ``here`` says that it is this one."""

    words: str | Promise
    link: str
    here: bool


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks: ``link`` leads to the person, "" where there is none to lead to.

    ``number`` is their place among the speakers, by which forms name them.
    """

    number: int
    name: str
    side: Side
    told: bool
    link: str
    turns: int
    reached: bool

    @property
    def unknown(self) -> bool:
        """Whether it is not known whose side they are on."""
        return self.side is Side.UNKNOWN


@dataclass(frozen=True, slots=True)
class Head:
    """The top of a conversation's pages. ``asks`` names those whose side is not known.

    ``doubtful``: one of us talks to one of them, so that their labels may be swapped. ``shown``
    says who of a team may look at it.
    """

    id: str
    title: str
    under: str
    voices: tuple[Voice, ...]
    asks: tuple[str, ...]
    doubtful: bool
    tabs: tuple[Tab, ...]
    shown: Shown | None


def head(it: Window, here: str) -> Head:
    """Return the top of a conversation's page; ``here`` is the name of the page."""
    voices = tuple(_voice(number, each) for number, each in enumerate(it.speaking))
    sides = {each.side for each in voices}
    pair = len(voices) == 2 and not any(each.told for each in voices)
    others = [each.name for each in voices if each.side is not Side.OURS]
    return Head(
        id=it.id,
        title=title_of(it.subject, it.channel, others),
        under=" · ".join(filter(None, (channel_words(it.channel), _when(it)))),
        voices=voices,
        asks=tuple(each.name for each in voices if each.unknown),
        doubtful=pair
        and it.channel is not Channel.MAIL
        and sides in ({Side.OURS, Side.THEIRS}, {Side.UNKNOWN}),
        tabs=tuple(Tab(words, reverse(name, args=[it.id]), name == here) for name, words in TABS),
        shown=shown_to(it.id),
    )


def _voice(number: int, each: Speaking) -> Voice:
    link = reverse("person", args=[each.person.id]) if each.person is not None else ""
    who = each.speaker
    return Voice(
        number, who.label, who.side, each.told, link, each.turns, bool(who.email or who.phone)
    )


def _when(it: Window) -> str:
    begun, last = it.started_at, it.last_at
    if begun is None or last is None or it.channel in _LIVE or begun.date() == last.date():
        return day(begun or last)
    return _("%(first)s to %(last)s") % {"first": day(begun), "last": day(last)}
