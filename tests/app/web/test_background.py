"""The background queue: worked through beside the pages, by one worker at a time."""

from __future__ import annotations

import threading
import time
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult

from theirside.app.web import background
from theirside.app.web.tasks import read_again


@pytest.fixture(autouse=True)
def _spool(store: object, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "spool_folder", lambda: tmp_path / "spool")
    background.ending.clear()


def wait_for(status: str) -> None:
    until = time.monotonic() + 120
    while DBTaskResult.objects.get().status != status:
        assert time.monotonic() < until
        time.sleep(0.05)


def test_a_thread_works_as_long_as_the_pages_are_served() -> None:
    with background.working_beside():
        read_again.enqueue()
        wait_for("SUCCESSFUL")

    assert not [each for each in threading.enumerate() if each.name == "theirside-worker"]


def test_a_second_worker_waits_for_the_first() -> None:
    read_again.enqueue()
    with background._only_one() as alone:
        assert alone
        with background.working_beside():
            time.sleep(1)
        assert DBTaskResult.objects.get().status == "READY"

    background.ending.clear()
    background.work(until_empty=True)
    assert DBTaskResult.objects.get().status == "SUCCESSFUL"


def test_what_the_end_interrupts_is_left_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(go_on: object) -> None:
        background.ending.set()
        assert callable(go_on)
        go_on(1, 2)

    read_again.enqueue()
    with monkeypatch.context() as patch:
        patch.setattr("theirside.app.importing.read_again", interrupted)
        background.work(until_empty=True)

    assert DBTaskResult.objects.get().status == "READY"


def test_a_task_that_fails_keeps_no_words_and_ends_nothing(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(_go_on: object) -> None:
        raise ValueError("The cellar floods")

    read_again.enqueue()
    with monkeypatch.context() as patch:
        patch.setattr("theirside.app.importing.read_again", fail)
        background.work(until_empty=True)

    row = DBTaskResult.objects.get()
    assert row.status == "FAILED"
    assert "ValueError" in row.traceback
    assert "cellar" not in row.traceback
