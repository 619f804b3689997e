"""The workspace read back: who we are, what there is, what was imported, what needs the user."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import Count, Q

from theirside.app import models
from theirside.app.places import database
from theirside.app.rows import clip, speaker_of
from theirside.app.store import explained
from theirside.conversation import Side, Speaker
from theirside.intake.report import Skipped
from theirside.intake.us import Us

_ANYBODY = 5


@dataclass(frozen=True, slots=True)
class StoreStatus:
    """What the store holds, and where. ``waiting``: conversations that ``reader`` has not read."""

    database: str
    size_bytes: int
    conversations: int
    turns: int
    people: int
    annotations: int
    judgements: int
    unknown_speakers: int
    imports: int
    last_import: datetime | None
    reader: str
    waiting: int


@dataclass(frozen=True, slots=True)
class PastImport:
    """The account of one import: ``found`` is ``kept`` and what was skipped together."""

    at: datetime
    sources: tuple[str, ...]
    kept: int
    skipped: tuple[Skipped, ...]

    @property
    def found(self) -> int:
        """How many items were seen."""
        return self.kept + len(self.skipped)


@dataclass(frozen=True, slots=True)
class UnknownSpeaker:
    """Somebody whose side is not known; ``conversation`` is one in which they speak."""

    speaker: Speaker
    conversation: str
    subject: str
    turns: int
    words: tuple[str, ...]
    """The first things that they say there, so that somebody can tell who it is."""


@explained
def workspace_us() -> Us:
    """Return who we are; empty before ``init``."""
    row = models.Workspace.objects.first()
    if row is None:
        return Us()
    return Us(frozenset(row.domains), frozenset(row.addresses), frozenset(row.names))


@explained
def status(reader_version: str = "") -> StoreStatus:
    """Return what the store holds; ``reader_version`` is that of the reader in use."""
    waiting = models.Conversation.objects.exclude(reader=clip(reader_version, 64))
    newest = models.Import.objects.first()
    return StoreStatus(
        database=database().shown,
        size_bytes=_size(),
        conversations=models.Conversation.objects.count(),
        turns=models.Turn.objects.count(),
        people=models.Person.objects.count(),
        annotations=models.Annotation.objects.count(),
        judgements=models.Judgement.objects.count(),
        unknown_speakers=models.Speaker.objects.filter(side=Side.UNKNOWN)
        .exclude(turns=None)
        .count(),
        imports=models.Import.objects.count(),
        last_import=newest.at if newest else None,
        reader=reader_version,
        waiting=waiting.count(),
    )


def _size() -> int:
    path = database().path
    if path is not None:
        files = (path, path.with_name(path.name + "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_database_size(current_database())")
        return int(cursor.fetchone()[0])


@explained
def imports() -> list[PastImport]:
    """Return the accounts of all imports, the newest first."""
    return [
        PastImport(
            row.at,
            tuple(row.sources),
            row.kept,
            tuple(Skipped(item, reason) for item, reason in row.skipped),
        )
        for row in models.Import.objects.all()
    ]


@explained
def unknown_speakers(conversation: str = "") -> list[UnknownSpeaker]:
    """Return who speaks without a known side, those who say most first; of one talk or of all."""
    rows = models.Speaker.objects.filter(side=Side.UNKNOWN)
    of_talk = Q(turns__conversation__key=conversation) if conversation else Q()
    counted = rows.filter(of_talk).annotate(n=Count("turns")).filter(n__gt=0).order_by("-n", "pk")
    found = []
    for row in counted:
        turns = models.Turn.objects.filter(speaker=row).select_related("conversation")
        if conversation:
            turns = turns.filter(conversation__key=conversation)
        first = list(turns.order_by("conversation", "place")[:_ANYBODY])
        talk = first[0].conversation
        words = tuple(turn.text for turn in first if turn.conversation_id == talk.pk)
        found.append(UnknownSpeaker(speaker_of(row), talk.key, talk.subject, row.n, words))
    return found


@explained
def speakers_of_known_side() -> list[Speaker]:
    """Return everybody with an address whose side is known: what names may be learnt from."""
    rows = models.Speaker.objects.exclude(side=Side.UNKNOWN).exclude(email="")
    return [speaker_of(row) for row in rows.order_by("pk")]
