"""What a page shows of a ledger: counts in a sentence, then every entry in its own words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils import dateformat
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from theirside.app.ledger import Ledger, Stands
from theirside.app.web.ledger_told import counted, lines_of, since_gift
from theirside.app.web.showing import ShownQuote, day, quote
from theirside.app.web.worded import worded
from theirside.conversation import Conversation
from theirside.serve.ledger.balance import Counts
from theirside.serve.ledger.entry import Column, Entry
from theirside.serve.ledger.kinds import kinds_of, name_of
from theirside.understand.phrases import plain

HEADINGS: dict[tuple[Column, bool], Promise] = {
    (Column.GIFT, True): gettext_lazy("What we gave"),
    (Column.ASK, True): gettext_lazy("What we asked"),
    (Column.GIFT, False): gettext_lazy("What they gave"),
    (Column.ASK, False): gettext_lazy("What they asked"),
}
FIRST = 4
MONTHS = 12


@dataclass(frozen=True, slots=True)
class Row:
    """How it stands with one person: in a sentence, and since our last gift."""

    person: str
    name: str
    counted: str
    since: str
    last: str


@dataclass(frozen=True, slots=True)
class ShownEntry:
    """One gift or ask. ``quote`` is None of what was typed; ``more`` counts further sentences."""

    id: str
    words: str
    typed: bool
    by_us: bool
    kind: str
    kind_name: str
    offered: bool
    named: str
    when: str
    on: str
    weight: str
    quote: ShownQuote | None
    more: int


@dataclass(frozen=True, slots=True)
class Group:
    """The entries of one side and column, the newest first."""

    id: str
    column: str
    heading: str
    entries: tuple[ShownEntry, ...]
    more: tuple[ShownEntry, ...]


@dataclass(frozen=True, slots=True)
class MonthRow:
    """What one month added."""

    name: str
    gave: int
    asked: int
    they_gave: int
    they_asked: int


@dataclass(frozen=True, slots=True)
class ShownLedger:
    """One person's ledger as a page shows it."""

    lines: tuple[str, ...]
    groups: tuple[Group, ...]
    months: tuple[MonthRow, ...]
    struck: tuple[ShownEntry, ...]


def row_shown(each: Stands) -> Row:
    """Return one person's line in the list of everybody."""
    it = each.standing
    since = since_gift(it) if it.asks else ""
    return Row(each.person.id, each.person.name, counted(it.counts), since, day(each.last))


def kinds_shown() -> list[tuple[str, list[tuple[str, str]]]]:
    """Return the kinds of both columns, for a choice: (column's name, (value, name))."""
    names = {Column.GIFT: _("Gift"), Column.ASK: _("Ask")}
    return [
        (names[column], [(each.id, worded(each.name)) for each in kinds_of(column)])
        for column in Column
    ]


def shown(it: Ledger) -> ShownLedger:
    """Return one person's ledger as a page shows it."""
    groups = []
    for number, ((column, by_us), heading) in enumerate(HEADINGS.items()):
        own = [e for e in it.entries if e.column is column and e.by_us is by_us]
        entries = _entries(reversed(own), it.conversations)
        groups.append(
            Group(f"g{number}", str(column), str(heading), entries[:FIRST], entries[FIRST:])
        )
    months = it.months[-MONTHS:] if len(it.months) > 1 else ()
    return ShownLedger(
        tuple(lines_of(it.standing)) if it.entries else (),
        tuple(each for each in groups if each.entries),
        tuple(
            _month(each.first, each.added) for each in reversed(months) if each.added != Counts()
        ),
        _entries(it.struck, it.conversations),
    )


def _month(first: date, added: Counts) -> MonthRow:
    return MonthRow(
        dateformat.format(first, "M Y"), added.gave, added.asked, added.they_gave, added.they_asked
    )


def _entries(entries: Iterable[Entry], talks: Mapping[str, Conversation]) -> tuple[ShownEntry, ...]:
    return tuple(_entry(each, talks) for each in entries)


def _entry(each: Entry, talks: Mapping[str, Conversation]) -> ShownEntry:
    near = [one for one in each.evidence if plain(one.text) == each.text] or list(each.evidence)
    return ShownEntry(
        each.id,
        each.text,
        each.typed,
        each.by_us,
        f"{each.column}.{each.kind}",
        worded(name_of(each.column, each.kind)),
        each.offered,
        each.named,
        day(each.on),
        each.on.isoformat() if each.on else "",
        f"{each.weight:g}" if each.weight is not None else "",
        quote(near[0], talks) if near else None,
        max(0, len(each.evidence) - 1),
    )
