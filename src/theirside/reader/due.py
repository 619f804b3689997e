"""The day that a promise names, resolved against the day it was made.

dateparser was left out: half a second to import, no "end of the month" or "before Christmas", and
"by the 2nd" became a February. What is counted on the calendar is left to dateutil; which words
mean which day is decided here, and a phrase that could be several days stays unknown:

- a weekday is the next one after today; "next Friday" is the Friday of next week
- a week is due on its Friday, a month, quarter or year on its last day
- "3/4" and "in a few days" are nobody's guess
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "january february march april may june july august september october november december"
).split(" ")
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten".split(" ")
    )
} | {"a": 1, "an": 1, "a couple of": 2, "the next couple of": 2, "twelve": 12}

_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "tenth": 10, "fifteenth": 15,
    "twentieth": 20, "thirtieth": 30,
}  # fmt: skip

_DAY = r"(?P<day>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?"
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_COUNT = r"(?P<count>\d+|a couple of|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_PERIOD = r"(?P<period>week|month|quarter|year)"

_LEADING = re.compile(
    r"(?:\w+,? )?(?:by|on|before|tomorrow|today|next|this)\b(?! (?:i|we|you|he|she|they)\b)"
    r"(?: (?!i\b|we\b|you\b|he\b|she\b|they\b)[\w.]+){0,4},? ?$",
    re.IGNORECASE,
)
"""A time phrase and nothing else: "By the 14th " before "I'll have an answer"."""

Resolver = Callable[[date, re.Match[str]], date | None]


def due(text: str, start: int, at: date) -> date | None:
    """Return the day by which a promise that begins at ``start`` of the sentence is due."""
    after = text[start:]
    waits = re.search(r"\b(?:after(?! tomorrow)|once|when|as soon as|until|since|if)\b", after)
    found = _first(after[: waits.start()] if waits else after, at)
    if found is None:
        found = _first(text[:start], at) if _LEADING.match(text[:start]) else None
    return found


def _first(text: str, at: date) -> date | None:
    """Return the first day named in the text, one that follows "by" or "before" preferred."""
    found: list[tuple[bool, int, int, Resolver, re.Match[str]]] = []
    for order, (pattern, resolve) in enumerate(_TABLE):
        if match := _pattern(pattern).search(text):
            found.append((not match["by"], match.start(), order, resolve, match))
    for _, _, _, resolve, match in sorted(found, key=lambda each: each[:3]):
        try:
            day = resolve(at, match)
        except (ValueError, OverflowError):
            continue  # "31 February": no such day
        if day is not None:
            return day
    return None


@cache
def _pattern(text: str) -> re.Pattern[str]:
    lead = r"(?<!from )(?<!of )(?P<by>\b(?:by|before|no later than|not later than|until) )?"
    return re.compile(rf"{lead}\b(?:{text})(?!')(?![\w])", re.IGNORECASE)


def _weekday(name: str) -> int:
    return next(index for index, day in enumerate(_DAYS) if day.startswith(name.casefold()[:3]))


def _month(name: str) -> int:
    return next(i for i, month in enumerate(_MONTHS, 1) if month.startswith(name.casefold()[:3]))


def _count(words: str) -> int:
    return int(words) if words.isdigit() else _NUMBERS[words.casefold()]


def _next_weekday(at: date, match: re.Match[str]) -> date:
    day = _weekday(match["day"])
    which = (match["which"] or "").strip().casefold()
    if which in ("next", "next week"):
        return at + timedelta(days=7 - at.weekday() + day)
    ahead = (day - at.weekday()) % 7 or (0 if which == "this" else 7)
    return at + timedelta(days=ahead + (7 if match["later"] else 0))


def _friday(at: date, weeks: int) -> date:
    monday = at - timedelta(days=at.weekday())
    return max(at, monday + timedelta(days=4 + 7 * weeks))


def _end_of(at: date, period: str, ahead: int) -> date:
    from dateutil.relativedelta import relativedelta

    if period == "week":
        return _friday(at, ahead)
    if period == "month":
        return at + relativedelta(months=ahead, day=31)
    if period == "quarter":
        last = (at.month - 1) // 3 * 3 + 3
        return at + relativedelta(month=last, day=1) + relativedelta(months=3 * ahead, day=31)
    return at + relativedelta(years=ahead, month=12, day=31)


def _period(at: date, match: re.Match[str]) -> date | None:
    words = match[0].casefold()
    if words.startswith("early"):
        return None
    return _end_of(at, match["period"].casefold(), 1 if "next" in words else 0)


def _after(at: date, match: re.Match[str]) -> date:
    from dateutil.relativedelta import relativedelta

    count, unit = _count(match["count"]), match["unit"].casefold()
    if unit == "hour":
        return at + timedelta(days=-(-count // 24) if count >= 24 else 0)
    if unit == "fortnight":
        return at + timedelta(weeks=2 * count)
    if unit == "day":
        return at + timedelta(days=count)
    if unit == "week":
        return at + timedelta(weeks=count)
    return at + relativedelta(months=count)


def _day_of_month(at: date, match: re.Match[str]) -> date:
    from dateutil.relativedelta import relativedelta

    number = int(match["number"])
    for ahead in range(13):
        first = at + relativedelta(months=ahead, day=1)
        day = first + relativedelta(day=number)
        if day.day == number and day > at:
            return day
    raise ValueError(number)


def _calendar_day(at: date, match: re.Match[str]) -> date:
    month, number = _month(match["month"]), int(match["number"])
    if match["year"]:
        return date(int(match["year"]), month, number)
    day = date(at.year, month, number)
    return day if day >= at else date(at.year + 1, month, number)


def _ordinal_day(at: date, match: re.Match[str]) -> date:
    month, number = _month(match["month"]), _ORDINALS[match["ordinal"].casefold()]
    day = date(at.year, month, number)
    return day if day >= at else date(at.year + 1, month, number)


def _week_of_month(at: date, match: re.Match[str]) -> date:
    """Return the last of the seven days: before it is over, nobody is late."""
    month, which = _month(match["month"]), match["nth"].casefold()
    year = at.year if month >= at.month else at.year + 1
    if which == "last":
        from dateutil.relativedelta import relativedelta

        return date(year, month, 1) + relativedelta(day=31)
    return date(year, month, 7 * _ORDINALS[which])


def _within_month(at: date, match: re.Match[str]) -> date | None:
    from dateutil.relativedelta import relativedelta

    month = _month(match["month"])
    year = at.year if month >= at.month else at.year + 1
    first = date(year, month, 1)
    part = match["part"].strip().casefold()
    if part.startswith(("mid", "the mid")):
        return first.replace(day=15)
    if part:
        return first + relativedelta(day=31)
    if first < at:
        first = first.replace(year=first.year + 1)
    return first if match["by"] else None


def _holiday(at: date, match: re.Match[str]) -> date:
    from dateutil.easter import easter

    name = match["holiday"].casefold()
    for year in (at.year, at.year + 1):
        if name == "easter":
            day = easter(year) - timedelta(days=1)
        elif name.startswith("new year"):
            day = date(year, 12, 31)
        else:
            day = date(year, 12, 24)
        if day >= at:
            return day
    raise ValueError(name)


_TABLE: list[tuple[str, Resolver]] = [
    (r"(?:the )?day after tomorrow", lambda at, _: at + timedelta(days=2)),
    (r"(?<!after )tomorrow", lambda at, _: at + timedelta(days=1)),
    (
        r"today|tonight|this (?:morning|afternoon|evening)|(?:the )?end of (?:the |my )?day|eod|"
        r"cob|close of business|right away|straight away|immediately",
        lambda at, _: at,
    ),
    (
        rf"(?P<later>a week (?:from|on) )?(?P<which>this |next week |next |){_DAY}"
        rf"(?!,? (?:the )?(?:\d|{_MONTH.replace('?P<month>', '?:')}))(?! week\b)",
        _next_weekday,
    ),
    (rf"(?P<which>){_DAY}(?P<later> week)", _next_weekday),
    (r"(?:the|this) weekend", lambda at, _: at + timedelta(days=6 - at.weekday())),
    (rf"(?:the )?end of (?:the |this |next )?{_PERIOD}", _period),
    (rf"(?:early |late |later )?(?:this|next) {_PERIOD}", _period),
    (r"eow", lambda at, _: _friday(at, 0)),
    (r"eom|month[- ]end", lambda at, _: _end_of(at, "month", 0)),
    (
        rf"(?:in|within) (?:the next |about |the )?{_COUNT} (?:business |working )?"
        r"(?P<unit>hour|day|week|month|fortnight)s?",
        _after,
    ),
    (rf"{_COUNT} (?P<unit>day|week|month|fortnight)s? from (?:now|today)", _after),
    (r"(?P<iso>20\d\d-\d\d-\d\d)", lambda _, match: date.fromisoformat(match["iso"])),
    (
        rf"(?:the )?(?P<number>\d{{1,2}})(?:st|nd|rd|th|\.)? (?:of )?{_MONTH}"
        r"(?:,? (?P<year>20\d\d))?",
        _calendar_day,
    ),
    (
        rf"{_MONTH} (?:the )?(?P<number>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>20\d\d))?",
        _calendar_day,
    ),
    (rf"(?:the )?(?P<ordinal>{'|'.join(_ORDINALS)}) of {_MONTH}", _ordinal_day),
    (
        rf"(?:in )?(?:the )?(?P<nth>first|second|third|fourth|last) week (?:of|in) {_MONTH}",
        _week_of_month,
    ),
    (
        r"the (?P<number>\d{1,2})(?:st|nd|rd|th)"
        rf"(?! (?:of\b|floor|time|grade|street|century|{_MONTH.replace('?P<month>', '?:')}))",
        _day_of_month,
    ),
    (rf"(?P<part>in |(?:the )?end of |mid[- ]|the middle of |){_MONTH}(?! \d)", _within_month),
    (r"(?:for )?(?P<holiday>christmas|xmas|easter|new year(?:'s)?(?: eve)?)", _holiday),
]
