"""Theirside: how things look from the customer's side, quote by quote.

The whole of it in three steps, with no database and no configuration::

    import theirside

    talks = theirside.load("inbox.mbox", "calls/", us=["fjord.example"])
    print(talks.report.found, talks.report.kept, talks.report.reasons())
    for understanding in theirside.understand(talks):
        for observation in understanding.current:
            print(understanding.person.name, observation.facet, observation.statement)
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from theirside.understand import understand  # the function; the package stays importable from

if TYPE_CHECKING:
    from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
    from theirside.errors import TheirsideError
    from theirside.evidence import Annotation, Quote
    from theirside.intake.load import load
    from theirside.intake.report import Report
    from theirside.intake.us import Us
    from theirside.reader import read
    from theirside.understand.offer import Offer, load_offer
    from theirside.understand.understanding import Observation, Person, Question, Understanding

__all__ = [
    "Annotation",
    "Channel",
    "Conversation",
    "Observation",
    "Offer",
    "Person",
    "Question",
    "Quote",
    "Report",
    "Side",
    "Speaker",
    "TheirsideError",
    "Turn",
    "Understanding",
    "Us",
    "load",
    "load_offer",
    "read",
    "understand",
]

_HOMES = {
    "theirside.conversation": ("Channel", "Conversation", "Side", "Speaker", "Turn"),
    "theirside.errors": ("TheirsideError",),
    "theirside.evidence": ("Annotation", "Quote"),
    "theirside.intake.load": ("load",),
    "theirside.intake.report": ("Report",),
    "theirside.intake.us": ("Us",),
    "theirside.reader": ("read",),
    "theirside.understand.offer": ("Offer", "load_offer"),
    "theirside.understand.understanding": ("Observation", "Person", "Question", "Understanding"),
}


def __getattr__(name: str) -> Any:  # so that ``import theirside`` stays instant
    for home, names in _HOMES.items():
        if name in names:
            return getattr(importlib.import_module(home), name)
    raise AttributeError(f"module 'theirside' has no attribute {name!r}")


def __dir__() -> list[str]:
    return __all__
