"""What is handed over in the web app: opened, begun, told of, stopped, and its files removed."""

from __future__ import annotations

import secrets
import shutil
from collections.abc import Sequence

from django.utils import timezone

from theirside.app import models
from theirside.app.places import spool_folder
from theirside.app.rows import storable
from theirside.app.services.forgotten import silenced
from theirside.app.store import writing
from theirside.app.viewing import Viewer
from theirside.errors import NotFoundError

_NAMES = 5
"""How many of the files are named; the rest is counted."""


def open_arrival(who: Viewer | None) -> str:
    """Make room for files that come in; return the name of the folder in the spool."""
    public = secrets.token_hex(12)
    spool_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    (spool_folder() / public).mkdir(mode=0o700)
    models.Arrival.objects.create(
        public=public, member_id=who.member if who else None, at=timezone.now()
    )
    return public


def begin_arrival(public: str, names: Sequence[str], files: int, size: int) -> None:
    """Say that all files (``size`` bytes) are there and wait to be read."""
    with writing():
        row = _row(public)
        row.names = [storable(name) for name in silenced(names[:_NAMES])]
        row.files, row.size = files, size
        row.state, row.stopping, row.error = "waiting", False, ""
        row.save()


def tell_progress(public: str, progress: dict[str, object]) -> bool:
    """Keep how far it has come; say whether it is to stop."""
    rows = models.Arrival.objects.filter(public=public)
    rows.update(progress=progress)
    return bool(rows.values_list("stopping", flat=True).first())


def mark_arrival(public: str, state: str, *, error: str = "", report: int | None = None) -> None:
    """Say what became of it; what is done lies in the spool no longer."""
    with writing():
        row = _row(public)
        row.state, row.error = state, storable(error)
        row.stopping = False
        row.report_id = report or row.report_id
        row.save()
    if state == "done":
        _remove(public)


def stop_arrival(public: str) -> None:
    """Ask the reading to stop after the talk that it is at; what is kept stays."""
    with writing():
        row = _row(public)
        if row.state == "waiting":
            row.state = "stopped"
        row.stopping = row.state == "reading"
        row.save()


def drop_arrival(public: str) -> None:
    """Remove files that are not to be read after all; what was read of them stays."""
    with writing():
        row = _row(public)
        if row.report_id is None:
            row.delete()
        else:
            row.state, row.stopping = "done", False
            row.save()
    _remove(public)


def _remove(public: str) -> None:
    shutil.rmtree(spool_folder() / public, ignore_errors=True)


def _row(public: str) -> models.Arrival:
    row = models.Arrival.objects.filter(public=public).first()
    if row is None:
        raise NotFoundError("Nothing of yours was handed over under this address")
    return row
