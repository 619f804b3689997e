"""What a review says: findings, each at a place of the draft, with why and what would be better."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from theirside.evidence import Quote


class Level(StrEnum):
    """How much a finding weighs. Praise is for the writer's eyes and never fails a script."""

    WARNING = "warning"
    ADVICE = "advice"
    PRAISE = "praise"


@dataclass(frozen=True, slots=True)
class Finding:
    """Characters ``[start, end)`` of a draft that read badly (or well) from their side.

    ``rule`` is "pack.name"; ``line`` and ``column`` count from 1, in characters. ``why`` says how
    it reads to them, ``better`` a better direction. ``quotes`` is what they said, where it is about
    one person. ``fix`` is what may stand there instead without changing the meaning, or None.
    ``told`` is what stands in the rule's ``{names}``: pairs of name and text.
    """

    rule: str
    start: int
    end: int
    line: int
    column: int
    message: str
    why: str
    better: str
    level: Level = Level.WARNING
    quotes: tuple[Quote, ...] = ()
    fix: str | None = None
    told: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that one kind of rule found: what it is told of with is the rule's business.

    ``told`` fills the rule's ``{names}``: pairs of name and text. ``quotes`` and ``fix`` are as in
    ``Finding``.
    """

    start: int
    end: int
    told: tuple[tuple[str, str], ...] = ()
    quotes: tuple[Quote, ...] = ()
    fix: str | None = None
