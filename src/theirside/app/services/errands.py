"""Long work that somebody asked for: noted, told of, and cleared away.

How far one has come lies in a file of the spool and not in the database: one that changes the store
in a single transaction could tell nothing of it there.
"""

from __future__ import annotations

import json
import secrets
import shutil
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from django.utils import timezone

from theirside.app import models
from theirside.app.places import spool_folder
from theirside.app.store import writing
from theirside.app.viewing import Viewer
from theirside.errors import NotFoundError

KEPT = timedelta(days=1)
"""So long a file lies ready for whoever asked for it."""
PROGRESS, RESULT = "progress.json", "result"


def begin_errand(
    kind: str, subject: Mapping[str, object], who: Viewer | None, *, hidden: bool = False
) -> str:
    """Note what is asked for; return its public id. One that is under way is not begun twice."""
    with writing():
        same = models.Errand.objects.filter(
            kind=kind, subject=dict(subject), hidden=hidden, state__in=("waiting", "doing")
        ).first()
        if same is not None:
            return same.public
        public = secrets.token_hex(12)
        models.Errand.objects.create(
            public=public,
            member_id=who.member if who else None,
            hidden=hidden,
            kind=kind,
            subject=dict(subject),
            at=timezone.now(),
        )
    return public


def mark_errand(
    public: str, state: str, *, outcome: Mapping[str, object] | None = None, error: str = ""
) -> None:
    """Say how it stands, and what came of it."""
    with writing():
        row = models.Errand.objects.filter(public=public).first()
        if row is None:
            raise NotFoundError("Nothing of yours is done under this address")
        row.state, row.error = state, error
        row.outcome = dict(outcome) if outcome is not None else row.outcome
        row.save()
    if state in ("done", "failed"):
        (errand_folder(public) / PROGRESS).unlink(missing_ok=True)


def tell_errand(public: str, done: int, of: int) -> None:
    """Note how far it has come."""
    folder = errand_folder(public)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / "next").write_text(json.dumps([done, of]), "utf-8")
    (folder / "next").replace(folder / PROGRESS)


def clear_errands() -> None:
    """Remove what lies ready for longer than a day, and what was asked for a month ago."""
    now = timezone.now()
    over = models.Errand.objects.filter(kind="export", at__lt=now - KEPT)
    for public in over.values_list("public", flat=True):
        shutil.rmtree(errand_folder(public), ignore_errors=True)
    over.delete()
    models.Errand.objects.filter(at__lt=now - 30 * KEPT, state__in=("done", "failed")).delete()


def drop_exports(person: str) -> None:
    """Remove what was to be handed over of a person who is forgotten."""
    of_them = models.Errand.objects.filter(kind="export", subject__person=person)
    for public in of_them.values_list("public", flat=True):
        shutil.rmtree(errand_folder(public), ignore_errors=True)
    of_them.delete()


def note_unerased(person: str, *, traces: Sequence[str] = (), error: str = "") -> None:
    """Note that a customer who waited for it was not erased, or not wholly."""
    public = begin_errand("forget", {"person": person}, None, hidden=True)
    state = "failed" if error else "done"
    mark_errand(public, state, outcome={"traces": list(traces)}, error=error)


def settle_unerased(person: str) -> None:
    """Note that somebody is erased by now whose own wish for it had failed."""
    failed = models.Errand.objects.filter(kind="forget", subject__person=person, state="failed")
    failed.update(state="done", error="")


def errand_folder(public: str) -> Path:
    """Return where the files of an errand lie; it may not exist."""
    return spool_folder() / f"errand-{public}"
