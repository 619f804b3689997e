"""What was marked and noted by hand read back, and what a calendar was given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from theirside.app import models
from theirside.app.queries.people import persons_of
from theirside.app.queries.talks import talks_with
from theirside.app.rows import time_of
from theirside.app.store import explained
from theirside.evidence import Quote
from theirside.serve.noted import HandMark, Noted, Said, What
from theirside.understand.standing import DAYS, Days
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class Given:
    """What a calendar was given of one item: by number, how often changed, whether taken back."""

    uid: str
    digest: str
    sequence: int
    day: date
    gone: bool
    changed: datetime


@dataclass(frozen=True, slots=True)
class OpenCheckback:
    """A check-back that has statements which nobody has answered: ``open`` of ``of``."""

    code: str
    person: Person
    made_at: datetime
    open: int
    of: int


@explained
def hand_marks(person: Person | None = None) -> list[HandMark]:
    """Return what was marked by hand in all talks, or in those with one person, earliest first."""
    rows = models.Mark.objects.select_related("turn__conversation")
    if person is not None:
        rows = rows.filter(turn__conversation__in=talks_with(person))
    return [_mark(row) for row in rows.order_by("at", "pk")]


def _mark(row: models.Mark) -> HandMark:
    turn = row.turn
    words = turn.text[row.start : row.end]
    quote = Quote(turn.conversation.key, turn.place, row.start, row.end, words)
    return HandMark(What(row.what), quote, Said(row.standing), row.day)


@explained
def noted(person: Person | None = None) -> list[Noted]:
    """Return what was noted by hand of everybody, or of one person, the earliest first."""
    rows = models.Noted.objects.select_related("person").order_by("at", "pk")
    if person is not None:
        rows = rows.filter(person__public=person.id)
    return [
        Noted(
            id=row.public,
            person=row.person.public,
            what=What(row.what),
            by_us=row.by_us,
            text=row.text,
            day=row.day,
            noted=row.at.date(),
            said=Said(row.standing) if row.standing else None,
            marked=row.marked_day,
        )
        for row in rows
    ]


@explained
def calendar_words() -> bool:
    """Say whether their words may go into a calendar. Not unless somebody said so."""
    row = models.Workspace.objects.first()
    return row is not None and row.calendar_words


@explained
def days() -> Days:
    """Return how many days things last, as this workspace has set it."""
    row = models.Workspace.objects.first()
    return DAYS if row is None else Days(forgotten=row.forgotten_after)


@explained
def open_checkbacks() -> list[OpenCheckback]:
    """Return the check-backs that wait for answers, the oldest first; of a person the newest."""
    statements = models.CheckbackStatement.objects.exclude(shown="").select_related(
        "checkback__person"
    )
    by_page: dict[int, list[models.CheckbackStatement]] = {}
    for row in statements.order_by("checkback__made_at", "checkback", "number"):
        by_page.setdefault(row.checkback_id, []).append(row)
    whom = {rows[0].checkback.person_id for rows in by_page.values()}
    persons = persons_of(models.Person.objects.filter(pk__in=whom))
    newest: dict[str, OpenCheckback] = {}
    for rows in by_page.values():
        page, left = rows[0].checkback, sum(not row.status for row in rows)
        person = persons[page.person_id]
        made_at = time_of(page.made_at, 0) or page.made_at
        newest[person.id] = OpenCheckback(page.code, person, made_at, left, len(rows))
    return [each for each in newest.values() if each.open]
