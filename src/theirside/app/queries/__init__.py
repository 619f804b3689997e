"""All reading from the store. What comes back are frozen values, never rows."""

from __future__ import annotations

from theirside.app.queries.arrivals import (
    Account,
    Arrival,
    account,
    accounts,
    arrival,
    arrivals_under_way,
    people_brought,
)
from theirside.app.queries.checkbacks import (
    PastCheckback,
    PastStatement,
    checkbacks_of,
    judged_statements,
    sent_of,
)
from theirside.app.queries.companies import (
    find_company,
)
from theirside.app.queries.export import (
    Everything,
    everything_about,
    export_person,
)
from theirside.app.queries.fits import (
    fit_decisions,
)
from theirside.app.queries.ledger import (
    first_heard,
    ledger_marks,
    ledger_typed,
    persons_with_ledger,
    talks_with_or_naming,
)
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
from theirside.app.queries.practice import (
    notes_naming,
    practised_by,
    practising,
)
from theirside.app.queries.preparations import (
    preparations_of,
)
from theirside.app.queries.promises import (
    Given,
    OpenCheckback,
    calendar_words,
    days,
    given_to_calendar,
    hand_marks,
    noted,
    open_checkbacks,
)
from theirside.app.queries.proposals import (
    proposals,
)
from theirside.app.queries.rehearsals import (
    rehearsal,
    rehearsals,
)
from theirside.app.queries.search import (
    Found,
    Hit,
    Wanted,
    search,
)
from theirside.app.queries.shelf import (
    Shelved,
    find_thing,
    shelf,
    shelf_answers,
)
from theirside.app.queries.switches import (
    switches,
)
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
    talks_since,
    talks_with_ids,
)
from theirside.app.queries.team_kit import (
    SharedBy,
    shared_moments,
    shared_of,
    team_experiments,
)
from theirside.app.queries.traces import (
    traces_of,
)
from theirside.app.queries.understanding import (
    Inputs,
    judgements_of,
    people_met,
    understanding_inputs,
)
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
    "Account",
    "Arrival",
    "Everything",
    "Found",
    "Given",
    "Hit",
    "Inputs",
    "Member",
    "OpenCheckback",
    "PastCheckback",
    "PastImport",
    "PastStatement",
    "PersonSummary",
    "SharedBy",
    "Shelved",
    "StoreStatus",
    "Talk",
    "TalkSummary",
    "UnknownSpeakers",
    "Wanted",
    "account",
    "accounts",
    "all_talks",
    "arrival",
    "arrivals_under_way",
    "calendar_words",
    "checkbacks_of",
    "conversation",
    "conversations",
    "conversations_of",
    "days",
    "everything_about",
    "export_person",
    "find_company",
    "find_conversation",
    "find_member",
    "find_person",
    "find_thing",
    "first_heard",
    "fit_decisions",
    "given_to_calendar",
    "hand_marks",
    "holds",
    "imports",
    "judged_statements",
    "judgements_of",
    "known_names",
    "ledger_marks",
    "ledger_typed",
    "members",
    "noted",
    "notes_naming",
    "open_checkbacks",
    "open_to_coaches",
    "our_speakers",
    "people",
    "people_brought",
    "people_met",
    "people_speaking_in",
    "people_who_spoke",
    "persons_with_ledger",
    "practised_by",
    "practising",
    "preparations_of",
    "proposals",
    "rehearsal",
    "rehearsals",
    "search",
    "sent_of",
    "shared_moments",
    "shared_of",
    "shelf",
    "shelf_answers",
    "sides_told",
    "status",
    "switches",
    "talks_by_time",
    "talks_since",
    "talks_with_ids",
    "talks_with_or_naming",
    "team_experiments",
    "traces_of",
    "understanding_inputs",
    "unknown_speakers",
    "viewer_of",
    "workspace_us",
]
