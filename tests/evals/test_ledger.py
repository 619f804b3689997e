"""What evals/ledger.py reads, and how it counts."""

from __future__ import annotations

from pathlib import Path

from evals.ledger import Labelled, halves, scores, sentences_in
from theirside.serve.ledger.entry import Column

TALK = """\
# trade: roofs; channel: mail
turn\twho\tlabels\ttext
1\tseller\task,question.closed\tCould we meet on Friday?
2\tcustomer\t-\tPerhaps.
3\tnote\task\tCould we meet on Friday?
"""


def test_notes_are_left_out_and_labels_are_told_apart(tmp_path: Path) -> None:
    file = tmp_path / "talk.tsv"
    file.write_text(TALK, encoding="utf-8")
    assert list(sentences_in([file])) == [
        Labelled("Could we meet on Friday?", True, frozenset({"ask", "question.closed"})),
        Labelled("Perhaps.", False, frozenset({"-"})),
    ]


def test_hits_alarms_and_what_was_missed_are_counted() -> None:
    made = scores(
        [
            Labelled("Could we meet on Friday?", True, frozenset({"ask"})),
            Labelled("What day suits you?", True, frozenset({"-"})),
            Labelled("Cancel it.", False, frozenset({"ask"})),
            Labelled("Hello.", False, frozenset({"-"})),
        ]
    )
    ask = made[Column.ASK]
    assert (ask.hits, ask.alarms, ask.missed) == (1, ["What day suits you?"], ["Cancel it."])
    assert ask.line == "precision 0.50 (0.09–0.91) of 2, recall 0.50 (0.09–0.91) of 2"
    assert made[Column.GIFT].line == "precision – of 0, recall – of 0"


def test_every_second_talk_was_looked_at() -> None:
    talks = [Path(name) for name in "abcde"]
    assert halves(talks) == ([Path("b"), Path("d")], [Path("a"), Path("c"), Path("e")])
