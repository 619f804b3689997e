"""Slack's markup made readable, and quoted lines told from what the sender says."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.conversation import ApartKind
from theirside.intake.slack_text import own_words, plain

NAMES = {"U1": "Dana Okafor", "C1": "orders"}


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<@U1>: hello", "@Dana Okafor: hello"),
        ("<@U9|sam>", "@sam"),
        ("<@U9>", "@U9"),
        ("see <#C1>", "see #orders"),
        ("<#C9|general>", "#general"),
        ("<!here> and <!channel>", "@here and @channel"),
        ("<!subteam^S1|@support>", "@support"),
        ("<!date^1736150400^{date}|6 January>", "6 January"),
        ("<https://a.example/x>", "https://a.example/x"),
        ("<https://a.example/x|the list>", "the list (https://a.example/x)"),
        ("<http://riverbank.example|riverbank.example>", "http://riverbank.example"),
        ("<mailto:dana@riverbank.example|dana@riverbank.example>", "dana@riverbank.example"),
        ("<tel:+4915155|+4915155>", "+4915155"),
        ("a &lt; b &amp;&amp; c &gt; d", "a < b && c > d"),
        ("&amp;lt;", "&lt;"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        (":tada: *bold* `code`", ":tada: *bold* `code`"),
    ],
)
def test_markup_is_shown_as_people_see_it(markup: str, shown: str) -> None:
    assert plain(markup, NAMES) == shown


def test_quoted_lines_are_kept_apart() -> None:
    text = "> We need it by May.\n> All of it.\nMay is fine.\n> And the price?\nSame as before."
    own, apart = own_words(text)
    assert own == "May is fine.\nSame as before."
    assert [text[part.start : part.end] for part in apart] == [
        "> We need it by May.\n> All of it.\n",
        "> And the price?\n",
    ]
    assert {part.kind for part in apart} == {ApartKind.QUOTED}


def test_a_long_quote_goes_to_the_end() -> None:
    own, (part,) = own_words("Read this:\n>>> one\n\ntwo")
    assert (own, part.start, part.end) == ("Read this:", 11, 23)


def test_marks_inside_code_are_no_quotes() -> None:
    text = "```\n> not quoted\n```\nmine"
    assert own_words(text) == (text, ())


@given(st.lists(st.sampled_from([">", ">>>", "word", "```", "\n", " ", ""])).map("".join))
def test_what_is_apart_and_what_is_own_make_up_the_whole(text: str) -> None:
    own, apart = own_words(text)
    rest, at = "", 0
    for part in apart:
        assert at <= part.start < part.end <= len(text)
        rest += text[at : part.start]
        at = part.end
    assert (rest + text[at:]).strip() == own
