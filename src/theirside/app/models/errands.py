"""Long work that somebody asked for: undoing, letting go, forgetting, handing over."""

from __future__ import annotations

from django.db import models

from theirside.app.models.seen import Own


class Errand(models.Model):
    """Work that waits, is done, or was done; ``public`` names it, and its folder in the spool.

    ``kind`` is one of ``undo``, ``old``, ``forget``, ``export``; ``subject`` says of what: numbers
    and ids, never a name. ``state`` is ``waiting``, ``doing``, ``done`` or ``failed``; ``outcome``
    what came of it, in numbers. ``hidden``: a customer asked for it by their link, and no member
    sees it.
    """

    public = models.CharField(max_length=32, unique=True)
    member = models.ForeignKey(
        "Member", null=True, on_delete=models.SET_NULL, related_name="errands"
    )
    hidden = models.BooleanField(default=False)
    kind = models.CharField(max_length=8)
    subject = models.JSONField(default=dict)
    state = models.CharField(max_length=8, default="waiting")
    at = models.DateTimeField()
    outcome = models.JSONField(default=dict)
    error = models.TextField(blank=True)

    objects = Own["Errand"]()

    class Meta:
        """Newest first."""

        ordering = ("-at", "-id")
