"""What ``theirside rehearse`` does at a terminal, or with replies from a pipe, one a line."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from theirside.app import queries, rehearsing, services
from theirside.cli.looked_back import looked_back_page, print_inside
from theirside.cli.printing import (
    console,
    count,
    day,
    heading,
    listing,
    one_line,
    paragraph,
    print_json,
    where,
)
from theirside.conversation import Conversation
from theirside.purpose.chairs.data import start
from theirside.purpose.chairs.session import Chair, Exchange, Rehearsal
from theirside.purpose.chairs.state import Line, called
from theirside.purpose.chairs.voice import Plain, Voice
from theirside.understand.understanding import Person

PROMPT = "▸ "
LITTLE = 8
"""Fewer things known of somebody than this are little to rehearse with."""


def begin(
    person: Person, chair: Chair, seed: int | None, seller: str, *, inside: bool, json: bool
) -> None:
    """Begin a rehearsal and play it to its end."""
    known = rehearsing.setting(person, chair, seed=_seed(person, seed), seller=seller)
    if not json:
        _introduce(person, chair, known)
    begun = rehearsing.begin_with(known, person, chair, seed=_seed(person, seed), seller=seller)
    _play(begun, known, inside=inside, json=json)


def _seed(person: Person, seed: int | None) -> int:
    return seed if seed is not None else len(rehearsing.past(person))


def resume(code: str, *, inside: bool, json: bool) -> None:
    """Go on with a kept rehearsal where it stood."""
    found = rehearsing.take_up(code)
    if not json:
        paragraph(f"Rehearsal {found.code} with {found.person.name}, from where it stood.")
        for each in found.exchanges[-2:]:
            _print_reply(each)
            _print_lines(found, each, {})
    _play(found, rehearsing.setting_of(found), inside=inside, json=json, resumed=True)


def _introduce(person: Person, chair: Chair, known: rehearsing.Setting) -> None:
    if chair is Chair.SELLER and known.card is not None:
        paragraph(f"You face {person.name}.", style="head")
        items = len(known.card.items)
        known_of = ", ".join(
            (
                count(items, "thing") + " that they said",
                count(len(known.card.pushback), "pushback"),
                count(len(known.card.questions), "question") + " of theirs",
            )
        )
        paragraph(f"{known_of}. What is not known is said so.", style="dim")
        if items < LITTLE:
            paragraph(
                "That is little: most of what you ask will be answered as not known, and nothing "
                "is made up in its place.",
                style="dim",
            )
        for shift in known.card.shifts:
            paragraph(f"≈ {shift.why}", style="dim", hang=2)
    else:
        paragraph(f"You are {person.name}. The seller talks as you do.", style="head")
        for habit in known.habits:
            counted = f"({habit.count:,.0f} of {habit.of:,.0f})"
            little = "" if habit.measured else ": too little to measure, so it is played evenly"
            mark = " " if habit.measured else "?"
            paragraph(f"{mark} {habit.says} {counted}{little}", hang=4)
    paragraph("A reply a line. Ctrl-D ends it.", style="dim")
    console().print()


def _play(
    rehearsal: Rehearsal,
    known: rehearsing.Setting,
    *,
    inside: bool,
    json: bool,
    resumed: bool = False,
) -> None:
    talks: dict[str, Conversation] = {}
    if not (json or resumed):
        _print_lines(rehearsal, rehearsal.exchanges[-1], talks)
    try:
        for text in _replies(quiet=json):
            if not json and not sys.stdin.isatty():
                paragraph(f"{PROMPT}{one_line(text)}", hang=2)
            rehearsal = rehearsing.go_on(rehearsal, text, known)
            if inside and not json:
                print_inside(rehearsal)
            if not json:
                _print_lines(rehearsal, rehearsal.exchanges[-1], talks)
            if rehearsal.end:
                break
    except KeyboardInterrupt:
        if not json:
            console().print()
    rehearsing.end(rehearsal)
    print_look_back(rehearsal.code, json=json)


def _replies(*, quiet: bool) -> Iterator[str]:
    """Yield what is typed, or comes from a pipe, a reply a line; empty lines are none."""
    asking = sys.stdin.isatty() and not quiet
    while True:
        if asking:
            sys.stdout.write(PROMPT)
            sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            if asking:
                console().print()
            return
        if line.strip():
            yield line.strip()


def _print_reply(exchange: Exchange) -> None:
    if exchange.reply:
        paragraph(f"{PROMPT}{one_line(exchange.reply)}", hang=2)


def _print_lines(rehearsal: Rehearsal, exchange: Exchange, talks: dict[str, Conversation]) -> None:
    """Print what the other chair says, each with where its words are from."""
    voice: Voice = Plain()
    name = called(rehearsal.person) if rehearsal.chair is Chair.SELLER else "Seller"
    for line in exchange.lines:
        said = voice.speak(rehearsal.state, line)
        if line.outside:
            paragraph(f"? {said}", style="gap", hang=2)
            if line.ask:
                paragraph(f"Worth asking: {one_line(line.ask)}", style="gap", indent=2, hang=2)
            continue
        paragraph(f"◂ {name}: {said}", hang=2)
        if line.quote is not None:
            paragraph(_source(line, talks), style="dim", indent=4, hang=2)


def _source(line: Line, talks: dict[str, Conversation]) -> str:
    if line.quote is None:
        return ""
    key = line.quote.conversation
    if key not in talks:
        talks[key] = queries.conversation(key).conversation
    return where(line.quote, talks[key])


def print_look_back(code: str, *, json: bool = False) -> None:
    """Print a rehearsal looked back on."""
    seen = rehearsing.look_back(code)
    if json:
        from theirside import chairs_as_json

        print_json(chairs_as_json.looked_back(seen))
        return
    looked_back_page(seen)
    kept = seen.rehearsal.code
    heading("Kept")
    paragraph(
        f"theirside rehearse --resume {kept}    --look-back {kept}    --erase {kept}", style="dim"
    )


def list_kept(person: Person | None, *, json: bool = False) -> None:
    """Print what is kept: of everybody, or of one person."""
    found = rehearsing.past(person)
    if json:
        from theirside import chairs_as_json

        print_json({"rehearsals": [chairs_as_json.rehearsal(each) for each in found]})
        return
    if not found:
        paragraph("No rehearsal is kept. `theirside rehearse PERSON` begins one.")
        return
    listing(
        (
            (e.code, e.person.name, e.chair, day(e.at), str(e.replies), _how_it_ended(e))
            for e in found
        ),
        ("code", "with", "your chair", "when", "replies", "how it ended"),
    )


def _how_it_ended(rehearsal: Rehearsal) -> str:
    """Return how it ended; of a customer's chair only whether: how it was, its user knows."""
    if not rehearsal.end:
        return "goes on"
    ends = {each.id: each.says for each in start().ends}
    return ends[rehearsal.end] if rehearsal.chair is Chair.SELLER else "over"


def erase(code: str) -> None:
    """Erase a rehearsal for good."""
    found = queries.rehearsal(code)
    services.erase_rehearsal(found.code)
    paragraph(f"Erased: the rehearsal {found.code} with {found.person.name}.")
