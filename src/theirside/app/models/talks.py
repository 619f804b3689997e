"""Conversations, their turns, and the speakers as the sources name them."""

from __future__ import annotations

from django.db import models

from theirside.app.models.people import Person
from theirside.app.models.seen import SeenThrough


class Conversation(models.Model):
    """One thread, call, chat or note. ``reader`` is the version that annotated it, "" if none.

    Times are stored in UTC; ``*_offset`` are the seconds east of UTC that the source gave, None
    where it gave no zone.
    """

    key = models.CharField(max_length=255, unique=True)
    channel = models.CharField(max_length=8)
    subject = models.TextField(blank=True)
    started_at = models.DateTimeField(null=True)
    started_offset = models.IntegerField(null=True)
    last_at = models.DateTimeField(null=True, db_index=True)
    source = models.TextField(blank=True)
    format = models.CharField(max_length=64, blank=True)
    imported_at = models.DateTimeField()
    reader = models.CharField(max_length=64, blank=True, db_index=True)

    objects = SeenThrough["Conversation"]()


class Speaker(models.Model):
    """Somebody as a source names them; ``person`` is who that is, where it is known.

    Whoever has an address or a phone is one speaker in the whole workspace; a bare label ("Dana")
    is one in its ``scope``, the key of its conversation, because two Danas are not one. ``told``
    says that the user set the side, which no rule overrides.
    """

    scope = models.CharField(max_length=255, blank=True)
    name = models.CharField(max_length=255, blank=True)
    email = models.CharField(max_length=255, blank=True)
    phone = models.CharField(max_length=64, blank=True)
    company = models.CharField(max_length=255, blank=True)
    side = models.CharField(max_length=8)
    told = models.BooleanField(default=False)
    person = models.ForeignKey(
        Person, null=True, on_delete=models.SET_NULL, related_name="speakers"
    )

    class Meta:
        """A speaker is found by what the source says of them."""

        constraints = [
            models.UniqueConstraint(
                fields=("email", "phone", "scope", "name", "company"), name="speaker_once"
            )
        ]


class Turn(models.Model):
    """One person speaking once. ``place`` is its position in the conversation, from 0.

    ``withheld`` are the stretches ``[start, end)`` of which the reader said that they touch a
    special category: nothing may be read from them. Which category is never kept.
    """

    conversation = models.ForeignKey(Conversation, on_delete=models.CASCADE, related_name="turns")
    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="turns")
    key = models.CharField(max_length=255, db_index=True)
    place = models.PositiveIntegerField()
    text = models.TextField()
    at = models.DateTimeField(null=True)
    offset = models.IntegerField(null=True)
    start = models.FloatField(null=True)
    end = models.FloatField(null=True)
    original = models.TextField(blank=True)
    apart = models.JSONField(default=list)
    withheld = models.JSONField(default=list)

    objects = SeenThrough["Turn"]("conversation")

    class Meta:
        """A turn stands once in its conversation; the index answers "who spoke where, when"."""

        constraints = [models.UniqueConstraint(fields=("conversation", "key"), name="turn_once")]
        indexes = [models.Index(fields=("speaker", "conversation", "at"), name="turn_by_speaker")]


class Recipient(models.Model):
    """To whom a mail went; ``place`` keeps the order of the header."""

    turn = models.ForeignKey(Turn, on_delete=models.CASCADE, related_name="recipients")
    speaker = models.ForeignKey(Speaker, on_delete=models.CASCADE, related_name="received")
    place = models.PositiveIntegerField()

    objects = SeenThrough["Recipient"]("turn__conversation")
