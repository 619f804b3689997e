"""What is remembered: conversations, who spoke, who they are, and what was said of it.

Rows never leave ``theirside.app``: ``queries`` and ``services`` speak in the frozen dataclasses of
``theirside.conversation``, ``evidence`` and ``understand``. Observations are not stored: they are
worked out anew from annotations and judgements each time.
"""

from __future__ import annotations

from theirside.app.models.arrivals import (
    Arrival,
    Brought,
)
from theirside.app.models.checkbacks import (
    Checkback,
    CheckbackLink,
    CheckbackQuote,
    CheckbackStatement,
    Withdrawn,
)
from theirside.app.models.comments import (
    Comment,
)
from theirside.app.models.counted import (
    Cached,
    Counted,
)
from theirside.app.models.errands import (
    Errand,
)
from theirside.app.models.fits import (
    FitDecision,
    FitSubject,
)
from theirside.app.models.gleaned import (
    Gleaned,
    GleanedPlace,
    TakingPart,
)
from theirside.app.models.ledger import (
    LedgerEntry,
    LedgerMark,
)
from theirside.app.models.meanings import (
    Meaning,
)
from theirside.app.models.measures_off import (
    MeasureOff,
)
from theirside.app.models.members import (
    Holding,
    Member,
)
from theirside.app.models.people import (
    Decision,
    Forgotten,
    Key,
    Person,
)
from theirside.app.models.practice import (
    Practised,
    PractisedQuote,
    SharedMoment,
    SharedQuote,
    TeamExperiment,
)
from theirside.app.models.preparations import (
    Preparation,
    PreparedQuestion,
    PreparedQuote,
)
from theirside.app.models.promises import (
    CalendarEntry,
    Mark,
    Noted,
)
from theirside.app.models.rehearsals import (
    Rehearsal,
    RehearsalExchange,
    RehearsalLine,
)
from theirside.app.models.shelf import (
    ShelfAnswer,
    ShelfThing,
)
from theirside.app.models.statements import (
    Annotation,
    Judgement,
    JudgementQuote,
)
from theirside.app.models.switches import (
    Switch,
)
from theirside.app.models.talks import (
    Conversation,
    Recipient,
    Speaker,
    Turn,
)
from theirside.app.models.waiting import (
    CalendarLink,
    Looked,
    NotToday,
    Waiting,
)
from theirside.app.models.workspace import (
    Import,
    ToldSide,
    Workspace,
)

__all__ = [
    "Annotation",
    "Arrival",
    "Brought",
    "Cached",
    "CalendarEntry",
    "CalendarLink",
    "Checkback",
    "CheckbackLink",
    "CheckbackQuote",
    "CheckbackStatement",
    "Comment",
    "Conversation",
    "Counted",
    "Decision",
    "Errand",
    "FitDecision",
    "FitSubject",
    "Forgotten",
    "Gleaned",
    "GleanedPlace",
    "Holding",
    "Import",
    "Judgement",
    "JudgementQuote",
    "Key",
    "LedgerEntry",
    "LedgerMark",
    "Looked",
    "Mark",
    "Meaning",
    "MeasureOff",
    "Member",
    "NotToday",
    "Noted",
    "Person",
    "Practised",
    "PractisedQuote",
    "Preparation",
    "PreparedQuestion",
    "PreparedQuote",
    "Recipient",
    "Rehearsal",
    "RehearsalExchange",
    "RehearsalLine",
    "SharedMoment",
    "SharedQuote",
    "ShelfAnswer",
    "ShelfThing",
    "Speaker",
    "Switch",
    "TakingPart",
    "TeamExperiment",
    "ToldSide",
    "Turn",
    "Waiting",
    "Withdrawn",
    "Workspace",
]
