"""Check-backs read back: what was sent to whom, and what they said of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from theirside.app import models
from theirside.app.queries.people import persons_of, row_of
from theirside.app.rows import time_of
from theirside.app.store import explained
from theirside.errors import NotFoundError
from theirside.serve.checkback.accuracy import Judged
from theirside.serve.checkback.statement import Sent
from theirside.understand.understanding import Person, Status


@dataclass(frozen=True, slots=True)
class PastStatement:
    """One statement of a check-back; ``status`` is None while nobody has answered."""

    number: int
    facet: str
    shown: str
    probability: float
    status: Status | None
    text: str
    answered_at: datetime | None


@dataclass(frozen=True, slots=True)
class PastCheckback:
    """One check-back: when it was made, by whom, and its statements."""

    code: str
    person: str
    seller: str
    tone: str
    made_at: datetime
    statements: tuple[PastStatement, ...]


@explained
def checkbacks_of(person: Person) -> list[PastCheckback]:
    """Return a person's check-backs, the newest first. Raises ``NotFoundError``."""
    rows = row_of(person).checkbacks.order_by("-made_at", "-pk").prefetch_related("statements")
    return [
        PastCheckback(
            row.code,
            person.id,
            row.seller,
            row.tone,
            time_of(row.made_at, 0) or row.made_at,
            tuple(_past(each) for each in sorted(row.statements.all(), key=lambda s: s.number)),
        )
        for row in rows
    ]


def _past(row: models.CheckbackStatement) -> PastStatement:
    return PastStatement(
        row.number,
        row.facet,
        row.shown,
        row.probability,
        Status(row.status) if row.status else None,
        row.text,
        time_of(row.answered_at, 0),
    )


@explained
def sent_of(code: str) -> Sent:
    """Return what was sent under a code, to read its answers. Raises ``NotFoundError``."""
    row = models.Checkback.objects.filter(code=code).first()
    if row is None:
        raise NotFoundError(f"no check-back {code!r}; it may have been somebody's who is forgotten")
    statements = row.statements.exclude(shown="").values_list("number", "shown")
    return Sent(code, dict(statements), tuple(row.others))


@explained
def judged_statements() -> list[Judged]:
    """Return every statement that a customer has answered; of one asked twice the last answer."""
    rows = models.CheckbackStatement.objects.exclude(status="").select_related("checkback")
    answered = list(rows.order_by("answered_at", "pk"))
    whom = {row.checkback.person_id for row in answered}
    persons = persons_of(models.Person.objects.filter(pk__in=whom))
    last: dict[tuple[int, str], Judged] = {}
    for row in answered:
        person = persons[row.checkback.person_id]
        at = row.answered_at or row.checkback.made_at
        key = (row.checkback.person_id, row.observation)
        last[key] = Judged(
            person.name,
            row.checkback.seller,
            row.facet,
            f"{at:%Y-%m}",
            row.probability,
            Status(row.status),
        )
    return list(last.values())
