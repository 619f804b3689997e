"""What of a mail is new text, and what is kept apart."""

from __future__ import annotations

import sys
from pathlib import Path
from types import FrameType

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from theirside.conversation import ApartKind
from theirside.intake.mail.languages import lexicon
from theirside.intake.mail.reply import Body, split

lexicon()  # compiled before any test is held to Hypothesis's deadline

FIXTURES = Path(__file__).parents[2] / "fixtures" / "replies"

_LINES = st.sampled_from(
    [
        "",
        " ",
        "We need it before May.",
        "Is that possible?",
        "> Could you start?",
        ">> deeper",
        ">>> print(1)",
        "On Mon, 3 Mar 2025 at 09:14, Ada Lund <ada@tern.example> wrote:",
        "On Mon, 3 Mar 2025 at 09:14, Ada Lund <",
        "ada@tern.example> wrote:",
        "-----Original Message-----",
        "---------- Forwarded message ---------",
        "From: Ada Lund <ada@tern.example>",
        "Sent: Monday, 3 March 2025 09:14",
        "To: Bo Reyes",
        "Subject: Vans",
        "________________________________",
        "-- ",
        "--",
        "Kind regards,",
        "Bo Reyes",
        "T +31 20 555 0101",
        "Sent from my iPhone",
        "P.S. The vans are blue.",
        "If you are not the intended recipient, delete this message.",
        "vans mailing list",
        "#",
        "\u200b",
        "\u00a0",
    ]
)


def _apart_text(body: Body, kind: ApartKind) -> str:
    return "".join(body.original[part.start : part.end] for part in body.apart if part.kind is kind)


def _assert_sound(body: Body) -> None:
    at = 0
    outside = ""
    for part in body.apart:
        assert at <= part.start < part.end <= len(body.original)
        outside += body.original[at : part.start]
        at = part.end
    outside += body.original[at:]
    kept = [line.strip() for line in body.text.split("\n") if line.strip()]
    assert kept == [line.strip() for line in outside.split("\n") if line.strip()]
    assert body.text == body.text.strip()


@given(st.lists(_LINES, max_size=30), st.sampled_from(["\n", "\r\n"]))
@example(["> a", "b", "> c"], "\n")
def test_new_text_and_kept_apart_stretches_make_up_the_whole_body(
    lines: list[str], end: str
) -> None:
    body = split(end.join(lines), sender_name="Bo Reyes", sender_email="bo@reyes.example")
    assert body.original == "\n".join(lines)
    _assert_sound(body)


@settings(max_examples=60)
@given(st.text(max_size=300), st.text(max_size=300), st.text(max_size=20))
def test_any_text_and_any_html_is_read(text: str, html: str, name: str) -> None:
    _assert_sound(split(text, html=html, sender_name=name, sender_email=name))


@given(st.lists(_LINES, max_size=12), st.lists(st.sampled_from(["<p>", "</p>", "<br>"])))
def test_html_of_any_shape_is_read(lines: list[str], tags: list[str]) -> None:
    html = "<blockquote type=cite>".join(
        line + "".join(tags) for line in lines if not line.startswith("<")
    )
    _assert_sound(split("", html=html))


def test_a_quoted_reply_is_kept_apart_with_its_header() -> None:
    body = split("Yes, Friday works.\n\nOn Mon, Ada wrote:\n> Does Friday work?\n")
    assert body.text == "Yes, Friday works."
    assert [part.kind for part in body.apart] == [ApartKind.HEADER, ApartKind.QUOTED]
    assert _apart_text(body, ApartKind.QUOTED) == "> Does Friday work?\n"


def test_a_mail_that_only_quotes_has_no_new_text() -> None:
    text = "On 3 Mar 2025, at 09:14, Ada Lund <ada@tern.example> wrote:\n\n> Does Friday work?"
    assert split(text).text == ""
    assert split(text).original == text


def test_an_empty_mail_has_no_new_text() -> None:
    assert split("") == Body("", "", ())
    assert split("", html="<p> </p>").text == ""


def test_answers_between_quotes_stay_and_the_quotes_go() -> None:
    body = split("> How many vans?\n\nEleven.\n\n> Who signs?\n\nMy brother and I.\n")
    assert body.text == "Eleven.\n\nMy brother and I."


def test_line_ends_of_every_kind_are_read() -> None:
    body = split("Yes.\r\n\r\n> Could you?\rNo.")
    assert body.original == "Yes.\n\n> Could you?\nNo."
    assert body.text == "Yes.\n\nNo."


