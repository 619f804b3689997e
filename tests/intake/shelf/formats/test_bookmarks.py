"""Bookmarks as browsers export them."""

from __future__ import annotations

from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.shelf.reading import things, written
from theirside.intake.shelf import entry
from theirside.intake.shelf.formats import bookmarks

EXPORT = """<!DOCTYPE NETSCAPE-Bookmark-file-1>
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks Menu</H1>
<DL><p>
    <DT><H3 ADD_DATE="1" PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3>
    <DL><p>
        <DT><H3>Animals</H3>
        <DL><p>
            <DT><A HREF="https://b.example/1?utm_source=x&amp;id=2" ADD_DATE="1"
                TAGS="north,honey">Bees &amp; frost</A>
            <DD>Month by month.
            <DT><A HREF="https://w.example/">w.example</A>
        </DL><p>
        <DT><A HREF='https://wool.example/'>Wool</A>
        <DT><A HREF="javascript:void(0)">A button</A>
        <DT><A HREF="place:sort=8">Most visited</A>
    </DL><p>
</DL>
"""


def test_links_come_with_folders_tags_and_notes(tmp_path: Path) -> None:
    source = written(tmp_path, "bookmarks.html", EXPORT)
    assert bookmarks.recognises(source) == 1.0
    (bees, wool), report = things(bookmarks, source)
    assert (bees.title, bees.text) == ("Bees & frost", "Month by month.")
    assert bees.url == "https://b.example/1?id=2"
    assert bees.tags == ("Animals", "north", "honey")
    assert (wool.title, wool.text, wool.tags) == ("Wool", "", ())
    assert report.reasons() == {bookmarks.NOT_A_PAGE: 2, entry.NO_TITLE: 1}


def test_another_page_is_not_its_own(tmp_path: Path) -> None:
    assert bookmarks.recognises(written(tmp_path, "a.html", "<!doctype html><p>x")) == 0


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            ["<DL>", "</DL>", "<H3>a</H3>", '<A HREF="https://x.example">b</A>', "<DD>c", "<A>"]
        )
    )
)
def test_any_order_of_its_pieces_is_survived(tmp_path: Path, pieces: list[str]) -> None:
    links = sum("HREF" in piece for piece in pieces)
    _, report = things(bookmarks, written(tmp_path, "b.html", EXPORT[:35] + "".join(pieces)))
    assert report.found >= min(links, 1)
