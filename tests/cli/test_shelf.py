"""``theirside shelf``: put there, listed, taken away, and every import accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.forms import fits

LINK = ("--link", "https://b.example/bees?utm_source=x", "--title", "The bee year")


def flat(text: str) -> str:
    return " ".join(text.split())


def test_a_note_and_a_link_may_be_typed(theirside: Run) -> None:
    assert (
        theirside("shelf", "add", "--note", "Coarse wool keeps slugs away. So they say.").code == 0
    )
    out = theirside("shelf", "add", *LINK, "--tag", "north").out
    assert "1 found, 1 kept, 0 skipped" in out
    assert "On the shelf: 1 new" in out
    listed = theirside("shelf").out
    assert "Coarse wool keeps slugs away." in listed
    assert "https://b.example/bees · north" in listed
    assert "2 things on the shelf" in listed
    assert theirside("shelf", "list").out == listed


def test_the_same_again_is_there_already(theirside: Run) -> None:
    theirside("shelf", "add", *LINK)
    assert "1 there already" in theirside("shelf", "add", *LINK).out


def test_an_import_says_what_was_kept_and_what_was_not_and_why(
    theirside: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "things"
    folder.mkdir()
    (folder / "wool.md").write_text("# Coarse wool\n\nIt keeps slugs away.")
    (folder / "ad.txt").write_text("Book a demo and see.")
    (folder / "scan.pdf").write_bytes(b"%PDF-1.7\x00")
    ran = theirside("shelf", "add", folder)
    out = flat(ran.out)
    assert ran.code == 0
    assert "3 found, 1 kept, 2 skipped" in out
    assert "1 × not a format that the shelf knows: scan.pdf" in out
    assert "“Book a demo”: It asks them for an appointment." in out
    assert "--anyway" in out


def test_tags_are_put_on_whatever_comes_in(theirside: Run, tmp_path: Path) -> None:
    (tmp_path / "wool.md").write_text("# Coarse wool\n\nIt keeps slugs away.")
    theirside("shelf", "add", tmp_path / "wool.md", "--tag", "garden", "--tag", "farm")
    [thing] = theirside("shelf", "--json").json["things"]
    assert thing["tags"] == ["garden", "farm"]
    titled = theirside("shelf", "add", tmp_path / "wool.md", "--title", "Wool")
    assert (titled.code, "their own titles" in titled.err) == (2, True)


def test_something_sold_is_refused_with_its_words_and_kept_if_you_say_so(theirside: Run) -> None:
    ad = ("shelf", "add", "--note", "Our pricing starts at €9 a month.")
    refused = theirside(*ad)
    assert refused.code == 1
    assert "would sell them something" in flat(refused.out)
    assert theirside(*ad, "--anyway").code == 0
    assert "kept all the same" in flat(theirside("shelf").out)


def test_what_is_asked_for_wrongly_is_told(theirside: Run) -> None:
    assert "give a PATH, or --note, or --link" in flat(theirside("shelf", "add").err)
    assert "nothing is fetched" in flat(
        theirside("shelf", "add", "--link", "https://b.example").err
    )
    bad = theirside("shelf", "add", "--link", "ftp://b.example", "--title", "Bees")
    assert (bad.code, "ftp://b.example" in bad.err) == (2, True)
    nowhere = theirside("shelf", "add", "nowhere")
    assert (nowhere.code, "no such file" in nowhere.err) == (1, True)


def test_a_thing_is_taken_off_by_its_number_or_its_title(theirside: Run) -> None:
    theirside("shelf", "add", *LINK)
    assert "Off the shelf: The bee year" in theirside("shelf", "remove", "bee year").out
    assert "The shelf is empty" in theirside("shelf").out
    assert theirside("shelf", "remove", "bee year").code == 1


def test_the_forms_are_as_documented(theirside: Run) -> None:
    fits("shelf_added", theirside("shelf", "add", *LINK, "--json").json)
    form = theirside("shelf", "list", "--json").json
    fits("shelf", form)
    [thing] = form["things"]
    assert (thing["title"], thing["given"], thing["sells"]) == ("The bee year", 0, [])


def test_nothing_in_a_title_can_steer_a_terminal(theirside: Run) -> None:
    theirside("shelf", "add", "--note", "Wool", "--title", "Bees\x1b[31m")
    assert "\x1b" not in theirside("shelf").out


@pytest.mark.parametrize("title", ["Climbing again after forty", "Old boat engines"])
def test_the_sample_has_a_shelf(sample: Run, title: str) -> None:
    out = sample("shelf").out
    assert title in out
    assert "leading platform" not in out
