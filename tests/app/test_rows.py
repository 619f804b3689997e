"""Between rows and values: whatever goes in comes back, character for character."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from theirside.app.blots import redacted, terms_of
from theirside.app.rows import clip, short, storable, stored_time, time_of

ANY_TEXT = st.text(st.characters(exclude_categories=()))
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda m: timezone(timedelta(minutes=m)))


@given(ANY_TEXT)
def test_storable_text_is_as_long_and_every_database_takes_it(text: str) -> None:
    kept = storable(text)
    assert len(kept) == len(text)
    assert "\x00" not in kept
    assert kept.encode().decode() == kept
    assert all(b in {a, "\ufffd"} for a, b in zip(text, kept, strict=True))


@given(ANY_TEXT, ANY_TEXT, st.integers(40, 300))
def test_short_keys_fit_and_stay_different(one: str, other: str, limit: int) -> None:
    assert len(short(one, limit)) <= limit
    if storable(one) != storable(other):
        assert short(one, limit) != short(other, limit)


@given(ANY_TEXT, st.integers(0, 300))
def test_clipped_text_is_a_beginning(text: str, limit: int) -> None:
    assert clip(text, limit) == storable(text)[:limit]


@given(st.datetimes(timezones=st.none() | ZONES))
def test_times_come_back_as_they_were(at: datetime) -> None:
    in_utc, offset = stored_time(at)
    if in_utc is None:  # so near the end of time that it has no UTC
        assert at.year in (1, 9999)
        return
    back = time_of(in_utc, offset)
    assert back == at
    assert back is not None
    assert back.utcoffset() == at.utcoffset()


def test_utc_comes_back_as_utc() -> None:
    back = time_of(*stored_time(datetime(2026, 1, 1, tzinfo=UTC)))
    assert back is not None
    assert back.tzinfo is UTC


@given(st.lists(st.text(min_size=1), max_size=4), st.lists(st.text(min_size=1)), ANY_TEXT)
def test_blotting_keeps_every_character_at_its_place(
    names: list[str], exact: list[str], text: str
) -> None:
    text = storable(text)
    blotted = redacted(text + "".join(exact), terms_of(names, exact, parts=True))
    assert len(blotted) == len(text + "".join(exact))
    for each in exact:
        assert each not in blotted or each.strip("█") == ""


def test_names_are_blotted_as_whole_words_in_any_spacing() -> None:
    terms = terms_of(["Will Rose"], parts=True)
    assert redacted("Will\nRose will raise Rose's Roses, WILL ROSE.", terms) == (
        "█████████ will raise ████'s Roses, █████████."
    )
