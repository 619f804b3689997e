"""When people were last heard and where, noted whenever their turns or their voices change.

All turns count, those too which whoever changes something does not see.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from django.db.models import Max
from django.db.models.functions import Coalesce

from theirside.app import models
from theirside.app.viewing import seen_by

_LAST = Max(Coalesce("at", "conversation__started_at"))
_Part = tuple[int, int]
"""Primary keys of a person and of a talk."""


def note_heard(people: Iterable[int | None]) -> None:
    """Work out anew when these people, by primary key, last spoke. In the caller's transaction."""
    wanted = {each for each in people if each is not None}
    if wanted:
        with seen_by(None):
            _note(wanted)


def note_where(people: Iterable[int | None]) -> None:
    """Work out anew in which talks these people took part. In the caller's transaction."""
    wanted = {each for each in people if each is not None}
    if wanted:
        with seen_by(None):
            _keep({"person__in": wanted}, {"speaker__person__in": wanted})


def note_who(talks: Collection[int]) -> None:
    """Work out anew who took part in these talks. In the caller's transaction."""
    with seen_by(None):
        _keep({"conversation__in": talks}, {"conversation__in": talks})


def _note(wanted: set[int]) -> None:
    spoken = models.Turn.objects.filter(speaker__person__in=wanted)
    last = dict(spoken.order_by().values_list("speaker__person").annotate(last=_LAST))
    for pk, noted in models.Person.objects.filter(pk__in=wanted).values_list("pk", "heard_at"):
        if last.get(pk) != noted:
            models.Person.objects.filter(pk=pk).update(heard_at=last.get(pk))


def _keep(kept: dict[str, object], of_turns: dict[str, object]) -> None:
    """Let the rows ``kept`` be what the turns ``of_turns`` tell."""
    true = _told(of_turns)
    gone, there = [], set[_Part]()
    rows = models.TakingPart.objects.filter(**kept)
    for pk, person, talk, last in rows.values_list("pk", "person_id", "conversation_id", "last_at"):
        if (person, talk) in true and true[person, talk] == last:
            there.add((person, talk))
        else:
            gone.append(pk)
    models.TakingPart.objects.filter(pk__in=gone).delete()
    models.TakingPart.objects.bulk_create(
        models.TakingPart(person_id=person, conversation_id=talk, last_at=last)
        for (person, talk), last in true.items()
        if (person, talk) not in there
    )


def _told(of_turns: dict[str, object]) -> dict[_Part, datetime | None]:
    """Return who took part where, and when they last spoke there, as turns and headers tell."""
    spoke = models.Turn.objects.filter(speaker__person__isnull=False, **of_turns).order_by()
    pairs = spoke.values_list("speaker__person", "conversation").annotate(last=_LAST)
    of_recipients = {
        name if name.startswith("speaker") else f"turn__{name}": value
        for name, value in of_turns.items()
    }
    written = models.Recipient.objects.filter(speaker__person__isnull=False, **of_recipients)
    to = written.order_by().values_list("speaker__person", "turn__conversation").distinct()
    found: dict[_Part, datetime | None] = {(p, t): None for p, t in to if p is not None}
    found.update({(p, t): last for p, t, last in pairs if p is not None})
    return found
