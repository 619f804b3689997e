"""WhatsApp's dates are read in whatever way the whole file was written."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.whatsapp_dates import DateOrder, Stamp, decide, stamp


def stamps(*dates: str) -> list[Stamp]:
    found = [stamp(f"{date} - Dana: hello") for date in dates]
    return [one for one in found if one is not None]


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("20/01/19, 11:23 - x", (2019, 1, 20, 11, 23)),
        ("20/01/2019 11:23 - x", (2019, 1, 20, 11, 23)),
        ("20/01/2019 à 11:23 - x", (2019, 1, 20, 11, 23)),
        ("20.1.19, 11:23 - x", (2019, 1, 20, 11, 23)),
        ("20-01-2019 11.23 - x", (2019, 1, 20, 11, 23)),
        ("[20.01.19, 11:23:45] x", (2019, 1, 20, 11, 23, 45)),
        ("\u200e[20/01/2019, 11:23:45] x", (2019, 1, 20, 11, 23, 45)),
        ("[20/01/19 11:23] x", (2019, 1, 20, 11, 23)),
        ("20/01/2019, 08:49 p. m. - x", (2019, 1, 20, 20, 49)),
        ("20/01/2019, 00:08 a. m. - x", (2019, 1, 20, 0, 8)),
        ("20/1/19, 12:08\u202fAM - x", (2019, 1, 20, 0, 8)),
        ("[20/1/19, 12:08:09\u202fpm] x", (2019, 1, 20, 12, 8, 9)),
        ("2019/01/20, 11:23 - x", (2019, 1, 20, 11, 23)),
        ("2019-01-20, 11:23 - x", (2019, 1, 20, 11, 23)),
        ("2019. 1. 20. 오후 1:23 - x", (2019, 1, 20, 13, 23)),
        ("2019/1/20, 上午11:23 - x", (2019, 1, 20, 11, 23)),
    ],
)
def test_a_date_is_read(line: str, time: tuple[int, ...]) -> None:
    one = stamp(line)
    assert one is not None
    assert one.rest == "x"
    assert one.time(DateOrder.DAY_MONTH) == datetime(*time, tzinfo=UTC)  # type: ignore[misc,arg-type]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Dana: hi",
        "[00:12:13] Dana: hi",
        "2019-01-20 11:23:00 INFO x",
        "1/2 - x",
        "[20.01.19, 11:23 - x",
        "20.01.19, 11:23] x",
        "20/01.19, 11:23 - x",
    ],
)
def test_other_lines_begin_with_no_date(line: str) -> None:
    assert stamp(line) is None


def test_a_day_above_twelve_decides_for_the_file() -> None:
    assert decide(stamps("01/02/25, 10:00", "13/02/25, 10:00")) is DateOrder.DAY_MONTH
    assert decide(stamps("01/02/25, 10:00", "02/13/25, 10:00")) is DateOrder.MONTH_DAY


def test_a_chat_runs_forward() -> None:
    # 3 January, then 1 February; as month/day it would run back from March to February.
    assert decide(stamps("03/01/25, 10:00", "01/02/25, 10:00")) is DateOrder.DAY_MONTH
    assert decide(stamps("01/03/25, 10:00", "02/01/25, 10:00")) is DateOrder.MONTH_DAY


def test_where_both_fit_the_reading_is_called_likely() -> None:
    assert decide(stamps("01/02/25, 10:00")) is DateOrder.DAY_MONTH_LIKELY
    assert decide(stamps("1/2/25, 10:00 AM")) is DateOrder.MONTH_DAY_LIKELY
    assert decide(stamps("1/2/25, 10:00 am")) is DateOrder.DAY_MONTH_LIKELY
    assert decide(stamps("1.2.25, 10:00 AM")) is DateOrder.DAY_MONTH_LIKELY


def test_a_year_in_front_leaves_no_doubt() -> None:
    assert decide(stamps("2025/02/01, 10:00")) is DateOrder.YEAR_FIRST


def test_without_dates_nothing_is_decided() -> None:
    assert decide([]) is None


def test_a_day_that_does_not_exist_is_no_time() -> None:
    (one,) = stamps("31/02/25, 10:00")
    assert one.time(DateOrder.DAY_MONTH) is None


TIMES = st.integers(1_420_000_000, 1_890_000_000).map(lambda n: datetime.fromtimestamp(n, UTC))
FORMS = ["%d/%m/%y, %H:%M", "%d.%m.%Y, %H:%M", "%m/%d/%y, %I:%M %p", "%Y-%m-%d, %H:%M"]


@given(
    st.lists(TIMES, min_size=1),
    st.sampled_from(FORMS),
)
def test_a_file_written_in_one_form_is_read_without_loss(times: list[datetime], form: str) -> None:
    expected = [time.replace(second=0, microsecond=0) for time in times]
    found = stamps(*(time.strftime(form) for time in times))
    assert len(found) == len(times)
    decided = decide(found)
    assert decided is not None
    certain = any(time.day > 12 for time in times) or form.startswith("%Y")
    if certain:
        assert [one.time(decided) for one in found] == expected
