"""Letters of all sources to conversations: index the headers, then read thread by thread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import blake2b
from types import TracebackType
from typing import Self

from theirside.conversation import Channel, Conversation, Turn
from theirside.intake.format import Letter, Options
from theirside.intake.mail.automatic import automatic_reason
from theirside.intake.mail.body import read_body
from theirside.intake.mail.envelope import describe, message_id, sent_at
from theirside.intake.mail.head import Head, split_head
from theirside.intake.mail.index import Index, Place
from theirside.intake.mail.letters import LetterFiles
from theirside.intake.mail.reply import split
from theirside.intake.mail.sender import recipients_of, sender_of
from theirside.intake.report import Report


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
        for root, places in self._index.threads():
            conversation = _converse(root, places, self._files, self._report)
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
    try:
        head, _ = split_head(files.head(letter))
        key = message_id(head) or _content_key(files.whole(letter))
    except OSError:
        report.skip(letter.item, "cannot be read")
        return
    reason = "" if options.bulk else automatic_reason(head, sender_of(head).email)
    if reason:
        report.skip(letter.item, reason)
    elif not index.add(describe(letter, head, key)):
        report.skip(letter.item, "duplicate")


def _content_key(raw: bytes) -> str:
    """Return what stands for a missing Message-ID: a hash of sender, date, subject and body."""
    head, start = split_head(raw)
    known = [head.raw(name).encode() for name in ("from", "date", "subject")]
    body = b"".join(raw[start:].split())
    return "content:" + blake2b(b"\0".join([*known, body]), digest_size=16).hexdigest()


def _converse(
    root: str, places: list[Place], files: LetterFiles, report: Report
) -> Conversation | None:
    turns: list[Turn] = []
    subject = ""
    for place in places:
        try:
            raw = files.whole(place.letter)
        except OSError:
            report.skip(place.letter.item, "cannot be read")
            continue
        head, turn, reason = _turn(raw)
        if turn is None:
            report.skip(place.letter.item, reason)
            continue
        report.keep(place.letter.format)
        subject = subject or head.text("subject")
        turns.append(turn)
    if not turns:
        return None
    first = places[0].letter
    started = next((turn.at for turn in turns if turn.at), None)
    return Conversation(
        f"mail-{root}",
        Channel.MAIL,
        tuple(turns),
        subject,
        started,
        first.source.name,
        first.format,
    )


def _turn(raw: bytes) -> tuple[Head, Turn | None, str]:
    head, words = read_body(raw)
    sender = sender_of(head)
    if words.encrypted and not words.text.strip():
        return head, None, "encrypted"
    if not words.text.strip():
        return head, None, "calendar invitation" if words.invitation else "no text"
    body = split(words.text, html=words.html, sender_name=sender.name, sender_email=sender.email)
    if not body.text.strip():
        return head, None, "no text of its own"
    return (
        head,
        Turn(
            message_id(head) or _content_key(raw),
            sender,
            body.text,
            sent_at(head),
            to=recipients_of(head),
            original="" if body.original == body.text else body.original,
            apart=body.apart,
        ),
        "",
    )
