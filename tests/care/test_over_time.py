"""Weeks, the own past, and whom of us a talk counts for."""

from __future__ import annotations

from datetime import UTC, date, datetime

from theirside.care.over_time import compared, trends
from theirside.care.rows import NAMES, cells, rows
from theirside.care.sellers import Sellers
from theirside.care.talks import talks_of
from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.understand.talk import Talk

SAM = Speaker("Sam Okoro", "sam@lantern.example", side=Side.OURS)
IDA = Speaker("Ida Berg", "ida@lantern.example", side=Side.OURS)
DANA = Speaker("Dana Whitfield", "dana@fernhill.example", side=Side.THEIRS)


def talk(key: str, at: datetime | None, *said: tuple[Speaker, int]) -> Talk:
    turns = tuple(
        Turn(f"{key}-{n}", who, " ".join(["word"] * words)) for n, (who, words) in enumerate(said)
    )
    [ready] = talks_of(Conversation(key, Channel.CALL, turns, started_at=at), {key: ()})
    return ready


def on(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 9, tzinfo=UTC)


TALKS = [
    talk("undated", None, (SAM, 90), (DANA, 10)),
    talk("a", on(3, 2), (SAM, 80), (DANA, 20)),  # a Monday
    talk("b", on(3, 8), (SAM, 40), (DANA, 60)),  # the Sunday of the same week
    talk("c", on(3, 9), (SAM, 30), (DANA, 70)),
]


def test_weeks_begin_on_monday_and_the_past_is_all_before_the_newest() -> None:
    [trend] = trends(TALKS, date(2026, 3, 9), ["talk_share"])
    assert [(monday, figure.value) for monday, figure in trend.weeks] == [
        (date(2026, 3, 2), 0.6),
        (date(2026, 3, 9), 0.3),
    ]
    assert trend.past is not None
    assert (trend.past.value, trend.past.talks) == (0.6, 2)


def test_since_a_day_stands_beside_before() -> None:
    [found] = compared(TALKS, date(2026, 3, 8), ["talk_share"])
    assert found.since is not None
    assert found.before is not None
    assert (found.since.value, found.before.value) == (0.35, 0.8)


def test_a_talk_counts_for_whoever_says_two_thirds_of_our_words() -> None:
    sellers = Sellers()
    assert sellers.of(talk("a", None, (SAM, 70), (IDA, 30), (DANA, 5)).conversation) == "Sam Okoro"
    assert sellers.of(talk("a", None, (SAM, 60), (IDA, 40), (DANA, 5)).conversation) == ""
    assert sellers.of(talk("a", None, (DANA, 5)).conversation) == ""


def test_an_address_is_the_seller_whose_name_stood_beside_it() -> None:
    sellers = Sellers()
    bare = Speaker("", "sam@lantern.example", side=Side.OURS)
    assert sellers.name(bare) == "sam@lantern.example"
    sellers.learn([SAM, DANA])
    assert sellers.name(bare) == "Sam Okoro"


def test_rows_are_one_a_talk_and_measure() -> None:
    found = list(rows(TALKS, ["talk_share", "longest_ours", "mail_length"]))
    assert [(each.conversation, each.figure.measure) for each in found][:3] == [
        ("undated", "talk_share"),
        ("undated", "longest_ours"),
        ("a", "talk_share"),
    ]
    row = dict(zip(NAMES, cells(found[2]), strict=True))
    assert (row["at"], row["seller"], row["value"]) == (datetime(2026, 3, 2, 9), "Sam Okoro", 0.8)  # noqa: DTZ001
