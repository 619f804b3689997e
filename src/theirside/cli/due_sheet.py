"""What ``due``, ``promises`` and ``comebacks`` print: a short list, with why and their words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from theirside.app.due import DueList
from theirside.app.promising import OPEN, Patience, Promised
from theirside.cli.printing import count, day, heading, one_line, paragraph, where
from theirside.conversation import Conversation
from theirside.evidence import Quote
from theirside.serve.due import Due, DueKind
from theirside.understand.standing import Standing

MOST = 12
"""Things shown at once: a longer list is read by nobody. ``--all`` shows the rest."""
KIND = {
    DueKind.OUR_PROMISE: "we promised",
    DueKind.THEIR_PROMISE: "they promised",
    DueKind.COME_BACK: "come back",
    DueKind.FIT: "look again",
    DueKind.QUESTION: "they asked",
    DueKind.CHECKBACK: "check-back",
}
Talks = Mapping[str, Conversation]


def print_due(found: DueList, *, everything: bool = False) -> None:
    """Print what is due by time, the first things first; say what is left out."""
    items = found.items if everything else _first(found.items)
    for title, rows in _by_time(items, found):
        heading(title)
        for each in rows:
            _due(each, found.talks)
    if not found.items:
        paragraph(f"Nothing is due up to {day(found.until)}.")
    _print_rest(found, len(found.items) - len(items), everything=everything)


def _first(items: Sequence[Due]) -> list[Due]:
    """Return as many as one reads: of what has a day first, questions and what has none last."""

    def rank(each: Due) -> tuple[bool, bool]:
        return each.on is None, each.kind is DueKind.QUESTION

    kept = sorted(items, key=rank)[:MOST]
    return [each for each in items if each in kept]


def _by_time(items: Iterable[Due], found: DueList) -> list[tuple[str, list[Due]]]:
    groups: dict[str, list[Due]] = {
        "Over its day": [],
        "Today": [],
        f"Up to {day(found.until)}": [],
        "Waiting, without a day": [],
    }
    late, now, soon, without = groups
    for each in items:
        if each.on is None:
            groups[without].append(each)
        elif each.on == found.today:
            groups[now].append(each)
        else:
            groups[late if each.on < found.today else soon].append(each)
    return [(title, rows) for title, rows in groups.items() if rows]


def _due(each: Due, talks: Talks) -> None:
    on = day(each.on) if each.on is not None else "?"
    number = f"  [{each.id}]" if "-" not in each.id else ""
    paragraph(f"{on}  {KIND[each.kind]}: {one_line(each.subject)}{number}", indent=2, hang=4)
    if each.evidence:
        _quote(each.evidence[-1], talks)
    else:
        paragraph(one_line(each.text), indent=4)
    about = each.text if each.kind is DueKind.COME_BACK else ""
    why = "; ".join(part for part in (about, each.why) if part)
    paragraph(why, style="dim", indent=4)
    if each.held:
        paragraph(f"moved, because of quiet: {one_line(each.held)}", style="dim", indent=4)


def _quote(place: Quote, talks: Talks) -> None:
    paragraph(f"“{one_line(place.text)}”", indent=4, hang=1)
    paragraph(where(place, talks.get(place.conversation)), style="dim", indent=4)


def _print_rest(found: DueList, more: int, *, everything: bool) -> None:
    lines = []
    if more:
        lines.append(f"And {more} more: theirside due --all")
    if found.later:
        lines.append(f"{count(found.later, 'thing')} later than {day(found.until)}: --until DATE")
    if found.held:
        names = ", ".join(dict.fromkeys(each.subject for each in found.held))
        lines.append(f"Held back, because they asked for quiet: {names}")
    if lines:
        paragraph("")
    for line in lines:
        paragraph(line, style="dim", hang=2)
    if everything:
        for each in found.held:
            _due(each, found.talks)


def print_promises(found: Sequence[Promised], talks: Talks, *, everything: bool = False) -> None:
    """Print promises: those not kept first, then the last that were; all of them where wanted."""
    unmet = [each for each in found if each.standing in OPEN and (everything or _matters(each))]
    rest = [each for each in found if each.standing not in OPEN]
    _section("Not kept yet, as far as we can see", unmet, talks, everything=everything)
    _section("Kept, or let go", rest, talks, everything=everything, most=5)
    if not found:
        paragraph('No promises found. Note one: theirside promises add PERSON "what" --due DATE')


def _matters(each: Promised) -> bool:
    """Say whether a promise not kept is worth a look: what named no day is let rest in the end."""
    return each.due is not None or each.standing != Standing.FORGOTTEN


def _section(
    title: str, rows: Sequence[Promised], talks: Talks, *, everything: bool, most: int = MOST
) -> None:
    if not rows:
        return
    heading(f"{title} ({len(rows)})")
    shown = rows if everything else rows[:most]
    for each in shown:
        print_promise(each, talks)
    if len(rows) > len(shown):
        paragraph(f"and {len(rows) - len(shown)} more: --all", style="dim", indent=2)


def print_promise(each: Promised, talks: Talks) -> None:
    """Print one promise: how it stands, its words, and the words that kept it."""
    whose = "we to" if each.by_us else "from"
    due = f", due {day(each.due)}" if each.due is not None else ""
    line = f"{each.standing}{due}  {whose} {one_line(each.subject)}  [{each.id}]"
    paragraph(line, indent=2, hang=4)
    paragraph(
        f"“{one_line(each.text)}”" if each.evidence else one_line(each.text), indent=4, hang=1
    )
    if each.evidence:
        place = each.evidence[0]
        paragraph(where(place, talks.get(place.conversation)), style="dim", indent=4)
    if each.kept is not None:
        told = where(each.kept, talks.get(each.kept.conversation))
        shows = {"word": "we see it by", "receipt": "it came", "deed": "done by"}[each.by]
        line = f"{shows}: “{one_line(each.kept.text)}” {told}"
        paragraph(line, style="dim", indent=4, hang=2)
    elif each.by == "hand":
        paragraph(f"marked by hand{f', {day(each.on)}' if each.on else ''}", style="dim", indent=4)


def print_comebacks(found: Sequence[Patience], talks: Talks, *, everything: bool = False) -> None:
    """Print when to come back: what waits, what is due, quiet times; all of them where wanted."""
    over = {"met", "rests", "done", "over"}
    rows = [each for each in found if everything or each.standing not in over]
    for each in rows:
        print_comeback(each, talks)
    if not rows:
        paragraph(
            'Nobody to come back to. Note one: theirside comebacks add PERSON "why" --on DATE'
        )
    left = len(found) - len(rows)
    if left:
        paragraph(f"And {left} that are past: --all", style="dim")


def print_comeback(each: Patience, talks: Talks) -> None:
    """Print one come-back: when, to whom, and why in their words."""
    when = day(each.on) if each.on is not None else "when: ask"
    line = f"{when}  {each.kind}: {one_line(each.subject)}, {each.standing}  [{each.id}]"
    paragraph(line, indent=2, hang=4)
    if each.evidence:
        _quote(each.evidence[-1], talks)
    else:
        paragraph(one_line(each.text), indent=4)
    after = f" First: “{one_line(each.event)}”." if each.event else ""
    paragraph(f"{each.why}{after}", style="dim", indent=4)
    if each.told_over is not None:
        place = each.told_over
        told = f"“{one_line(place.text)}” {where(place, talks.get(place.conversation))}"
        paragraph(f"It has happened: {told}", style="dim", indent=4, hang=2)


def today() -> date:
    """Return the day it is."""
    from django.utils import timezone

    return timezone.localdate()
