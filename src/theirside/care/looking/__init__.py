"""The few ways in which moments are looked for, one file each.

A way has ``look(spoken, how)``, which yields what it finds in one talk. A module that lies in this
folder is a way by being there; the file of a kind of moment names it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Protocol, cast

from theirside.care.moment import Found, How
from theirside.care.spoken import Spoken


class Looking(Protocol):
    """What a module of this folder offers."""

    def look(self, spoken: Spoken, how: How) -> Iterator[Found]:
        """Yield what is found in one talk, in the order it was said."""
        ...


@cache
def ways_of_looking() -> Mapping[str, Looking]:
    """Return every way of looking by its name."""
    names = [found.name for found in pkgutil.iter_modules(__path__) if found.name[0] != "_"]
    return {
        name: cast(Looking, importlib.import_module(f"{__name__}.{name}")) for name in sorted(names)
    }
