"""Whether the words of one sender end up as another's, over whole mailing lists.

    python evals/leaked_quotes.py MBOX…

On a list people quote one another all the time, so a line that counts as new in the mails of two
senders was probably quoted by one of them: a leak. Short lines are left out, since two people may
well write "Thanks for that." Mails of which more than 60% of the lines were kept apart are counted
too: where a false strip hides, it hides there; ``--show`` prints what was kept apart in each.
"""

from __future__ import annotations

import mailbox
import sys
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from email.utils import parseaddr
from pathlib import Path

from theirside.intake.mail.reply import Body, split

_SHORTEST = 30
"""Characters of a line below which two people may have written the same."""
_MOSTLY = 0.6


@dataclass(frozen=True, slots=True)
class Read:
    """One mail of a list as we read it."""

    sender: str
    subject: str
    body: Body

    @property
    def share_apart(self) -> float:
        """The share of its written lines that were kept apart."""
        every = [line for line in self.body.original.split("\n") if line.strip()]
        new = [line for line in self.body.text.split("\n") if line.strip()]
        return 1 - len(new) / len(every) if every else 0.0


def read_list(path: Path) -> Iterator[Read]:
    """Read every mail of an mbox file."""
    for mail in mailbox.mbox(path):
        name, address = parseaddr(str(mail.get("From", "")))
        plain, html = _part(mail, "plain"), _part(mail, "html")
        body = split(plain, html=html, sender_name=name, sender_email=address)
        yield Read(name or address, str(mail.get("Subject", "")), body)


def _part(mail: Message, kind: str) -> str:
    text = ""
    for part in mail.walk():
        content = part.get_payload(decode=True)
        if part.get_content_type() == f"text/{kind}" and isinstance(content, bytes):
            try:
                text += content.decode(part.get_content_charset() or "utf-8", "replace")
            except LookupError:
                text += content.decode("latin-1")
    return text


def leaks(mails: list[Read]) -> tuple[int, int]:
    """Return how many new lines there are, and how many of them two senders share."""
    writers: dict[str, set[str]] = defaultdict(set)
    new = [
        (mail.sender, " ".join(line.split()))
        for mail in mails
        for line in mail.body.text.split("\n")
        if len(" ".join(line.split())) > _SHORTEST
    ]
    for sender, line in new:
        writers[line].add(sender)
    return len(new), sum(len(writers[line]) > 1 for _, line in new)


def main(arguments: list[str]) -> int:
    """Print one row for each list."""
    show = "--show" in arguments
    print(f"{'list':36}", "mails  new lines  shared  mostly apart  empty", sep="  ")
    for path in (Path(argument) for argument in arguments if argument != "--show"):
        mails = list(read_list(path))
        lines, shared = leaks(mails)
        mostly = [mail for mail in mails if mail.share_apart > _MOSTLY]
        empty = sum(not mail.body.text for mail in mails)
        print(
            f"{path.name:36} {len(mails):>6} {lines:>10} {shared:>7} {len(mostly):>13} {empty:>6}"
        )
        for mail in mostly if show else []:
            print(f"\n{mail.sender}: {mail.subject} ({mail.share_apart:.0%} apart)")
            for part in mail.body.apart:
                first = mail.body.original[part.start : part.end].strip()[:90]
                print(f"  [{part.kind}] {' / '.join(first.split(chr(10)))}")
            print(f"  new: {' / '.join(mail.body.text[:300].split(chr(10)))}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
