"""How we showed up: measures, moments, review of drafts, pushback."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from theirside.care.resistance import resistance_of as pushback

__all__ = ["pushback"]

_HOMES = {"pushback": ("theirside.care.resistance", "resistance_of")}


def __getattr__(name: str) -> Any:  # so that importing the room stays instant
    if name not in _HOMES:
        raise AttributeError(f"module 'theirside.care' has no attribute {name!r}")
    home, own_name = _HOMES[name]
    return getattr(importlib.import_module(home), own_name)


def __dir__() -> list[str]:
    return __all__
