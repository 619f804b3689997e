"""The newest talks in which some of us spoke, a few at a time however many there are."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.db.models import Exists, F, OuterRef

from theirside.app import models
from theirside.app.queries.talks import Talk, talks_with_ids
from theirside.app.store import explained
from theirside.conversation import Side, Speaker


def newest_talks(ours: Collection[Speaker], chunk: int) -> Iterator[Talk]:
    """Yield the talks in which one of these of ours spoke, the newest first.

    Only ``chunk`` of them at a time are read, when they are asked for: whoever stops early has not
    read the rest. What has no time at all is left out.
    """
    start = 0
    while keys := _keys(ours, start, chunk):
        found = {each.conversation.id: each for each in talks_with_ids(keys)}
        yield from (found[key] for key in keys if key in found)
        start += chunk


@explained
def _keys(ours: Collection[Speaker], start: int, chunk: int) -> list[str]:
    named = models.Speaker.objects.filter(
        side=Side.OURS,
        name__in={each.name for each in ours},
        email__in={each.email for each in ours},
        phone__in={each.phone for each in ours},
    )
    spoke = models.Turn.objects.filter(conversation=OuterRef("pk"), speaker__in=named)
    rows = models.Conversation.objects.filter(Exists(spoke), last_at__isnull=False)
    ordered = rows.order_by(F("last_at").desc(), "-pk").values_list("key", flat=True)
    return list(ordered[start : start + chunk])
