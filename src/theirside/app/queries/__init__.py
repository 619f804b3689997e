"""All reading from the store. What comes back are frozen values, never rows."""

from __future__ import annotations

from theirside.app.queries.browsing import Leaf, Listed, Search, leaf
from theirside.app.queries.checkbacks import (
    PastCheckback,
    PastStatement,
    checkbacks_of,
    judged_statements,
    sent_of,
)
from theirside.app.queries.comments import Comment, comments_in
from theirside.app.queries.companies import find_company
from theirside.app.queries.export import Everything, everything_about, export_person
from theirside.app.queries.fits import fit_decisions
from theirside.app.queries.members import (
    NOBODY,
    Member,
    find_member,
    members,
    open_to_coaches,
    viewer_of,
)
from theirside.app.queries.people import (
    PersonSummary,
    find_person,
    people,
    people_speaking_in,
    people_who_spoke,
)
from theirside.app.queries.preparations import preparations_of
from theirside.app.queries.proposals import proposals
from theirside.app.queries.switches import switches
from theirside.app.queries.talks import (
    Talk,
    TalkSummary,
    all_talks,
    conversation,
    conversations,
    conversations_of,
    find_conversation,
    holds,
    our_speakers,
    sides_told,
    sides_told_in,
    talks_by_time,
)
from theirside.app.queries.traces import traces_of
from theirside.app.queries.understanding import (
    Inputs,
    judgements_of,
    people_met,
    understanding_inputs,
)
from theirside.app.queries.windows import Speaking, Stretch, Window, stretches, window
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
    "NOBODY",
    "Comment",
    "Everything",
    "Inputs",
    "Leaf",
    "Listed",
    "Member",
    "PastCheckback",
    "PastImport",
    "PastStatement",
    "PersonSummary",
    "Search",
    "Speaking",
    "StoreStatus",
    "Stretch",
    "Talk",
    "TalkSummary",
    "UnknownSpeakers",
    "Window",
    "all_talks",
    "checkbacks_of",
    "comments_in",
    "conversation",
    "conversations",
    "conversations_of",
    "everything_about",
    "export_person",
    "find_company",
    "find_conversation",
    "find_member",
    "find_person",
    "fit_decisions",
    "holds",
    "imports",
    "judged_statements",
    "judgements_of",
    "known_names",
    "leaf",
    "members",
    "open_to_coaches",
    "our_speakers",
    "people",
    "people_met",
    "people_speaking_in",
    "people_who_spoke",
    "preparations_of",
    "proposals",
    "sent_of",
    "sides_told",
    "sides_told_in",
    "status",
    "stretches",
    "switches",
    "talks_by_time",
    "traces_of",
    "understanding_inputs",
    "unknown_speakers",
    "viewer_of",
    "window",
    "workspace_us",
]
