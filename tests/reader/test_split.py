"""Sentences with exact offsets, from mail, transcripts and chat."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from theirside.reader.split import LONGEST, spans

PROSE = st.text(
    alphabet=st.one_of(
        st.sampled_from(list("abcI .,!?\n\r\t-:;>()\"'’…。1©😀\u00a0\u2028")), st.characters()
    )
)


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Okafor runs the mill.",
        "The order came from Hale & Sons Inc. and it was late.",
        "We met with Dr. E. J. Marsh about the wards.",
        "It takes approx. 3.5 hours, e.g. on Mondays.",
        "See No. 5 of the list.",
        "The U.S. plant opens at 6 a.m. on weekdays.",
        "Version 2.4.1 runs on our tills.",
        "Look at https://mill.example/a.b?c=d.e for the list",
        "Write to dana.lee@mill.example today.",
        "We waited ... and waited ... until noon.",
        "“Why?” he asked at the counter.",
        "He said “no…” and left.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert split(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("We bake. They eat.", ["We bake.", "They eat."]),
        ("Really?! Yes…  No.", ["Really?!", "Yes…", "No."]),
        ("He left at 5 p.m. We stayed.", ["He left at 5 p.m.", "We stayed."]),
        ("We buy from Acme Inc. They are near.", ["We buy from Acme Inc.", "They are near."]),
        ('She said "no." Then she left.', ['She said "no."', "Then she left."]),
        ("(We tried.) It failed.", ["(We tried.)", "It failed."]),
        ("Great 😀 We take it.", ["Great 😀", "We take it."]),
        ("Thanks! :) See you.", ["Thanks! :)", "See you."]),
        ("ok. thanks for that. bye", ["ok.", "thanks for that.", "bye"]),
        ("明天见。谢谢！", ["明天见。", "谢谢！"]),
        ("Is it plan B. We think so.", ["Is it plan B.", "We think so."]),
        ("It was I. He knew.", ["It was I.", "He knew."]),
        ("No. We won't.", ["No.", "We won't."]),
        ("  \n ", []),
        ("", []),
        ("...", ["..."]),
    ],
)
def test_sentences_end_where_they_end(text: str, expected: list[str]) -> None:
    assert split(text) == expected


def test_a_list_number_does_not_end_a_sentence() -> None:
    assert split("1. We drive vans.\n2. We need proof.") == [
        "1. We drive vans.",
        "2. We need proof.",
    ]


def test_a_transcript_without_full_stops_is_cut_where_clauses_meet() -> None:
    clause = "and then we bring all of the crates down to the lower yard before it gets light "
    text = ("so in the morning we load the van " + clause * 6).strip()
    found = split(text)
    assert len(found) > 1
    assert all(len(piece.split()) <= LONGEST for piece in found)
    assert all(piece.startswith(("so", "and")) for piece in found)


def test_a_long_sentence_without_clauses_stays_whole() -> None:
    text = "flour " * (LONGEST * 2) + "everywhere."
    assert split(text) == [text]


@given(PROSE)
@example("a.b. c")
@example("\r\n\r\n.")
@example("“ ”. ’")
def test_every_character_that_is_not_space_is_in_exactly_one_sentence(text: str) -> None:
    found = list(spans(text))
    assert all(start < end for start, end in found)
    assert all(before[1] <= after[0] for before, after in pairwise(found))
    covered = "".join(text[start:end] for start, end in found)
    assert "".join(covered.split()) == "".join(text.split())


@given(PROSE)
def test_sentences_are_trimmed(text: str) -> None:
    assert all(sentence == sentence.strip() for sentence in split(text))


def test_time_grows_with_the_text_and_no_faster() -> None:
    text = ("a.b " * 20 + "(\n" + "x" * 300 + "... ") * 300
    found = list(spans(text))
    assert found[-1][1] == len(text.rstrip())
