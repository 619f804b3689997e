"""The ledger as it stands in a terminal: counts first, then every entry in its own words."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from theirside.cli.measured_rows import cell
from theirside.cli.printing import (
    NO_BREAK,
    count,
    day,
    heading,
    listing,
    one_line,
    paragraph,
    where,
)
from theirside.ledger_words import lines_of
from theirside.serve.ledger.balance import Counts, Month
from theirside.serve.ledger.entry import Column, Entry
from theirside.serve.ledger.kinds import name_of
from theirside.understand.phrases import plain

if TYPE_CHECKING:
    from theirside.app.ledger import Ledger, Stands

SHOWN = 3
MONTHS_SHOWN = 12
EVERYBODY_SHOWN = 30
HEADINGS = {
    (Column.GIFT, True): "What we gave",
    (Column.ASK, True): "What we asked",
    (Column.GIFT, False): "What they gave",
    (Column.ASK, False): "What they asked",
}
NAMES = (
    "person", "person_id", "column", "kind", "by", "on", "text", "offered", "typed", "weight",
    "named", "id", "conversation", "turn", "start", "end",
)  # fmt: skip


class LedgerSheet:
    """Prints one person's ledger."""

    def __init__(self, it: Ledger, *, everything: bool = False) -> None:
        self._it = it
        self._all = everything

    def print(self) -> None:
        """Print how it stands, month by month, and the entries, the newest first."""
        self._head()
        if not self._it.entries:
            paragraph(
                "Nothing yet, on either side, that we found. Add what no talk shows: "
                'theirside ledger add NAME gift "what it was"'
            )
            return
        for line in lines_of(self._it.standing):
            paragraph(line, hang=2)
        self._months()
        for (column, by_us), title in HEADINGS.items():
            own = [e for e in self._it.entries if e.column is column and e.by_us is by_us]
            self._entries(title, own)
        if self._it.struck:
            paragraph("")
            paragraph(f"{len(self._it.struck)} struck out: --struck", style="dim")

    def print_struck(self) -> None:
        """Print what was struck out."""
        self._head()
        if not self._it.struck:
            paragraph("Nothing was struck out.")
            return
        self._entries("Struck out", self._it.struck)

    def _head(self) -> None:
        person = self._it.person
        title = ", ".join(part for part in (person.name, person.role, person.company) if part)
        paragraph(title, style="head", hang=2)

    def _months(self) -> None:
        months = self._it.months
        if len(months) < 2:
            return
        heading("Month by month")
        shown = months if self._all else months[-MONTHS_SHOWN:]
        listing(
            (_month(each) for each in shown),
            ("", "we gave", "we asked", "they gave", "they asked", "so far: gave, asked"),
        )
        if len(shown) < len(months):
            paragraph(f"and {count(len(months) - len(shown), 'month')} before: --all", style="dim")

    def _entries(self, title: str, entries: Sequence[Entry]) -> None:
        if not entries:
            return
        heading(title)
        newest = list(reversed(entries))
        for each in newest if self._all else newest[:SHOWN]:
            quotes = "" if each.typed else "“"
            paragraph(f"  {quotes}{one_line(each.text)}{'”' if quotes else ''}", hang=3)
            paragraph(self._beneath(each), style="dim", indent=4, hang=2)
        if len(newest) > SHOWN and not self._all:
            paragraph(f"and {len(newest) - SHOWN} more: --all", style="dim", indent=4)

    def _beneath(self, each: Entry) -> str:
        kind = name_of(each.column, each.kind) + (", only offered" if each.offered else "")
        parts = [kind, f"to {each.named}" if each.named else ""]
        if each.typed:
            parts.append(f"added by hand, {day(each.on)}")
        else:
            place = next((e for e in each.evidence if plain(e.text) == each.text), each.evidence[0])
            parts.append(where(place, self._it.conversations.get(place.conversation)))
            more = len(each.evidence) - 1
            parts.append(f"and {count(more, 'more sentence')}" if more else "")
        parts.append(f"weight {each.weight:g}" if each.weight is not None else "")
        told = " · ".join(part for part in parts if part)
        return f"{told}{NO_BREAK}·{NO_BREAK}{each.id}"


def print_everybody(every: Sequence[Stands], *, everything: bool = False) -> None:
    """Print a line for each person, those whom we asked most since our last gift first."""
    if not every:
        paragraph("Nothing was given or asked yet, that we found. Bring talks in: theirside add")
        return
    shown = every if everything else every[:EVERYBODY_SHOWN]
    listing(
        map(_row, shown),
        ("", "we gave", "we asked", "they gave", "they asked", "asked since a gift"),
    )
    if len(shown) < len(every):
        more = len(every) - len(shown)
        paragraph(f"and {more} more {'person' if more == 1 else 'people'}: --all", style="dim")


def _row(each: Stands) -> tuple[str, ...]:
    it, counts = each.standing, each.standing.counts
    given = f"since {day(it.last_gift.on)}" if it.last_gift is not None else "no gift yet"
    since = f"{len(it.asks)}, {given}" if it.asks else "·"
    return (each.person.name, *_four(counts), since)


def _four(it: Counts) -> tuple[str, str, str, str]:
    return (str(it.gave), str(it.asked), str(it.they_gave), str(it.they_asked))


def _month(each: Month) -> tuple[str, ...]:
    numbers = (number if number != "0" else "·" for number in _four(each.added))
    return (_name(each.first), *numbers, f"{each.stood.gave}, {each.stood.asked}")


def _name(month: date) -> str:
    return f"{month:%b %Y}"


def print_csv(found: Iterable[Ledger | Stands]) -> None:
    """Print a row for each entry."""
    out = csv.writer(sys.stdout, lineterminator="\n")
    out.writerow(NAMES)
    for ledger in found:
        for each in ledger.entries:
            out.writerow([cell(value) for value in _cells(ledger, each)])


def _cells(ledger: Ledger | Stands, each: Entry) -> tuple[object, ...]:
    place = each.evidence[0] if each.evidence else None
    at = (place.conversation, place.turn, place.start, place.end) if place else (None,) * 4
    return (
        ledger.person.name,
        each.person,
        str(each.column),
        each.kind,
        "ours" if each.by_us else "theirs",
        each.on.isoformat() if each.on is not None else None,
        one_line(each.text),
        int(each.offered),
        int(each.typed),
        each.weight,
        each.named,
        each.id,
        *at,
    )
