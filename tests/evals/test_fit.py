"""What evals/fit.py reads of a talk, and how it counts."""

from __future__ import annotations

import json
from pathlib import Path

from evals.fit import Score, order_told, score, sides_in


def talk() -> dict[str, object]:
    """Return a made-up talk in the data set's form."""
    order = {"High": "Water", "Medium": "Food", "Low": "Firewood"}
    other = {"High": "Food", "Medium": "Firewood", "Low": "Water"}
    return {
        "dialogue_id": 7,
        "chat_logs": [
            {"id": "a", "text": "Hello!", "task_data": {}},
            {"id": "b", "text": "I really need food.", "task_data": {}},
            {"id": "a", "text": "Water is my priority, some food too.", "task_data": {}},
            {"id": "a", "text": "Submit-Deal", "task_data": {"issue2youget": {"Food": "3"}}},
        ],
        "participant_info": {"a": {"value2issue": order}, "b": {"value2issue": other}},
    }


def test_a_side_is_its_own_words_without_the_clicked_deals(tmp_path: Path) -> None:
    file = tmp_path / "talks.json"
    file.write_text(json.dumps([talk()]), encoding="utf-8")
    first, second = sides_in(file)
    assert first.said == ("Hello!", "Water is my priority, some food too.")
    assert first.order == ("Water", "Food", "Firewood")
    assert second.said == ("I really need food.",)


def test_the_score_counts_the_first_and_the_whole_order(tmp_path: Path) -> None:
    file = tmp_path / "talks.json"
    file.write_text(json.dumps([talk()]), encoding="utf-8")
    sides = list(sides_in(file))
    assert score(sides, None) == Score(2, 2, 1)
    assert score(sides, 1) == Score(2, 1, 0)
    assert order_told(sides[0].said) == ("Water", "Food", "Firewood")
    assert Score(4, 1, 0).row("x") == "| x | 0.250 (0.046 to 0.699) | 0.000 (0.000 to 0.490) |"
