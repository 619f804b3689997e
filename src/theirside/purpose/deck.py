"""The practice deck: small tasks for a day, each a data file (P20).

A task is one file, ``deck/<theme>/<id>.yaml``: what to do and what for, how, how long it takes,
which points of the practice it exercises, which signs in one's own talks call for it, when it would
be wrong, and what to ask oneself afterwards. ``theirside.purpose.choosing`` picks the one for
today.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from theirside.datafile import files_in, filled, made
from theirside.errors import NotFoundError

FOLDER = Path(__file__).parent / "deck"


@dataclass(frozen=True, slots=True)
class Task:
    """A small task. ``minutes`` is what it takes of a day, waiting left out.

    ``practice`` are points of the practice (P1 to P20), the one that it is mainly about first;
    ``calls`` the ids of the signs (``theirside.purpose.signs``) that call for it, the plainest
    first, none where no sign in one's talks could.
    """

    id: str
    title: str
    do: str
    purpose: str
    how: tuple[str, ...]
    minutes: int
    practice: tuple[str, ...]
    calls: tuple[str, ...]
    wrong_when: str
    afterwards: str

    @property
    def point(self) -> str:
        """The point of the practice that it is mainly about."""
        return self.practice[0]


@cache
def deck() -> Mapping[str, Task]:
    """Return every task by id, in the order of points and ids.

    Raises ``SettingsError`` for a file that is not as it should be.
    """
    found = [made(path, _task) for path in files_in(FOLDER)]
    return {each.id: each for each in sorted(found, key=lambda one: (_number(one.point), one.id))}


def task_named(text: str) -> Task:
    """Return the task with this id, or the only one that has the text in its id or title.

    Raises ``NotFoundError``, with those that come near.
    """
    wanted = text.strip().casefold()
    if wanted in deck():
        return deck()[wanted]
    near = [each for each in deck().values() if wanted in f"{each.id} {each.title}".casefold()]
    if wanted and len(near) == 1:
        return near[0]
    these = f"; did you mean {', '.join(each.id for each in near[:8])}" if wanted and near else ""
    raise NotFoundError(f"{text!r}: no such task{these}; `theirside practice list` lists them")


def tasks_about(point: str) -> list[Task]:
    """Return the tasks that exercise a point (``P8``), or all of them for "".

    Raises ``NotFoundError`` for a point that no task exercises.
    """
    wanted = point.strip().upper()
    found = [each for each in deck().values() if not wanted or wanted in each.practice]
    if not found:
        points = sorted({each.point for each in deck().values()}, key=_number)
        raise NotFoundError(
            f"{point!r}: no task is about such a point; there are {_joined(points)}"
        )
    return found


def _joined(points: list[str]) -> str:
    return ", ".join(points)


def _number(point: str) -> int:
    return int(point.removeprefix("P"))


def _task(content: Any) -> Task:
    task = filled(Task, content)
    _number(task.point)
    return task
