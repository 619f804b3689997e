"""The workspace read back: who we are, what there is, what was imported, what needs the user."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.db.models import F

from theirside.app import models
from theirside.app.places import database
from theirside.app.queries.people import taking_part
from theirside.app.queries.uncoded import uncoded
from theirside.app.rows import clip, speaker_of
from theirside.app.store import explained
from theirside.conversation import Side, Speaker
from theirside.intake.report import Skipped
from theirside.intake.sides import KnownNames
from theirside.intake.us import Us


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
class StoreStatus:
    """What the store holds, and where.

    ``unknown`` counts the conversations with speakers of unknown side; ``waiting`` those that the
    reader in use, whose version ``reader`` is, has not read; ``uncoded`` those that search knows by
    their words only.
    """

    database: str
    size_bytes: int
    us: Us
    conversations: int
    turns: int
    people: int
    annotations: int
    judgements: int
    unknown: int
    reader: str
    waiting: int
    uncoded: int
    last_import: PastImport | None


@dataclass(frozen=True, slots=True)
class UnknownSpeakers:
    """A conversation, by its id, and the labels of those in it whose side is not known."""

    conversation: str
    subject: str
    names: tuple[str, ...]


@explained
def workspace_us() -> Us:
    """Return who we are; empty before ``init``."""
    row = models.Workspace.objects.first()
    if row is None:
        return Us()
    return Us(frozenset(row.domains), frozenset(row.addresses), frozenset(row.names))


@explained
def status() -> StoreStatus:
    """Return what the store holds, and what waits."""
    from theirside.reader import default_reader
    from theirside.reader.reader import SeesMeaning

    reader = default_reader()
    version = clip(reader.version, 64)
    unknown = models.Turn.objects.filter(speaker__side=Side.UNKNOWN)
    return StoreStatus(
        database=database().shown,
        size_bytes=_size(),
        us=workspace_us(),
        conversations=models.Conversation.objects.count(),
        turns=models.Turn.objects.count(),
        people=taking_part().count(),
        annotations=models.Annotation.objects.count(),
        judgements=models.Judgement.objects.count(),
        unknown=unknown.values("conversation").distinct().count(),
        reader=version,
        waiting=models.Conversation.objects.exclude(reader=version).count(),
        uncoded=uncoded(reader.encoder).count() if isinstance(reader, SeesMeaning) else 0,
        last_import=next(map(_past_import, models.Import.objects.all()[:1]), None),
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
    return [_past_import(row) for row in models.Import.objects.all()]


def _past_import(row: models.Import) -> PastImport:
    skipped = tuple(Skipped(item, reason) for item, reason in row.skipped)
    return PastImport(row.at, tuple(row.sources), row.kept, skipped)


@explained
def unknown_speakers() -> list[UnknownSpeakers]:
    """Return the conversations with speakers whose side is not known, the newest first."""
    unknown = models.Speaker.objects.filter(side=Side.UNKNOWN)
    if not unknown.exists():  # nearly always, and sooner known than by asking of every turn
        return []
    turns = models.Turn.objects.filter(speaker__in=unknown.values("pk"))
    found: dict[tuple[str, str], dict[str, None]] = {}
    for key, subject, name, email, phone in turns.order_by(
        F("conversation__last_at").desc(nulls_last=True), "conversation", "place"
    ).values_list(
        "conversation__key",
        "conversation__subject",
        "speaker__name",
        "speaker__email",
        "speaker__phone",
    ):
        found.setdefault((key, subject), {})[Speaker(name, email, phone).label] = None
    return [
        UnknownSpeakers(key, subject, tuple(labels)) for (key, subject), labels in found.items()
    ]


@explained
def is_a_side_unknown() -> bool:
    """Say whether somebody spoke of whom it is not known whose side they are on."""
    unknown = models.Speaker.objects.filter(side=Side.UNKNOWN).values("pk")
    return models.Turn.objects.filter(speaker__in=unknown).exists()


@explained
def known_names() -> KnownNames:
    """Return the full names whose side is certain, because they stand beside an address."""
    known = KnownNames()
    rows = models.Speaker.objects.exclude(side=Side.UNKNOWN).exclude(email="")
    for row in rows.order_by("pk").iterator(chunk_size=2000):
        known.learn(speaker_of(row))
    return known
