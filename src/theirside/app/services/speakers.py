"""Speakers laid down: found again by what the source says of them, their sides kept as told."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from django.db.models import Q

from theirside.app import models
from theirside.app.rows import clip, short
from theirside.app.services.annotating import mark_unread
from theirside.app.services.heard import note_heard, note_where
from theirside.conversation import Side, Speaker
from theirside.understand.names import fold

Rows = dict[Speaker, models.Speaker]
_Identity = tuple[str, str, str, str, str]


def storable_speaker(speaker: Speaker) -> Speaker:
    """Return the speaker as the database can hold them."""
    return Speaker(
        clip(speaker.name),
        clip(speaker.email).lower(),
        clip(speaker.phone, 64),
        clip(speaker.company),
        speaker.side,
    )


def rows_for(speakers: Iterable[Speaker], scope: str) -> Rows:
    """Return each speaker's row, made where there is none; told sides outrank given ones."""
    wanted = list(dict.fromkeys(speakers))
    found = _found(wanted, scope)
    missing = {
        _identity(speaker, scope): speaker
        for speaker in wanted
        if _identity(speaker, scope) not in found
    }
    told = _told(missing.values(), scope) if missing else {}
    made = models.Speaker.objects.bulk_create(
        _new_row(speaker, scope, told.get(identity)) for identity, speaker in missing.items()
    )
    found.update({_identity_of(row): row for row in made})
    rows = {speaker: found[_identity(speaker, scope)] for speaker in wanted}
    _renew_sides(rows)
    return rows


def _identity(speaker: Speaker, scope: str) -> _Identity:
    reached = speaker.email or speaker.phone
    return (speaker.email, speaker.phone, "" if reached else scope, speaker.name, speaker.company)


def _identity_of(row: models.Speaker) -> _Identity:
    return (row.email, row.phone, row.scope, row.name, row.company)


def _found(wanted: Iterable[Speaker], scope: str) -> dict[_Identity, models.Speaker]:
    emails = {speaker.email for speaker in wanted if speaker.email}
    phones = {speaker.phone for speaker in wanted if speaker.phone}
    query = Q(scope=scope)
    if emails:
        query |= Q(email__in=emails)
    if phones:
        query |= Q(phone__in=phones)
    return {_identity_of(row): row for row in models.Speaker.objects.filter(query)}


def _new_row(speaker: Speaker, scope: str, told: Side | None) -> models.Speaker:
    email, phone, scope, name, company = _identity(speaker, scope)
    return models.Speaker(
        email=email,
        phone=phone,
        scope=scope,
        name=name,
        company=company,
        side=told or speaker.side,
        told=told is not None,
    )


def _told(speakers: Iterable[Speaker], scope: str) -> dict[_Identity, Side]:
    keys = {_identity(speaker, scope): told_key(speaker) for speaker in speakers}
    rows = models.ToldSide.objects.filter(key__in=set(keys.values()))
    sides = {row.key: Side(row.side) for row in rows}
    return {identity: sides[key] for identity, key in keys.items() if key in sides}


def told_key(speaker: Speaker) -> str:
    """Return the key under which "on this side, everywhere" is remembered of a speaker."""
    if speaker.email:
        return short(f"email:{speaker.email}")
    return short(f"phone:{speaker.phone}" if speaker.phone else f"name:{fold(speaker.name)}")


def _renew_sides(rows: Rows) -> None:
    """Take over a side that a rule knows by now; what the user told stays."""
    changed = []
    for speaker, row in rows.items():
        if not row.told and speaker.side not in (Side.UNKNOWN, row.side):
            row.side = speaker.side
            changed.append(row)
    if changed:
        models.Speaker.objects.bulk_update(changed, ["side"])
        side_changed(changed)


def side_changed(rows: Collection[models.Speaker]) -> int:
    """Follow a change of side: read those conversations again, let go of whoever is not theirs.

    Returns how many conversations it concerns.
    """
    talks = set(
        models.Turn.objects.filter(speaker__in=rows).values_list("conversation_id", flat=True)
    )
    mark_unread(talks)
    ours = [row for row in rows if row.side != Side.THEIRS and row.person_id]
    people = {row.person_id for row in ours if row.person_id is not None}
    for row in ours:
        row.person = None
    models.Speaker.objects.bulk_update(ours, ["person"])
    # What somebody judged of them is kept, for the case that the side was told by mistake.
    models.Person.objects.filter(pk__in=people, speakers=None, judgements=None).delete()
    note_heard(people)
    note_where(people)
    return len(talks)
