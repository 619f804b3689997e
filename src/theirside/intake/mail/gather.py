"""Letters of all sources to conversations: index the headers, then read thread by thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import TracebackType
from typing import Self

from theirside.conversation import Channel, Conversation, Turn
from theirside.intake.format import Letter, Options
from theirside.intake.mail.automatic import automatic_reason
from theirside.intake.mail.discarded import DELETED, discard_reason
from theirside.intake.mail.envelope import describe, message_id
from theirside.intake.mail.head import Head, split_head
from theirside.intake.mail.index import Index, Place
from theirside.intake.mail.letters import LetterFiles
from theirside.intake.mail.loose import join_loose
from theirside.intake.mail.order import in_order
from theirside.intake.mail.sender import stated_address
from theirside.intake.mail.turns import UNREADABLE, content_key, read_mail
from theirside.intake.report import Report

DUPLICATE = "duplicate"


class Threads:
    """Gathers the letters of all sources, then yields one conversation a thread.

    Every letter is counted in the report. Memory does not grow with the mailbox: the headers'
    index lies on disk, and of the bodies one thread is in memory at a time. Use it in a ``with``.
    """

    def __init__(self, report: Report, options: Options) -> None:
        self._report = report
        self._options = options
        self._index = Index()
        self._files = LetterFiles()

    def __enter__(self) -> Self:
        self._files.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._index.close()
        self._files.__exit__(kind, error, trace)

    def add(self, letter: Letter) -> None:
        """Enter a letter's headers into the index, or skip it with the reason."""
        _enter(letter, self._index, self._files, self._report, self._options)

    def conversations(self) -> Iterator[Conversation]:
        """Yield the threads of all letters that were added."""
        join_loose(self._index)
        for root, places in self._index.threads():
            conversation = _converse(root, in_order(places), self._files, self._report)
            if conversation is not None:
                yield conversation


def gather(letters: Iterable[Letter], report: Report, options: Options) -> Iterator[Conversation]:
    """Thread these letters and yield one conversation a thread; see ``Threads``."""
    with Threads(report, options) as threads:
        for letter in letters:
            threads.add(letter)
        yield from threads.conversations()


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
    reason = _unwanted(head, options)
    if reason:
        report.skip(letter.item, reason)
    elif not index.add(describe(letter, head, key)):
        report.skip(letter.item, DUPLICATE)


def _unwanted(head: Head, options: Options) -> str:
    """Return why a mail is not to be kept, so far as its header tells."""
    discarded = discard_reason(head)
    if options.bulk:
        return discarded if discarded == DELETED else ""
    return discarded or automatic_reason(head, stated_address(head))


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
