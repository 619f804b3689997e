"""Conversations that search by meaning does not know yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import Exists, OuterRef, QuerySet

from theirside.app import models
from theirside.app.queries.talks import seen_talks
from theirside.reader.coded import version_of

if TYPE_CHECKING:
    from theirside.reader.encoder import Seeing


def uncoded(model: Seeing) -> QuerySet[models.Conversation]:
    """Return the conversations that have no codes of this model."""
    there = models.Meaning.objects.filter(conversation=OuterRef("pk"), version=version_of(model))
    return seen_talks().filter(~Exists(there))
