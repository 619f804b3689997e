"""The editor of the review: findings in place, safe changes, switches; nothing is kept."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from django.test import Client
from pytest_django.fixtures import Settings

from theirside.app import queries
from theirside.care.review.rule import rules

DRAFT = "Hi Sigrun,\n\nJust checking in on the offer.\n\nAt this point in time nobody knows.\n"
NOW = {"HX-Request": "true"}


def review(client: Client, **more: str) -> str:
    """Return what the editor answers in place."""
    return client.post("/review/", {"text": DRAFT, **more}, headers=NOW).text


def test_an_empty_editor_teaches(empty: Client) -> None:
    page = empty.get("/review/").text

    assert "What it looks for" in page
    assert '<textarea id="draft"' in page


def test_the_words_are_underlined_and_told_of(empty: Client) -> None:
    answer = review(empty)

    assert '<mark class="is-warning">Just checking in</mark>' in answer
    assert "asks for their time and brings nothing" in answer
    assert "<!doctype" not in answer
    assert "<textarea" not in answer  # what one is typing in is left alone


def test_without_scripts_the_page_comes_whole_with_the_draft(empty: Client) -> None:
    page = empty.post("/review/", {"text": DRAFT, "kind": "mail"}).text

    assert "<!doctype html>" in page
    assert "Just checking in on the offer." in page
    assert "asks for their time and brings nothing" in page


def test_what_they_told_counts_where_it_is_for_somebody(seller: Client) -> None:
    text = "Hi Sigrun,\n\nCan we have a quick call about the drawing tomorrow?\n"
    for_her = seller.post("/review/", {"text": text, "to": "Sigrun Aas"}, headers=NOW).text
    for_anybody = seller.post("/review/", {"text": text}, headers=NOW).text

    assert "Sigrun would rather have it in writing" in for_her
    assert "rather have it in writing" not in for_anybody


def test_nobody_of_that_name_is_told_and_it_is_read_all_the_same(empty: Client) -> None:
    answer = review(empty, to="Nobody Known")

    assert "Nobody known is called so" in answer
    assert "Just checking in" in answer


def test_a_safe_change_comes_back_in_the_field(empty: Client) -> None:
    answer = review(empty, do="fix")

    field = answer[answer.index("<textarea") :]
    assert "At this point in time" not in field
    assert "nobody knows" in field


def test_a_rule_is_switched_off_and_on_again(empty: Client) -> None:
    rule = re.findall(r'value="off:([^"]+)"', review(empty))[0]
    off = review(empty, do=f"off:{rule}")

    assert f'value="off:{rule}"' not in off
    assert f'value="on:{rule}"' in off
    assert [each.rule for each in queries.switches()] == [rule]
    assert f'value="off:{rule}"' in review(empty, do=f"on:{rule}")


def test_nothing_of_a_draft_is_kept(seller: Client, sample: Path) -> None:
    secret = "The violet pelican flies at dawn."
    seller.post("/review/", {"text": f"{DRAFT}{secret}", "to": "Sigrun Aas"})
    for file in sample.parent.iterdir():
        assert secret.encode() not in file.read_bytes()


def test_what_is_written_is_escaped(empty: Client) -> None:
    text = "Just checking in </textarea><script>x()</script>"
    for headers in ({}, NOW):
        answer = empty.post("/review/", {"text": text, "do": "fix"}, headers=headers).text
        assert "<script>x()" not in answer


def test_people_are_found_as_one_types(seller: Client) -> None:
    assert 'value="Sigrun Aas"' in seller.get("/review/people/?to=sigr").text
    assert seller.get("/review/people/?to=").text.strip() == ""


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("„{words}“ kostet Zeit und bringt nichts", "„Just checking in“ kostet Zeit"),
        ("„{words kostet Zeit", "asks for their time and brings nothing"),
    ],
)
def test_a_rule_speaks_the_pages_language_with_the_words_of_the_draft(
    empty: Client, tmp_path: Path, settings: Settings, message: str, shown: str
) -> None:
    rule = rules()["pressure.checking_in"]
    made = Catalog(locale="de", charset="utf-8")
    made.add(rule.message, message)
    folder = tmp_path / "de" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / "django.mo").open("wb") as file:
        write_mo(file, made)
    settings.LOCALE_PATHS = [tmp_path]
    settings.LANGUAGES = [("en", "English"), ("de", "Deutsch")]
    empty.defaults["HTTP_ACCEPT_LANGUAGE"] = "de"

    assert shown in review(empty)
