"""OPML of feed readers and outliners."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.intake.shelf.reading import things, written
from theirside.errors import IntakeError
from theirside.intake.shelf import entry
from theirside.intake.shelf.formats import opml
from theirside.intake.shelf.thing import ThingKind

FEEDS = """<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Animals"><outline type="rss" text="The Bee Paper" description="Month by month."
 xmlUrl="https://b.example/feed" htmlUrl="https://b.example/" category="/north"/></outline>
<outline text="On being late" _note="A late answer is forgiven sooner than a wrong one."/>
<outline text="A page" type="link" url="https://p.example/1"/>
<outline xmlUrl="https://x.example/feed"/></body></opml>"""


def test_feeds_links_and_notes_are_things_and_headings_their_tags(tmp_path: Path) -> None:
    source = written(tmp_path, "a.opml", FEEDS)
    assert opml.recognises(source) == 1.0
    (bees, late, page), report = things(opml, source)
    assert (bees.title, bees.url, bees.text) == (
        "The Bee Paper",
        "https://b.example/",
        "Month by month.",
    )
    assert bees.tags == ("Animals", "north")
    assert (late.kind, late.title) == (ThingKind.NOTE, "On being late")
    assert page.url == "https://p.example/1"
    assert [(each.item, each.reason) for each in report.skipped] == [
        ("a.opml outline 5", entry.NO_TITLE)
    ]


def test_nothing_of_this_machine_is_read_through_an_entity(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the cellar key")
    text = f"""<!DOCTYPE opml [<!ENTITY x SYSTEM "{secret.as_uri()}">]>
<opml><body><outline text="a" _note="n"/>&x;<outline text="b" _note="m"/></body></opml>"""
    found, _ = things(opml, written(tmp_path, "a.opml", text))
    assert [each.title for each in found] == ["a", "b"]
    assert "cellar" not in repr(found)


def test_what_is_broken_is_told_or_read_as_far_as_it_goes(tmp_path: Path) -> None:
    found, _ = things(opml, written(tmp_path, "a.opml", '<opml><body><outline text="a" _note="n">'))
    assert [each.title for each in found] == ["a"]
    with pytest.raises(IntakeError, match="export it anew"):
        things(opml, written(tmp_path, "b.opml", ""))
