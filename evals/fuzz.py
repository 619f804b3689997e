"""Feed every parser what nobody would write, for as long as you like (needs `pip install atheris`).

    python evals/fuzz.py --minutes 60              # all formats in turn, then a table
    python evals/fuzz.py --only mail --minutes 5

Each format is fuzzed in a process of its own, coverage-guided, beginning with the fixtures of the
tests. Only our own errors may escape, and every account must add up: found = kept + skipped. An
input that breaks this is written to the folder that the last line names.
"""

from __future__ import annotations

import argparse
import contextlib
import pkgutil
import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "tests" / "fixtures"
SAMPLE = ROOT / "src" / "theirside" / "sample"
MAIL = "mail"
REPLY = "reply"
SENTENCES = "sentences"


def targets() -> list[str]:
    """Return what can be fuzzed: every format, a mailbox threaded, and the text readers."""
    from theirside.intake import formats

    names = sorted(found.name for found in pkgutil.iter_modules(formats.__path__))
    names.remove("maildir")  # a folder; its mails are what "mail" fuzzes
    return [*names, MAIL, REPLY, SENTENCES]


def fuzz(target: str, seconds: int, corpus: Path, artifacts: Path) -> None:  # noqa: PLR0915
    """Fuzz one target in this process; does not return."""
    import atheris

    with atheris.instrument_imports(include=["theirside"]):
        import importlib

        from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
        from theirside.errors import IntakeError
        from theirside.intake.format import Letter, Options
        from theirside.intake.mail import Threads
        from theirside.intake.mail.html import to_text
        from theirside.intake.mail.reply import split
        from theirside.intake.report import Report
        from theirside.intake.source import Source
        from theirside.reader import read

        if target not in {MAIL, REPLY, SENTENCES}:
            form = importlib.import_module(f"theirside.intake.formats.{target}")
    shared = Path("/dev/shm") if Path("/dev/shm").is_dir() else None
    path = Path(tempfile.mkdtemp(dir=shared)) / "input"

    def one_export(data: bytes) -> None:
        day = path / "general" / "2026-03-12.json"
        day.parent.mkdir(parents=True, exist_ok=True)
        (path / "channels.json").write_text('[{"id": "C1", "name": "general"}]', encoding="utf-8")
        (path / "users.json").write_bytes(data)
        day.write_bytes(data)
        read_by_its_format()

    def one_format(data: bytes) -> None:
        path.write_bytes(data)
        read_by_its_format()

    def read_by_its_format() -> None:
        source, report = Source("input", path), Report()
        form.recognises(source)
        with contextlib.suppress(IntakeError):
            for _ in form.read(source, report, Options()):
                pass
        assert report.found == report.kept + len(report.skipped)

    def one_mail(data: bytes) -> None:
        path.write_bytes(data)
        source, report = Source("input", path), Report()
        with Threads(report, Options(bulk=True)) as threads:
            threads.add(Letter(source, "input"))
            list(threads.conversations())
        assert report.found == 1

    def one_reply(data: bytes) -> None:
        text = data.decode("utf-8", errors="replace")
        body = split(text)
        assert all(0 <= each.start < each.end <= len(body.original) for each in body.apart)
        split("", html=text)
        to_text(text)

    def one_text(data: bytes) -> None:
        text = data.decode("utf-8", errors="replace")
        turn = Turn("0", Speaker("Dana", side=Side.THEIRS), text)
        for each in read(Conversation("c", Channel.CALL, (turn,))):
            assert 0 <= each.start < each.end <= len(text)

    special = {MAIL: one_mail, REPLY: one_reply, SENTENCES: one_text, "slack": one_export}
    chosen = special.get(target, one_format)
    options = [
        sys.argv[0],
        str(corpus),
        f"-max_total_time={seconds}",
        f"-artifact_prefix={artifacts}/{target}-",
        "-max_len=16384",
        "-timeout=20",
        "-rss_limit_mb=4096",
        "-print_final_stats=1",
    ]
    atheris.Setup(options, chosen)
    atheris.Fuzz()


def seeded(target: str, folder: Path) -> Path:
    """Return a corpus folder that begins with the fixtures of the tests."""
    corpus = folder / f"corpus-{target}"
    corpus.mkdir()
    seeds = [*FIXTURES.rglob("*"), *SAMPLE.rglob("*")]
    for number, path in enumerate(each for each in seeds if each.is_file()):
        data = path.read_bytes()
        if len(data) <= 65536:
            (corpus / f"{number}").write_bytes(data)
    return corpus


def main() -> int:
    """Fuzz the targets in turn and print the table; exit code 1 when anything escaped."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--minutes", type=float, default=60.0)
    parser.add_argument("--only", nargs="*", default=None)
    parser.add_argument("--one", default="", help=argparse.SUPPRESS)
    parser.add_argument("--corpus", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--artifacts", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        fuzz(options.one, round(options.minutes * 60), options.corpus, options.artifacts)
    chosen = options.only or targets()
    share = options.minutes / len(chosen)
    folder = Path(tempfile.mkdtemp(prefix="theirside-fuzz-"))
    artifacts = folder / "escaped"
    artifacts.mkdir()
    print(f"{'target':<18}{'inputs tried':>14}{'a second':>10}{'escaped':>9}", flush=True)
    escaped = 0
    for target in chosen:
        command = [sys.executable, __file__, "--one", target, "--minutes", str(share)]
        command += ["--corpus", str(seeded(target, folder)), "--artifacts", str(artifacts)]
        ran = subprocess.run(command, capture_output=True, text=True, check=False)
        (folder / f"{target}.log").write_text(ran.stdout + ran.stderr, encoding="utf-8")
        tried = re.search(r"number_of_executed_units: (\d+)", ran.stderr)
        rate = re.search(r"average_exec_per_sec: +(\d+)", ran.stderr)
        kept = [each for each in artifacts.glob(f"{target}-*") if "slow-unit" not in each.name]
        here = len(kept) or int(ran.returncode != 0)
        escaped += here
        print(
            f"{target:<18}{tried[1] if tried else '?':>14}{rate[1] if rate else '?':>10}{here:>9}",
            flush=True,
        )
    print(f"logs and inputs that escaped: {folder}")
    return int(escaped > 0)


if __name__ == "__main__":
    sys.exit(main())
