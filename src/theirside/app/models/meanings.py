"""The codes by which search finds sentences by meaning."""

from __future__ import annotations

from django.db import models

from theirside.app.models.seen import SeenOfTalk
from theirside.app.models.talks import Conversation


class Meaning(models.Model):
    """A conversation's coded sentences, 64 bytes each (``theirside.app.codes``), and by whom.

    There is none where the conversation has not been coded, or where one of its turns has changed
    or gone since: the database drops the row then (``theirside.app.code_triggers``).
    """

    conversation = models.OneToOneField(
        Conversation, on_delete=models.CASCADE, related_name="meaning"
    )
    version = models.CharField(max_length=64, db_index=True)
    sentences = models.BinaryField()

    objects = SeenOfTalk["Meaning"]()
