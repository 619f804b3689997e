"""One import: sources recognised, read, threaded, and given their sides.

``Intake`` streams, so that a mailbox of many gigabytes needs no more memory than its largest
thread; ``load`` is the same for a notebook, all at once.
"""

from __future__ import annotations

import importlib
import pkgutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from theirside.conversation import Contact, Conversation
from theirside.errors import IntakeError
from theirside.intake import formats
from theirside.intake.format import Format, Letter, Options
from theirside.intake.report import Report
from theirside.intake.sides import KnownNames, learn_from, with_sides
from theirside.intake.source import Source
from theirside.intake.us import Us

if TYPE_CHECKING:
    from theirside.intake.mail import Threads

UNKNOWN_FORMAT = "not a format that is known"
SURE_ENOUGH = 0.1


@cache
def known_formats() -> tuple[Format, ...]:
    """Return every format there is: the modules of ``theirside.intake.formats``."""
    names = sorted(module.name for module in pkgutil.iter_modules(formats.__path__))
    return tuple(
        cast(Format, importlib.import_module(f"{formats.__name__}.{name}")) for name in names
    )


def format_of(source: Source) -> Format | None:
    """Return the format that is surest that the source is its own, if any is sure enough."""
    sureness, best = max(
        ((each.recognises(source), each) for each in known_formats()), key=lambda pair: pair[0]
    )
    return best if sureness >= SURE_ENOUGH else None


class Intake:
    """Iterate to get conversations one by one; ``report`` and ``contacts`` grow meanwhile.

    ``under`` is a folder whose own path is left out of the names of what lies in it.
    Raises ``IntakeError`` at once for a path that does not exist. Anything else that cannot be
    read is skipped, and the report says why.
    """

    def __init__(
        self,
        paths: Sequence[str | Path],
        *,
        us: Us | None = None,
        known: KnownNames | None = None,
        options: Options | None = None,
        stdin: BinaryIO | None = None,
        under: Path | None = None,
    ) -> None:
        self.report = Report()
        self.contacts: list[Contact] = []
        self.reading = ""
        self.letters = 0
        self._threads: Threads | None = None
        self._paths = paths
        self._us = us or Us()
        self._known = known or KnownNames()
        self._options = options or Options()
        self._stdin = stdin
        self._under = under

    def __iter__(self) -> Iterator[Conversation]:
        from theirside.intake.sources import sources

        with ExitStack() as stack:
            folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="theirside-"))
            for source in sources(
                self._paths,
                self.report,
                stdin=self._stdin,
                workspace=Path(folder),
                under=self._under,
            ):
                self.reading = source.name
                yield from self._read(source, stack)
            self.reading = "mail"
            for conversation in self._threads.conversations() if self._threads else ():
                yield with_sides(conversation, self._us, self._known)

    def _read(self, source: Source, stack: ExitStack) -> Iterator[Conversation]:
        form = format_of(source)
        if form is None:
            self.report.skip(source.name, UNKNOWN_FORMAT)
            return
        try:
            for found in form.read(source, self.report, self._options):
                if isinstance(found, Letter):
                    self._add(found, stack)
                elif isinstance(found, Contact):
                    self.contacts.append(found)
                else:
                    yield with_sides(found, self._us, self._known)
        except IntakeError as error:
            self.report.skip(error.item, error.reason)

    def _add(self, letter: Letter, stack: ExitStack) -> None:
        if self._threads is None:  # most imports hold no mail; this keeps them quick
            from theirside.intake.mail import Threads

            self._threads = stack.enter_context(Threads(self.report, self._options))
        self.letters += 1
        self._threads.add(letter)


class Loaded(list[Conversation]):
    """The conversations of an import, with its report and the contacts that it found."""

    def __init__(self, conversations: Iterable[Conversation], intake: Intake) -> None:
        super().__init__(conversations)
        self.report = intake.report
        self.contacts = tuple(intake.contacts)


def load(*paths: str | Path, us: Sequence[str] | Us = (), options: Options | None = None) -> Loaded:
    """Read files, folders and archives into conversations, with an import report.

    ``us`` tells our side: domains, addresses and names. Full names that mails place on a side
    are recognised in transcripts of the same import. Raises ``IntakeError`` for a path that does
    not exist.

    >>> talks = load("sample/mail", us=["fjordline.example"])  # doctest: +SKIP
    >>> talks.report.found == talks.report.kept + len(talks.report.skipped)  # doctest: +SKIP
    True
    """
    ours = us if isinstance(us, Us) else Us.of(*us)
    intake = Intake(paths, us=ours, options=options)
    conversations = list(intake)
    known = KnownNames()
    learn_from(conversations, known)
    return Loaded((with_sides(each, ours, known) for each in conversations), intake)
