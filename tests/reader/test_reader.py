"""The reader's public side."""

from __future__ import annotations

from collections.abc import Sequence

import theirside.reader
from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation, quote
from theirside.reader import Sentence, default_reader, labels, read, sentences
from theirside.reader.patterns import PatternReader

TALK = Conversation(
    "call-1",
    Channel.CALL,
    (
        Turn("0", Speaker("Sam", side=Side.OURS), "What is hard about the mornings?"),
        Turn(
            "1",
            Speaker("Dana", side=Side.THEIRS),
            "Hi Sam,\n\nour biggest problem is that the crates come in at five and the shop\n"
            "opens at six. We want to expand. My boss is worried about the rent.",
        ),
    ),
)


class Silent:
    """A reader that says one thing of each sentence; it shows that the seam is all there is."""

    version = "silent-1"

    def annotate(self, sentences: Sequence[Sentence], everything: bool = False) -> list[Annotation]:
        return [Annotation(s.turn, s.start, s.end, "x", 0.5, self.version) for s in sentences]


def test_public_names() -> None:
    assert theirside.reader.__all__ == sorted(theirside.reader.__all__)
    assert set(theirside.reader.__all__) >= {"default_reader", "labels", "read", "sentences"}


def test_reads_a_conversation_with_quotes_that_stand_verbatim() -> None:
    found = read(TALK, PatternReader())
    assert [(each.turn, each.label, each.holder) for each in found] == [
        (0, "question.open", ""),
        (1, "facet.pain", ""),
        (1, "facet.goal", ""),
        (1, "feeling.worried", "My boss"),
        (1, "facet.feeling", "My boss"),
    ]
    for each in found:
        assert quote(TALK, each.turn, each.start, each.end).stands_in(TALK)
    pain = quote(TALK, 1, found[1].start, found[1].end)
    assert pain.text.endswith("the shop\nopens at six.")


def test_reading_twice_gives_the_same() -> None:
    assert read(TALK) == read(TALK)


def test_any_reader_fits_the_seam() -> None:
    assert len(read(TALK, Silent())) == len(sentences(TALK))


def test_the_default_reader_is_made_once() -> None:
    assert default_reader() is default_reader()


def test_an_empty_conversation_reads_as_nothing() -> None:
    assert read(Conversation("none", Channel.NOTE, ())) == ()


def test_every_annotation_has_a_known_label() -> None:
    assert {each.label for each in read(TALK)} <= set(labels())
