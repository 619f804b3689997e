"""Words only just said are read after what was said before, likely labels among them."""

from __future__ import annotations

from collections.abc import Sequence

from tests.understand.talks import DANA
from theirside.evidence import Annotation
from theirside.purpose.chairs.reading import US, read_reply
from theirside.reader.reader import Sentence


class Doubtful:
    """Is sure of one label, finds one likelier than not, and one unlikely."""

    version = "doubtful-1"

    def __init__(self) -> None:
        self.asked: list[Sentence] = []

    def annotate(self, sentences: Sequence[Sentence], everything: bool = False) -> list[Annotation]:
        """Return the sure label, and all of them where everything is asked for."""
        self.asked += sentences
        chances = {"inform": 0.9, "press.guilt": 0.5, "press.trap": 0.49, "gift": 0.7}
        return [
            Annotation(each.turn, each.start, each.end, label, chance, self.version)
            for each in sentences
            for label, chance in chances.items()
            if everything or label == "inform"
        ]


def labels(*likely: str) -> list[str]:
    found = read_reply(Doubtful(), "You owe it to them.", US, "It is dear.", DANA, likely)
    assert {(each.turn, each.start, each.end) for each in found} == {(0, 0, 19)}
    return [each.label for each in found]


def test_what_is_likelier_than_not_counts_for_the_labels_that_were_named() -> None:
    assert labels() == ["inform"]
    assert labels("press") == ["inform", "press.guilt"]
    assert labels("gift", "inform") == ["inform", "gift"]


def test_the_reader_sees_whose_words_they_are_and_what_was_said_before() -> None:
    reader = Doubtful()
    read_reply(reader, "You owe it to them.", US, "It is dear.", DANA)
    [asked] = reader.asked
    assert (asked.before, asked.before_side, asked.side) == ("It is dear.", DANA.side, US.side)
    read_reply(reader, "Hello.", US, "", DANA)
    assert reader.asked[-1].before == ""
