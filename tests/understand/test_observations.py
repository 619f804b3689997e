"""Observations and the judgements on them."""

from __future__ import annotations

from dataclasses import replace

from tests.understand.talks import DANA, PRIYA, SAM, by_id, day, mark, quoted, talk
from theirside.conversation import Conversation, Speaker, Turn
from theirside.evidence import Annotation
from theirside.understand import understand
from theirside.understand.people import people_in
from theirside.understand.understanding import Judgement, Observation, Status

FRIDAY = "The export breaks every Friday."
FIRST = talk("a", (DANA, f"Hello Sam. {FRIDAY} Regards"), at=day(1))
AGAIN = talk("b", (SAM, "How is it?"), (DANA, "Every Friday our export breaks."), at=day(40))
BOTH = by_id(
    [
        (FIRST, mark(FIRST, FRIDAY, "facet.pain", 0.8)),
        (AGAIN, mark(AGAIN, "Every Friday our export breaks.", "facet.pain", 0.7)),
    ]
)
DANA_ID = people_in([FIRST]).persons[0].id


def observed(
    talks: list[Conversation],
    annotations: dict[str, list[Annotation]],
    *judgements: Judgement,
) -> tuple[Observation, ...]:
    (found,) = understand(talks, annotations, judgements=judgements, person="Dana Whitfield")
    return found.observations


def judged(status: Status, text: str = "", number: int = 50, facet: str = "pain") -> Judgement:
    return Judgement(DANA_ID, facet, (quoted(FIRST, FRIDAY),), status, text, day(number))


def test_two_quotes_make_one_observation_in_the_newest_words() -> None:
    (found,) = observed([FIRST, AGAIN], BOTH)

    assert found.statement == "Every Friday our export breaks."
    assert [quote.text for quote in found.evidence] == [FRIDAY, "Every Friday our export breaks."]
    assert (found.first_at, found.last_at) == (FIRST.last_at, AGAIN.last_at)
    assert found.probability == 0.94


def test_no_number_of_quotes_makes_us_certain() -> None:
    talks = [talk(f"c{number}", (DANA, FRIDAY), at=day(number)) for number in range(1, 30)]
    marks = by_id([(each, mark(each, FRIDAY, "facet.pain", 0.9)) for each in talks])

    (found,) = observed(talks, marks)

    assert len(found.evidence) == 29
    assert found.probability == 0.99


def test_the_same_turn_counts_once() -> None:
    twice = talk("a", (DANA, f"{FRIDAY} I mean it. {FRIDAY}"), at=day(1))
    first = mark(twice, FRIDAY, "facet.pain", 0.8)
    second = replace(first, start=first.start + 43, end=first.end + 43)
    assert twice.turns[0].text[second.start : second.end] == FRIDAY

    (found,) = observed([twice], {"a": [first, second]})

    assert len(found.evidence) == 2
    assert found.probability == 0.8


def test_an_id_is_the_same_on_every_run_and_grows_no_new_one_with_more_evidence() -> None:
    (alone,) = observed([FIRST], BOTH)
    (both,) = observed([AGAIN, FIRST], BOTH)

    assert alone.id == both.id
    assert len(alone.id) == 8
    assert int(alone.id, 16) >= 0


def test_a_change_stays_visible() -> None:
    march = talk("a", (DANA, "We need it by March."), at=day(1))
    june = talk("b", (DANA, "We need it by June."), at=day(30))
    marks = by_id(
        [
            (march, mark(march, "We need it by March.", "facet.constraint")),
            (june, mark(june, "We need it by June.", "facet.constraint")),
        ]
    )

    newer, older = observed([june, march], marks)

    assert older.replaced_by == newer.id
    assert (older.statement, newer.statement) == ("We need it by March.", "We need it by June.")


def test_contradictions_name_each_other() -> None:
    one = talk("a", (DANA, "We trust our supplier."), at=day(1))
    other = talk("b", (DANA, "We don't trust our supplier."), at=day(9))
    marks = by_id(
        [
            (one, mark(one, "We trust our supplier.", "facet.habit")),
            (other, mark(other, "We don't trust our supplier.", "facet.habit")),
        ]
    )

    first, second = observed([one, other], marks)

    assert first.contradicts == (second.id,)
    assert second.contradicts == (first.id,)


def test_what_a_colleague_says_of_somebody_is_theirs_and_labelled_so() -> None:
    words = "Dana wants it simpler than it is."
    both = talk("a", (DANA, "Good morning."), (PRIYA, words), at=day(1))
    marks = {"a": [mark(both, words, "facet.criterion", holder="Dana")]}

    (found,) = observed([both], marks)
    (priya,) = understand([both], marks, person="Priya Nair")

    assert found.said_by == "Priya Nair"
    assert not found.holder
    assert not priya.observations


