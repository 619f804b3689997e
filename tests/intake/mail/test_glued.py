"""Reply headers within a line, as some list archives leave them."""

from __future__ import annotations

import pytest

from theirside.intake.mail.reply import split

HEADER = "From:Ada Lund <ada@tern.example>Date:Monday, 3 March 2025 at 09:14To:Bo Reyes"


@pytest.mark.parametrize(
    "glued",
    [
        f"{HEADER} <bo@reed.example>Subject:Re: VansHi Bo,We don't trust the brakes.",
        "---------Original Message---------Sender: Ada LundDate: 2025-03-03 09:14Title: Vans"
        "Hi Bo,We don't trust the brakes.",
    ],
)
def test_what_stands_below_a_glued_header_is_not_the_writers(glued: str) -> None:
    body = split(f"Dear Ada,We take two vans.Best regards,Bo{glued}")

    assert "two vans" in body.text
    assert "brakes" not in body.text
    assert "brakes" in body.original


@pytest.mark.parametrize(
    "text",
    [
        "The parcel is From: the mill, see the slip.",
        "We need it soon.From: you I expect a date.",
        "Here ---the red van--- is mine.",
    ],
)
def test_what_only_looks_like_a_header_stays(text: str) -> None:
    assert split(text).text == text
