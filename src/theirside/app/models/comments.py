"""What colleagues say to each other about a turn: comments for coaching."""

from __future__ import annotations

from django.db import models

from theirside.app.models.seen import SeenOfTurn
from theirside.app.models.talks import Turn


class Comment(models.Model):
    """A comment on a turn. ``author`` is who wrote it by their account, ``name`` as it is shown.

    It belongs to the conversation: it goes with its turn, and the customer may see it.
    """

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="comments")
    author = models.CharField(max_length=255)
    name = models.CharField(max_length=255, blank=True)
    text = models.TextField()
    at = models.DateTimeField()
    changed_at = models.DateTimeField(null=True)

    objects = SeenOfTurn["Comment"]()
