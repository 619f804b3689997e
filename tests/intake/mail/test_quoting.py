"""Which lines repeat another mail."""

from __future__ import annotations

import pytest

from theirside.intake.mail.languages import lexicon
from theirside.intake.mail.lines import to_lines
from theirside.intake.mail.quoting import mark_quotes


def _kinds(text: str, *, rest: int | None = None) -> str:
    """One letter a line: quoted, header, forwarded, new (``-``)."""
    lines = to_lines(text)
    mark_quotes(lines, lexicon(), rest=rest)
    return "".join(line.kind.value[0] if line.kind else "-" for line in lines)


HEADER = "On Mon, 3 Mar 2025 at 09:14, Ada Lund <ada@tern.example> wrote:"


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("new", "-"),
        ("> a\nnew\n> b", "q-q"),
        (f"new\n\n{HEADER}\n> a\n> b", "--hqq"),
        (f"new\n{HEADER}\n\nunmarked\n\nmore", "-hqqqq"),
        (f"{HEADER}\n> a\n\nbelow\n\n> b\n\nand below", "hq---q--"),
        (f"new\n{HEADER}\n\n> a\n\nbelow", "-hhq--"),
        ("new\nOn 3 Mar 2025, at 09:14, Ada <\nada@tern.example\n> wrote:\n\nold", "-hhhqq"),
        (f"{HEADER}\n\n[...]\n> a\n\nnew\n\n[snip]\n> b", "hhqq----q"),
        (f"{HEADER}\n\n...\n\nunmarked", "hqqqq"),
        ("new\n\nAda wrote:\n> a", "--hq"),
        ("new\n\nAda wrote:\n\nnot quoted", "-----"),
        ("-----Original Message-----\nFrom: Ada\nTo: Bo\nSubject: V\n\n> a\n\nbelow", "hhhhhq--"),
        ("note\n---------- Forwarded message ---------\nFrom: Ada\n\nbody", "-ffff"),
        ("a\n\n\n> b\n\n\n", "---qqqq"),
    ],
)
def test_each_line_gets_its_kind(text: str, kinds: str) -> None:
    assert _kinds(text) == kinds


def test_the_cut_off_end_of_a_quoted_line_is_quoted() -> None:
    long = "> When we moved the bookings over in the winter we lost two whole days and"
    assert _kinds(f"{long}\na half of them.\n> Never again.") == "qqq"


@pytest.mark.parametrize("answer", ["Yes, all.", "yes", "never again, I hope, and that for good"])
def test_an_answer_between_quotes_is_not_taken_for_a_cut_off_end(answer: str) -> None:
    question = "> When we moved the bookings over in the winter, did you lose any of them?"
    assert _kinds(f"{question}\n{answer}\n> And now?") == "q-q"


def test_what_is_typed_at_a_prompt_is_no_quote() -> None:
    assert _kinds("It fails:\n>>> from vans import count\n>>> count(7)\n0\n> really?") == "----q"


def test_a_prompt_with_a_name_is_no_quote_and_a_name_before_prose_is_one() -> None:
    assert _kinds("Try:\nIDL> a = [1, 2]\nIDL> print, a") == "---"
    assert _kinds("AL> Shall we start in March?\nAL> Or in May?\n\nIn May.") == "qq--"


def test_a_deep_quote_stays_a_quote() -> None:
    assert _kinds(">>> Do we need it?\n>> Yes.\n> No.\nHm.") == "qqq-"
    assert _kinds("Hm.\n>>> Do we need it?") == "-q"


def test_a_link_closed_on_the_next_line_is_no_quote() -> None:
    assert _kinds("See <https://tern.example/a/very/long/way\n> for more") == "--"


def test_a_from_that_a_mailbox_escaped_is_no_quote() -> None:
    assert _kinds("It goes on.\n>From there we drive.\nThen home.") == "---"
    assert _kinds("He wrote:\n>From there we drive.") == "hq"


def test_all_from_the_line_that_html_names_is_quoted() -> None:
    assert _kinds("new\nstill new\nold\nold", rest=2) == "--qq"


def test_an_indented_stretch_is_quoted_only_below_a_header() -> None:
    for text, kinds in ((f"{HEADER}\na\nb\nnew", "hqq-"), ("Quote of the day:\na\nb\nnew", "----")):
        lines = to_lines(text)
        lines[1].indented = lines[2].indented = True
        mark_quotes(lines, lexicon())
        assert "".join(line.kind.value[0] if line.kind else "-" for line in lines) == kinds
