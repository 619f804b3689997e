"""``theirside add``: bring conversations in, with an account of what was kept and what was not."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from theirside.cli.options import Bulk, Json, Paths

if TYPE_CHECKING:
    from theirside.conversation import Contact
    from theirside.intake.report import Report

PANEL = "Bring in and take out"


def add(paths: Paths, bulk: Bulk = False, json: Json = False) -> None:
    """Add mail, calls, meetings and chats.

    Adding the same again adds nothing twice. Interrupted, it keeps what it did so far; run it
    again to go on.

    \b
    Examples:
      theirside add Inbox.mbox Sent.mbox calls/
      theirside add slack-export.zip --json
    """
    from theirside.app.store import open_store

    open_store()
    from theirside import as_json
    from theirside.app.importing import Imported, import_all, prepare, read_again
    from theirside.cli.intake import progress_again, progress_of
    from theirside.cli.printing import print_json
    from theirside.intake.format import Options

    intake = prepare(paths, options=Options(bulk=bulk), stdin=sys.stdin.buffer)
    interrupted = False
    try:
        with progress_of(intake, quiet=json) as advance:
            imported = import_all(intake, paths, advance)
        with progress_again(quiet=json) as again:
            read_again(again)
    except KeyboardInterrupt:
        imported, interrupted = Imported(intake.report), True
    if json:
        print_json(as_json.report(imported.report))
    else:
        _tell(imported, interrupted=interrupted)
    if interrupted:
        raise typer.Exit(130)
    if _nothing_was_readable(imported.report, intake.contacts):
        raise typer.Exit(1)


def _nothing_was_readable(report: Report, contacts: Sequence[Contact]) -> bool:
    """Say whether all that was handed over is in formats that nobody knows."""
    from theirside.intake.load import UNKNOWN_FORMAT

    unknown = set(report.reasons()) == {UNKNOWN_FORMAT}
    return unknown and report.kept == 0 and not contacts


def _tell(imported: object, *, interrupted: bool) -> None:
    from theirside.app import queries
    from theirside.app.importing import Imported
    from theirside.app.services import Kept
    from theirside.cli.asking import ask_sides
    from theirside.cli.intake import account
    from theirside.cli.printing import console, paragraph

    assert isinstance(imported, Imported)  # noqa: S101 (imported late for a quick start)
    out = console()
    for line in account(imported.report):
        paragraph(line, hang=6)
    if interrupted:
        out.print("Interrupted. What was done is kept; the same command goes on from here.")
        return
    counts = imported.conversations
    parts = [
        f"{counts[kind]:,} {words}"
        for kind, words in (
            (Kept.NEW, "new"),
            (Kept.EXTENDED, "continued"),
            (Kept.UNCHANGED, "known already"),
        )
        if counts[kind]
    ]
    if imported.contacts:
        parts.append(f"{imported.contacts:,} contacts")
    out.print("Conversations: " + (", ".join(parts) or "none"), markup=False)
    ask_sides(queries.unknown_speakers())
