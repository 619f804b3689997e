"""A quote in the talk around it."""

from __future__ import annotations

from django.test import Client

from tests.app.talks import ANNA, SAM, call
from theirside.app.services import keep
from theirside.app.web.views.around import Piece, pieces
from theirside.evidence import Annotation

WORDS = "The board asks me. If it slips I explain it."


def test_the_quote_is_marked_within_the_talk(empty: Client) -> None:
    keep(call("c1", (SAM, "What hangs on it?"), (ANNA, WORDS), (SAM, "I see.")), [], "test-1")

    part = empty.get("/around/c1/1/19-44/", headers={"HX-Request": "true"}).text
    assert "<mark>If it slips I explain it.</mark>" in part
    assert "What hangs on it?" in part
    assert "<html" not in part
    assert 'href="/conversations/c1/#t-1"' in part


def test_it_is_a_page_of_its_own_without_scripts(empty: Client) -> None:
    keep(call("c1", (ANNA, WORDS)), [], "test-1")

    assert "<html" in empty.get("/around/c1/0/0-5/").text


def test_what_touches_a_special_category_is_left_out(empty: Client) -> None:
    lines = ((SAM, "How was it?"), (ANNA, "My back is ill. Else fine."), (ANNA, WORDS))
    keep(call("c1", *lines), [Annotation(1, 0, 15, "special", 1.0, "test-1")], "test-1")

    part = empty.get("/around/c1/2/0-18/").text
    assert "back is ill" not in part
    assert "Else fine." in part


def test_words_never_become_markup(empty: Client) -> None:
    keep(call("c1", (ANNA, "<script>alert(1)</script> and more")), [], "test-1")

    assert "<script>alert" not in empty.get("/around/c1/0/0-8/").text


def test_what_is_gone_is_said(empty: Client) -> None:
    assert empty.get("/around/c9/0/0-5/").status_code == 404


def test_pieces_are_cut_at_spaces_and_never_within_the_quote() -> None:
    text = "one two three four five six"

    assert list(pieces(text, (2, 16), (8, 13), ())) == [
        Piece("", "cut"),
        Piece("two "),
        Piece("three", "quoted"),
        Piece("", "cut"),
    ]
    assert list(pieces("abcdefgh", (2, 6), (1, 7), ())) == [
        Piece("", "cut"),
        Piece("bcdefg", "quoted"),
        Piece("", "cut"),
    ]


def test_what_is_withheld_within_a_quote_is_left_out_of_it() -> None:
    found = list(pieces("keep this away", (0, 14), (0, 4), ((5, 9),)))

    assert found == [Piece("keep", "quoted"), Piece(" "), Piece("", "withheld"), Piece(" away")]
