"""What may be shown: every reason has examples, and they hold."""

from __future__ import annotations

import pytest

from theirside.serve.checkback.shown import Reason, reasons, sales_terms_in, why_not

FIRES = [(each, text) for each in reasons() for text in each.fires]
SILENT = [(each, text) for each in reasons() for text in each.silent]


@pytest.mark.parametrize(("reason", "text"), FIRES)
def test_a_reason_fires(reason: Reason, text: str) -> None:
    assert reason.pattern.search(text)


@pytest.mark.parametrize(("reason", "text"), SILENT)
def test_a_reason_stays_silent(reason: Reason, text: str) -> None:
    assert not reason.pattern.search(text)


@pytest.mark.parametrize("reason", reasons(), ids=lambda each: each.id)
def test_every_reason_has_two_examples_of_each_kind(reason: Reason) -> None:
    assert len(reason.fires) >= 2
    assert len(reason.silent) >= 2
    assert reason.why


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("I won't be the first to try something again.", ""),
        ("We tell marit everything about the plant.", "named"),
        ("In the evening I ring Leif about the pumps.", "capital"),
        ("The audit in March decides what we do.", ""),
        ("At Fernhill we start at six in the morning.", ""),
        ("Too short.", "length"),
        (" ".join(["word"] * 40), "length"),
    ],
)
def test_why_not(text: str, why: str) -> None:
    assert why_not(text, {"marit"}, {"fernhill"}) == why


def test_sales_terms_are_named_as_they_are_written() -> None:
    assert sales_terms_in("Your Pain Points are next steps.") == ["Pain Points", "next steps"]
