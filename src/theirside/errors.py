"""Everything that can go wrong on purpose: one small tree.

    TheirsideError
    ├── IntakeError          an input that cannot be read; names the item
    ├── SettingsError        a setting, ``offer.yaml`` or data file that is not as it should be
    ├── NotFoundError        no such person, conversation, observation or rule
    ├── AmbiguousError       several fit; carries the candidates
    ├── NotKeptError         words that are nobody's to keep; its message does not repeat them
    └── StoreError           the database is missing, busy, or of another version

A message says what happened, to which input, and what to do. Anything else that escapes is a
defect of ours.
"""

from __future__ import annotations

from collections.abc import Sequence


class TheirsideError(Exception):
    """Base of all errors that Theirside raises on purpose."""


class IntakeError(TheirsideError):
    """An input that cannot be read."""

    def __init__(self, item: str, reason: str) -> None:
        super().__init__(f"{item}: {reason}")
        self.item = item
        self.reason = reason


class SettingsError(TheirsideError):
    """A setting, ``offer.yaml`` or a shipped data file that is not as it should be."""


class NotFoundError(TheirsideError):
    """No such person, conversation, observation or rule."""


class AmbiguousError(TheirsideError):
    """Several fit what was asked for; ``candidates`` names them."""

    def __init__(self, asked: str, candidates: Sequence[str]) -> None:
        super().__init__(f"{asked!r} fits several: " + "; ".join(candidates))
        self.asked = asked
        self.candidates = tuple(candidates)


class NotKeptError(TheirsideError):
    """Words that touch a special category, and so are not kept. They are not in the message."""


class StoreError(TheirsideError):
    """The database is missing, busy, or of another version."""
