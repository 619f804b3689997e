"""Subjects lose what mail programs put before them, in every language we know of."""

from __future__ import annotations

import pytest

from theirside.intake.mail.subjects import bare_subject


@pytest.mark.parametrize(
    "subject",
    [
        "Re: The pilot", "RE: RE: The pilot", "AW: The pilot", "Antw: The pilot", "SV: The pilot",
        "RE[2]: The pilot", "Re(3): The pilot", "Re^2: The pilot", "Re : The pilot",
        "Fwd: The pilot", "WG: Re: The  Pilot", "TR: The pilot", "Odp: The pilot",
        "YNT: The pilot", "回复：The pilot", "Ответ: The pilot", "Re: [team] The pilot",
        "[team] Re: The pilot", "'Re: The pilot'", "The pilot (fwd)",
    ],
)  # fmt: skip
def test_prefixes_go(subject: str) -> None:
    bare, answers = bare_subject(subject)
    assert bare == "the pilot"
    assert answers or subject.endswith("(fwd)")


@pytest.mark.parametrize(
    ("subject", "bare"),
    [
        ("The pilot", "the pilot"),
        ("Results: May", "results: may"),
        ("Reading list", "reading list"),
        ("[team]", "[team]"),
        ("", ""),
    ],
)
def test_words_that_are_no_prefix_stay(subject: str, bare: str) -> None:
    assert bare_subject(subject) == (bare, False)
