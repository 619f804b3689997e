"""Who has something open, kept so that the first page need not look at everybody each time.

No words: what is open is worked out anew for the few who are shown. A row too many does no harm.
"""

from __future__ import annotations

from django.db import models

from theirside.app.models.people import Person
from theirside.app.models.seen import SeenWaiting
from theirside.app.models.talks import Conversation


class Looked(models.Model):
    """When it was last looked what is open with a person; None while somebody looks.

    The row goes when a talk with them, or what was marked in it, changes.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="looked")
    on = models.DateField(null=True, db_index=True)


class Waiting(models.Model):
    """Something open with a person: what sort it is, its number, its day, and when it was said.

    ``talk`` is where its last words stand, None of what was noted by hand: whoever does not see
    that talk is not told of it. ``held``: they asked for quiet until ``on``.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="waiting")
    talk = models.ForeignKey(
        Conversation, null=True, on_delete=models.CASCADE, related_name="waiting"
    )
    kind = models.CharField(max_length=16)
    code = models.CharField(max_length=300)
    on = models.DateField(null=True, db_index=True)
    said = models.DateField(null=True, db_index=True)
    held = models.BooleanField(default=False)

    objects = SeenWaiting["Waiting"]()


class NotToday(models.Model):
    """Somebody said of something on the first page: not now; ``until`` is when it comes again."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="not_today")
    member = models.ForeignKey(
        "Member", null=True, on_delete=models.CASCADE, related_name="not_today"
    )
    code = models.CharField(max_length=300)
    until = models.DateField()


class CalendarLink(models.Model):
    """The secret in the link of somebody's calendar feed; None: of whoever works here alone."""

    member = models.OneToOneField(
        "Member", null=True, on_delete=models.CASCADE, related_name="calendar_link"
    )
    secret = models.CharField(max_length=64, unique=True)
    at = models.DateTimeField()
