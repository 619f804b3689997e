"""What the seller sees of check-backs: which were made, where their links lead, what came back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from theirside.app import queries
from theirside.app.queries import Link, LinkState, PastCheckback, PastStatement
from theirside.app.web.links import path_of
from theirside.app.web.showing import day
from theirside.serve.checkback.accuracy import Share
from theirside.understand.understanding import Status

FEW = 20
"""Statements below which a share says little."""


@dataclass(frozen=True, slots=True)
class Came:
    """One statement and what they said of it; ``state`` is a class of the page's."""

    number: int
    words: str
    state: str
    sign: str
    how: str
    text: str


@dataclass(frozen=True, slots=True)
class Past:
    """A check-back that was made; ``link`` is its whole address while it is open, else empty."""

    code: str
    title: str
    answers: str
    link: str
    standing: str
    came: tuple[Came, ...]


def past_of(
    request: HttpRequest, made: Sequence[PastCheckback], links: Mapping[str, Link]
) -> list[Past]:
    """Return the check-backs of a person as the seller sees them."""
    return [_past(request, each, links.get(each.code)) for each in made]


def _past(request: HttpRequest, each: PastCheckback, link: Link | None) -> Past:
    told = sum(one.status is not None for one in each.statements)
    is_open = link is not None and link.state is LinkState.OPEN
    return Past(
        each.code,
        _("%(day)s, signed %(who)s") % {"day": day(each.made_at), "who": each.seller},
        _("%(told)s of %(all)s answered") % {"told": told, "all": len(each.statements)}
        if told
        else _("no answer yet"),
        request.build_absolute_uri(path_of(link.token)) if link is not None and is_open else "",
        _standing(link),
        tuple(map(_came, each.statements)),
    )


def _standing(link: Link | None) -> str:
    if link is None:
        return _("No link leads to it.")
    if link.state is LinkState.OPEN:
        return _("Open until %s.") % day(link.expires_at)
    if link.state is LinkState.EXPIRED:
        return _("The link ended on %s.") % day(link.expires_at)
    return _("You closed the link on %s.") % day(link.revoked_at)


def _came(each: PastStatement) -> Came:
    when = day(each.answered_at)
    state, sign, how = {
        Status.CONFIRMED: ("is-confirmed", "✓", _("yes, %s") % when),
        Status.CORRECTED: ("is-confirmed", "✓", _("not quite, %s") % when),
        Status.WITHDRAWN: ("is-old", "", _("not to be kept: erased %s") % when),
    }.get(each.status or Status.HEARD, ("is-heard", "?", _("no answer yet")))
    return Came(each.number, each.shown, state, sign, how, each.text)


def told_share(share: Share) -> str:
    """Return how much they confirmed, in a sentence; empty where nothing was judged."""
    if share.share is None:
        return ""
    few = _(
        "Of %(n)s that they judged they confirmed %(yes)s: %(share)s, and with so few "
        "anything from %(low)s to %(high)s may be true."
    )
    many = _(
        "Of %(n)s that they judged they confirmed %(yes)s: %(share)s "
        "(95%% interval %(low)s to %(high)s)."
    )
    sentence = few if share.judged < FEW else many
    statements = ngettext("%(n)s statement", "%(n)s statements", share.judged)
    return sentence % {
        "n": statements % {"n": share.judged},
        "yes": share.confirmed,
        "share": f"{share.share:.0%}",
        "low": f"{share.low:.0%}",
        "high": f"{share.high:.0%}",
    }


def everybody() -> Share:
    """Return how much of what was checked back with anybody was confirmed."""
    from theirside.serve.checkback.accuracy import share_of

    return share_of("everybody", queries.judged_statements())
