"""Pushback: a turn in which they resist, looked at closely.

``resistance_of`` gives every pushback of a person: its kind and strength, how we answered, what
came next, why it makes sense from what is known of them, and which honest responses fit. Kinds,
ways of answering, wording and responses are data files beside the code; see docs/pushback.md.
Nothing is loaded until it is needed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from theirside.care.pushback.resistance import resistance_of

__all__ = ["resistance_of"]


def __getattr__(name: str) -> Any:  # so that importing the room stays instant
    if name != "resistance_of":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from theirside.care.pushback import resistance

    return resistance.resistance_of


def __dir__() -> list[str]:
    return __all__
