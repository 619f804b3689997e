"""The account that every import gives: what was found, kept and skipped, and why.

"Synced" that hides missing mails is the complaint people have about every tool of this kind; so
the numbers always add up: ``found == kept + len(skipped)``.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Skipped:
    """One item that was not kept. ``reason`` is one of few, so that reasons can be counted."""

    item: str
    reason: str


@dataclass(slots=True)
class Report:
    """Counts of items: a mail, a chat message, a transcript, a row, an address card."""

    kept: int = 0
    skipped: list[Skipped] = field(default_factory=list)
    kept_by_format: Counter[str] = field(default_factory=Counter)
    notes: list[str] = field(default_factory=list)
    """Things worth knowing that cost no item ("dates read as day/month")."""

    @property
    def found(self) -> int:
        """How many items were seen."""
        return self.kept + len(self.skipped)

    def keep(self, format_name: str, items: int = 1) -> None:
        """Count ``items`` more as kept."""
        self.kept += items
        self.kept_by_format[format_name] += items

    def take_back(self, format_name: str, item: str, reason: str, items: int = 1) -> None:
        """Count ``items`` that were kept as skipped after all, all of them named ``item``."""
        self.keep(format_name, -items)
        for _ in range(items):
            self.skip(item, reason)

    def skip(self, item: str, reason: str) -> None:
        """Record an item that was not kept, and why."""
        self.skipped.append(Skipped(item, reason))

    def reasons(self) -> dict[str, int]:
        """Return how many items were skipped for each reason, the most frequent first."""
        return dict(Counter(entry.reason for entry in self.skipped).most_common())
