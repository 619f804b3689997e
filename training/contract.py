"""The labels that the model gives, in the order of its outputs.

What each means, with its threshold and its measured figures, stands in the reader's label files;
here is only who is taught by what. A label that is added to its family below gets an output at
the next training run.
"""

from __future__ import annotations

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
