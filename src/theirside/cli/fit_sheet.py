"""A fit as it stands in a terminal: their needs, our lines beneath, and what that comes to.

The marks are words too, so that nothing hangs on colour. No percentage stands alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from theirside.cli.printing import (
    count,
    day,
    heading,
    one_line,
    paragraph,
    where,
)
from theirside.conversation import Conversation
from theirside.serve.decisions import Decided
from theirside.serve.fit import AGAINST, Fit, Match, Reason, Verdict, Weighed
from theirside.serve.pointing import named

MARKS = {Verdict.MET: "✓", Verdict.PARTLY: "≈", Verdict.NOT_MET: "✗", Verdict.UNKNOWN: "?"}
HEADINGS = {
    Verdict.NOT_MET: "What we can't do for them",
    Verdict.PARTLY: "What we can do in part",
    Verdict.MET: "What we can do for them",
    Verdict.UNKNOWN: "What we don't know yet",
}
SHOWN = 4


class FitSheet:
    """Prints one fit. ``talks`` are the conversations that the quotes point to."""

    def __init__(
        self,
        fit: Fit,
        talks: Mapping[str, Conversation],
        decided: Sequence[Decided] = (),
        *,
        everything: bool = False,
    ) -> None:
        self._it, self._talks, self._decided, self._all = fit, talks, decided, everything
        self._places = named(fit.point_to)
        self._several = len({each.need.person for each in fit.needs}) > 1

    def print(self) -> None:
        """Print the whole sheet."""
        paragraph(f"{self._it.subject} and {self._it.offer}", style="head", hang=2)
        paragraph(self._counted(), style="dim", hang=2)
        for each in self._decided[-1:]:
            paragraph(decided_line(each), hang=2)
        self._proposal()
        self._needs("What is in the way now", [each for each in self._it.needs if each.waits])
        for verdict, title in HEADINGS.items():
            self._needs(title, self._with(verdict))
        self._point_to()
        if not self._decided:
            paragraph("")
            ask = f'You decide: theirside fit "{self._it.subject}" --decide fit|not-now|not-us'
            paragraph(f"{ask} --because …", style="dim", hang=2)

    def _counted(self) -> str:
        if not self._it.needs:
            return "They have told us of no goal, pain, criterion or constraint yet."
        parts = [f"{self._it.count(each)} {each}" for each in Verdict if self._it.count(each)]
        return f"{count(len(self._it.needs), 'need')}: " + ", ".join(parts)

    def _proposal(self) -> None:
        proposal = self._it.proposal
        heading("What that comes to")
        if proposal.decision is None:
            paragraph(f"  We can't tell yet. {proposal.reasons[0].text}", hang=2)
            return
        how = "" if proposal.firm else " It rests on little: ask before you decide."
        again = f" Look again on {day(proposal.look_again)}." if proposal.look_again else ""
        paragraph(f"  {str(proposal.decision).capitalize()}, as it seems.{how}{again}", hang=2)
        for number, each in enumerate(proposal.reasons):
            told = proposal.reasons[number - 1].evidence if number else ()
            self._reason(each, again=each.evidence == told)

    def _reason(self, each: Reason, *, again: bool) -> None:
        paragraph(f"  {each.text}", indent=2, hang=4)
        if each.evidence and not again:
            quote = each.evidence[-1]
            place = where(quote, self._talks.get(quote.conversation))
            paragraph(f"“{one_line(quote.text)}” · {place}", style="dim", indent=6, hang=2)

    def _with(self, verdict: Verdict) -> list[Weighed]:
        return [each for each in self._it.needs if each.verdict is verdict and not each.waits]

    def _needs(self, title: str, found: Sequence[Weighed]) -> None:
        if not found:
            return
        heading(title)
        for each in found if self._all else found[:SHOWN]:
            self._need(each)
        if len(found) > SHOWN and not self._all:
            paragraph(f"and {len(found) - SHOWN} more: --all", style="dim", indent=4)

    def _need(self, each: Weighed) -> None:
        paragraph(f"{MARKS[each.verdict]} “{one_line(each.need.statement)}”", hang=3)
        who = each.need.person if self._several else ""
        own = "" if each.need.own else "they tell it of somebody else"
        quote = each.need.evidence[-1]
        place = where(quote, self._talks.get(quote.conversation))
        self._dim(" · ".join(part for part in (each.need.facet, who, own, place) if part))
        for match in each.matches:
            self._match(match)
        if not any(match.words for match in each.matches) or each.verdict is Verdict.PARTLY:
            self._dim(each.why)
        for place in self._places.get(each.need.id, ()):
            paragraph(f"→ point them to {place}", indent=4, hang=2)
        if each.ask:
            paragraph(f"ask: {each.ask}", indent=4, hang=2)

    def _match(self, match: Match) -> None:
        words = ", ".join(f"“{word}”" for word in match.words)
        how = f" (by {words})" if words else " (by meaning only)" if match.likeness else ""
        sign = "against us" if match.line.kind in AGAINST else "our line"
        paragraph(f"{sign}: {match.line.statement}{how}", indent=4, hang=2)

    def _point_to(self) -> None:
        if not self._it.point_to:
            return
        heading("Where to point them")
        for each in self._it.point_to:
            parts = (each.to.name, each.to.url)
            paragraph("  " + ", ".join(part for part in parts if part), hang=2)
            for text in (each.to.fits, each.to.why):
                if text:
                    self._dim(text)

    def _dim(self, text: str) -> None:
        paragraph(text, style="dim", indent=4, hang=2)


def decided_line(each: Decided) -> str:
    """Return a decision in one line: what, when, why, where pointed, when to look again."""
    parts = [
        f"{str(each.decision).capitalize()}, decided {day(each.at)}: {one_line(each.because)}",
        f"pointed to {one_line(each.pointed_to)}" if each.pointed_to else "",
        f"look again {day(each.look_again)}" if each.look_again else "",
    ]
    return "; ".join(part for part in parts if part)


def print_decided(each: Decided, places: Sequence[str]) -> None:
    """Print that a decision is kept, and what goes well with it."""
    paragraph(f"✓ kept for {each.subject}. {decided_line(each)}", hang=2)
    if each.did_right:
        paragraph("You told them early and pointed them on. That counts.", hang=2)
    elif each.decision != "fit":
        places = places or ("somebody who can do it",)
        paragraph(
            f"Where could they turn? {' or '.join(places)}: add --pointed-to", style="dim", hang=2
        )


def print_list(last: Sequence[Decided], again: Sequence[Decided], right: int) -> None:
    """Print what was decided, what is to be looked at again first."""
    if not last:
        paragraph("Nothing decided yet. Begin with: theirside fit PERSON")
        return
    if again:
        paragraph("To look at again", style="head")
        for each in again:
            _row(each)
    rest = [each for each in last if each not in again]
    if rest:
        if again:
            paragraph("")
        paragraph("Decided", style="head")
        for each in rest:
            _row(each)
    if right:
        paragraph("")
        times = {1: "once", 2: "twice"}.get(right, f"{right} times")
        paragraph(f"Did right by them {times}: told that we are not for them, and where to turn.")


def _row(each: Decided) -> None:
    paragraph(f"  {each.subject}", hang=2)
    paragraph(decided_line(each), style="dim", indent=4, hang=2)
