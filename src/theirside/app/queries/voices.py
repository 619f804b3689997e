"""What a person goes by in the sources: each address, phone or bare name, and how often."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from django.db.models import Count

from theirside.app import models
from theirside.app.store import explained
from theirside.understand.understanding import Person

_VOICE = ("speaker__email", "speaker__phone", "speaker__scope", "speaker__name")


@dataclass(frozen=True, slots=True)
class VoiceSummary:
    """One address, phone or bare name of a person: the ``names`` with it, and how often it spoke.

    ``label`` is what ``services.split`` takes: the address or phone, and for a bare name, which
    means something in its conversation only, the id of that; ``channel`` and ``subject`` are that
    talk's then.
    """

    label: str
    shown: str
    names: tuple[str, ...]
    channel: str
    subject: str
    talks: int
    turns: int


@explained
def voices_of(person: Person) -> list[VoiceSummary]:
    """Return what a person goes by, the most heard first; what only a contact card has comes last.

    It takes two queries. Only talks that whoever looks may see count.
    """
    spoken = models.Turn.objects.filter(speaker__person__public=person.id).order_by()
    heard = spoken.values_list(*_VOICE).annotate(
        turns=Count("pk"), talks=Count("conversation", distinct=True)
    )
    found: dict[str, VoiceSummary] = {}
    for email, phone, scope, name, turns, talks in heard:
        reached = email or phone
        label = reached or scope
        known = found.get(label, VoiceSummary(label, reached or name, (), "", "", 0, 0))
        names = (name,) if reached and name and name not in known.names else ()
        found[label] = replace(
            known, names=known.names + names, talks=known.talks + talks, turns=known.turns + turns
        )
    for reached in (*person.emails, *person.phones):
        found.setdefault(reached, VoiceSummary(reached, reached, (), "", "", 0, 0))
    talks_by_key = _talks(found)
    made = [
        replace(each, channel=channel, subject=subject)
        for each in found.values()
        for channel, subject in [talks_by_key.get(each.label, ("", ""))]
    ]
    return sorted((each for each in made if each.label), key=lambda each: (-each.turns, each.label))


def _talks(keys: Collection[str]) -> dict[str, tuple[str, str]]:
    rows = models.Conversation.objects.filter(key__in=keys)
    return {
        key: (channel, subject)
        for key, channel, subject in rows.values_list("key", "channel", "subject")
    }
