"""The background queue: long work done beside the pages, without a server of its own.

What is to be done lies in the database, so it survives a restart. One worker at a time works for a
data folder: whoever holds the lock on a file in the spool. What its predecessor had begun when it
ended is begun again.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic
from typing import IO, TYPE_CHECKING, Any

from theirside.app.places import spool_folder
from theirside.errors import TheirsideError

if TYPE_CHECKING:
    from django_tasks_db.models import DBTaskResult

_EVERY = 0.5
"""Seconds between two looks at an empty queue."""
_LOOK_EVERY = 60.0
"""Seconds after which it is seen again whether there is something to look at ahead."""
_BREATH = 0.02
"""Seconds between two portions of that, which the pages have for themselves."""
_PATIENCE = 10.0
"""Seconds that the end waits for the talk that is being read."""
ending = threading.Event()
"""Set when the process ends: whatever works gives its work back at the next good place."""


class GivenBackError(Exception):
    """The process ends; the task is to be done by the next worker."""


@contextmanager
def working_beside() -> Iterator[None]:
    """Work through the queue in a thread as long as the block lasts."""
    ending.clear()
    thread = threading.Thread(target=work, name="theirside-worker", daemon=True)
    thread.start()
    try:
        yield
    finally:
        ending.set()
        thread.join(_PATIENCE)


def work(*, until_empty: bool = False) -> None:
    """Work through the queue until the process ends, or until it is empty."""
    from django.db import connection

    with _only_one() as alone:
        if alone:
            try:
                _take_up_again()
                look_at = 0.0
                while not ending.is_set():
                    if _work_once():
                        continue
                    if until_empty:
                        break
                    if monotonic() >= look_at:
                        _look_ahead()
                        look_at = monotonic() + _LOOK_EVERY
                    connection.close()
                    ending.wait(_EVERY)
            finally:
                connection.close()


@contextmanager
def _only_one() -> Iterator[bool]:
    """Wait until no other worker works here; give whether it came to that before the end."""
    spool_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    with Path(spool_folder() / "worker.lock").open("w") as file:
        while not (held := _lock(file)) and not ending.is_set():
            ending.wait(_EVERY)
        yield held


def _lock(file: IO[str]) -> bool:
    """Take the lock, which the system lets go of when the process ends, however it ends."""
    try:
        import fcntl
    except ImportError:  # pragma: no cover - Windows: one process is all there is
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _take_up_again() -> None:
    """Let what a worker had begun that is no more be done again."""
    from django_tasks.base import TaskResultStatus
    from django_tasks_db.models import DBTaskResult

    begun = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
    begun.update(status=TaskResultStatus.READY)


def _work_once() -> bool:
    """Do the next task; say whether there was one."""
    from django_tasks_db.models import DBTaskResult
    from django_tasks_db.utils import exclusive_transaction

    if not _is_asked():
        return False
    with exclusive_transaction():
        row = DBTaskResult.objects.ready().get_locked()
        if row is not None:
            row.claim("theirside")
    if row is not None:
        _do(row)
    return row is not None


def _look_ahead() -> None:
    """Look at what pages would have to look at, until there is something to do."""
    from django.utils import timezone

    from theirside.app.looking_ahead import look_ahead

    def is_ending() -> bool:
        return ending.wait(_BREATH) or _is_asked()

    with suppress(TheirsideError):  # the pages look themselves, then
        look_ahead(timezone.localdate(), is_ending)


def _is_asked() -> bool:
    from django_tasks_db.models import DBTaskResult

    return DBTaskResult.objects.ready().exists()


def _do(row: DBTaskResult[..., Any]) -> None:
    from django_tasks.base import TaskResultStatus

    try:
        result = row.task_result
        row.task.call(*result.args, **result.kwargs)
    except GivenBackError:
        row.status = TaskResultStatus.READY
        row.save(update_fields=["status"])
    except Exception as error:  # noqa: BLE001 - one task that fails must not end the others
        # Only the kind of the mistake is kept: its words may be a customer's.
        row.set_failed(RuntimeError(type(error).__name__))
    else:
        row.set_successful(None)
