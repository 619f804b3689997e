"""All reading from the store. What comes back are frozen values, never rows."""

from __future__ import annotations

from theirside.app.queries.around import (
    Around,
    NearTurn,
    talk_around,
)
from theirside.app.queries.arrivals import (
    Account,
    Arrival,
    account,
    accounts,
    arrival,
    arrivals_under_way,
    people_brought,
)
from theirside.app.queries.browsing import (
    Leaf,
    ListedTalk,
    Search,
    leaf,
)
from theirside.app.queries.checkback_links import (
    Link,
    LinkState,
    Opened,
    links_of,
    opened_by,
)
from theirside.app.queries.checkbacks import (
    PastCheckback,
    PastStatement,
    checkbacks_of,
    judged_statements,
    sent_of,
)
from theirside.app.queries.comments import (
    Comment,
    comments_in,
)
from theirside.app.queries.companies import (
    CompaniesPage,
    CompanySummary,
    companies_page,
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
from theirside.app.queries.gleaned import (
    tellings,
    unlooked_through,
)
from theirside.app.queries.ledger import (
    first_heard,
    ledger_marks,
    ledger_typed,
    persons_with_ledger,
    talks_with_any,
    talks_with_or_naming,
)
from theirside.app.queries.members import (
    NOBODY,
    Member,
    find_member,
    members,
    open_to_coaches,
    viewer_of,
    viewer_of_member,
)
from theirside.app.queries.newest import (
    newest_talks,
)
from theirside.app.queries.people import (
    PersonSummary,
    find_person,
    people,
    people_speaking_in,
    people_who_spoke,
)
from theirside.app.queries.people_list import (
    Listed,
    PeoplePage,
    heard_last,
    ledger_people,
    people_called,
    people_page,
    undecided_page,
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
    proposals_for,
)
from theirside.app.queries.rehearsals import (
    rehearsal,
    rehearsals,
)
from theirside.app.queries.retention import (
    talks_before,
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
    sides_told_in,
    talks_by_time,
    talks_since,
    talks_with,
    talks_with_any_of,
    talks_with_ids,
)
from theirside.app.queries.team_kit import (
    SharedBy,
    shared_in,
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
    people_in,
    people_met,
    talks_and_people,
    understanding_inputs,
)
from theirside.app.queries.voices import (
    VoiceSummary,
    voices_of,
)
from theirside.app.queries.waiting import (
    CameBack,
    Open,
    came_back,
    dated,
    has_people,
    heard_or_judged_since,
    most_waiting,
    people_with_ids,
    put_off,
    unlooked,
)
from theirside.app.queries.windows import (
    Speaking,
    Stretch,
    Window,
    stretches,
    window,
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
    "Around",
    "Arrival",
    "CameBack",
    "Comment",
    "CompaniesPage",
    "CompanySummary",
    "Everything",
    "Found",
    "Given",
    "Hit",
    "Inputs",
    "Leaf",
    "Link",
    "LinkState",
    "Listed",
    "ListedTalk",
    "Member",
    "NearTurn",
    "Open",
    "OpenCheckback",
    "Opened",
    "PastCheckback",
    "PastImport",
    "PastStatement",
    "PeoplePage",
    "PersonSummary",
    "Search",
    "SharedBy",
    "Shelved",
    "Speaking",
    "StoreStatus",
    "Stretch",
    "Talk",
    "TalkSummary",
    "UnknownSpeakers",
    "VoiceSummary",
    "Wanted",
    "Window",
    "account",
    "accounts",
    "all_talks",
    "arrival",
    "arrivals_under_way",
    "calendar_words",
    "came_back",
    "checkbacks_of",
    "comments_in",
    "companies_page",
    "conversation",
    "conversations",
    "conversations_of",
    "dated",
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
    "has_people",
    "heard_last",
    "heard_or_judged_since",
    "holds",
    "imports",
    "judged_statements",
    "judgements_of",
    "known_names",
    "leaf",
    "ledger_marks",
    "ledger_people",
    "ledger_typed",
    "links_of",
    "members",
    "most_waiting",
    "newest_talks",
    "noted",
    "notes_naming",
    "open_checkbacks",
    "open_to_coaches",
    "opened_by",
    "our_speakers",
    "people",
    "people_brought",
    "people_called",
    "people_in",
    "people_met",
    "people_page",
    "people_speaking_in",
    "people_who_spoke",
    "people_with_ids",
    "persons_with_ledger",
    "practised_by",
    "practising",
    "preparations_of",
    "proposals",
    "proposals_for",
    "put_off",
    "rehearsal",
    "rehearsals",
    "search",
    "sent_of",
    "shared_in",
    "shared_moments",
    "shared_of",
    "shelf",
    "shelf_answers",
    "sides_told",
    "sides_told_in",
    "status",
    "stretches",
    "switches",
    "talk_around",
    "talks_and_people",
    "talks_before",
    "talks_by_time",
    "talks_since",
    "talks_with",
    "talks_with_any",
    "talks_with_any_of",
    "talks_with_ids",
    "talks_with_or_naming",
    "team_experiments",
    "tellings",
    "traces_of",
    "undecided_page",
    "understanding_inputs",
    "unknown_speakers",
    "unlooked",
    "unlooked_through",
    "viewer_of",
    "viewer_of_member",
    "voices_of",
    "window",
    "workspace_us",
]
