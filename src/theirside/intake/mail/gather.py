"""Letters of all sources to conversations: index the headers, then read thread by thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from theirside.conversation import Channel, Conversation, Turn
from theirside.intake.format import Letter, Options
from theirside.intake.mail.automatic import automatic_reason
from theirside.intake.mail.envelope import describe, message_id
from theirside.intake.mail.head import split_head
from theirside.intake.mail.index import Index, Place
from theirside.intake.mail.letters import LetterFiles
from theirside.intake.mail.loose import join_loose
from theirside.intake.mail.order import in_order
from theirside.intake.mail.sender import sender_of
from theirside.intake.mail.turns import UNREADABLE, content_key, read_mail
from theirside.intake.report import Report

DUPLICATE = "duplicate"


def gather(letters: Iterable[Letter], report: Report, options: Options) -> Iterator[Conversation]:
    """Thread the letters of all sources and yield one conversation a thread.

    Every letter is counted in the report. Memory does not grow with the mailbox: the headers'
    index lies on disk, and of the bodies one thread is in memory at a time.
    """
    index = Index()
    try:
        with LetterFiles() as files:
            for letter in letters:
                _enter(letter, index, files, report, options)
            join_loose(index)
            for root, places in index.threads():
                conversation = _converse(root, in_order(places), files, report)
                if conversation is not None:
                    yield conversation
    finally:
        index.close()


def _enter(
    letter: Letter, index: Index, files: LetterFiles, report: Report, options: Options
) -> None:
    """Index one letter, unless its header tells already that it is not to be kept."""
    try:
        head, _ = split_head(files.head(letter))
        key = message_id(head) or content_key(files.whole(letter))
    except OSError:
        report.skip(letter.item, UNREADABLE)
        return
    reason = "" if options.bulk else automatic_reason(head, sender_of(head).email)
    if reason:
        report.skip(letter.item, reason)
    elif not index.add(describe(letter, head, key)):
        report.skip(letter.item, DUPLICATE)


def _converse(
    root: str, places: list[Place], files: LetterFiles, report: Report
) -> Conversation | None:
    turns: list[Turn] = []
    subject = ""
    for place in places:
        try:
            mail = read_mail(files.whole(place.letter))
        except OSError:
            report.skip(place.letter.item, UNREADABLE)
            continue
        subject = subject or mail.subject
        if mail.turn is None:
            report.skip(place.letter.item, mail.reason)
            continue
        report.keep(place.letter.format)
        turns.append(mail.turn)
    if not turns:
        return None
    first = places[0].letter
    return Conversation(
        f"mail-{root}",
        Channel.MAIL,
        tuple(turns),
        subject,
        next((turn.at for turn in turns if turn.at), None),
        first.source.name,
        first.format,
    )
