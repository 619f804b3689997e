"""Speakers laid down: found again by what the source says of them, their sides kept as told."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from theirside.app import models
from theirside.app.keys import voice_keys
from theirside.app.rows import clip
from theirside.conversation import Side, Speaker

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
    keys = {key: speaker for speaker in speakers for key in voice_keys(speaker, scope)}
    rows = models.ToldSide.objects.filter(key__in=keys)
    return {_identity(keys[row.key], scope): Side(row.side) for row in rows}


def _renew_sides(rows: Rows) -> None:
    """Take over a side that a rule knows by now; what the user told stays."""
    changed = []
    for speaker, row in rows.items():
        if not row.told and speaker.side not in (Side.UNKNOWN, row.side):
            row.side = speaker.side
            changed.append(row)
    if changed:
        models.Speaker.objects.bulk_update(changed, ["side"])
