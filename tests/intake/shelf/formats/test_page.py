"""Saved web pages: their main part, their own address."""

from __future__ import annotations

from pathlib import Path

from tests.intake.shelf.reading import things, written
from theirside.intake.shelf import entry
from theirside.intake.shelf.formats import page
from theirside.intake.shelf.thing import ThingKind

SAVED = """<!doctype html><html><head><title>Bees | The Paper</title>
<meta property="og:title" content="Bees"><link rel="canonical" href="https://p.example/bees">
</head><body><nav>Home Buy now</nav><article><h1>Bees</h1><p>In May they swarm.</p>
<form>Subscribe</form></article><footer>Contact sales</footer></body></html>"""


def test_of_a_page_only_its_main_part_is_read(tmp_path: Path) -> None:
    source = written(tmp_path, "saved.html", SAVED)
    assert page.recognises(source) > 0
    [found], _ = things(page, source)
    assert (found.title, found.url) == ("Bees", "https://p.example/bees")
    assert found.text == "In May they swarm."
    assert found.kind is ThingKind.ARTICLE


def test_a_page_without_a_main_part_is_read_whole(tmp_path: Path) -> None:
    source = written(tmp_path, "a.htm", "<html><body><h1>Wool</h1><p>It keeps slugs away.</p>")
    [found], _ = things(page, source)
    assert (found.title, found.url) == ("Wool", "")
    assert "slugs" in found.text


def test_a_title_is_taken_from_the_file_where_there_is_none(tmp_path: Path) -> None:
    [found], _ = things(page, written(tmp_path, "old_wool.html", "<body><p>Slugs.</p></body>"))
    assert found.title == "old wool"


def test_an_address_that_is_none_of_the_web_is_left_out(tmp_path: Path) -> None:
    text = '<html><head><title>A</title><link rel="canonical" href="/bees"></head><body>B</body>'
    [found], _ = things(page, written(tmp_path, "a.html", text))
    assert found.url == ""


def test_an_empty_page_is_skipped(tmp_path: Path) -> None:
    found, report = things(page, written(tmp_path, "a.html", "<!doctype html>"))
    assert (found, report.reasons()) == ([], {entry.EMPTY: 1})
