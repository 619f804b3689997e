"""What was measured of each label, and how its logit becomes a probability.

``model/labels.json`` is written by the evaluation (``python -m evals.reader``), never by hand: the
calibration and the threshold from sentences kept aside for it, precision and recall from the test
set. A label whose precision there is below 0.7 does not fire unless one asks for everything.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from theirside.errors import SettingsError
from theirside.reader.encoder import FOLDER

LABELS = "labels.json"
PATTERNS, MODEL, BOTH = "patterns", "model", "both"


@dataclass(frozen=True, slots=True)
class Measured:
    """One label's figures.

    ``output`` is the model's output that it comes from. Its probability is ``1 / (1 + exp(-(slope
    * logit + offset)))``; it fires from ``threshold`` on, 0..1. ``by`` says who reads it: the
    patterns, the model, or both. ``veto`` is the probability below which the model silences a
    pattern. ``precision`` and ``recall`` are those of the label as it is shipped, on the test set,
    in which ``positives`` sentences carry it; they are None where that is too few to say.
    """

    id: str
    output: str
    slope: float
    offset: float
    threshold: float
    veto: float
    by: str
    fires: bool
    positives: int = 0
    precision: float | None = None
    recall: float | None = None

    def probability(self, logit: float) -> float:
        """Return the calibrated probability of a logit, 0..1."""
        given = self.slope * logit + self.offset
        return 1.0 / (1.0 + math.exp(-max(-60.0, min(60.0, given))))


@cache
def measured(folder: Path = FOLDER) -> Mapping[str, Measured]:
    """Return what was measured of every label that the model knows, by its id.

    Raises ``SettingsError`` when the file is missing or not as it should be.
    """
    path = folder / LABELS
    try:
        entries = json.loads(path.read_text(encoding="utf-8"))
        return {each["id"]: Measured(**each) for each in entries}
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise SettingsError(
            f"What was measured of the labels, {path}, can't be read ({error}). "
            "Install Theirside again."
        ) from error
