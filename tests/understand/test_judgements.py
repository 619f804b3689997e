"""Judgements hold whatever the reader says afterwards."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.understand.talks import DANA, day, quoted, talk
from theirside.conversation import Conversation
from theirside.evidence import Annotation, Quote
from theirside.understand import understand
from theirside.understand.judgements import anchored
from theirside.understand.people import people_in
from theirside.understand.understanding import Judgement, Observation, Status

SENTENCES = [
    "The export breaks every Friday.",
    "Every Friday our export breaks.",
    "The export no longer breaks every Friday.",
    "We trust our supplier.",
    "We don't trust our supplier.",
]


def annotated(places: list[int]) -> tuple[list[Conversation], dict[str, list[Annotation]]]:
    talks = [
        talk(f"c{number}", (DANA, SENTENCES[place]), at=day(number + 1))
        for number, place in enumerate(places)
    ]
    whole = {one.id: len(one.turns[0].text) for one in talks}
    return talks, {key: [Annotation(0, 0, n, "facet.pain", 0.8, "v1")] for key, n in whole.items()}


def observed(
    talks: list[Conversation], marks: dict[str, list[Annotation]], *made: Judgement
) -> tuple[Observation, ...]:
    (found,) = understand(talks, marks, judgements=made)
    return found.observations


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(range(len(SENTENCES))), min_size=1, max_size=6),
    st.integers(0, 5),
    st.sets(st.integers(0, 5)),
    st.integers(0, 8),
)
def test_what_was_withdrawn_is_withdrawn_by_any_reader(
    places: list[int], which: int, unseen: set[int], cut: int
) -> None:
    talks, marks = annotated(places)
    first = observed(talks, marks)
    gone = first[which % len(first)]
    judgement = Judgement(gone.person, "pain", gone.evidence, Status.WITHDRAWN, "", day(99))
    newer = {
        key: [Annotation(0, cut, each.end, each.label, 0.9, "v2") for each in said]
        if int(key[1:]) not in unseen
        else []
        for key, said in marks.items()
    }

    for reading in (marks, newer):
        current = [
            each
            for each in observed(talks, reading, judgement)
            if each.status is not Status.WITHDRAWN
        ]
        quoted_now = {(q.conversation, q.turn) for each in current for q in each.evidence}
        assert not quoted_now & {(q.conversation, q.turn) for q in gone.evidence}


def test_a_quote_is_found_where_its_words_now_stand() -> None:
    one = talk("a", (DANA, "Hello."), (DANA, "The export breaks."))
    here = quoted(one, "The export breaks.")
    moved = Quote("a", 0, 3, 21, "The export breaks.")

    assert anchored(here, {"a": one}) == here
    assert anchored(moved, {"a": one}) == here
    assert anchored(Quote("a", 0, 0, 4, "Gone"), {"a": one}) is None
    assert anchored(Quote("b", 0, 0, 4, "Gone"), {"a": one}) is None


def test_a_judgement_of_somebody_who_is_not_theirs_any_more_says_nothing() -> None:
    one = talk("a", (DANA, "The export breaks."), at=day(1))
    dana = people_in([one]).persons[0]
    ours = talk("b", (DANA, "Hi."), at=day(1))
    judgement = Judgement(
        "ffffffff", "pain", (quoted(one, "The export breaks."),), Status.CONFIRMED
    )

    (found,) = understand([one], {"a": []}, judgements=[judgement])
    (without,) = understand([ours], {"b": []}, judgements=[judgement])

    assert [each.person for each in found.observations] == [dana.id]
    assert without.observations == ()
