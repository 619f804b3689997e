"""How seldom, how few, how near: the settings of what is given, in one place (``pace.yaml``)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from theirside.datafile import filled, made, parsed
from theirside.errors import SettingsError


@dataclass(frozen=True, slots=True)
class Pace:
    """The settings; days are whole days, ``enough`` is in spreads (``near.py``)."""

    days_between: int
    days_held_back: int
    most_people: int
    days_quiet: int
    days_known: int
    people_a_day: int
    things_a_person: int
    enough: float


@lru_cache(maxsize=1)
def usual_pace() -> Pace:
    """Return the shipped settings."""
    return made(Path(__file__).parent / "pace.yaml", lambda content: filled(Pace, content))


def pace_of(text: str, item: str) -> Pace:
    """Return the settings as a workspace's own file, called ``item``, has them.

    Raises ``SettingsError`` naming the line that is not as it should be.
    """
    told = parsed(text, item, remedy="give lines such as `days_between: 28`")
    if told is None:
        return usual_pace()
    if not isinstance(told, Mapping):
        raise SettingsError(f"{item}: give lines such as `days_between: 28`")
    return replace(usual_pace(), **{str(name): _value(name, told[name], item) for name in told})


def _value(name: object, value: Any, item: str) -> Any:
    known = [each.name for each in fields(Pace)]
    if name not in known:
        raise SettingsError(f"{item}: {name} is no setting; there are {', '.join(known)}")
    whole = name != "enough"
    right = isinstance(value, int if whole else int | float) and not isinstance(value, bool)
    if not right or value < 0:
        kind = "a whole number" if whole else "a number"
        raise SettingsError(f"{item}: {name} is {kind} from 0 up, not {value!r}")
    return float(value) if not whole else int(value)
