"""All reading from the store. What comes back are frozen values, never rows."""

from __future__ import annotations

from theirside.app.queries.export import export_person
from theirside.app.queries.people import PersonSummary, find_person, people
from theirside.app.queries.talks import (
    Talk,
    TalkSummary,
    all_talks,
    conversation,
    conversations,
    conversations_of,
    find_conversation,
)
from theirside.app.queries.understanding import Inputs, judgements_of, understanding_inputs
from theirside.app.queries.workspace import (
    PastImport,
    StoreStatus,
    UnknownSpeaker,
    imports,
    speakers_of_known_side,
    status,
    unknown_speakers,
    workspace_us,
)

__all__ = [
    "Inputs",
    "PastImport",
    "PersonSummary",
    "StoreStatus",
    "Talk",
    "TalkSummary",
    "UnknownSpeaker",
    "all_talks",
    "conversation",
    "conversations",
    "conversations_of",
    "export_person",
    "find_conversation",
    "find_person",
    "imports",
    "judgements_of",
    "people",
    "speakers_of_known_side",
    "status",
    "understanding_inputs",
    "unknown_speakers",
    "workspace_us",
]
