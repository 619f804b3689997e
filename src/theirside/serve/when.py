"""When to come back, from their words: the first day on which it is time, or what has to happen.

Unlike a promise's day (``theirside.reader.due``), by which a thing is done, this is a day before
which one keeps still. So "after the summer" begins when it is over, "not before Q3" with its first
day, and "after the audit in March" in April, as nobody knows on which day of March it is. What is
named as an event only stays one: somebody has to ask.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from theirside.reader.due import due
from theirside.understand.phrases import plain

NEW_YEAR = 7
"""The day of January from which "in the new year" is meant: the first week is left alone."""
_LATE = 10
"""The month from which "the holidays" are those at the end of the year."""
_MONTHS = (
    "january february march april may june july august september october november december"
).split(" ")
_MONTH = (
    r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|"
    r"december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
    r"(?:(?<!may)|(?<=of may)|(?! (?:i|we|be|have|not)\b))"
)
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_NUMBERS = dict(zip("one two three four five six".split(), range(1, 7), strict=True)) | {
    "a": 1,
    "an": 1,
    "a couple of": 2,
    "a few": 3,
}
_HOUR = re.compile(
    r"^(?:noon|lunch|work|school|(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|"
    r"twelve)(?:[:.]\d\d)?(?: ?(?:am|pm|a\.m\.|p\.m\.|o'clock|in the (?:morning|evening)))?)"
    r"(?=$|[\s,.;!?])(?! (?:days?|weeks?|months?|of|january|february|march|april|may|"
    r"june|july|august|september|october|november|december))",
    re.IGNORECASE,
)
"""An hour: "no calls before ten" is how they like it every day, and no day to come back on."""
_CONNECTOR = re.compile(
    r"\b(?P<how>not before|before|after|until|till|'til|once|as soon as|when|not in|not at|in|at|"
    r"from|on|by|this|next|for)\b(?:,| the| our| my)*\s*|(?=\b(?:mid|early|late)[- ])",
    re.IGNORECASE,
)
_AFTERWARDS = frozenset({"after"})
_CLAUSE = frozenset({"once", "as soon as", "when"})
_UNTIL = frozenset({"until", "till", "'til", "before", "not before"})
_EVENT = re.compile(
    r"\b(?:after|once|as soon as|until|till|before|when) (?P<event>(?:the|our|my|his|her|their|"
    r"your|this|we|i|he|she|they|it|that|[A-Z]\w+)(?:'s)? [^.,;:!?–—]{2,60})",
    re.IGNORECASE,
)
_CUT = re.compile(
    r" (?:and|so|but|then|because|in (?:the )?(?:\w+ )?(?:week|end|middle|beginning)|"
    rf"(?:in|on|at) (?:early |mid |late |the )*{_MONTH.replace('?P<month>', '?:')}).*$",
    re.IGNORECASE,
)
_IDLE = re.compile(
    r"^you\b|^(?:i|we|he|she|they|it|that|this)\b(?! (?:have|has|had|am|are|is|get|gets|move|moves|"
    r"hire|hires|know|knows|finish|start|decide|close|meet|hear|see)\b)",
    re.IGNORECASE,
)
Period = tuple[date, date]


@dataclass(frozen=True, slots=True)
class When:
    """``on``: the first day on which it is time, if it is known; ``event``: what comes first.

    At least one of them is there.
    """

    on: date | None
    event: str = ""


def when_in(text: str, said: date | None) -> When | None:
    """Return when a sentence, said on a day, asks us to come back; None where it names nothing."""
    words = plain(text).replace("’", "'")
    event = event_in(words)
    if said is None:
        return When(None, event) if event else None
    matches = list(_CONNECTOR.finditer(words))
    matches.sort(key=lambda each: (each["how"] or "").casefold() in ("not in", "not at"))
    for match in matches:
        how, rest = (match["how"] or "in").casefold(), words[match.end() :]
        if _HOUR.match(rest):
            continue
        whole = words[match.end("how") :] if match["how"] else rest
        on = _after_event(how, rest, said) or _resolved(how, whole.lstrip(" ,"), rest, said)
        if on is not None and on > said:
            return When(on, event)
    return When(None, event) if event else None


def event_in(words: str) -> str:
    """Return what has to happen first, in their words; "" where they name none."""
    for match in _EVENT.finditer(words):
        event = _CUT.sub("", match["event"]).strip()
        if _HOUR.match(event) or _IDLE.match(event) or len(event.split()) < 2 or _is_time(event):
            continue
        return event
    return ""


def _is_time(event: str) -> bool:
    bare = re.sub(r"^(?:the|this|our|my|your) ", "", event, flags=re.IGNORECASE)
    found = _period(bare, date(2001, 1, 1))
    return found is not None or due(f"by {event}", 0, date(2001, 1, 1)) is not None


def _after_event(how: str, rest: str, said: date) -> date | None:
    """Return the day after the time in which an event lies: "until the audit in March"."""
    if how not in _AFTERWARDS | _CLAUSE | _UNTIL:
        return None
    match = re.match(
        r"(?P<event>(?:[\w'-]+ ){1,4}?)(?:in|at|on) (?P<time>.+)", rest, flags=re.IGNORECASE
    )
    if (
        match is None
        or _period(rest, said) is not None
        or re.match(r"(?:mid|end|early|late)", rest)
    ):
        return None
    found = _period(re.sub(r"^the ", "", match["time"]), said)
    if found is not None:
        return found[1] + timedelta(days=1)
    day = due(f"by {match['time']}", 0, said)
    if day is None or how in _CLAUSE:
        return day
    return day + timedelta(days=1)


def _resolved(how: str, whole: str, rest: str, said: date) -> date | None:
    """Return the day that a time phrase means; ``whole`` has its article, ``rest`` has not."""
    if how in ("this", "next"):
        rest = f"{how} {rest}"
    found = _period(rest, said)
    if found is not None:
        first, last = found
        if how in _AFTERWARDS or how in ("this", "not in", "not at", "for") or _is_end(rest):
            return last + timedelta(days=1)
        return first if first > said else None
    if how in ("in", "this", "next", "for"):
        return due(f"{how} {whole}", 0, said)
    day = due(f"by {re.split(r'[,(]', whole)[0]}", 0, said)
    return day + timedelta(days=1) if day is not None and how in _AFTERWARDS else day


def _is_end(rest: str) -> bool:
    return re.match(r"(?:the )?end of", rest, re.IGNORECASE) is not None


def _period(rest: str, said: date) -> Period | None:
    """Return the first and the last day of the period that a text begins with."""
    for pattern, resolve in _PERIODS:
        match = re.match(rf"(?:the )?(?:{pattern})", rest, re.IGNORECASE)
        found = resolve(said, match) if match is not None else None
        if found is not None:
            return found
    return None


def _span(first: date, months: int) -> Period:
    from dateutil.relativedelta import relativedelta

    return first, first + relativedelta(months=months) - timedelta(days=1)


def _of_month(said: date, match: re.Match[str]) -> Period:
    name = match["month"].casefold()[:3]
    month = next(i for i, each in enumerate(_MONTHS, 1) if each.startswith(name))
    year = int(match["year"]) if match["year"] else said.year + (month < said.month)
    first, last = _span(date(year, month, 1), 1)
    part = (match["part"] or "").casefold()
    if part.startswith(("mid", "the middle")):
        return first.replace(day=15), last
    if part.startswith(("end", "the end", "late")):
        return first.replace(day=25), last
    if part.startswith(("early", "beginning", "the beginning")):
        return first, first.replace(day=10)
    return first, last


def _of_season(said: date, match: re.Match[str]) -> Period:
    month = _SEASONS[match["season"].casefold()]
    year = said.year + (said.month > (month + 2 if month < 12 else 12))
    first, last = _span(date(year, month, 1), 3)
    if "next" in match[0].casefold() and first.year == said.year and said >= first:
        return _span(date(year + 1, month, 1), 3)
    return first, last


def _of_quarter(said: date, match: re.Match[str]) -> Period:
    number = int(match["quarter"])
    year = int(match["qyear"]) if match["qyear"] else said.year
    first, last = _span(date(year, 3 * number - 2, 1), 3)
    if not match["qyear"] and last < said:
        return _span(date(year + 1, 3 * number - 2, 1), 3)
    return first, last


def _of_half(said: date, match: re.Match[str]) -> Period:
    second = (match["half"] or match["h"]).casefold() in ("second", "2")
    first, last = _span(date(said.year, 7 if second else 1, 1), 6)
    return (first, last) if last >= said else _span(first.replace(year=said.year + 1), 6)


def _of_unit(said: date, match: re.Match[str]) -> Period:
    from dateutil.relativedelta import relativedelta

    unit, ahead = match["unit"].casefold(), match["which"].casefold() == "next"
    if unit == "week":
        monday = said - timedelta(days=said.weekday()) + timedelta(weeks=int(ahead))
        return monday, monday + timedelta(days=6)
    if unit == "month":
        return _span(said.replace(day=1) + relativedelta(months=int(ahead)), 1)
    if unit == "quarter":
        first = date(said.year, (said.month - 1) // 3 * 3 + 1, 1)
        return _span(first + relativedelta(months=3 * ahead), 3)
    return _span(date(said.year + ahead, 1, 1), 12)


def _of_year(_: date, match: re.Match[str]) -> Period:
    return _span(date(int(match["year"]), 1, 1), 12)


def _new_year(said: date, _: re.Match[str]) -> Period:
    return date(said.year + 1, 1, NEW_YEAR), date(said.year + 1, 1, 31)


def _holidays(said: date, match: re.Match[str]) -> Period | None:
    """Return the holidays at the end of the year; which others they mean, nobody can tell."""
    return _christmas(said, match) if said.month >= _LATE else None


def _christmas(said: date, _: re.Match[str]) -> Period:
    year = said.year if said <= date(said.year, 12, 24) else said.year + 1
    return date(year, 12, 20), date(year + 1, 1, NEW_YEAR - 1)


def _easter(said: date, _: re.Match[str]) -> Period:
    from dateutil.easter import easter

    day = next(each for y in (said.year, said.year + 1) if (each := easter(y)) >= said)
    return day - timedelta(days=3), day + timedelta(days=1)


def _ahead(said: date, match: re.Match[str]) -> Period:
    from dateutil.relativedelta import relativedelta

    count = match["count"].casefold()
    number = int(count) if count.isdigit() else _NUMBERS[count]
    unit = match["units"].casefold()
    steps = {"day": {"days": number}, "week": {"weeks": number}, "month": {"months": number}}
    day = said + relativedelta(**steps.get(unit, {"years": number}))  # type: ignore[arg-type]
    return day, day


_PERIODS: list[tuple[str, Callable[[date, re.Match[str]], Period | None]]] = [
    (
        r"(?P<count>\d{1,2}|a couple of|a few|an?|one|two|three|four|five|six) "
        r"(?P<units>day|week|month|year)s?\b(?:'?s? time)?",
        _ahead,
    ),
    (r"(?P<which>next|this) (?:\w+ )?(?P<unit>week|month|quarter|year)\b", _of_unit),
    (r"(?:next |this )?(?P<season>spring|summer|autumn|fall|winter)\b", _of_season),
    (r"q(?P<quarter>[1-4])\b(?: (?:of )?(?P<qyear>20\d\d))?", _of_quarter),
    (r"(?P<half>first|second) half of (?:the|this|next) year|h(?P<h>[12])\b", _of_half),
    (r"new year\b(?! ?'?s eve)", _new_year),
    (r"(?:christmas|xmas)\b(?: holidays| break)?", _christmas),
    (r"holidays\b", _holidays),
    (r"easter\b(?: holidays| break)?", _easter),
    (
        r"(?:next |this )?(?P<part>early |mid[- ]|late |(?:the )?(?:end|middle|beginning|start) "
        rf"of )?{_MONTH}(?! \d{{1,2}}(?!\d))(?:,? (?P<year>20\d\d))?",
        _of_month,
    ),
    (r"(?P<year>20\d\d)\b(?!-)", _of_year),
]
