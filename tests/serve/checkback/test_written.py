"""The page as HTML, Markdown and mail: the same statements, nothing fetched, nothing unescaped."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256

import pytest

from tests.serve.checkback.pages import page
from theirside.serve.checkback.as_html import as_html
from theirside.serve.checkback.as_mail import as_mail
from theirside.serve.checkback.as_markdown import as_markdown
from theirside.serve.checkback.statement import Page

EVIL = '<script>alert("x")</script> & "more" [x](y)'


def evil() -> Page:
    made = page()
    first = replace(made.statements[0], words=EVIL)
    return replace(made, statements=(first, *made.statements[1:]), name=EVIL, signed=EVIL)


def test_the_page_fetches_nothing_and_runs_only_its_own_script() -> None:
    html = as_html(page())
    assert not re.search(r"(?:src|href)=\"(?!mailto:)", html)
    assert "url(" not in html
    assert "@import" not in html
    [script] = re.findall(r"<script>(.*?)</script>", html, re.DOTALL)
    digest = b64encode(sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in html
    assert "default-src 'none'" in html


def test_words_of_theirs_cannot_become_markup() -> None:
    html = as_html(evil())
    assert html.count("<script>") == 1
    assert "&lt;script&gt;" in html
    assert "\\[x\\](y)" in as_markdown(evil())


def test_every_statement_has_the_three_answers() -> None:
    html = as_html(page())
    assert html.count('value="yes"') == len(page().statements)
    assert html.count('value="not quite">') == len(page().statements)
    assert html.count("don’t keep this</label>") == len(page().statements)


def test_the_page_can_be_answered_by_mail_without_the_script() -> None:
    [link] = re.findall(r'href="(mailto:[^"]+)"', as_html(page()))
    assert link.startswith("mailto:sam@lantern.example?subject=")
    assert "1%3A%20%0A2%3A%20" in link
    assert "7f3a2c91" in link
    assert 'type="button" hidden' in as_html(page())


@pytest.mark.parametrize("tone", ["short", "warm", "formal"])
def test_each_form_holds_every_statement_and_every_list(tone: str) -> None:
    made = page(tone)
    for text in (as_mail(made), as_markdown(made), as_html(made).replace("’", "'")):
        for each in made.statements:
            assert each.words in text
        assert "What happens when a driver loses the phone?" in text
        assert "I'll send you the list on Monday." in text
        assert "Check-back 7f3a2c91" in text


def test_empty_parts_are_left_out() -> None:
    bare = replace(page(), asked=(), owed=(), unknown=())
    assert "I owe you" not in as_mail(bare)
    assert "know yet" not in as_html(bare)
