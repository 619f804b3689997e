"""The command line as a person meets it: a database of its own, what is printed, the exit code."""

from __future__ import annotations

import io
import json
import shutil
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.sample_once import DATABASE, sample_folder
from theirside.app.store import close_store
from theirside.cli import main

NORA = "Nora Tveit <nora@fjord.example>"
DANA = "Dana Whitfield <dana@whitfield.example>"


@dataclass(frozen=True)
class Ran:
    """What a command did."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What it printed, read as JSON."""
        return json.loads(self.out)


Run = Callable[..., Ran]


@pytest.fixture(scope="session")
def sample_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a database with the sample workspace in it, to copy."""
    return sample_folder(tmp_path_factory) / DATABASE


def running(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return what runs a command in this process, as if typed."""

    def run(*words: str | Path, stdin: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["theirside", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
        capsys.readouterr()
        code = 0
        try:
            main()
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(bool(stop.code))
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return run


@pytest.fixture
def theirside(
    empty_database: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Run]:
    """Run commands on an empty workspace."""
    yield from _on(empty_database, tmp_path, capsys, monkeypatch, django_db_blocker)


@pytest.fixture
def sample(
    sample_database: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    django_db_blocker: DjangoDbBlocker,
) -> Iterator[Run]:
    """Run commands on the sample workspace."""
    offer = tmp_path / "data" / "offer.yaml"
    offer.parent.mkdir()
    shutil.copy(sample_database.parent / "offer.yaml", offer)
    yield from _on(sample_database, tmp_path, capsys, monkeypatch, django_db_blocker)


def _on(
    template: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    blocker: DjangoDbBlocker,
) -> Iterator[Run]:
    path = tmp_path / "data" / "theirside.sqlite3"
    path.parent.mkdir(exist_ok=True)
    shutil.copy(template, path)
    monkeypatch.setenv("THEIRSIDE_DATABASE", str(path))
    monkeypatch.setenv("COLUMNS", "88")
    monkeypatch.chdir(tmp_path)
    with blocker.unblock():
        yield running(capsys, monkeypatch)
        close_store()


def mail(sender: str, to: str, number: int, text: str, *, answers: int = 0) -> str:
    """Return a mail of 12 March 2026, ``number`` o'clock, as its source text."""
    lines = [
        f"From: {sender}",
        f"To: {to}",
        "Subject: " + ("Re: " if answers else "") + "The rounds",
        f"Date: Thu, 12 Mar 2026 {number:02}:00:00 +0100",
        f"Message-ID: <{number}@mail.example>",
    ]
    if answers:
        lines.append(f"In-Reply-To: <{answers}@mail.example>")
        lines.append(f"References: <{answers}@mail.example>")
    return "\n".join([*lines, "Content-Type: text/plain; charset=utf-8", "", text, ""])


@pytest.fixture
def mailbox(tmp_path: Path) -> Path:
    """Return a folder with a question of ours and the customer's answer."""
    folder = tmp_path / "mails"
    folder.mkdir()
    (folder / "1.eml").write_text(
        mail(NORA, DANA, 1, "How do you plan the rounds today?"), encoding="utf-8"
    )
    (folder / "2.eml").write_text(
        mail(
            DANA,
            NORA,
            2,
            "Our biggest problem is that nobody sees what is overdue.\n"
            "If this slips again I'm the one who explains it to the board.",
            answers=1,
        ),
        encoding="utf-8",
    )
    return folder
