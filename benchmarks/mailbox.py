"""How fast a large mailbox is read, and in how much memory, beside Python's own ``mailbox``.

    python benchmarks/mailbox.py                      # 100 MB and 1 GB, with attachments
    python benchmarks/mailbox.py --attachments 0      # all text: the hardest case
    python benchmarks/mailbox.py --sizes 10MB

The mailbox is generated (seeded, fictional): threads of replies that quote what they answer, HTML
beside plain text, signatures, attachments. Each reader runs in a process of its own, one after the
other over the same file; memory is that process's peak (``ru_maxrss``). On a machine that does
other things too, messages per second of processor time are the fairer figure.
"""

from __future__ import annotations

import argparse
import base64
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from email.header import Header
from email.utils import format_datetime
from pathlib import Path

WORDS = (
    "we could move the pilot to next week because the board wants to see figures first and "
    "I am worried that our team has no time for training before the summer when does the import "
    "finish can you send me the price for forty seats what happened with the invoice thanks for "
    "your help yesterday the new report looks good but it takes two hours to export every day"
).split()
PEOPLE = ("Dana Whitfield", "Marek Nowak", "Aïcha Benali", "Jürgen Groß", "Sofia Lindqvist")
UNITS = {"KB": 10**3, "MB": 10**6, "GB": 10**9}


@dataclass(frozen=True, slots=True)
class Measured:
    """What one reader needed: seconds on the clock and of a processor, and memory at its peak."""

    messages: int
    seconds: float
    processor_seconds: float
    peak_megabytes: float


def generate(path: Path, size: int, attachments: float, seed: int = 7) -> int:
    """Write an mbox of about ``size`` bytes; return how many messages it holds."""
    chance = random.Random(seed)
    blob = base64.encodebytes(chance.randbytes(1_500_000))
    number = 0
    with path.open("wb") as file:
        while file.tell() < size:
            for message in _thread(chance, number, attachments, blob):
                file.write(message)
                number += 1
    return number


def _thread(chance: random.Random, number: int, attachments: float, blob: bytes) -> Iterator[bytes]:
    person = chance.choice(PEOPLE)
    theirs = f"customer.{number}@customer{number % 97}.example"
    at = datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=number * 7)
    ids: list[str] = []
    quoted = ""
    for turn in range(chance.choice((1, 1, 2, 3, 5, 8))):
        ours = turn % 2 == 1
        name, email = ("Rae Okafor", "rae@seller.example") if ours else (person, theirs)
        other = theirs if ours else "rae@seller.example"
        at += timedelta(hours=chance.randint(1, 70))
        words = _paragraphs(chance)
        text = f"{words}\n\nBest regards\n{name}\n{quoted}"
        route = _route(chance, at, email)
        head = _head(number, turn, ids=ids, who=(name, email, other), at=at)
        yield route + head + _body(chance, text, attachments, blob)
        ids.append(f"<{number + turn}.{turn}@mail.example>")
        lines = "\n".join(f"> {line}" for line in text.split("\n"))
        quoted = f"\nOn {at:%a, %d %b %Y at %H:%M}, {name} <{email}> wrote:\n{lines}\n"


def _route(chance: random.Random, at: datetime, email: str) -> bytes:
    lines = [
        f"From {email} {at:%a %b %d %H:%M:%S %Y}",
        f"Return-Path: <{email}>",
        *(
            f"Received: from relay{hop}.example (relay{hop}.example [192.0.2.{hop}])\n"
            f"\tby mx.seller.example with ESMTPS id {chance.getrandbits(60):x};\n"
            f"\t{format_datetime(at)}"
            for hop in range(1, 4)
        ),
        f"DKIM-Signature: v=1; a=rsa-sha256; d=example; b={chance.getrandbits(800):x}",
    ]
    return ("\n".join(lines) + "\n").encode()


def _head(
    number: int, turn: int, *, ids: list[str], who: tuple[str, str, str], at: datetime
) -> bytes:
    name, email, other = who
    lines = [
        f"From: {Header(name, 'utf-8').encode()} <{email}>",
        f"To: <{other}>",
        f"Subject: {'Re: ' if turn else ''}The pilot, part {number}",
        f"Date: {format_datetime(at)}",
        f"Message-ID: <{number + turn}.{turn}@mail.example>",
        "MIME-Version: 1.0",
    ]
    if ids:
        lines += [f"In-Reply-To: {ids[-1]}", "References: " + "\n ".join(ids)]
    return ("\n".join(lines) + "\n").encode()


