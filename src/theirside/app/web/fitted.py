"""What a page shows of a fit: their needs, our lines beneath, what that comes to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from theirside.app.web.showing import ShownQuote, day, quote
from theirside.app.web.worded import worded
from theirside.conversation import Conversation
from theirside.serve.decisions import Decided
from theirside.serve.fit import AGAINST, Decision, Fit, Match, Reason, Verdict, Weighed
from theirside.serve.pointing import named
from theirside.understand.offer import PointTo

SIGNS = {Verdict.MET: "✓", Verdict.PARTLY: "≈", Verdict.NOT_MET: "✗", Verdict.UNKNOWN: "?"}
HEADINGS: dict[Verdict, Promise] = {
    Verdict.NOT_MET: gettext_lazy("What we can't do for them"),
    Verdict.PARTLY: gettext_lazy("What we can do in part"),
    Verdict.MET: gettext_lazy("What we can do for them"),
    Verdict.UNKNOWN: gettext_lazy("What we don't know yet"),
}
NAMES: dict[Decision, Promise] = {
    Decision.FIT: gettext_lazy("Fit"),
    Decision.NOT_NOW: gettext_lazy("Not now"),
    Decision.NOT_US: gettext_lazy("Not us"),
}
FIRST = 4


@dataclass(frozen=True, slots=True)
class ShownNeed:
    """One need in their words, with the lines of the offer that touch it."""

    sign: str
    verdict: str
    words: str
    facet: str
    whose: str
    quote: ShownQuote
    ours: tuple[str, ...]
    against: tuple[str, ...]
    why: str
    places: tuple[str, ...]
    ask: str


@dataclass(frozen=True, slots=True)
class Group:
    """Needs of one verdict: the first few, then the others."""

    id: str
    heading: str
    needs: tuple[ShownNeed, ...]
    more: tuple[ShownNeed, ...]


@dataclass(frozen=True, slots=True)
class ShownReason:
    """Why it comes to that, with their newest words for it."""

    text: str
    quote: ShownQuote | None


@dataclass(frozen=True, slots=True)
class ShownFit:
    """A fit as a page shows it. ``proposed`` is empty where too little is known."""

    subject: str
    offer: str
    counted: str
    proposed: str
    firm: bool
    look_again: str
    look_again_on: str
    reasons: tuple[ShownReason, ...]
    groups: tuple[Group, ...]
    point_to: tuple[PointTo, ...]


@dataclass(frozen=True, slots=True)
class ShownDecision:
    """A decision as a row: ``link`` leads to the needs behind it."""

    subject: str
    link: str
    short: str
    decision: str
    when: str
    because: str
    pointed_to: str
    look_again: str
    did_right: bool


def counted(it: Fit) -> str:
    """Return how many needs there are, and how they stand, in a sentence."""
    if not it.needs:
        return _("They have told us of no goal, pain, criterion or constraint yet.")
    words = {
        Verdict.MET: _("met"),
        Verdict.PARTLY: _("met in part"),
        Verdict.NOT_MET: _("not met"),
        Verdict.UNKNOWN: _("not known"),
    }
    parts = [f"{it.count(each)} {words[each]}" for each in Verdict if it.count(each)]
    needs = ngettext("%(n)s need", "%(n)s needs", len(it.needs)) % {"n": len(it.needs)}
    return f"{needs}: {', '.join(parts)}."


def shown(it: Fit, talks: Mapping[str, Conversation]) -> ShownFit:
    """Return a fit as a page shows it."""
    proposal = it.proposal
    several = len({each.need.person for each in it.needs}) > 1
    places = named(it.point_to)

    def one(each: Weighed) -> ShownNeed:
        return _need(each, talks, places.get(each.need.id, ()), several=several)

    waits = [one(each) for each in it.needs if each.waits]
    groups = [_group("waits", _("What is in the way now"), waits)]
    for verdict, heading in HEADINGS.items():
        found = [one(e) for e in it.needs if e.verdict is verdict and not e.waits]
        groups.append(_group(verdict.name.casefold(), str(heading), found))
    return ShownFit(
        it.subject,
        it.offer,
        counted(it),
        str(NAMES[proposal.decision]) if proposal.decision else "",
        proposal.firm,
        day(proposal.look_again),
        proposal.look_again.isoformat() if proposal.look_again else "",
        tuple(_reasons(proposal.reasons, talks)),
        tuple(each for each in groups if each.needs),
        tuple(each.to for each in it.point_to),
    )


def _group(name: str, heading: str, needs: Sequence[ShownNeed]) -> Group:
    return Group(name, heading, tuple(needs[:FIRST]), tuple(needs[FIRST:]))


def _need(
    each: Weighed, talks: Mapping[str, Conversation], places: tuple[str, ...], *, several: bool
) -> ShownNeed:
    need = each.need
    is_said = any(match.words for match in each.matches)
    whose = [need.person] if several else []
    whose += [] if need.own else [_("they tell it of somebody else")]
    return ShownNeed(
        SIGNS[each.verdict],
        str(each.verdict),
        need.statement,
        worded(need.facet),
        ", ".join(whose),
        quote(need.evidence[-1], talks),
        tuple(_line(match) for match in each.matches if match.line.kind not in AGAINST),
        tuple(_line(match) for match in each.matches if match.line.kind in AGAINST),
        "" if is_said and each.verdict is not Verdict.PARTLY else worded(each.why),
        places,
        each.ask,
    )


def _line(match: Match) -> str:
    if match.words:
        words = ", ".join(f"“{word}”" for word in match.words)
        return _("%(line)s (by %(words)s)") % {"line": match.line.statement, "words": words}
    if match.likeness:
        return _("%(line)s (by meaning only)") % {"line": match.line.statement}
    return match.line.statement


def _reasons(reasons: Sequence[Reason], talks: Mapping[str, Conversation]) -> list[ShownReason]:
    """Return the reasons; words that stand beneath the one before are not said again."""
    found, told = [], None
    for each in reasons:
        newest = each.evidence[-1] if each.evidence else None
        found.append(
            ShownReason(each.text, quote(newest, talks) if newest not in (None, told) else None)
        )
        told = newest
    return found


def decision_shown(each: Decided) -> ShownDecision:
    """Return a decision as a row of the board."""
    one = each.people[0] if len(each.people) == 1 else ""
    link = reverse("fit", args=[one]) if one else _about(each.subject, "fit_about")
    short = reverse("fit_short", args=[one]) if one else ""
    return ShownDecision(
        each.subject,
        link,
        short,
        str(NAMES[each.decision]),
        day(each.at),
        each.because,
        each.pointed_to,
        day(each.look_again),
        each.did_right,
    )


def _about(subject: str, name: str) -> str:
    return f"{reverse(name)}?{urlencode({'about': subject})}"