def test_a_holder_whom_nobody_knows_stays_with_the_speaker() -> None:
    one = talk("a", (DANA, "My boss wants it by May."), at=day(1))

    (found,) = observed(
        [one], {"a": [mark(one, "My boss wants it by May.", "facet.constraint", holder="My boss")]}
    )

    assert (found.holder, found.said_by) == ("My boss", "")


def test_a_first_name_that_two_people_bear_is_nobodys() -> None:
    other = Speaker("Dana Prior", "prior@fernhill.example", side=DANA.side)
    words = "Dana wants it simpler."
    three = talk("a", (DANA, "Hi."), (other, "Hi."), (PRIYA, words), at=day(1))

    (found,) = understand(
        [three], {"a": [mark(three, words, "facet.criterion", holder="Dana")]}, person="Priya Nair"
    )

    assert [each.holder for each in found.observations] == ["Dana"]


def test_nothing_is_kept_of_a_special_category_nor_of_what_overlaps_it() -> None:
    words = "My back pain makes the night shift hard."
    one = talk("a", (DANA, f"{words} {FRIDAY}"), at=day(1))
    marks = {
        "a": [
            mark(one, words, "special.health"),
            mark(one, "the night shift hard.", "facet.pain"),
            mark(one, "night shift hard. The export", "facet.constraint"),
            mark(one, FRIDAY, "facet.pain"),
        ]
    }
    back = Judgement(DANA_ID, "pain", (quoted(one, words),), Status.CONFIRMED, "", day(3))

    (found,) = observed([one], marks, back)

    assert found.statement == FRIDAY


def test_our_own_sentences_are_no_observations_of_theirs() -> None:
    one = talk("a", (DANA, "Hello."), (SAM, FRIDAY), at=day(1))

    assert observed([one], {"a": [mark(one, FRIDAY, "facet.pain")]}) == ()


def test_a_confirmation_outlives_a_reader_that_no_longer_sees_it() -> None:
    unseen: dict[str, list[Annotation]] = {"a": [], "b": []}
    for marks in (BOTH, unseen):
        found = observed([FIRST, AGAIN], marks, judged(Status.CONFIRMED))[0]

        assert found.status is Status.CONFIRMED
        assert found.judged_at == day(50)
        assert quoted(FIRST, FRIDAY) in found.evidence


def test_a_correction_gives_the_statement_and_keeps_the_evidence() -> None:
    (found,) = observed([FIRST], BOTH, judged(Status.CORRECTED, "It broke on two Fridays."))

    assert found.status is Status.CORRECTED
    assert found.statement == "It broke on two Fridays."
    assert [quote.text for quote in found.evidence] == [FRIDAY]


def test_what_was_withdrawn_never_comes_back_by_another_reader() -> None:
    whole = mark(FIRST, f"Hello Sam. {FRIDAY}", "facet.pain")
    readings: list[dict[str, list[Annotation]]] = [
        BOTH,
        {"a": [whole], "b": []},
        {"a": [], "b": BOTH["b"]},
    ]
    for marks in readings:
        (found,) = understand([FIRST, AGAIN], marks, judgements=[judged(Status.WITHDRAWN)])

        assert not found.current
        assert {each.status for each in found.observations} == {Status.WITHDRAWN}


def test_the_latest_judgement_counts() -> None:
    made = [judged(Status.WITHDRAWN, number=60), judged(Status.CONFIRMED, number=70)]

    (found,) = observed([FIRST], BOTH, *made)
    (reversed_order,) = observed([FIRST], BOTH, *reversed(made))

    assert found == reversed_order
    assert found.status is Status.CONFIRMED


def test_a_judgement_on_another_facet_leaves_an_observation_alone() -> None:
    found = observed([FIRST], BOTH, judged(Status.WITHDRAWN, facet="stake"))

    assert {each.facet: each.status for each in found} == {
        "pain": Status.HEARD,
        "stake": Status.WITHDRAWN,
    }


def test_a_judgement_finds_its_words_when_an_earlier_mail_moved_the_turns() -> None:
    grown = replace(FIRST, turns=(Turn("a-new", SAM, "Dear Dana.", day(1)), *FIRST.turns))

    (found,) = observed([grown], {"a": []}, judged(Status.CONFIRMED))

    (quote,) = found.evidence
    assert quote.turn == 1
    assert quote.stands_in(grown)


def test_a_judgement_on_words_that_are_gone_says_nothing() -> None:
    other = talk("a", (DANA, "Something else."), at=day(1))

    assert observed([other], {"a": []}, judged(Status.CONFIRMED)) == ()
    assert observed([AGAIN], {"b": []}, judged(Status.CONFIRMED)) == ()
