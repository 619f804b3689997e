"""``theirside prepare``: one page before a talk, their wants first."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.forms import fits, quotes_in
from theirside.app import queries


def headings(out: str) -> list[str]:
    wanted = (
        "What they want",
        "What we want",
        "What we could give",
        "Three questions",
        "Be careful",
    )
    return sorted((each for each in wanted if f"\n{each}" in out), key=out.index)


def test_their_wants_come_before_ours(sample: Run) -> None:
    out = sample("prepare", "anneliese", "--want", "a day in January").out
    assert headings(out) == [
        "What they want",
        "What we want",
        "What we could give",
        "Three questions",
        "Be careful",
    ]
    assert "\n  a day in January\n" in out
    assert "What happens when a driver loses the phone?" in out.partition("What we want")[0]


def test_a_belief_stands_beside_the_fact_and_nothing_is_sold(sample: Run) -> None:
    out = " ".join(sample("prepare", "anneliese", "--on", "2026-03-10").out.split())
    assert "fact: The app records which machine was checked" in out
    assert "Plans vehicle checks" not in out


def test_it_has_the_documented_form_and_its_quotes_stand_verbatim(sample: Run) -> None:
    form = sample("prepare", "sigrun", "--json").json
    fits("preparation", form)
    assert len(form["questions"]) == 3
    for quote in quotes_in(form):
        turn = queries.conversation(quote["conversation"]).conversation.turns[quote["turn"]]
        assert turn.text[quote["start"] : quote["end"]] == quote["quote"]


def test_our_wants_are_kept_until_others_are_written_down(sample: Run) -> None:
    sample("prepare", "sigrun", "--on", "2026-10-20", "--want", "line 1", "--want", "her boat")
    assert "\n  line 1\n  her boat\n" in sample("prepare", "sigrun", "--on", "2026-10-20").out
    sample("prepare", "sigrun", "--on", "2026-10-20", "--want", "a walk")
    [kept] = queries.preparations_of(queries.find_person("sigrun"))
    assert (str(kept.day), kept.ours, len(kept.questions)) == ("2026-10-20", ("a walk",), 3)


def test_on_a_day_only_what_was_said_before_it_counts(sample: Run) -> None:
    out = sample("prepare", "callum", "--on", "2026-02-05").out
    assert "For the talk on 5 Feb 2026 · last in touch 16 Dec 2025" in out
    assert "2026" not in out.partition("What they want")[2]


def test_nothing_of_a_special_category_is_on_any_page(sample: Run) -> None:
    for each in ("sigrun", "anneliese", "callum"):
        assert "knee" not in sample("prepare", each).out.casefold()


def test_what_is_not_a_day_is_a_wrong_usage(sample: Run) -> None:
    ran = sample("prepare", "sigrun", "--on", "tomorrow")
    assert ran.code == 2
    assert "%Y-%m-%d" in ran.err


def test_somebody_unknown_is_told_so(sample: Run) -> None:
    ran = sample("prepare", "Zebulon")
    assert (ran.code, ran.out) == (1, "")
    assert "Zebulon" in ran.err


class Tags(HTMLParser):
    """Collects the tags and the addresses that a page has."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag and what it points to."""
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"src", "href"}]


def test_the_page_to_print_is_one_file_without_scripts(sample: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    ran = sample("prepare", "anneliese", "--want", "<b>a day</b> & a walk", "--html", path)
    assert f"Written: {path}" in " ".join(ran.out.split())
    page = path.read_text(encoding="utf-8")
    found = Tags()
    found.feed(page)
    assert not {"script", "link", "img", "iframe", "b"} & set(found.tags)
    assert (found.links, "url(" in page) == ([], False)
    assert "&lt;b&gt;a day&lt;/b&gt; &amp; a walk" in page
    assert "size: A4" in page


def test_the_page_as_markdown_escapes_what_would_be_markup(sample: Run, tmp_path: Path) -> None:
    path = tmp_path / "page.md"
    sample("prepare", "anneliese", "--want", "*a* <day>", "--md", path)
    page = path.read_text(encoding="utf-8")
    assert page.startswith("# Anneliese Roth, Fleet manager")
    assert "\n- \\*a\\* \\<day\\>\n" in page
    assert page.index("## What they want") < page.index("## What we want")


def test_a_file_that_cannot_be_written_is_named(sample: Run, tmp_path: Path) -> None:
    ran = sample("prepare", "sigrun", "--html", tmp_path / "no" / "page.html")
    assert ran.code == 1
    assert "page.html" in ran.err


def test_on_a_terminal_it_asks_for_our_wants_once(
    sample: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    from theirside.cli.commands import prepare

    answers = iter(["line 1 ", "her boat", ""])
    monkeypatch.setattr(prepare, "_is_terminal", lambda: True)
    monkeypatch.setattr("typer.prompt", lambda *_a, **_k: next(answers))
    out = sample("prepare", "sigrun").out
    assert "What do you want from the talk with Sigrun Aas?" in out
    assert "\n  line 1\n  her boat\n" in out
    assert "\n  line 1\n  her boat\n" in sample("prepare", "sigrun").out
