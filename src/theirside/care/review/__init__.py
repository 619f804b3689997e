"""Review before sending: a draft read from their side, with findings as a linter prints them.

``review`` holds a text against the rules that are on. A rule is a data file in ``packs``, of one of
the kinds in ``kinds``; see docs/review.md. Nothing is loaded until it is needed.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from theirside.care.review.draft import DraftKind
    from theirside.care.review.finding import Finding, Level
    from theirside.care.review.reviewing import review
    from theirside.care.review.silence import Switch
    from theirside.care.review.them import Them

__all__ = ["DraftKind", "Finding", "Level", "Switch", "Them", "review"]

_HOMES = {
    "DraftKind": "draft",
    "Finding": "finding",
    "Level": "finding",
    "Switch": "silence",
    "Them": "them",
    "review": "reviewing",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
