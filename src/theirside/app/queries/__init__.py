"""All reading from the store. What comes back are frozen values, never rows."""

from __future__ import annotations

from theirside.app.queries.around import Around, NearTurn, talk_around
from theirside.app.queries.checkbacks import (
    PastCheckback,
    PastStatement,
    checkbacks_of,
    judged_statements,
    sent_of,
)
from theirside.app.queries.companies import (
    CompaniesPage,
    CompanySummary,
    companies_page,
    find_company,
)
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
from theirside.app.queries.people_list import Listed, PeoplePage, heard_last, people_page
from theirside.app.queries.preparations import preparations_of
from theirside.app.queries.proposals import proposals, proposals_for
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
    talks_by_time,
)
from theirside.app.queries.traces import traces_of
from theirside.app.queries.understanding import (
    Inputs,
    judgements_of,
    people_met,
    understanding_inputs,
)
from theirside.app.queries.voices import VoiceSummary, voices_of
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
    "Around",
    "CompaniesPage",
    "CompanySummary",
    "Everything",
    "Inputs",
    "Listed",
    "Member",
    "NearTurn",
    "PastCheckback",
    "PastImport",
    "PastStatement",
    "PeoplePage",
    "PersonSummary",
    "StoreStatus",
    "Talk",
    "TalkSummary",
    "UnknownSpeakers",
    "VoiceSummary",
    "all_talks",
    "checkbacks_of",
    "companies_page",
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
    "heard_last",
    "holds",
    "imports",
    "judged_statements",
    "judgements_of",
    "known_names",
    "members",
    "open_to_coaches",
    "our_speakers",
    "people",
    "people_met",
    "people_page",
    "people_speaking_in",
    "people_who_spoke",
    "preparations_of",
    "proposals",
    "proposals_for",
    "sent_of",
    "sides_told",
    "status",
    "switches",
    "talk_around",
    "talks_by_time",
    "traces_of",
    "understanding_inputs",
    "unknown_speakers",
    "viewer_of",
    "voices_of",
    "workspace_us",
]
