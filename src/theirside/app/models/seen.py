"""Managers whose rows are those that who looks may see."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from django.db import models

from theirside.app.access import sees
from theirside.app.viewing import viewer

M = TypeVar("M", bound=models.Model)


class SeenTalks(models.Manager[M]):
    """The rows whose talk the viewer sees; ``talk`` leads from a row to its talk's primary key.

    What a manager needs stands in its class, because Django makes related managers from the class.
    """

    talk: ClassVar[str] = "pk"

    def get_queryset(self) -> models.QuerySet[M]:
        """Return the rows, fewer while somebody looks."""
        rows = super().get_queryset()
        who = viewer()
        return rows if who is None else rows.filter(sees(who, self.talk))


class SeenOfTalk(SeenTalks[M]):
    """The rows that belong to a talk which the viewer sees."""

    talk = "conversation_id"


class SeenOfTurn(SeenTalks[M]):
    """The rows that belong to a turn of a talk which the viewer sees."""

    talk = "turn__conversation_id"


class SeenPeople(models.Manager[M]):
    """The people with whom the viewer sees a talk: who spoke in it or was written to."""

    def get_queryset(self) -> models.QuerySet[M]:
        """Return the rows, fewer while somebody looks."""
        rows = super().get_queryset()
        return rows if viewer() is None else rows.filter(_takes_part("pk"))


class SeenOfPerson(models.Manager[M]):
    """The rows about a person with whom the viewer sees a talk; ``whom`` leads to the person."""

    whom: ClassVar[str] = "person"

    def get_queryset(self) -> models.QuerySet[M]:
        """Return the rows, fewer while somebody looks."""
        rows = super().get_queryset()
        return rows if viewer() is None else rows.filter(_takes_part(self.whom))


def _takes_part(whom: str) -> models.Exists:
    """Return the condition that the viewer sees a talk with the person to whom ``whom`` leads."""
    from django.apps import apps

    there: Any = apps.get_model("theirside", "TakingPart")
    return models.Exists(there.objects.filter(person=models.OuterRef(whom)))


class SeenWaiting(SeenOfPerson[M]):
    """What is open with a person whom the viewer sees, where they see the talk that tells it."""

    def get_queryset(self) -> models.QuerySet[M]:
        """Return the rows, fewer while somebody looks."""
        rows, who = super().get_queryset(), viewer()
        if who is None:
            return rows
        return rows.filter(models.Q(talk=None) | models.Q(sees(who, "talk_id")))


class SeenByQuotes(models.Manager[M]):
    """The rows of which the viewer sees at least one quote.

    ``quotes`` is the model of the quotes, ``row`` its field that leads to the row.
    """

    quotes: ClassVar[str]
    row: ClassVar[str]

    def get_queryset(self) -> models.QuerySet[M]:
        """Return the rows, fewer while somebody looks."""
        rows = super().get_queryset()
        if viewer() is None:
            return rows
        from django.apps import apps
        from django.db.models import Exists, OuterRef

        quotes: Any = apps.get_model("theirside", self.quotes)
        return rows.filter(Exists(quotes.objects.filter(**{self.row: OuterRef("pk")})))


class SeenJudgements(SeenByQuotes[M]):
    """Judgements by their quotes."""

    quotes, row = "JudgementQuote", "judgement"


class SeenStatements(SeenByQuotes[M]):
    """Statements of check-backs by their quotes."""

    quotes, row = "CheckbackQuote", "statement"


class SeenQuestions(SeenByQuotes[M]):
    """Prepared questions by their quotes."""

    quotes, row = "PreparedQuote", "question"


class SeenDecisions(SeenByQuotes[M]):
    """Decisions on fits by the people whom they are about."""

    quotes, row = "FitSubject", "decision"


class Own(models.Manager[M]):
    """The rows that the viewer made."""

    def get_queryset(self) -> models.QuerySet[M]:
        """Return the rows, fewer while somebody looks."""
        rows = super().get_queryset()
        who = viewer()
        return rows if who is None else rows.filter(member=who.member)
