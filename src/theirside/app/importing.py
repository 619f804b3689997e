"""One import into the store: read, place, annotate and keep, conversation by conversation.

Each conversation is kept in a transaction of its own, so that whoever interrupts an import keeps
what it did so far, and adding the same again goes on from there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from theirside.app import queries, services
from theirside.app.rows import short
from theirside.app.services import Kept
from theirside.app.swapped import swapped_note
from theirside.conversation import Channel, Conversation
from theirside.intake.format import Options
from theirside.intake.load import Intake
from theirside.intake.report import Report
from theirside.reader import default_reader, reading
from theirside.reader.reader import SeesMeaning

if TYPE_CHECKING:
    from theirside.app.viewing import Viewer
    from theirside.reader import Reader

FORGOTTEN = "with somebody who asked to be forgotten"


@dataclass(slots=True)
class Imported:
    """What an import did: the report of its items, and what became of the conversations."""

    report: Report
    conversations: Counter[Kept] = field(default_factory=Counter)
    contacts: int = 0


def prepare(
    paths: Sequence[str],
    *,
    options: Options | None = None,
    stdin: BinaryIO | None = None,
    under: Path | None = None,
) -> Intake:
    """Return an intake that knows who we are and whose names the store knows.

    ``under`` is a folder whose own path is left out of all names. Raises ``IntakeError`` when it
    is iterated and a path does not exist.
    """
    return Intake(
        paths,
        us=queries.workspace_us(),
        known=queries.known_names(),
        options=options,
        stdin=stdin,
        under=under,
    )


def import_all(
    intake: Intake,
    paths: Sequence[str],
    each: Callable[[Conversation], None] | None = None,
    *,
    who: Viewer | None = None,
    into: int | None = None,
) -> Imported:
    """Keep everything that the intake yields, and the account of it.

    ``each`` is called after every conversation. The account is kept also when the import is
    interrupted; the interruption goes on to the caller. ``who`` holds what comes in; ``into`` is
    the account of an import that was interrupted and goes on, a new one if left out.
    """
    reader = default_reader()
    imported = Imported(intake.report)
    account = services.begin_import(paths, who.member if who else None) if into is None else into
    with services.bringing(account):
        try:
            for conversation in intake:
                imported.conversations[_keep(conversation, reader, intake.report)] += 1
                services.hold_all(conversation, who)
                if each is not None:
                    each(conversation)
        finally:
            services.keep_contacts(intake.contacts)
            imported.contacts = len(intake.contacts)
            services.place_by_names()
            services.record_import(paths, intake.report, account)
    return imported


def _keep(conversation: Conversation, reader: Reader, report: Report) -> Kept:
    if queries.holds(conversation, reader.version):
        return Kept.UNCHANGED
    found = reading(conversation, reader)
    kept = services.keep(conversation, found.annotations, reader.version, found.coded)
    if kept is Kept.FORGOTTEN:
        _take_back(conversation, report)
    elif kept in (Kept.NEW, Kept.EXTENDED):
        _note_swapped(conversation, report)
    return kept


def read_again(on_progress: Callable[[int, int], None] | None = None) -> int:
    """Read what another reader read, or nobody since it changed; return how many conversations.

    What search by meaning lacks is coded, too: what was blotted out or came before there were
    codes. Interrupted, it goes on where it was. ``on_progress`` is told how many of how many are
    done.
    """
    reader = default_reader()
    count = services.reread(reader, on_progress)
    if isinstance(reader, SeesMeaning):
        count += services.code_again(reader.encoder, on_progress)
    return count


def _note_swapped(conversation: Conversation, report: Report) -> None:
    """Note where the sides look exchanged, as the store has them: what was told outranks ours."""
    if conversation.channel is not Channel.MAIL:
        note = swapped_note(queries.conversation(short(conversation.id)).conversation)
        report.notes.extend([note] if note else ())


def _take_back(conversation: Conversation, report: Report) -> None:
    """Count what is not kept, because its person was forgotten, as skipped."""
    one_by_one = conversation.channel in {Channel.MAIL, Channel.CHAT}
    items = len(conversation.turns) if one_by_one else 1
    items = min(items, report.kept_by_format[conversation.format])
    report.take_back(conversation.format, conversation.source, FORGOTTEN, items)
