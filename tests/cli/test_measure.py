"""``theirside measure`` as a person meets it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.forms import fits


def test_a_call_is_counted_in_groups_with_intervals(sample: Run) -> None:
    ran = sample("measure", "skarvøy first call")
    assert ran.code == 0
    assert "Talking" in ran.out
    assert "Our share of the words" in ran.out
    assert "of 1,463 words" in ran.out
    assert "Length of our mails" not in ran.out
    assert max(map(len, ran.out.splitlines())) <= 88


def test_one_figure_opens_to_its_sentences(sample: Run) -> None:
    form = sample("measure", "sigrun", "--show", "open_questions", "--json").json
    fits("figures", form)
    [figure] = form["figures"]
    assert figure["count"] == len(figure["evidence"]) > 0
    assert figure["of"] == figure["count"] + len(figure["rest"])
    opened = sample("measure", "sigrun", "--show", "open_questions").out
    assert "Counted: " in opened
    assert "= our open questions / our questions" in opened


def test_since_a_day_stands_beside_before(sample: Run) -> None:
    form = sample("measure", "sigrun", "--since", "2026-04-01", "--json").json
    fits("compared", form)
    assert form["since"] == "2026-04-01"
    words = {each["measure"]: each for each in form["figures"]}["talk_share"]
    assert words["since"]["talks"] == words["before"]["talks"] == 1
    assert "before 39%" in sample("measure", "sigrun", "--since", "2026-04-01").out


def test_weeks_and_the_team(sample: Run) -> None:
    form = sample("measure", "--mine", "--weeks", "--only", "talk_share", "--json").json
    fits("trends", form)
    [trend] = form["trends"]
    mondays = [each["monday"] for each in trend["weeks"]]
    assert mondays == sorted(mondays)
    team = sample("measure", "--team", "--only", "talk_share", "--json").json
    fits("sellers", team)
    assert list(team["sellers"]) == ["Jonas Peake", "Nora Tveit"]
    one = sample("measure", "--seller", "jonas", "--only", "talk_share", "--json").json
    assert one["figures"][0]["count"] == team["sellers"]["Jonas Peake"][0]["count"]


def test_csv_and_parquet_have_the_same_rows(sample: Run, tmp_path: Path) -> None:
    from pyarrow import parquet

    printed = sample("measure", "sigrun", "--only", "talk_share", "--csv").out
    rows = list(csv.DictReader(io.StringIO(printed)))
    path = tmp_path / "figures.parquet"
    assert sample("measure", "sigrun", "--only", "talk_share", "--parquet", path).code == 0
    table = parquet.read_table(path)
    assert [row["conversation"] for row in rows] == table.column("conversation").to_pylist()
    for row, value in zip(rows, table.column("value").to_pylist(), strict=True):
        assert float(row["value"]) == pytest.approx(value, rel=1e-5)


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        ((), 2, "name a conversation or person, or --mine"),
        (("sigrun", "--mine"), 2, "name a conversation or person"),
        (("sigrun", "--weeks", "--show", "talk_share"), 2, "go one at a time"),
        (("sigrun", "--json", "--csv"), 2, "go one at a time"),
        (("sigrun", "--since", "may"), 2, "may"),
        (
            ("sigrun", "--only", "talkshare"),
            1,
            "'talkshare': no such measure; there are",
        ),
        (("nobody at all",), 1, "no such person or conversation"),
        (("kessbach",), 1, "fits several"),
        (("--seller", "zoe"), 1, "there are Jonas Peake, Nora Tveit"),
    ],
)
def test_what_can_not_be_measured_is_said(
    sample: Run, words: tuple[str, ...], code: int, said: str
) -> None:
    ran = sample("measure", *words)
    assert ran.code == code
    assert said in " ".join(ran.err.replace("│", " ").split())


def test_a_measure_of_another_kind_of_talk_says_so(sample: Run) -> None:
    ran = sample("measure", "skarvøy first call", "--show", "mail_length")
    assert ran.code == 0
    assert "makes no sense for talks of this kind" in ran.out
