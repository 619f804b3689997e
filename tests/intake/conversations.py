"""Hypothesis strategies for conversations, shared by the tests of intake."""

from __future__ import annotations

from datetime import UTC, timedelta, timezone

from hypothesis import strategies as st

from theirside.conversation import Apart, ApartKind, Channel, Conversation, Side, Speaker, Turn

CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")
TEXTS = st.text(CHARACTERS, max_size=30)
IDS = st.text(CHARACTERS, min_size=1)
ZONES = st.sampled_from(
    [UTC, timezone(timedelta(hours=5, minutes=45)), timezone(-timedelta(hours=8))]
)
TIMES = st.none() | st.datetimes(timezones=ZONES)
SECONDS = st.none() | st.floats(0, 1e7)
EMAILS = st.just("") | st.sampled_from(["dana@riverbank.example", "o.lee@harbour.example"])
SPEAKERS = st.builds(Speaker, TEXTS, EMAILS, TEXTS, TEXTS, st.sampled_from(Side))
APART = st.builds(
    lambda kind, start, length: Apart(kind, start, start + length),
    st.sampled_from(ApartKind),
    st.integers(0, 1000),
    st.integers(0, 1000),
)
TURNS = st.builds(
    Turn,
    id=IDS,
    speaker=SPEAKERS,
    text=TEXTS,
    at=TIMES,
    start=SECONDS,
    end=SECONDS,
    to=st.lists(SPEAKERS, max_size=2).map(tuple),
    original=TEXTS,
    apart=st.lists(APART, max_size=2).map(tuple),
)
CONVERSATIONS = st.builds(
    Conversation,
    id=IDS,
    channel=st.sampled_from(Channel),
    turns=st.lists(TURNS, max_size=4, unique_by=lambda turn: turn.id).map(tuple),
    subject=TEXTS,
    started_at=TIMES,
    source=st.just("talks.mbox"),
    format=st.just("mbox"),
)
