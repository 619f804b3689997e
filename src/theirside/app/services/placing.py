"""Sides found out afterwards: because we said who we are, or a later mail gave a name a side."""

from __future__ import annotations

from django.db.models import Q

from theirside.app import models
from theirside.app.queries.workspace import known_names, workspace_us
from theirside.app.rows import speaker_of
from theirside.app.services.linking import link
from theirside.app.services.speakers import side_changed
from theirside.app.store import writing
from theirside.conversation import Channel, Side
from theirside.intake.sides import folded, is_ours
from theirside.intake.us import Us


def place_by_names() -> int:
    """Give speakers of unknown side the side of their full name; return how many were placed.

    A call may have come in before the mails that tell on which side its speakers are.
    """
    with writing():
        return _place_by_names()


def place_again(no_longer: Us | None = None) -> int:
    """Give every speaker the side that follows from who we are by now; return how many changed.

    The same rules as at import: ours by address, domain or name; theirs who writes to us; by a
    full name whose side is known. Who was ours by an entry that is ``no_longer`` there becomes
    unknown first. What the user told of a speaker stays.
    """
    with writing():
        us = workspace_us()
        if no_longer:
            _let_go(no_longer, us)
        rows = models.Speaker.objects.filter(told=False).exclude(side=Side.OURS).order_by("pk")
        ours = [row for row in rows if is_ours(speaker_of(row), us)]
        changed = _set(ours, Side.OURS)
        return changed + _set(_correspondents(), Side.THEIRS) + _place_by_names()


def _let_go(no_longer: Us, us: Us) -> None:
    rows = models.Speaker.objects.filter(told=False, side=Side.OURS).order_by("pk")
    gone = [
        row
        for row in rows
        if is_ours(speaker_of(row), no_longer) and not is_ours(speaker_of(row), us)
    ]
    names = {folded(row.name) for row in gone if row.name}
    bare = rows.filter(email="", phone="").exclude(pk__in=[row.pk for row in gone])
    gone += [row for row in bare if folded(row.name) in names]
    _set(gone, Side.UNKNOWN)


def _place_by_names() -> int:
    known, us = known_names(), workspace_us()
    rows = models.Speaker.objects.filter(side=Side.UNKNOWN, told=False).order_by("pk")
    placed: dict[Side, list[models.Speaker]] = {Side.OURS: [], Side.THEIRS: []}
    for row in rows:
        speaker = speaker_of(row)
        side = Side.OURS if is_ours(speaker, us) else known.side_of(speaker.name)
        if side is not Side.UNKNOWN:
            placed[side].append(row)
    return sum(_set(found, side) for side, found in placed.items())


def _correspondents() -> list[models.Speaker]:
    """Return those of unknown side who have an address and stand in a mail with one of us."""
    mails = models.Turn.objects.filter(conversation__channel=Channel.MAIL)
    ours = Q(speaker__side=Side.OURS) | Q(recipients__speaker__side=Side.OURS)
    talks = mails.filter(ours).values("conversation")
    rows = models.Speaker.objects.filter(side=Side.UNKNOWN, told=False).exclude(email="")
    there = Q(turns__conversation__in=talks) | Q(received__turn__conversation__in=talks)
    return list(rows.filter(there).distinct().order_by("pk"))


def _set(rows: list[models.Speaker], side: Side) -> int:
    for row in rows:
        row.side = side
    models.Speaker.objects.bulk_update(rows, ["side"], batch_size=500)
    if rows:
        side_changed(rows)
        link(rows)
    return len(rows)
