"""Long work that somebody asked for: how it stands, and how far it has come."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from theirside.app import models
from theirside.app.places import spool_folder
from theirside.app.queries.talks import talks_with
from theirside.app.store import explained
from theirside.errors import NotFoundError
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class Errand:
    """Work that waits, is done or was done. ``done`` of ``of`` steps, 0 of 0 before it is known.

    ``subject`` and ``outcome`` hold numbers and ids; ``file`` is what lies ready, if anything.
    """

    id: str
    member: int | None
    kind: str
    subject: Mapping[str, Any]
    state: str
    at: datetime
    outcome: Mapping[str, Any]
    error: str
    done: int
    of: int
    file: Path | None

    @property
    def busy(self) -> bool:
        """Whether it is still to come to an end."""
        return self.state in ("waiting", "doing")


@explained
def errand(public: str, *, hidden: bool = False) -> Errand:
    """Return one's own errand; a ``hidden`` one is a customer's. Raises ``NotFoundError``."""
    row = models.Errand.objects.filter(public=public, hidden=hidden).first()
    if row is None:
        raise NotFoundError("Nothing of yours is done under this address")
    return _errand(row)


@explained
def errand_to_do(public: str) -> Errand | None:
    """Return an errand for whoever carries it out, whosever it is; None where it is gone."""
    row = models.Errand.objects.filter(public=public).first()
    return _errand(row) if row is not None else None


@explained
def errands_under_way(*kinds: str) -> list[Errand]:
    """Return one's own errands of these kinds that are not done, or that lie ready."""
    rows = models.Errand.objects.filter(kind__in=kinds, hidden=False)
    found = [_errand(row) for row in rows]
    return [each for each in found if each.state != "done" or each.file is not None]


@explained
def customers_unerased() -> list[Errand]:
    """Return the erasures that customers asked for and that failed or left something of them."""
    rows = models.Errand.objects.filter(kind="forget", hidden=True, state__in=("done", "failed"))
    found = [_errand(row) for row in rows]
    return [each for each in found if each.state == "failed" or each.outcome.get("traces")]


@explained
def turns_in_store() -> int:
    """Return how many turns there are."""
    return models.Turn.objects.count()


@explained
def turns_with(person: Person) -> int:
    """Return how many turns the talks have in which a person takes part."""
    return models.Turn.objects.filter(conversation__in=talks_with(person)).count()


@explained
def turns_before(moment: datetime) -> int:
    """Return how many turns the talks have that ended before this moment."""
    return models.Turn.objects.filter(conversation__last_at__lt=moment).count()


def _errand(row: models.Errand) -> Errand:
    folder = spool_folder() / f"errand-{row.public}"
    done, of = _progress(folder / "progress.json")
    result = folder / "result"
    return Errand(
        row.public,
        row.member_id,
        row.kind,
        row.subject,
        row.state,
        row.at,
        row.outcome,
        row.error,
        done,
        of,
        result if row.state == "done" and result.exists() else None,
    )


def _progress(path: Path) -> tuple[int, int]:
    try:
        done, of = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError):
        return 0, 0
    return int(done), int(of)
