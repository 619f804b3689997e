"""Whoever asked to be left alone is."""

from __future__ import annotations

from datetime import date

import pytest

from tests.serve.needs import said
from theirside.serve.in_mind.quiet import asks_for_quiet, quiet_data, quiet_time

EXAMPLES = quiet_data()["examples"]


@pytest.mark.parametrize("text", EXAMPLES["fires"])
def test_these_ask_for_quiet(text: str) -> None:
    assert asks_for_quiet(text)


@pytest.mark.parametrize("text", EXAMPLES["silent"])
def test_these_do_not(text: str) -> None:
    assert not asks_for_quiet(text)


def test_it_lasts_until_the_day_that_they_named() -> None:
    asked = said("taste", "Ask me again in May and not before.")  # said on 2 February 2026
    found = quiet_time([asked], date(2026, 3, 1), 60)
    assert found is not None
    assert found.until == date(2026, 5, 1)
    assert found.evidence == asked.evidence
    assert quiet_time([asked], date(2026, 5, 1), 60) is None


def test_without_a_day_it_lasts_as_long_as_the_settings_say() -> None:
    asked = said("taste", "Please do not write for the time being.")
    assert quiet_time([asked], date(2026, 4, 2), 60) is not None
    assert quiet_time([asked], date(2026, 4, 3), 60) is None


def test_what_nobody_dated_or_somebody_else_said_counts_for_nothing() -> None:
    text = "Please do not write for the time being."
    undated = said("taste", text, last_at=None)
    hearsay = said("taste", text, said_by="Ben Okafor")
    assert (
        quiet_time([undated, hearsay, said("taste", "Short mails.")], date(2026, 2, 3), 60) is None
    )


def test_of_several_the_longest_holds() -> None:
    both = [
        said("taste", "Please do not write for the time being."),
        said("taste", "Ask me again in September."),
    ]
    found = quiet_time(both, date(2026, 3, 1), 60)
    assert found is not None
    assert found.until == date(2026, 9, 1)
