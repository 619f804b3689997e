"""The few kinds in which things are counted, one file each.

A kind has ``tally(spoken, how)``, which counts one talk, and ``value(gathered)``, which makes the
figure's value and interval of the tallies of one talk or several. A module that lies in this folder
is a kind by being there; a measure's file names it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping
from functools import cache
from typing import Protocol, cast

from theirside.care.definition import How
from theirside.care.figure import Tally
from theirside.care.gathered import Estimate, Gathered
from theirside.care.spoken import Spoken


class Kind(Protocol):
    """What a module of this folder offers."""

    LABELS: Mapping[str, tuple[str, ...]]
    """The labels that it looks at by itself, by the measure's ``what``."""

    def tally(self, spoken: Spoken, how: How) -> Tally:
        """Return what one talk holds."""
        ...

    def estimate(self, gathered: Gathered, how: How) -> Estimate:
        """Return the value of what one talk or several hold, and its interval."""
        ...


@cache
def kinds() -> Mapping[str, Kind]:
    """Return every kind by its name."""
    names = [found.name for found in pkgutil.iter_modules(__path__) if found.name[0] != "_"]
    return {
        name: cast(Kind, importlib.import_module(f"{__name__}.{name}")) for name in sorted(names)
    }


def labels_of(how: How) -> tuple[str, ...]:
    """Return the labels that a measure's kind looks at by itself."""
    return kinds()[how.kind].LABELS.get(how.what, ())
