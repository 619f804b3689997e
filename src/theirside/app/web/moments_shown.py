"""Moments of a talk as its page shows them: what each is and why, and the way to the next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from theirside.app.web.showing import turn_link
from theirside.app.web.worded import all_worded, worded
from theirside.care.moment import Moment, moment_kinds


@dataclass(frozen=True, slots=True)
class ShownMoment:
    """A moment: its number in the talk, its name, why it matters, what to talk about over it.

    ``link`` leads to it, ``onward`` to the one after it, ``back`` to the one before; "" for none.
    ``shared``: who looks has shared it with the team.
    """

    code: str
    shared: bool
    number: int
    place: int
    name: str
    good: bool
    note: str
    why: str
    talk_about: tuple[str, ...]
    words: str
    link: str
    back: str = ""
    onward: str = ""


def shown_moments(found: Sequence[Moment], shared: Collection[str] = ()) -> tuple[ShownMoment, ...]:
    """Return moments, given in the order of the talk, with the links from one to the next.

    ``shared`` are the ids of those that who looks has shared.
    """
    links = [_link(number, each) for number, each in enumerate(found, start=1)]
    shown = []
    for number, each in enumerate(found):
        kind = moment_kinds()[each.kind]
        shown.append(
            ShownMoment(
                code=each.id,
                shared=each.id in shared,
                number=number + 1,
                place=each.evidence[0].turn,
                name=worded(kind.name),
                good=kind.good,
                note=worded(each.note),
                why=worded(kind.why),
                talk_about=all_worded(kind.talk_about),
                words=" ".join(each.evidence[0].text.split()),
                link=links[number],
                back=links[number - 1] if number else "",
                onward=links[number + 1] if number + 1 < len(found) else "",
            )
        )
    return tuple(shown)


def _link(number: int, moment: Moment) -> str:
    place = moment.evidence[0]
    page = turn_link(place.conversation, place.turn).partition("#")[0]
    return f"{page}#m-{number}"
