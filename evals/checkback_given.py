"""What is answered to a check-back: the page, every way of answering, every kind of words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace

from evals.checkback_forms import Form, Lines, mail
from theirside.serve.checkback.as_mail import as_mail
from theirside.serve.checkback.statement import Page, Section, Statement, Verdict
from theirside.serve.checkback.tones import tones

STYLES = ("above", "bottom", "between", "under", "label", "behind", "instead")
"""By number above or below the quote; between its lines with or without blank lines; behind the
label; behind the statement itself; instead of the label."""

YES, NOT, DROP = Verdict.YES, Verdict.NOT_QUITE, Verdict.DONT_KEEP
WORDS: tuple[tuple[str, Verdict | None, str], ...] = (
    ("yes", YES, ""),
    ("not quite: a third, and after the audit", NOT, "a third, and after the audit"),
    ("please don't keep this", DROP, ""),
    ("Yes, that's right.", YES, ""),
    ("yes, but only until March", None, ""),
    ("Not quite – the board decides in May.", NOT, "the board decides in May."),
    ("Correct", YES, ""),
    ("Please don’t keep this.", DROP, ""),
    ("what do you mean by that?", None, ""),
    ("No, it's line 2 first.", NOT, "it's line 2 first."),
    ("✓", YES, ""),
    ("delete this one, please", DROP, ""),
    ("no", None, ""),
    ("Spot on!", YES, ""),
    (
        "not quite: it has to be live before the audit in March, and the council of our works has "
        "to have seen it before",
        NOT,
        "it has to be live before the audit in March, and the council of our works has to have "
        "seen it before",
    ),
)
"""What they write, the verdict (None: has to be asked) and how it really is."""

STATED = (
    (Section.MATTERS, "If this slips again you're the one who explains it to the board.", False),
    (Section.MATTERS, "Your goal is to halve the waiting list before the audit in March.", False),
    (Section.MATTERS, "Please no calls before ten, mail me the short version.", True),
    (
        Section.WARY,
        "You would not introduce anything that shows where a driver is, with or without the works "
        "council agreeing to it in writing beforehand.",
        False,
    ),
    (Section.WARY, "You can't bear a second surprise.", False),
)


def page() -> Page:
    """Return the page that is answered."""
    return Page(
        code="7f3a2c91",
        name="Dana",
        signed="Sam Okoro",
        address="sam@lantern.example",
        tone=tones()["warm"],
        statements=tuple(
            Statement(number, section, words, quoted, f"o{number}", "goal", 0.8, ())
            for number, (section, words, quoted) in enumerate(STATED, start=1)
        ),
        asked=("What happens when a driver loses the phone?",),
        owed=("I'll send you the list on Monday.",),
        unknown=("What would you like to be able to say a year from now?",),
    )


Given = Mapping[int, tuple[str, Verdict | None, str]]


def given(turn: int) -> Given:
    """Return what is answered in the ``turn``-th reply: one statement of five stays unanswered."""
    left_out = turn % len(STATED) + 1
    return {
        number: WORDS[(turn + 4 * number) % len(WORDS)]
        for number in range(1, len(STATED) + 1)
        if number != left_out
    }


def reply(form: Form, style: str, said: Given) -> bytes:
    """Return the reply as a whole mail."""
    sent = as_mail(page())
    numbered = [f"{number}: {words}" for number, (words, _, _) in said.items()]
    if style == "above":
        above = "\n".join(("Hi Sam,", "", *numbered, "", "Best,", "Dana"))
        return mail(form, above, [(line, False) for line in sent.splitlines()])
    lines = list(_lower(sent, style, said))
    if style == "bottom":
        lines += [("", True), *((line, True) for line in numbered), ("", True), ("Dana", True)]
        return mail(form, "", lines)
    return mail(form, "Hi Sam, my answers are below.", lines)


def _lower(sent: str, style: str, said: Given) -> Iterator[tuple[str, bool]]:
    number = 0
    for line in sent.splitlines():
        if line.startswith("["):
            number = int(line[1 : line.index("]")])
        words = said[number][0] if number in said else ""
        is_label = line.startswith("Your answer:")
        if not words or style == "bottom" or not (is_label or line.startswith("[")):
            yield line, False
        elif style == "behind":
            yield (line, False) if is_label else (f"{line} {words}", False)
        elif not is_label:
            yield line, False
        elif style == "label":
            yield f"{line}{words}", False
        else:
            yield from _own(line, words, style)


def _own(label: str, words: str, style: str) -> Lines:
    if style == "instead":
        return [(words, True)]
    if style == "under":
        return [(label, False), (words, True)]
    return [(label, False), ("", True), (words, True), ("", True)]


def second_round(form: Form, style: str, said: Given, ours: str, now: str) -> bytes:
    """Return their answer to our answer to their reply: ``ours`` stands under what they left open.

    Everything quoted is plain text; ``now`` is what they write this time, above it all.
    """
    made = replace(form, html=None, hard=False, encoding="8bit", charset="utf-8", flowed=False)
    lines: list[tuple[str, bool]] = []
    for line in _body(reply(made, style, said)):
        found = re.search(r"\[(\d)\]", line)
        lines.append((line, False))
        if found and int(found[1]) not in said:
            lines.append((ours, True))
    back = _body(mail(replace(made, signed=""), "Thank you, Dana!", lines))
    return mail(replace(form, html=None), now, [(line, False) for line in back])


def _body(raw: bytes) -> list[str]:
    return raw.decode().replace("\r\n", "\n").split("\n\n", 1)[1].splitlines()
