"""HTML mail to lines of text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from theirside.intake.mail.html import to_page, to_text
from theirside.intake.mail.markup import Role

FIXTURES = Path(__file__).parents[2] / "fixtures" / "replies"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("   ", ""),
        ("plain", "plain"),
        ("a<br>b", "a\nb"),
        ("a<br><br>b", "a\n\nb"),
        ("<div>a</div><div>b</div>", "a\nb"),
        ("<div>a</div><div><br></div><div>b</div>", "a\n\nb"),
        ("<p>a</p><p>b</p>", "a\n\nb"),
        ("<p class=MsoNormal>a</p><p class=MsoNormal>b</p>", "a\nb"),
        ("<p class=MsoNormal>a</p><p class=MsoNormal>&nbsp;</p><p class=MsoNormal>b", "a\n\nb"),
        ("<p style='margin: 0'>a</p><p style='margin:0cm'>b</p><p>c</p>", "a\nb\n\nc"),
        ("<b>a</b> <i>b</i>c", "a bc"),
        ("a\n  b", "a b"),
        ("<pre>a\n  b\n\nc</pre>", "a\n  b\n\nc"),
        ("<ul><li>a</li><li>b</li></ul>", "- a\n- b"),
        ("<ol><li>a<li>b</ol>c", "1. a\n2. b\n\nc"),
        (
            "<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>",
            "a | b\n1 | 2",
        ),
        ("<a href='https://tern.example'>here</a>", "here"),
        ("a<hr>b", "a\n\nb"),
        ("<!-- no -->a<script>no</script><style>no</style><template>no</template>", "a"),
        ("<p>a<p>b<div>c", "a\n\nb\n\nc"),
        ("&lt;b&gt; &amp; &euro; &#8364;", "<b> & € €"),
        ("ü &uuml; 日本 \U0001f600", "ü ü 日本 \U0001f600"),
        ("<img alt='\U0001f600' src=x> <img alt='Logo' src=y>", "\U0001f600"),
        ("<o:p>a</o:p>", "a"),
        ("a\x00b", "ab"),
    ],
)
def test_visible_text_is_written_in_lines(html: str, text: str) -> None:
    assert to_text(html) == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<div style='display:none'>no</div>",
        "<div style='DISPLAY : NONE; color:red'>no</div>",
        "<span style='mso-hide:all'>no</span>",
        "<span style='font-size:0px'>no</span>",
        "<span style='max-height:0;overflow:hidden'>no</span>",
        "<span style='opacity:0'>no</span>",
        "<div hidden>no</div>",
        "<title>no</title>",
    ],
)
def test_what_readers_cannot_see_is_left_out(hidden: str) -> None:
    assert to_text(f"{hidden}yes{hidden}") == "yes"


@pytest.mark.parametrize(
    "style", ["font-size:0.9em", "opacity:0.8", "max-height:0.5em", "fill-opacity:0"]
)
def test_small_but_visible_text_stays(style: str) -> None:
    assert to_text(f"<p style='{style}'>yes</p>") == "yes"


def test_invisible_characters_go_and_those_that_join_stay() -> None:
    assert to_text("a&#8203;b &#847;&zwnj;&nbsp; c&shy;d") == "ab cd"
    assert to_text("👨&zwj;👩") == "👨\u200d👩"
    assert to_text("می&zwnj;خواهم") == "می\u200cخواهم"


def test_a_newsletter_reads_like_a_page() -> None:
    text = to_text((FIXTURES / "newsletter.html").read_text("utf-8"))
    assert text == (
        "Van check\n\nWinter tyres from October.\n\n- Front\n- Rear\n\n"
        "Van | Due\n7 | May\n\nBook a slot"
    )


def test_html_that_declares_a_wrong_encoding_is_read_as_the_text_it_is() -> None:
    assert to_text("<?xml version='1.0' encoding='utf-16'?><html><body>hé</body></html>") == "hé"
    assert to_text("<html><head><meta charset=utf-16></head><body>hé</body></html>") == "hé"


def test_lone_surrogates_do_no_harm() -> None:
    assert to_text("<p>a\ud800b</p>").startswith("a")


@pytest.mark.parametrize("depth", [300, 5000, 60_000])
def test_deep_html_loses_no_words(depth: int) -> None:
    html = f"{'<div>' * depth}deep{'</div>' * depth}<script>no</script><p>after &amp; on</p>"
    text = to_text(html)
    assert text.split() == ["deep", "after", "&", "on"]


def test_huge_html_is_read_up_to_a_limit() -> None:
    text = to_text(f"<p>first</p>{'x ' * 1_500_000}<p>last</p>")
    assert text.startswith("first")
    assert "last" not in text


def test_quotes_headers_and_signatures_are_marked_on_their_lines() -> None:
    page = to_page((FIXTURES / "gmail_interleaved.html").read_text("utf-8"))
    lines = page.text.split("\n")
    found = {
        role: [" ".join(lines[mark.first : mark.last]) for mark in page.marks if mark.role is role]
        for role in Role
    }
    assert found[Role.QUOTE] == ["How many vans do you run?", "Who signs?"]
    assert found[Role.HEADER] == ["Ada Lund <ada@tern.example> zei op ma 3 mrt 2025 om 09:14:"]
    assert "Reyes Removals" in found[Role.SIGNATURE][-1]


def test_a_line_drawn_above_is_remembered() -> None:
    page = to_page("<p>a</p><hr><p>b</p>")
    assert [page.text.split("\n")[number] for number in page.ruled] == ["b"]


def test_an_old_gmail_quote_without_blockquote_is_a_quote_as_a_whole() -> None:
    page = to_page("Yes<div class=gmail_quote>On Monday, Ada wrote:<div>Well?</div></div>")
    assert [(mark.role, mark.first, mark.last) for mark in page.marks] == [(Role.QUOTE, 1, 3)]


_TAGS = [
    "p",
    "div",
    "br",
    "table",
    "tr",
    "td",
    "ul",
    "li",
    "pre",
    "blockquote",
    "hr",
    "b",
    "a",
    "o:p",
]


@settings(max_examples=80)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=12),
            st.builds("<{}>".format, st.sampled_from(_TAGS)),
            st.builds("</{}>".format, st.sampled_from(_TAGS)),
            st.just("<blockquote type=cite class=gmail_quote>"),
        ),
        max_size=40,
    )
)
def test_any_html_is_read_and_marks_stay_within_its_lines(pieces: list[str]) -> None:
    page = to_page("".join(pieces))
    count = len(page.text.split("\n"))
    assert page.text == page.text.strip("\n")
    assert all(0 <= mark.first <= mark.last <= count for mark in page.marks)
