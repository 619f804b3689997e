"""What a moment is, and how the data file of a kind of moment is read.

A moment is a short stretch of a talk that is worth looking at together, because something went by
in it that one does not see while speaking, or because something worked. A kind of moment is one
file, ``moments/<kind>.yaml``: its name, why it matters from the customer's side, what to talk about
over it, and small talks in which it is there and in which it isn't, which are run as tests. The few
ways in which moments are looked for are ``theirside.care.looking``.

``how`` says what is looked for: the ``kind`` of looking; the sentence of ``theirs`` or of ``ours``
that it begins with; what must be in the answer (``has``) and what must not (``hasnt``).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from theirside.care.definition import NEEDS, Line, Selector, line, one_of, selector
from theirside.conversation import Channel
from theirside.datafile import files_in, filled, made, texts
from theirside.evidence import Quote

FOLDER = Path(__file__).parent / "moments"
THEIRS, OURS = Selector(side="theirs"), Selector(side="ours")


@dataclass(frozen=True, slots=True)
class Moment:
    """A stretch worth looking at. ``kind`` is the id of its data file.

    ``evidence`` are the words that it rests on, in the order they were said; ``stretch`` the whole
    turns around them, from the one before to the one after, as far as they may be shown.
    ``weight`` (0..1) ranks; ``note`` tells what there is to count; ``at`` is when it was.
    """

    kind: str
    evidence: tuple[Quote, ...]
    stretch: tuple[Quote, ...]
    weight: float
    note: str = ""
    at: datetime | None = None

    @property
    def id(self) -> str:
        """What it can be called by: the same as long as its kind and its first words are."""
        first = self.evidence[0]
        place = f"{self.kind}\n{first.conversation}\n{first.turn}\n{first.start}"
        return blake2b(place.encode(), digest_size=4).hexdigest()


@dataclass(frozen=True, slots=True)
class Found:
    """What a way of looking finds: the words, how strong it is (0..1), what there is to count."""

    evidence: tuple[Quote, ...]
    strength: float = 1.0
    note: str = ""


@dataclass(frozen=True, slots=True)
class How:
    """What is looked for; see the module's docstring. What a kind of looking needs not is empty.

    ``about`` is ``same`` or ``other``: whether the answer must, or must not, have a word of content
    of what it answers. ``first``: what the answer has stands in its first sentence. ``within`` so
    many answers are looked at. ``least`` and ``most`` are words.
    """

    kind: str
    theirs: Selector = THEIRS
    ours: Selector = OURS
    has: Selector | None = None
    hasnt: tuple[str, ...] = ()
    about: str = ""
    first: bool = False
    within: int = 1
    least: int = 0
    most: int = 0
    what: str = ""

    @property
    def labels(self) -> tuple[str, ...]:
        """The labels that it rests on, or the groups of labels."""
        chosen = (self.theirs, self.ours, *((self.has,) if self.has else ()))
        named = (x for each in chosen for x in (*each.labels, *each.without))
        return tuple(dict.fromkeys((*named, *self.hasnt)))


@dataclass(frozen=True, slots=True)
class Scene:
    """A small talk; ``shows`` are the words of the moment in it, none where there is no moment."""

    talk: tuple[Line, ...]
    channel: Channel = Channel.CALL
    shows: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MomentKind:
    """A kind of moment, as people read it and as code looks for it.

    ``good``: something that worked. ``talk_about`` are questions for whoever looks at it together.
    ``weight`` (0..1) says how much such a moment matters beside others.
    """

    id: str
    name: str
    good: bool
    why: str
    talk_about: tuple[str, ...]
    source: str
    practice: tuple[str, ...]
    channels: tuple[Channel, ...]
    needs: tuple[str, ...]
    weight: float
    how: How
    fires: tuple[Scene, ...]
    silent: tuple[Scene, ...]


@cache
def moment_kinds() -> Mapping[str, MomentKind]:
    """Return every kind of moment by id. Raises ``SettingsError`` for a file that is not right."""
    return {each.id: each for each in map(read_file, files_in(FOLDER))}


def read_file(path: Path) -> MomentKind:
    """Return the kind of moment of one data file. Raises ``SettingsError``."""
    return made(path, _kind)


def _kind(content: Mapping[str, Any]) -> MomentKind:
    examples = content["examples"]
    return filled(
        MomentKind,
        content,
        beside=("examples",),
        needs=tuple(one_of(each, NEEDS) for each in texts(content, "needs")),
        how=_how(content["how"]),
        fires=tuple(map(_scene, examples["fires"])),
        silent=tuple(map(_scene, examples["silent"])),
    )


def _how(content: Mapping[str, Any]) -> How:
    chosen = {
        name: selector({"side": "ours" if name == "ours" else "theirs", **content[name]})
        for name in ("theirs", "ours", "has")
        if name in content
    }
    return filled(How, content, (), **chosen)


def _scene(content: Mapping[str, Any]) -> Scene:
    return filled(Scene, content, talk=tuple(map(line, content["talk"])))
