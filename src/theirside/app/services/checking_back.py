"""Keeping check-backs: what was sent, and what the customer answered."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from theirside.app import models
from theirside.app.queries.checkbacks import sent_of
from theirside.app.queries.people import row_of
from theirside.app.rows import clip, storable
from theirside.app.services.judging import judge, turn_of
from theirside.app.services.screening import refuse_special
from theirside.app.services.withdrawing import (
    Place,
    overwrite,
    traces_of_withdrawn,
    withdraw,
)
from theirside.app.store import explained, writing
from theirside.errors import NotFoundError
from theirside.evidence import Quote
from theirside.serve.checkback.statement import Answer, Page, Verdict
from theirside.understand.understanding import Observation, Person, Status

STATUS = {
    Verdict.YES: Status.CONFIRMED,
    Verdict.NOT_QUITE: Status.CORRECTED,
    Verdict.DONT_KEEP: Status.WITHDRAWN,
}


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of the answers. ``traces`` is where withdrawn words still stand: nowhere."""

    confirmed: int
    corrected: int
    withdrawn: int
    overwritten: bool
    traces: tuple[str, ...]


def new_code() -> str:
    """Return a fresh code for a check-back: eight hexadecimal digits that nobody can guess."""
    return secrets.token_hex(4)


def keep_checkback(person: Person, page: Page, at: datetime | None = None) -> None:
    """Remember what a page shows, so that its answers can be told.

    Raises ``NotFoundError`` where the person is gone meanwhile, ``NotKeptError`` where the note on
    it touches a special category.
    """
    refuse_special("the note", page.note)
    with writing():
        row = models.Checkback.objects.create(
            person=row_of(person),
            code=page.code,
            seller=clip(page.signed),
            tone=page.tone.id,
            others=[storable(line) for line in page.other_lines],
            made_at=at or timezone.now(),
        )
        for each in page.statements:
            statement = models.CheckbackStatement.objects.create(
                checkback=row,
                number=each.number,
                facet=each.facet,
                observation=each.observation,
                probability=each.probability,
                shown=storable(each.shown),
            )
            models.CheckbackQuote.objects.bulk_create(
                models.CheckbackQuote(
                    statement=statement, turn=turn_of(quote), start=quote.start, end=quote.end
                )
                for quote in each.evidence
            )


@explained
def take_answers(code: str, answers: Iterable[Answer]) -> Taken:
    """Keep what a customer said of a check-back's statements, all of it or nothing.

    What they withdraw is erased for good. Raises ``NotFoundError`` where there is no such page or
    statement, or where a statement was withdrawn before, and ``NotKeptError`` where a correction
    touches a special category.
    """
    given = list(answers)
    for answer in given:
        refuse_special(f"the answer to statement {answer.number}", answer.text)
    with writing():
        sent_of(code)
        gone: list[tuple[models.CheckbackStatement, list[Place]]] = []
        for answer in given:
            statement = _statement(code, answer.number)
            if answer.verdict is Verdict.DONT_KEEP:
                gone.append((statement, _places(statement)))
            else:
                _judge(statement, answer)
            _note(statement, answer)
        for statement, places in gone:
            withdraw(places, [_words_of(statement.shown)])
            models.CheckbackStatement.objects.filter(pk=statement.pk).update(shown="", text="")
            models.CheckbackQuote.objects.filter(statement=statement).delete()
    overwritten = overwrite() if gone else False
    traces = traces_of_withdrawn() if gone else []
    told = [answer.verdict for answer in given]
    return Taken(
        told.count(Verdict.YES),
        told.count(Verdict.NOT_QUITE),
        told.count(Verdict.DONT_KEEP),
        overwritten,
        tuple(traces),
    )


def _statement(code: str, number: int) -> models.CheckbackStatement:
    found = models.CheckbackStatement.objects.filter(checkback__code=code, number=number).first()
    if found is None:
        raise NotFoundError(f"check-back {code}: there is no statement {number} on it")
    if not found.shown:
        raise NotFoundError(f"check-back {code}: statement {number} was withdrawn, for good")
    return found


def _words_of(shown: str) -> str:
    """Return a statement as it stood on the page, without the words that lead up to a quote."""
    return shown.removeprefix("You said: ")


def _places(statement: models.CheckbackStatement) -> list[Place]:
    return [(each.turn, each.start, each.end) for each in statement.quotes.select_related("turn")]


def _judge(statement: models.CheckbackStatement, answer: Answer) -> None:
    evidence = tuple(
        Quote(turn.conversation.key, turn.place, start, end, turn.text[start:end])
        for turn, start, end in _places(statement)
    )
    if not evidence:
        raise NotFoundError(f"statement {statement.number}: the words behind it are gone meanwhile")
    observation = Observation(
        statement.observation,
        statement.checkback.person.public,
        statement.facet,
        statement.shown,
        evidence,
        Status.HEARD,
        statement.probability,
    )
    judge(observation, STATUS[answer.verdict], answer.text)


def _note(statement: models.CheckbackStatement, answer: Answer) -> None:
    statement.status = STATUS[answer.verdict]
    statement.text = storable(answer.text)
    statement.answered_at = timezone.now()
    statement.save()