def test_a_forward_keeps_only_its_senders_note() -> None:
    body = split(
        "What do you make of this?\n\n---------- Forwarded message ---------\n"
        "From: Ada Lund <ada@tern.example>\nSubject: Vans\n\nWe can't go on like this.\n"
    )
    assert body.text == "What do you make of this?"
    assert [part.kind for part in body.apart] == [ApartKind.FORWARDED]
    assert "We can't go on" in _apart_text(body, ApartKind.FORWARDED)


@pytest.mark.parametrize(
    "html",
    [
        "<div class=gmail_quote>---------- Forwarded message ---------<br>Von: <b>Ada</b><br>"
        "<br><p>We can't go on.</p></div>",
        "<div class=gmail_quote><div class=gmail_attr>---------- Forwarded message ---------<br>"
        "Von: Ada</div><p>We can't go on.</p><blockquote>x</blockquote></div>",
        "<blockquote type=cite><div>Begin forwarded message:</div><br><div><b>From: </b>Ada</div>"
        "<p>We can't go on.</p></blockquote>",
        "<div class=moz-forward-container>----- Forwarded Message -----<table><tr><th>Subject:"
        "</th><td>Vans</td></tr></table><p>We can't go on.</p></div>",
    ],
)
def test_a_forward_in_html_keeps_only_its_senders_note(html: str) -> None:
    body = split("", html=f"<p>What do you make of this?</p>{html}")
    assert body.text == "What do you make of this?"
    assert {part.kind for part in body.apart} == {ApartKind.FORWARDED}


def test_a_forward_inside_a_quote_stays_part_of_the_quote() -> None:
    body = split("Seen.\n\n> ---------- Forwarded message ---------\n> From: a@b.example\n")
    assert [part.kind for part in body.apart] == [ApartKind.QUOTED]


@pytest.mark.parametrize(
    ("name", "new"),
    [
        (
            "gmail_interleaved",
            "Hi Ada,\n\nanswers below.\n\nEleven, two of them on lease.\n\nMy brother and I.",
        ),
        ("outlook_web", "We would rather start in May."),
        (
            "outlook_desktop",
            "The drivers will not log in twice a day.\n\nIs there a way around it?",
        ),
        ("apple_mail", "Yes, and please bring Ines."),
        ("thunderbird", "The move of the old bookings."),
    ],
)
def test_the_html_of_each_mail_program_is_told_apart(name: str, new: str) -> None:
    body = split("", html=(FIXTURES / f"{name}.html").read_text("utf-8"))
    assert body.text == new
    _assert_sound(body)


def test_html_is_read_where_the_plain_text_does_not_show_its_quote() -> None:
    html = (FIXTURES / "apple_mail.html").read_text("utf-8")
    body = split("Yes, and please bring Ines.\nShall we meet on Friday?\n", html=html)
    assert body.text == "Yes, and please bring Ines."


def test_plain_text_is_read_where_it_shows_its_quote() -> None:
    body = split("Yes.\n> Could you?\n", html="<p>Yes!</p><blockquote>Could you?</blockquote>")
    assert body.text == "Yes."


def test_html_is_read_where_the_plain_text_only_stands_in_for_it() -> None:
    html = f"<p>{'We run eleven vans and two of them are on lease. ' * 60}</p>"
    assert split("Your program shows no HTML.", html=html).text.startswith("We run eleven vans")


def test_html_sent_as_plain_text_is_read_as_html() -> None:
    assert split("<html><body><p>Yes.</p></body></html>").text == "Yes."


def test_a_name_in_the_header_tells_a_signature() -> None:
    text = "It fits.\n\nBo Reyes\nReyes Removals\n"
    assert split(text, sender_name="Bo Reyes").text == "It fits."
    assert split(text).text == text.strip()


def _calls(text: str) -> int:
    """How many calls reading ``text`` takes, by the interpreter's own count."""
    count = 0

    def profile(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        split(text, sender_name="Bo Reyes")
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize(
    "unit",
    [
        "We need it before May, all of it.\n",
        "\n",
        "> quoted line\nanswer\n",
        ">" * 80 + "\n",
        "Ada wrote:\n",
        "From: Ada\n",
        "________________\n",
        "Sent from my iPhone\n",
        "Kind regards,\n",
        "If you are not the intended recipient, delete it.\n\n",
        "On 3 March 2025 at\n",
        "<a@b.example\n",
    ],
)
def test_the_work_grows_only_with_the_length_of_a_mail(unit: str) -> None:
    small, large = unit * 400, unit * 1600
    assert _calls(large) < 4.6 * _calls(small) + 2000


@pytest.mark.parametrize("char", ["a", " ", ">", "-", "<", "@", ".", ":", "_ ", "1", "On "])
def test_one_huge_line_is_read_and_kept(char: str) -> None:
    line = "x" + char * (200_000 // len(char)) + "x"
    assert split(line).original == line
    assert _calls(line) < 3000
