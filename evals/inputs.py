"""Everything in a folder goes in, the accounts add up, and every quote stands at its place.

    python evals/inputs.py FOLDER [--us DOMAIN|ADDRESS|NAME]…

Each file of the folder is read on its own, then everything at once. So that people and their quotes
come about without anybody's settings, of each conversation the speaker who says least is taken for
ours and everybody else for theirs. Prints a row a folder: files, items found, kept and skipped,
files that raised anything, people, quotes and how many of them do not stand.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from theirside.conversation import Conversation, Side, Speaker
from theirside.evidence import Quote
from theirside.intake.load import Intake
from theirside.understand import understand
from theirside.understand.understanding import Understanding


@dataclass
class Row:
    """What became of one folder's files."""

    files: int = 0
    found: int = 0
    kept: int = 0
    skipped: int = 0
    failed: list[str] = field(default_factory=list)
    reasons: Counter[str] = field(default_factory=Counter)


def read_alone(path: Path, row: Row) -> None:
    """Read one file and add its account to the row."""
    row.files += 1
    intake = Intake([path])
    try:
        for _ in intake:
            pass
    except Exception as error:  # noqa: BLE001 (that nothing escapes is what is measured)
        row.failed.append(f"{path}: {type(error).__name__}: {error}")
    report = intake.report
    row.found += report.found
    row.kept += report.kept
    row.skipped += len(report.skipped)
    row.reasons.update(report.reasons())
    if report.found == 0 and not intake.contacts:
        row.failed.append(f"{path}: nothing was found and nothing was said about it")


def with_guessed_sides(talk: Conversation) -> Conversation:
    """Return the talk with its quietest speaker as ours, everybody else as theirs."""
    words = Counter[Speaker]()
    for turn in talk.turns:
        words[turn.speaker] += len(turn.text.split())
    ours = min(words, key=lambda who: (words[who], who.label)) if len(words) > 1 else None
    sides = {who: Side.OURS if who == ours else Side.THEIRS for who in words}
    turns = tuple(
        replace(turn, speaker=replace(turn.speaker, side=sides[turn.speaker]))
        for turn in talk.turns
    )
    return replace(talk, turns=turns)


def quotes_of(understanding: Understanding) -> Iterator[Quote]:
    """Yield every quote of an understanding."""
    parts: Iterable[Iterable[Quote]] = (
        *(each.evidence for each in understanding.observations),
        *(each.evidence for each in understanding.questions),
        *(each.evidence for each in understanding.misbeliefs),
        *(each.evidence for each in understanding.holes),
        *(each.evidence for each in understanding.promises),
        *((*each.evidence, *each.answer) for each in understanding.pushback),
        understanding.unanswered,
    )
    for part in parts:
        yield from part


def main() -> int:
    """Print the table; the exit code is 1 when anything failed or a quote does not stand."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    rows: dict[str, Row] = {}
    for path in sorted(each for each in folder.rglob("*") if each.is_file()):
        part = path.relative_to(folder).parent
        read_alone(path, rows.setdefault(str(part), Row()))
    print(f"{'folder':<34}{'files':>6}{'found':>8}{'kept':>8}{'skipped':>9}{'failed':>8}")
    for name, row in rows.items():
        print(
            f"{name:<34}{row.files:>6}{row.found:>8}{row.kept:>8}{row.skipped:>9}"
            f"{len(row.failed):>8}"
        )
    adds_up = all(row.found == row.kept + row.skipped for row in rows.values())
    print(f"\nfound = kept + skipped in every row: {adds_up}")
    for row in rows.values():
        for failure in row.failed:
            print("  " + failure)
    reasons = sum((row.reasons for row in rows.values()), Counter[str]())
    for reason, count in reasons.most_common():
        print(f"  {count:>6} × {reason}")

    intake = Intake([folder])
    talks = [with_guessed_sides(each) for each in intake]
    by_id = {talk.id: talk for talk in talks}
    people = understand(talks)
    quotes = [quote for each in people for quote in quotes_of(each)]
    fallen = [quote for quote in quotes if not quote.stands_in(by_id[quote.conversation])]
    report = intake.report
    print(
        f"\nall at once: {report.found} found = {report.kept} kept + {len(report.skipped)} "
        "skipped; "
        f"{len(talks)} conversations, {len(people)} people, {len(quotes)} quotes, "
        f"{len(fallen)} of them not at their place"
    )
    failed = any(row.failed for row in rows.values()) or not adds_up or fallen
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
