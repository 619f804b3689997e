"""Codes of sentences: signs, distances, and what gets none."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.reader import reading, sentences
from theirside.reader.coded import BYTES, FEWEST, apart, coded, signs, version_of
from theirside.reader.combined import CombinedReader
from theirside.reader.encoder import Seen
from theirside.reader.patterns import PatternReader

DANA = Speaker("Dana", side=Side.THEIRS)


class Told:
    """A model whose figures of a sentence are those of its bytes, turned if words come before."""

    version = "told-1"
    names: tuple[str, ...] = ()

    def __init__(self) -> None:
        self.seen: list[tuple[str, str]] = []

    def see(self, texts: Sequence[str], befores: Sequence[str]) -> Seen:
        self.seen += zip(texts, befores, strict=True)
        rows = np.zeros((len(texts), 384), dtype=np.float32)
        for row, (text, before) in enumerate(zip(texts, befores, strict=True)):
            rows[row, : len(text)] = [ord(each) - 104.5 for each in text[:384]]
            rows[row] *= -1 if before else 1
        return Seen(np.zeros((len(texts), 0)), rows)


def talk(*texts: str) -> Conversation:
    turns = tuple(Turn(str(place), DANA, text) for place, text in enumerate(texts))
    return Conversation("a", Channel.CALL, turns)


def test_a_code_holds_the_signs() -> None:
    figures = np.zeros((2, 384), dtype=np.float32)
    figures[0, 0], figures[0, 9], figures[1] = 0.5, 0.1, -0.2
    codes = signs(figures)

    assert codes.shape == (2, BYTES)
    assert list(codes[0, :2]) == [0b10000000, 0b01000000]
    assert not codes[1].any()


def test_codes_are_apart_by_the_signs_that_differ() -> None:
    figures = np.ones((3, 384), dtype=np.float32)
    figures[1, :7] = -1
    figures[2] = -1
    codes = signs(figures)

    assert list(apart(codes, codes[0])) == [0, 7, 384]


def test_a_sentence_of_few_words_has_no_code() -> None:
    read = sentences(talk("Yes, I see. We need it by the end of March."))
    found = coded(read, (), Told())

    assert FEWEST == 4
    assert found.places == ((0, 12, 43),)
    assert len(found.codes) == BYTES
    assert found.version == version_of(Told()) == "told-1/1"


def test_what_was_seen_while_reading_is_not_seen_again() -> None:
    read = sentences(talk("We need it by March.", "That is a bit early for us."))
    model = Told()
    seen = model.see([each.text for each in read], [each.before for each in read])
    before = coded(read, (), Told())

    count = len(model.seen)
    assert coded(read, (), model, seen.embeddings) == before
    assert len(model.seen) == count


def test_nothing_special_is_in_a_code_or_before_one() -> None:
    read = sentences(talk("I have been ill since May.", "We need a quieter pump.", "x" * 400))
    read += sentences(talk("", "", "", "The price is all right now."))
    special = {(0, read[0].start, read[0].end)}
    model = Told()
    seen = model.see([each.text for each in read], [each.before for each in read])
    model.seen.clear()
    found = coded(read, special, model, seen.embeddings)

    assert [place[0] for place in found.places] == [1, 3]
    assert model.seen == [("We need a quieter pump.", "")]
    alone = coded(read[1:2], (), Told())
    assert found.codes[:BYTES] == signs(Told().see([read[1].text], [""]).embeddings).tobytes()
    assert found.codes[:BYTES] != alone.codes
    assert found.codes[BYTES:] == signs(seen.embeddings[-1:]).tobytes()


def test_nothing_to_code_is_nothing() -> None:
    assert coded([], (), Told()).places == ()
    assert coded([], (), Told(), np.zeros((0, 384))).codes == b""


def test_a_reading_brings_codes_where_the_reader_sees_meaning() -> None:
    asked = talk("We need it by March. My union will be against it.")
    seeing = reading(asked, CombinedReader(encoder=Told(), figures={}))

    assert reading(asked, PatternReader()).coded is None
    assert seeing.coded is not None
    assert [start for _, start, _ in seeing.coded.places] == [0]
    assert seeing.annotations == tuple(
        CombinedReader(encoder=Told(), figures={}).annotate(sentences(asked))
    )
