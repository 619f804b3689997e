"""The labels that the model gives, in the order of its outputs.

What each means, with its threshold and its measured figures, stands in the reader's label files;
here is only who is taught by what. A label that is added to its family below gets an output at
the next training run.
"""

from __future__ import annotations

from dataclasses import dataclass

from training.sources import casino, email_intent, goemotions, persuasion

FACETS = (
    "goal pain stake criterion process decider constraint risk value taste interest irritant "
    "habit belief"
).split()
PUSHBACKS = ("price timing need trust authority status_quo competitor capability brush_off").split()
PRESSES = "assumed_close urgency scarcity guilt trap flattery feigned_agreement".split()

WRITTEN: tuple[str, ...] = (
    *(f"facet.{each}" for each in FACETS),
    "wish",
    *(f"pushback.{each}" for each in PUSHBACKS),
    *("readiness.change", "readiness.sustain"),
    *(f"press.{each}" for each in PRESSES),
    *("contempt", "reflection.simple", "reflection.complex", "acknowledge"),
    *("ask", "gift", "promise"),
)
"""Labels that no public set has, each with a file of sentences written for it."""

JUDGED: tuple[str, ...] = (
    *WRITTEN,
    *("question.open", "question.closed", "inform", "advise"),
    *("self_focus", "customer_focus", "small_talk"),
)
"""Labels that whoever writes or labels a sentence judges for every sentence."""

FELT: tuple[str, ...] = tuple(
    f"feeling.{each}"
    for each in (
        "angry confused disappointed embarrassed excited frustrated grateful overwhelmed "
        "pleased relieved sad worried"
    ).split()
)
"""Everyday feelings, judged in real sentences only."""


@dataclass(frozen=True, slots=True)
class Family:
    """Outputs that are taught and measured together.

    ``one`` says that exactly one of the names holds (softmax), otherwise any number may.
    """

    name: str
    names: tuple[str, ...]
    one: bool = False


FAMILIES: tuple[Family, ...] = (
    Family("judged", JUDGED),
    Family("felt", FELT),
    Family(goemotions.TASK, goemotions.EMOTIONS),
    Family("role", ("role.seller",)),
    Family(casino.TASK, casino.STRATEGIES),
    Family(persuasion.PERSUADER, (*persuasion.STRATEGIES, persuasion.NON_STRATEGY), one=True),
    Family(persuasion.PERSUADEE, persuasion.ACTS, one=True),
    Family(email_intent.TASK, (email_intent.ASKS,)),
)


def places(families: tuple[Family, ...] = FAMILIES) -> dict[str, slice]:
    """Return where each family's outputs stand among all outputs."""
    found, start = {}, 0
    for family in families:
        found[family.name] = slice(start, start + len(family.names))
        start += len(family.names)
    return found


def outputs(families: tuple[Family, ...] = FAMILIES) -> int:
    """Return how many outputs the model has."""
    return sum(len(family.names) for family in families)
