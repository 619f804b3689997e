"""All reading from the store. What comes back are frozen values, never rows."""

from __future__ import annotations

from theirside.app.queries.checkbacks import (
    PastCheckback,
    PastStatement,
    checkbacks_of,
    judged_statements,
    sent_of,
)
from theirside.app.queries.export import Everything, everything_about, export_person
from theirside.app.queries.people import PersonSummary, find_person, people
from theirside.app.queries.proposals import proposals
from theirside.app.queries.talks import (
    Talk,
    TalkSummary,
    all_talks,
    conversation,
    conversations,
    conversations_of,
    find_conversation,
    holds,
)
from theirside.app.queries.traces import traces_of
from theirside.app.queries.understanding import Inputs, judgements_of, understanding_inputs
from theirside.app.queries.workspace import (
    PastImport,
    StoreStatus,
    UnknownSpeakers,
    imports,
    known_names,
    status,
    unknown_speakers,
    workspace_us,
)

__all__ = [
    "Everything",
    "Inputs",
    "PastCheckback",
    "PastImport",
    "PastStatement",
    "PersonSummary",
    "StoreStatus",
    "Talk",
    "TalkSummary",
    "UnknownSpeakers",
    "all_talks",
    "checkbacks_of",
    "conversation",
    "conversations",
    "conversations_of",
    "everything_about",
    "export_person",
    "find_conversation",
    "find_person",
    "holds",
    "imports",
    "judged_statements",
    "judgements_of",
    "known_names",
    "people",
    "proposals",
    "sent_of",
    "status",
    "traces_of",
    "understanding_inputs",
    "unknown_speakers",
    "workspace_us",
]
