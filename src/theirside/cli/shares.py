"""Empathic accuracy and calibration as they stand in a terminal, and as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from theirside.cli.printing import count, heading, listing, paragraph
from theirside.serve.checkback.accuracy import (
    Judged,
    Share,
    accuracy_by,
    calibration,
    share_of,
)

ENOUGH = 20
"""Statements from which a share says more than chance does."""


def print_shares(judged: Sequence[Judged], wanted: Sequence[str]) -> None:
    """Print the shares, the whole first, and the calibration."""
    if not judged:
        paragraph("Nobody has judged a statement yet: theirside checkback PERSON")
        return
    whole = share_of("all", judged)
    paragraph(
        f"Of {count(whole.judged, 'statement')} that customers judged they confirmed "
        f"{_percent(whole.share)} (95% interval {_percent(whole.low)} to {_percent(whole.high)}).",
        hang=2,
    )
    if whole.judged < ENOUGH:
        paragraph("These are few; the interval says how little they tell.", style="dim")
    for what in wanted:
        heading(f"By {what}")
        listing((_row(each) for each in accuracy_by(judged, what)), _HEADER)
    heading("How sure we were, and what they confirmed")
    listing(
        (
            (each.share.name, _percent(each.mean), *_row(each.share)[1:4])
            for each in calibration(judged)
        ),
        ("held at", "on average", *_HEADER[1:4]),
    )


_HEADER = ("", "confirmed", "95% interval", "statements", "corrected", "withdrawn")


def _row(share: Share) -> tuple[str, ...]:
    return (
        share.name,
        _percent(share.share),
        f"{_percent(share.low)} to {_percent(share.high)}",
        str(share.judged),
        str(share.corrected),
        str(share.withdrawn),
    )


def _percent(value: float | None) -> str:
    return "" if value is None else f"{value:.0%}"


def form(judged: Sequence[Judged], wanted: Sequence[str]) -> dict[str, Any]:
    """Return the same as JSON-ready values."""
    return {
        "all": _share(share_of("all", judged)),
        "by": {what: [_share(each) for each in accuracy_by(judged, what)] for what in wanted},
        "calibration": [
            {"from": each.begin, "to": each.end, "mean": round(each.mean, 4), **_share(each.share)}
            for each in calibration(judged)
        ],
    }


def _share(share: Share) -> dict[str, Any]:
    return {
        "name": share.name,
        "statements": share.judged,
        "confirmed": share.confirmed,
        "corrected": share.corrected,
        "withdrawn": share.withdrawn,
        "share": None if share.share is None else round(share.share, 4),
        "low": round(share.low, 4),
        "high": round(share.high, 4),
    }