def _body(chance: random.Random, text: str, attachments: float, blob: bytes) -> bytes:
    plain = f"Content-Type: text/plain; charset=utf-8\n\n{text}\n"
    kind = chance.random()
    if kind < 0.5:
        inner = plain
    else:
        html = "".join(f"<p>{line}</p>\n" for line in text.split("\n"))
        inner = (
            'Content-Type: multipart/alternative; boundary="alt"\n\n'
            f"--alt\n{plain}\n--alt\nContent-Type: text/html; charset=utf-8\n\n"
            f"<html><body>{html}</body></html>\n\n--alt--\n"
        )
    if chance.random() >= attachments:
        return inner.encode() + b"\n"
    size = int(min(1_900_000, chance.lognormvariate(12.2, 1.1))) // 77 * 77
    return (
        b'Content-Type: multipart/mixed; boundary="mix"\n\n--mix\n' + inner.encode()
        + b"\n--mix\nContent-Type: application/pdf; name=offer.pdf\n"
        b"Content-Disposition: attachment; filename=offer.pdf\n"
        b"Content-Transfer-Encoding: base64\n\n" + blob[:size] + b"\n--mix--\n\n"
    )  # fmt: skip


def _paragraphs(chance: random.Random) -> str:
    return "\n\n".join(
        " ".join(chance.choices(WORDS, k=chance.randint(8, 60))).capitalize() + "."
        for _ in range(chance.randint(1, 4))
    )


def read_with_stdlib(path: Path) -> int:
    """Read every message's text with Python's ``mailbox``; return how many there were."""
    import mailbox

    messages = 0
    for message in mailbox.mbox(path):
        messages += 1
        for part in message.walk():
            payload = part.get_payload(decode=True)
            if part.get_content_maintype() == "text" and isinstance(payload, bytes):
                payload.decode(part.get_content_charset() or "ascii", errors="replace")
    return messages


def read_with_theirside(path: Path) -> int:
    """Read every message into threaded conversations; return how many there were."""
    from theirside.intake.format import Options
    from theirside.intake.formats import mbox
    from theirside.intake.mail import gather
    from theirside.intake.report import Report
    from theirside.intake.source import Source

    report = Report()
    letters = mbox.read(Source(path.name, path), report, Options())
    for _ in gather(letters, report, Options()):
        pass
    return report.found


def read_without_replies(path: Path) -> int:
    """Read as ``read_with_theirside`` does, without telling new text from what it quotes."""
    from unittest.mock import patch

    from theirside.intake.mail.reply import Body

    def whole(text: str, **_: str) -> Body:
        return Body(text, text, ())

    with patch("theirside.intake.mail.turns.split", whole):
        return read_with_theirside(path)


READERS: dict[str, Callable[[Path], int]] = {
    "Python's mailbox": read_with_stdlib,
    "Theirside, replies left whole": read_without_replies,
    "Theirside": read_with_theirside,
}


def measure(reader: str, path: Path) -> Measured:
    """Run one reader in a process of its own."""
    command = [sys.executable, __file__, "--reader", reader, str(path)]
    run = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return Measured(**json.loads(run.stdout))


def _measure_here(reader: str, path: Path) -> None:
    folder = Path(__file__).parent  # else this file would stand in for Python's ``mailbox``
    sys.path[:] = [entry for entry in sys.path if Path(entry).resolve() != folder.resolve()]
    started = time.perf_counter()
    messages = READERS[reader](path)
    seconds = time.perf_counter() - started
    unit = 2**20 if sys.platform == "darwin" else 2**10
    used = resource.getrusage(resource.RUSAGE_SELF)
    got = Measured(messages, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss / unit)
    print(json.dumps(asdict(got)))


def _bytes(size: str) -> int:
    return int(float(size[:-2]) * UNITS[size[-2:].upper()])


def main() -> None:
    """Generate the mailboxes, read them with every reader, print a table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("path", nargs="?", type=Path)
    parser.add_argument("--reader", choices=READERS)
    parser.add_argument("--sizes", nargs="+", default=["100MB", "1GB"])
    parser.add_argument("--attachments", type=float, default=0.15, help="share of mails with one")
    options = parser.parse_args()
    if options.reader:
        _measure_here(options.reader, options.path)
        return
    print(
        f"{'mailbox':>8}  {'reader':<30} {'messages':>9} {'seconds':>8} {'per s':>7} "
        f"{'CPU s':>7} {'per CPU s':>10} {'peak MB':>8}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for size in options.sizes:
            path = Path(folder, f"{size}.mbox")
            generate(path, _bytes(size), options.attachments)
            for reader in READERS:
                got = measure(reader, path)
                print(
                    f"{size:>8}  {reader:<30} {got.messages:>9,} {got.seconds:>8.1f} "
                    f"{got.messages / got.seconds:>7,.0f} "
                    f"{got.processor_seconds:>7.1f} "
                    f"{got.messages / got.processor_seconds:>10,.0f} {got.peak_megabytes:>8.0f}"
                )
            path.unlink()


if __name__ == "__main__":
    main()
