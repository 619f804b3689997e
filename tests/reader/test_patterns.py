"""The pattern reader as a reader: deterministic, alike alone and in a batch, silent when unsure."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.conversation import Channel, Side
from theirside.evidence import Annotation
from theirside.reader import labels
from theirside.reader.label import Pattern, Rule
from theirside.reader.patterns import ENGINE, PatternReader
from theirside.reader.reader import Sentence

WORDS = (
    "we I you my boss Dana need want not if because the price oven is are worried about to cut "
    "your system send it by Friday how what ? . , can will never too expensive our problem"
).split(" ")
TEXT = st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))


def sentence(text: str, side: Side = Side.THEIRS, at: datetime | None = None) -> Sentence:
    return Sentence(
        turn=3,
        start=5,
        end=5 + len(text),
        text=text,
        side=side,
        speaker="Dana",
        before="",
        before_side=Side.UNKNOWN,
        channel=Channel.CALL,
        at=at,
    )


@cache
def reader() -> PatternReader:
    return PatternReader()


def read(text: str, side: Side = Side.THEIRS) -> dict[str, Annotation]:
    return {each.label: each for each in reader().annotate([sentence(text, side)])}


EXAMPLES = [each.text for label in labels().values() for each in (*label.fires, *label.silent)]


def test_an_annotation_spans_its_sentence_and_names_the_version() -> None:
    found = read("We're worried about the audit.")["feeling.worried"]
    assert (found.turn, found.start, found.end) == (3, 5, 35)
    assert found.reader == reader().version
    assert re.fullmatch(rf"{ENGINE}\.[0-9a-f]{{6}}", found.reader)


def test_our_own_sentences_yield_no_facet_feeling_or_pushback() -> None:
    for text in EXAMPLES:
        names = set(read(text, Side.OURS))
        assert not [name for name in names if name.startswith(("facet", "feeling", "pushback"))]


def test_unknown_sides_are_read_like_theirs() -> None:
    text = "Our biggest problem is the night shift."
    assert set(read(text, Side.UNKNOWN)) == set(read(text)) == {"facet.pain"}


@pytest.mark.parametrize(
    "text",
    [
        "My wife was diagnosed with cancer and our biggest problem is the night shift.",
        "I'm worried about my surgery, will you send it by Friday?",
    ],
)
def test_from_a_special_sentence_nothing_else_is_read(text: str) -> None:
    assert set(read(text)) == {"special"}


def test_another_persons_view_is_theirs() -> None:
    assert read("Our CFO is worried about the price.")["feeling.worried"].holder == "Our CFO"
    assert read("Dana says our main goal is speed.")["facet.goal"].holder == "Dana"
    assert read("It's not me, my boss is worried about it.")["feeling.worried"].holder == "my boss"
    assert read("Our main goal is speed.")["facet.goal"].holder == ""


def test_what_we_are_said_to_have_said_is_not_theirs() -> None:
    assert "facet.goal" not in read("You said our main goal is speed.")


def test_a_promise_is_due_only_where_the_day_is_known() -> None:
    at = datetime(2026, 3, 4, 9, tzinfo=UTC)
    text = "I'll send it by Friday."
    (known,) = reader().annotate([sentence(text, at=at)])
    (unknown,) = reader().annotate([sentence(text)])
    assert (known.label, known.due) == ("promise", date(2026, 3, 6))
    assert unknown.due is None


def test_a_feeling_of_any_group_is_a_feeling_too() -> None:
    found = read("We're really happy with the new vans.")
    assert found["facet.feeling"].probability == found["feeling.pleased"].probability


def test_a_not_inside_a_match_silences_a_pattern_that_means_no_not() -> None:
    assert "facet.criterion" in read("Price is really decisive.")
    assert "facet.criterion" not in read("Price is not decisive.")


@pytest.mark.parametrize(
    "text",
    [
        "It's not about the price.",
        "If we wanted to grow, we'd need your system.",
        "Suppose we needed three machines.",
        "It would be nice if one day we could automate that.",
        "Yeah right, we love it when the oven breaks down every Monday.",
        "We used to order by fax.",
        "I hope you're well.",
        "I'm afraid I can't make Tuesday.",
        "Thanks, great!",
        "Happy to help with that.",
        "Looking forward to our call.",
        "Sorry to bother you again.",
        "I'd love to see a demo.",
        'He wrote "we need to cut costs" on the board.',
        "You said our biggest problem is the night shift.",
        "We'll see.",
        "My daughter has a recital on Friday.",
        "Let me know if you need anything.",
        "I will be out of office until Monday.",
        "I would have sent it.",
        "Our union contract negotiations are on Tuesday.",
        "I'm Polish, so excuse my English.",
    ],
)
def test_says_nothing_of_near_misses_formulas_and_small_talk(text: str) -> None:
    assert read(text) == {}


def test_what_was_said_before_can_be_asked_for() -> None:
    pattern = Pattern("says", "the night shift", 0.7, after=r"problem\?$")
    only = PatternReader([Rule("facet.x", "theirs", (), (pattern,), "")])
    asked = sentence("Well, the night shift.")
    after = replace(asked, before="What is your biggest problem?")
    assert only.annotate([asked]) == []
    assert [each.label for each in only.annotate([after])] == ["facet.x"]


@given(st.lists(TEXT, max_size=5), st.sampled_from(list(Side)))
def test_one_sentence_alone_reads_as_in_a_batch(texts: list[str], side: Side) -> None:
    asked = [sentence(text, side) for text in texts]
    alone = [found for each in asked for found in reader().annotate([each])]
    assert reader().annotate(asked) == alone


def test_of_an_endless_sentence_only_the_beginning_is_read() -> None:
    endless = "you said we want to cut costs " * 2000
    assert set(read(f"Our main goal is speed {endless}")) == {"facet.goal"}
    assert "facet.goal" not in read(f"{endless} our main goal is speed")


@given(TEXT)
def test_any_text_gives_at_most_one_annotation_a_label(text: str) -> None:
    found = reader().annotate([sentence(text)])
    names = [each.label for each in found]
    assert len(set(names)) == len(names)
    assert set(names) <= set(labels())
    assert all(0 < each.probability < 1 for each in found)
    assert names == ["special"] or "special" not in names


def test_threads_may_share_a_reader() -> None:
    shared = PatternReader()
    asked = [sentence(text) for text in EXAMPLES[:120]]
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda _: shared.annotate(asked), range(8)))
    assert all(answer == answers[0] for answer in answers)


def answered(text: str, before: str, side: Side = Side.OURS) -> set[str]:
    said = replace(sentence(text), before=before, before_side=side)
    return {each.label for each in reader().annotate([said])}


def test_an_answer_counts_by_the_question_right_before_it() -> None:
    answer = "That nobody has to drive out at night any more."
    assert "facet.goal" in answered(answer, "What would success look like for you?")
    assert "facet.goal" not in answered(answer, "What would success look like? We talked. Good.")
    assert "facet.goal" not in answered(answer, "How was the fair?")
    assert "facet.goal" not in answered(answer, "")


def test_a_reason_for_our_asking_may_stand_between_question_and_answer() -> None:
    asked = "What is your budget? It helps me think."
    assert "facet.constraint" in answered("Nine thousand pounds.", asked)
    assert "facet.constraint" not in answered("Nine thousand pounds.", asked, Side.THEIRS)


def test_a_view_under_a_pronoun_goes_to_the_person_named_or_to_nobody() -> None:
    said = "She is nervous about the audit."
    known = replace(sentence(said), before="I asked Marit about it.")
    unknown = replace(sentence(said), before="It was a long day.")
    found = {each.label: each.holder for each in reader().annotate([known])}
    assert found["feeling.worried"] == "Marit"
    assert "feeling.worried" not in {e.label for e in reader().annotate([unknown])}
