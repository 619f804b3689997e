"""Timed blocks: what stands between timing lines, whatever is missing around them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from theirside.intake.captions import Block, blocks_of, cues_of


def test_blocks_have_identifier_times_and_lines() -> None:
    assert blocks_of("x\n\na/1-0\n1:01.5 --> 01:02:03,25 align:end\nHi\nthere\n") == [
        Block("a/1-0", 61.5, 3723.25, ["Hi", "there"])
    ]
    assert blocks_of("no timing") == []


def test_a_lone_word_is_an_identifier_only_where_a_blank_line_sets_it_off() -> None:
    text = "0:01.0 --> 0:02.0\nYes\n0:02.0 --> 0:03.0\nWell\n\nintro\n0:03.0 --> 0:04.0\nNo"
    assert [(block.identifier, block.lines) for block in blocks_of(text)] == [
        ("", ["Yes"]),
        ("", ["Well"]),
        ("intro", ["No"]),
    ]


def test_words_twice_are_words_twice_but_rolling_lines_are_one() -> None:
    def text(*cues: str) -> str:
        return "\n\n".join(f"0:0{n}.0 --> 0:0{n}.9\n{cue}" for n, cue in enumerate(cues))

    twice = blocks_of(text("no", "no", "no", "no"))
    assert [block.lines for block in twice] == [["no"]] * 4
    rolling = blocks_of(text("a", "a\nb", "b\nc", "c\nd"))
    assert [block.lines for block in rolling] == [["a"], ["b"], ["c"], ["d"]]


def test_two_speakers_in_one_block_are_two_cues() -> None:
    text = "\n\n".join(f"0:0{n}.0 --> 0:0{n}.9\nDana: a\nBo: b" for n in range(3))
    cues = cues_of(blocks_of(text))
    assert [cue.speaker.name for cue in cues if cue.speaker] == ["Dana", "Bo"] * 3


def test_teams_identifiers_name_the_utterance() -> None:
    assert Block("6f6d-3c/12-0", 0, 0).utterance == "6f6d-3c/12"
    assert Block("12", 0, 0).utterance == Block("intro-1", 0, 0).utterance == ""


@given(st.lists(st.sampled_from(["b c", "", "0:01 --> 0:02", "7"]), max_size=20))
def test_no_words_are_lost_behind_the_first_timing(lines: list[str]) -> None:
    blocks = blocks_of("\n".join(lines))
    assert len(blocks) == lines.count("0:01 --> 0:02")
    first = lines.index("0:01 --> 0:02") if blocks else len(lines)
    said = [line for block in blocks for line in block.lines if line == "b c"]
    if len(blocks) < 4:  # with more, lines may roll up
        assert len(said) == lines[first:].count("b c")
