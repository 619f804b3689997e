"""Managers whose rows are those that who looks may see."""

from __future__ import annotations

from typing import Any, TypeVar

from django.db import models

from theirside.app.access import sees
from theirside.app.viewing import viewer

M = TypeVar("M", bound=models.Model)


class SeenThrough(models.Manager[M]):
    """The rows whose talk the viewer sees; ``path`` leads from a row to its conversation.

    "" is the conversation itself.
    """

    def __init__(self, path: str = "") -> None:
        super().__init__()
        self._path = path

    def deconstruct(self) -> tuple[bool, str, str, tuple[Any, ...], dict[str, Any]]:
        """Keep out of migrations: who sees what is no matter of the tables."""
        return False, "django.db.models.manager.Manager", "", (), {}

    def get_queryset(self) -> models.QuerySet[M]:
        """Return the rows, fewer while somebody looks."""
        rows = super().get_queryset()
        who = viewer()
        if who is None:
            return rows
        return rows.filter(sees(who, f"{self._path}_id" if self._path else "pk"))


class SeenPeople(models.Manager[M]):
    """The people with whom the viewer sees a talk: who spoke in it or was written to."""

    def get_queryset(self) -> models.QuerySet[M]:
        """Return the rows, fewer while somebody looks."""
        rows = super().get_queryset()
        if viewer() is None:
            return rows
        from django.db.models import Exists, OuterRef

        from theirside.app.models.talks import Recipient, Turn

        spoke = Turn.objects.filter(speaker__person=OuterRef("pk"))
        received = Recipient.objects.filter(speaker__person=OuterRef("pk"))
        return rows.filter(Exists(spoke) | Exists(received))


class SeenByQuotes(models.Manager[M]):
    """The rows of which the viewer sees at least one quote.

    ``quotes`` is the model of the quotes, ``row`` its field that leads to the row.
    """

    def __init__(self, quotes: str, row: str) -> None:
        super().__init__()
        self._quotes, self._row = quotes, row

    def deconstruct(self) -> tuple[bool, str, str, tuple[Any, ...], dict[str, Any]]:
        """Keep out of migrations."""
        return False, "django.db.models.manager.Manager", "", (), {}

    def get_queryset(self) -> models.QuerySet[M]:
        """Return the rows, fewer while somebody looks."""
        rows = super().get_queryset()
        if viewer() is None:
            return rows
        from django.apps import apps
        from django.db.models import Exists, OuterRef

        quotes: Any = apps.get_model("theirside", self._quotes)
        return rows.filter(Exists(quotes.objects.filter(**{self._row: OuterRef("pk")})))


class Own(models.Manager[M]):
    """The rows that the viewer made."""

    def get_queryset(self) -> models.QuerySet[M]:
        """Return the rows, fewer while somebody looks."""
        rows = super().get_queryset()
        who = viewer()
        return rows if who is None else rows.filter(member=who.member)
