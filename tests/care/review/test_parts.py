"""What of a draft is ours and new."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.care.review.draft import DraftKind, Part
from theirside.care.review.parts import is_greeting, is_heading, links, own_parts

REPLY = """Hi Dana,

the cards are in the post.

Kind regards,
Nora Tveit
Fjord, +47 555 0100

On Mon, 2 Mar 2026 at 09:12, Dana Whitfield wrote:
> When do the cards come?
"""


def own(text: str, kind: DraftKind = DraftKind.MAIL) -> str:
    return "|".join(text[start:end].strip() for _, start, end in own_parts(text, kind).stretches)


def test_quoted_mail_and_the_signature_are_left_alone() -> None:
    assert own(REPLY) == "Hi Dana,\n\nthe cards are in the post."


def test_a_draft_that_quotes_something_is_a_reply() -> None:
    assert own_parts(REPLY, DraftKind.MAIL).is_reply
    assert not own_parts("Hi Dana,\n\nhello.", DraftKind.MAIL).is_reply


def test_of_a_note_everything_is_ours() -> None:
    assert "When do the cards come?" in own(REPLY, DraftKind.NOTE)


def test_of_a_header_only_the_subjects_words_are_read() -> None:
    text = "To: dana@whitfield.example\nSubject: The cards\nX-Mailer: none\n\nThey are here."
    [subject, body] = own_parts(text, DraftKind.MAIL).stretches
    assert (subject[0], text[subject[1] : subject[2]]) == (Part.SUBJECT, "The cards")
    assert text[body[1] : body[2]].strip() == "They are here."


def test_a_first_line_with_a_colon_is_no_header() -> None:
    assert own("Remember: the cards come on Monday.") == "Remember: the cards come on Monday."


@pytest.mark.parametrize(
    "apart",
    [
        "```\njust checking in\n```",
        "    just.checking(in)",
        "| just | checking in |",
        "$ just checking in",
        "diff --git a/b",
        "[theirside: off]",
    ],
)
def test_code_tables_and_comments_are_left_alone(apart: str) -> None:
    assert own(f"One line.\n\n{apart}\n\nAnother.") == "One line.|Another."


def test_an_indented_list_is_ours() -> None:
    assert "the cards" in own("We bring\n\n    - the cards\n    - the nails\n")


@pytest.mark.parametrize("said", ["Hi Dana,", "Dear Dr. Whitfield,", "Good morning", "Dana,"])
def test_a_greeting_is_known(said: str) -> None:
    assert is_greeting(said)


@pytest.mark.parametrize("said", ["Hi Dana, the cards are in the post.", "Yes it does work so."])
def test_a_sentence_is_no_greeting(said: str) -> None:
    assert not is_greeting(said)


def test_a_heading_is_no_sentence() -> None:
    assert is_heading("# What we do")
    assert is_heading("What you get:")
    assert not is_heading("What do you get?")


def test_links_and_addresses_are_found() -> None:
    text = "see https://fjord.example/a or dana@whitfield.example now"
    assert [text[a:b] for a, b in links(text)] == [
        "https://fjord.example/a",
        "dana@whitfield.example",
    ]


@given(st.text(alphabet="Hi Dana>\n-:|`From ABc.?", max_size=200))
def test_stretches_never_overlap_and_stay_within_the_text(text: str) -> None:
    done = 0
    for _, start, end in own_parts(text, DraftKind.MAIL).stretches:
        assert done <= start < end <= len(text)
        done = end
