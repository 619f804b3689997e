"""Referrals as they stand in a terminal: thanks owed first, then received, then given."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from theirside.cli.measured_rows import cell
from theirside.cli.printing import NO_BREAK, day, heading, one_line, paragraph, where
from theirside.ledger_words import recommendation
from theirside.serve.ledger.referral import Referral

if TYPE_CHECKING:
    from theirside.app.referrals import Referrals

NAMES = (
    "by",
    "by_id",
    "whom",
    "whom_id",
    "to",
    "to_id",
    "on",
    "text",
    "typed",
    "owes_thanks",
    "id",
)


def print_referrals(it: Referrals, *, owed: bool = False) -> None:
    """Print referrals, the newest first; with ``owed`` only those that thanks are owed for."""
    if not it.found:
        paragraph(
            "No referral was found, in neither direction. Add what no talk shows: theirside "
            'ledger add NAME gift "what happened" --kind referral --by theirs --named NAME'
        )
        return
    if owed and not it.owed:
        paragraph("No thanks are owed, that we know of.")
    _section("Thanks owed", it.owed, it)
    if owed:
        return
    _section("We were recommended", [e for e in it.received if not e.owes_thanks], it)
    _section("We recommended", it.given, it)


def _section(title: str, found: Sequence[Referral], it: Referrals) -> None:
    if not found:
        return
    heading(title)
    for each in reversed(found):
        paragraph(f"  {recommendation(each)}", hang=4)
        words = one_line(each.text)
        if words:
            paragraph(words if each.typed else f"“{words}”", indent=4, hang=1)
        _dim(_beneath(each, it))
        if each.thanks is not None:
            place = where(each.thanks, it.conversations.get(each.thanks.conversation))
            _dim(f"thanked: “{one_line(each.thanks.text)}” · {place}")


def _beneath(each: Referral, it: Referrals) -> str:
    parts = []
    if each.evidence:
        place = each.evidence[0]
        parts.append(where(place, it.conversations.get(place.conversation)))
    else:
        parts.append(f"{'added by hand' if each.id else 'decided on a fit'}, {day(each.on)}")
    if each.thanked:
        parts.append("you thanked for it")
    told = " · ".join(parts)
    return f"{told}{NO_BREAK}·{NO_BREAK}{each.id}" if each.id else told


def _dim(text: str) -> None:
    paragraph(text, style="dim", indent=4, hang=2)


def print_csv(found: Iterable[Referral]) -> None:
    """Print a row for each referral."""
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(NAMES)
    for each in found:
        values = (
            each.by.name,
            each.by.person,
            each.whom.name,
            each.whom.person,
            each.to.name,
            each.to.person,
            each.on.isoformat() if each.on is not None else None,
            one_line(each.text),
            int(each.typed),
            int(each.owes_thanks),
            each.id,
        )
        out.writerow([cell(value) for value in values])
