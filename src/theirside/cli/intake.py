"""Reading what people hand over, with progress while it lasts and the account at its end."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from theirside.cli.printing import harmless
from theirside.conversation import Conversation
from theirside.intake.format import Options
from theirside.intake.load import Intake
from theirside.intake.report import Report
from theirside.intake.us import Us

SKIPS_SHOWN = 3


@contextmanager
def read_in(
    paths: Sequence[str],
    *,
    us: Sequence[str] | None = None,
    bulk: bool = False,
    noting: Callable[[Conversation], str] | None = None,
) -> Iterator[Iterator[Conversation]]:
    """Give the conversations of an import; afterwards its account, if there is more to say.

    That is what was skipped, and what ``noting`` has to say of a conversation, if anything.
    Account and progress go to standard error, because standard output carries the result.
    """
    intake = Intake(
        paths, us=Us.of(*(us or ())), options=Options(bulk=bulk), stdin=sys.stdin.buffer
    )
    with progress_of(intake, quiet=sys.stdout.isatty()) as advance:
        yield _each(intake, advance, noting)
    if intake.report.skipped or intake.report.notes:
        for line in account(intake.report):
            print(harmless(line), file=sys.stderr)


def _each(
    intake: Intake,
    advance: Callable[[Conversation], None],
    noting: Callable[[Conversation], str] | None,
) -> Iterator[Conversation]:
    for conversation in intake:
        yield conversation
        note = noting(conversation) if noting is not None else ""
        intake.report.notes.extend([note] if note else ())
        advance(conversation)


def account(report: Report) -> list[str]:
    """Return an import's account in plain lines: found, kept, skipped and why, with examples."""
    lines = [f"{report.found:,} found, {report.kept:,} kept, {len(report.skipped):,} skipped"]
    for reason, count in report.reasons().items():
        items = [each.item.rpartition("/")[2] for each in report.skipped if each.reason == reason]
        shown = ", ".join(items[:SKIPS_SHOWN]) + (" …" if count > SKIPS_SHOWN else "")
        lines.append(f"  {count:,} × {reason}: {shown}")
    lines.extend(f"  note: {note}" for note in report.notes)
    return lines


@contextmanager
def progress_of(intake: Intake, *, quiet: bool = False) -> Iterator[Callable[[Conversation], None]]:
    """Show on a terminal how far an import has come; give what to call after each conversation."""
    if quiet or not sys.stderr.isatty():
        yield lambda _conversation: None
        return
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TextColumn,
    )

    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(style="dim", complete_style="", finished_style="", pulse_style="dim"),
        TextColumn("{task.completed:,}", style="dim"),
    )
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("reading", total=None)

        def advance(_conversation: Conversation) -> None:
            found = intake.report.found
            progress.update(
                task,
                description=harmless(intake.reading)[-40:],
                completed=found,
                total=max(intake.letters, found) or None,
            )

        yield advance


@contextmanager
def progress_again(*, quiet: bool = False) -> Iterator[Callable[[int, int], None]]:
    """Show on a terminal how far reading again has come; give what to call after each."""
    if quiet or not sys.stderr.isatty():
        yield lambda _done, _of: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(style="dim"), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("reading again", total=None)
        yield lambda done, of: progress.update(task, completed=done, total=of)
