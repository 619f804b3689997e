"""A rehearsal looked back on, in a terminal: how it ended, what went on in them, what we did."""

from __future__ import annotations

from theirside.app.moments import Moments
from theirside.care.definition import measures
from theirside.care.told import counts, shown
from theirside.cli.moments import print_moments
from theirside.cli.printing import heading, one_line, paragraph, print_line
from theirside.purpose.chairs.data import acts
from theirside.purpose.chairs.habits import habit_data
from theirside.purpose.chairs.looking_back import Inner, LookedBack, inner_voice
from theirside.purpose.chairs.session import Chair, Rehearsal
from theirside.purpose.chairs.state import called

SHOWN = 60
"""Characters of a reply that stand above what it did."""


def looked_back_page(seen: LookedBack) -> None:
    """Print a rehearsal looked back on."""
    trust, patience = seen.rehearsal.state.trust, seen.rehearsal.state.patience
    if seen.rehearsal.chair is Chair.SELLER:
        heading(seen.ending.says)
        paragraph(f"Trust {trust} of 10, patience {patience} of 10.", style="dim")
    else:
        heading("How was it in that chair?")
        paragraph(
            f"By the rules somebody who begins as a stranger would now stand at trust {trust} of "
            f"10 and patience {patience} of 10. Where you stood, only you know.",
            style="dim",
        )
    _told(seen)
    _inner(seen)
    _acts(seen)
    _played(seen)
    _figures(seen)
    if seen.moments:
        talks = {seen.conversation.id: seen.conversation}
        print_line("")
        print_moments(Moments("Moments", seen.moments, talks))
    if seen.ask:
        heading(f"To ask {called(seen.rehearsal.person)}")
        for each in seen.ask:
            paragraph(f"? {one_line(each)}", hang=2)


def _told(seen: LookedBack) -> None:
    if seen.told:
        heading("What they told you")
        for name, told, known in seen.told:
            print_line(f"  {name:<26} {told} of {known}")


def _inner(seen: LookedBack) -> None:
    if not seen.inner:
        return
    theirs = seen.rehearsal.chair is Chair.SELLER
    title = "What may have gone on in them" if theirs else "What such a talk may do to a customer"
    heading(f"{title} (by rule, our guess)")
    for each in seen.inner:
        said = one_line(each.said)
        short = said if len(said) <= SHOWN else said[:SHOWN].rpartition(" ")[0] + " …"
        paragraph(f"▸ {short}", style="dim", hang=2)
        _one(each)


def print_inside(rehearsal: Rehearsal) -> None:
    """Print what the last exchange did, as one goes."""
    found = inner_voice(rehearsal)
    if found:
        _one(found[-1])


def _one(each: Inner) -> None:
    for thought in (*each.thoughts, *((each.did,) if each.did else ())):
        paragraph(f"≈ {thought}", style="guess", indent=2, hang=2)
    trust, patience = each.stood
    heard = ", ".join(each.heard) or "nothing that moves them"
    moved = f"trust {_step(each.trust)} to {trust}, patience {_step(each.patience)} to {patience}"
    paragraph(f"{heard}: {moved}", style="dim", indent=4, hang=2)


def _step(by: int) -> str:
    return f"{by:+d}" if by else "±0"


def _acts(seen: LookedBack) -> None:
    if seen.acts:
        mine = seen.rehearsal.chair is Chair.SELLER
        heading("What you did" if mine else "What the seller did")
        for act, times in seen.acts:
            print_line(f"  {acts()[act].name:<42} {times}")


def _played(seen: LookedBack) -> None:
    if seen.played:
        heading("Your habits, as they came up")
        kinds = {each.id: each for each in habit_data().kinds}
        for habit, did, times in seen.played:
            print_line(f"  {kinds[habit].name:<42} {did} of {times}")


def _figures(seen: LookedBack) -> None:
    if seen.figures:
        heading("Counted")
        for each in seen.figures:
            value = shown(each.value, each.unit) if each.value is not None else "?"
            print_line(f"  {measures()[each.measure].name:<30} {value:>8}  {counts(each)}")
