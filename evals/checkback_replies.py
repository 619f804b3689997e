"""Is every answer to a check-back found under its statement, whatever mail program sent it?

    python -m evals.checkback_replies [--all]

Takes a page with five statements through every form in ``checkback_forms``, every way of answering
(``STYLES``) and every one of the words below, as whole mails through the real intake. An answer is
*right*, *asked* (handed back, nothing guessed), *lost* (neither) or *wrong*: another verdict than
was given, words that are not theirs, or a verdict where none was given. ``--all`` prints every
reply in which something was wrong or lost.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from evals.checkback_forms import FORMS, Form, Lines, mail
from theirside.intake.mail.body import read_body
from theirside.intake.mail.reply import split
from theirside.serve.checkback.as_mail import as_mail
from theirside.serve.checkback.replies import read_reply
from theirside.serve.checkback.statement import Page, Reply, Section, Sent, Statement, Verdict
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

_STATED = (
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
            for number, (section, words, quoted) in enumerate(_STATED, start=1)
        ),
        asked=("What happens when a driver loses the phone?",),
        owed=("I'll send you the list on Monday.",),
        unknown=("What would you like to be able to say a year from now?",),
    )


Given = Mapping[int, tuple[str, Verdict | None, str]]


def given(turn: int) -> Given:
    """Return what is answered in the ``turn``-th reply: one statement of five stays unanswered."""
    left_out = turn % len(_STATED) + 1
    return {
        number: WORDS[(turn + 4 * number) % len(WORDS)]
        for number in range(1, len(_STATED) + 1)
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


@dataclass(slots=True)
class Tally:
    """What became of the answers of a form in a style."""

    counts: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def read(raw: bytes) -> Reply:
    """Read a mail as the command does."""
    made = page()
    _, words = read_body(raw)
    body = split(
        "" if words.only_html else words.text,
        html=words.html,
        sender_name="Dana Whitfield",
        sender_email="dana@fernhill.example",
    )
    kept = {each.number: each.shown for each in made.statements}
    return read_reply(body, Sent(made.code, kept, made.other_lines))


def judge(found: Reply, said: Given) -> Iterator[tuple[str, str]]:
    """Yield what became of every statement's answer, and what is to be told of it."""
    answers = {each.number: (each.verdict, each.text) for each in found.answers}
    for number in range(1, len(_STATED) + 1):
        words, verdict, how = said.get(number, ("", None, ""))
        told = answers.get(number)
        plain = (verdict, how) if verdict else None
        note = f"{number}: {words!r} → {told}"
        asked = any(_same(words, each.text) for each in found.unclear)
        if told is not None:
            yield ("right" if told == plain else "wrong"), note
        elif words:
            yield ("asked" if asked else "lost"), note


def _same(words: str, text: str) -> bool:
    return " ".join(words.split()).strip(" .!") in " ".join(text.split())


def tally(form: Form, style: str) -> Tally:
    """Return what becomes of every one of the words under every statement."""
    made = Tally()
    for turn in range(len(WORDS)):
        said = given(turn)
        found = read(reply(form, style, said))
        for what, note in judge(found, said):
            made.counts[what] += 1
            if what in {"wrong", "lost"}:
                made.faults.append(f"{form.name}, {style}, {turn}: {what}: {note}")
            elif what == "asked" and (said[int(note[0])][1] is not None):
                made.counts["asked in vain"] += 1
                made.faults.append(f"{form.name}, {style}, {turn}: asked in vain: {note}")
    return made


def main() -> int:
    """Print a row a form: how many answers are right, asked, lost and wrong."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--all", action="store_true", help="print every fault")
    shown = parser.parse_args().all
    columns = ("right", "asked", "asked in vain", "lost", "wrong")
    print(f"{'form':32}" + "".join(name.rjust(15) for name in columns))
    total: Counter[str] = Counter()
    faults: list[str] = []
    for form in FORMS:
        row: Counter[str] = Counter()
        for style in STYLES:
            done = tally(form, style)
            row += done.counts
            faults += done.faults
        total += row
        print(f"{form.name:32}" + "".join(str(row[name]).rjust(15) for name in columns))
    print(f"{'all':32}" + "".join(str(total[name]).rjust(15) for name in columns))
    if shown:
        print("\n".join(faults))
    return 1 if total["wrong"] or total["lost"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
