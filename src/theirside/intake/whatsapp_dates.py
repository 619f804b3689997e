"""The date and time that begin a WhatsApp message, and whether day or month comes first.

The order is decided by all dates of a file together: a number above 12 can't be a month, and a
chat runs forward in time. Where both readings fit, the punctuation tells which is likelier.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum


class DateOrder(Enum):
    """How a file's dates are read; the value is how that is said in the report."""

    DAY_MONTH = "day/month"
    MONTH_DAY = "month/day"
    DAY_MONTH_LIKELY = "day/month (month/day would fit too)"
    MONTH_DAY_LIKELY = "month/day (day/month would fit too)"
    YEAR_FIRST = "year/month/day"

    @property
    def month_first(self) -> bool:
        """Say whether the month is the first of the three numbers."""
        return self in (DateOrder.MONTH_DAY, DateOrder.MONTH_DAY_LIKELY)


_MARK = "[\u200e\u200f\ufeff]*"
_SPACE = "[ \u00a0\u202f]"
_STAMP = re.compile(
    rf"{_MARK}(?P<open>\[?){_MARK}"
    rf"(?P<a>\d{{1,4}})(?P<mark>[./-]){_SPACE}?(?P<b>\d{{1,2}})(?P=mark){_SPACE}?(?P<c>\d{{1,4}})"
    rf"\.?(?:,|{_SPACE}(?:à|às|um|at|kl\.?|klo))?{_SPACE}+"
    r"(?P<before>上午|下午|오전|오후|午前|午後)?"
    rf"{_SPACE}?(?P<hour>\d{{1,2}})[:.](?P<minute>\d{{2}})(?:[:.](?P<second>\d{{2}}))?"
    rf"(?:{_SPACE}*(?P<half>[AaPp]){_SPACE}?\.?{_SPACE}?[Mm]\b\.?)?(?:{_SPACE}Uhr)?"
    rf"(?:(?P<close>\]){_SPACE}?|{_SPACE}+[-–—]{_SPACE})"
)
_AFTERNOON = ("下午", "오후", "午後")


@dataclass(frozen=True, slots=True)
class Stamp:
    """Three numbers of a date as written, a time of day, and what follows on the line."""

    a: int
    b: int
    c: int
    hour: int
    minute: int
    second: int
    rest: str
    mark: str = "/"
    american: bool = False
    """Written as in the United States: ``1/5/25, 9:03 AM``."""

    @property
    def year_first(self) -> bool:
        """Say whether the first number is the year."""
        return self.a > 31

    def time(self, order: DateOrder) -> datetime | None:
        """Return the time, read in this order, in UTC; ``None`` if there is no such date."""
        if self.year_first:
            year, month, day = self.a, self.b, self.c
        else:
            day, month = (self.b, self.a) if order.month_first else (self.a, self.b)
            year = self.c
        try:
            return datetime(
                year + 2000 if year < 100 else year,
                month,
                day,
                self.hour,
                self.minute,
                self.second,
                tzinfo=UTC,
            )
        except ValueError:
            return None


def stamp(line: str) -> Stamp | None:
    """Return the date and time that a line begins with, or ``None``."""
    match = _STAMP.match(line)
    if match is None or bool(match["open"]) != bool(match["close"]):
        return None
    half = (match["half"] or "").lower()
    hour = int(match["hour"])
    if half or match["before"]:
        hour = (
            hour % 12 + 12 * (half == "p" or match["before"] in _AFTERNOON) if hour <= 12 else hour
        )
    return Stamp(
        a=int(match["a"]),
        b=int(match["b"]),
        c=int(match["c"]),
        hour=hour,
        minute=int(match["minute"]),
        second=int(match["second"] or 0),
        rest=line[match.end() :],
        mark=match["mark"],
        american=(match["half"] or "") in ("A", "P") and not match["a"].startswith("0"),
    )


def decide(stamps: Iterable[Stamp]) -> DateOrder | None:
    """Return the order in which a file's dates are best read; ``None`` if there are none."""
    wrong = {True: 0, False: 0}  # month first?
    back = {True: 0, False: 0}
    last: dict[bool, datetime] = {}
    one: Stamp | None = None
    for one in stamps:
        if one.year_first:
            return DateOrder.YEAR_FIRST
        for order in (DateOrder.MONTH_DAY, DateOrder.DAY_MONTH):
            first = order.month_first
            time = one.time(order)
            if time is None:
                wrong[first] += 1
                continue
            back[first] += first in last and time < last[first]
            last[first] = time
    if one is None:
        return None
    if wrong[True] != wrong[False]:
        return DateOrder.DAY_MONTH if wrong[False] < wrong[True] else DateOrder.MONTH_DAY
    if back[True] != back[False]:
        return DateOrder.DAY_MONTH if back[False] < back[True] else DateOrder.MONTH_DAY
    american = one.american and one.mark == "/"
    return DateOrder.MONTH_DAY_LIKELY if american else DateOrder.DAY_MONTH_LIKELY
