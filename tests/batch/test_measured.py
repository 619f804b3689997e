"""Figures as a table: a row a conversation and measure."""

from __future__ import annotations

from tests.care.test_over_time import TALKS
from theirside import batch


def test_the_table_has_its_columns_and_a_row_for_each() -> None:
    conversations = [talk.conversation for talk in TALKS]
    given = {talk.id: () for talk in TALKS}
    table = batch.figures([*conversations], given, ["talk_share", "mail_length"])
    assert table.schema == batch.FIGURES
    rows = table.to_pylist()
    assert [row["conversation"] for row in rows] == ["undated", "a", "b", "c"]
    assert [row["value"] for row in rows] == [0.9, 0.8, 0.4, 0.3]
    assert rows[0]["at"] is None


def test_there_may_be_nothing() -> None:
    assert batch.figures([], {}).num_rows == 0
