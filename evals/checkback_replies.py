"""Is every answer to a check-back found under its statement, whatever mail program sent it?

    python -m evals.checkback_replies [--all]

Takes a page with five statements through every form in ``checkback_forms``, every way of answering
and every kind of words in ``checkback_given``, as whole mails through the real intake. An answer is
*right*, *asked* (handed back, nothing guessed), *lost* (neither) or *wrong*: another verdict than
was given, words that are not theirs, or a verdict where none was given. ``--all`` prints every
reply in which something was wrong or lost.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from evals.checkback_forms import FORMS, Form
from evals.checkback_given import STATED, STYLES, WORDS, Given, given, page, reply
from theirside.intake.mail.body import read_body
from theirside.intake.mail.reply import split
from theirside.serve.checkback.replies import read_reply
from theirside.serve.checkback.statement import Reply, Sent


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
    for number in range(1, len(STATED) + 1):
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


def tally(form: Form, style: str, turns: Iterable[int] = range(len(WORDS))) -> Tally:
    """Return what becomes of every one of the words under every statement."""
    made = Tally()
    for turn in turns:
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
