"""Which questions are asked, in which order, and which are not."""

from __future__ import annotations

from dataclasses import replace

from tests.understand.talks import DANA, SAM, day, mark, observed, quoted, talk
from theirside.evidence import Quote
from theirside.understand.gaps import gaps_in
from theirside.understand.people import people_in
from theirside.understand.questions import MOST, Known, answered_questions, questions_for
from theirside.understand.talk import Talk
from theirside.understand.understanding import Hole, Misbelief, Observation, Question

PAIN = observed("pain", "The scanner loses every tenth parcel.", 3)


def asked(*current: Observation, answered: tuple[str, ...] = (), **more: object) -> list[Question]:
    known = Known(current, gaps_in(current, day(10)), **more)  # type: ignore[arg-type]
    return questions_for(known, answered)


def ids(questions: list[Question]) -> list[str]:
    return [question.id for question in questions]


def quote(words: str) -> Quote:
    return Quote("talk-9", 0, 0, len(words), words)


def test_with_nothing_known_what_matters_most_is_asked_first() -> None:
    questions = asked()

    assert [question.facet for question in questions[:4]] == ["stake", "pain", "decider", "process"]
    assert len(questions) == MOST
    assert len({question.facet for question in questions[:8]}) == 8
    assert all(question.why.endswith(".") for question in questions)


def test_weights_fall_from_the_first_to_the_last() -> None:
    weights = [question.weight for question in asked(PAIN)]

    assert weights == sorted(weights, reverse=True)
    assert all(0 < weight <= 1 for weight in weights)


def test_their_own_words_are_quoted_and_are_the_evidence() -> None:
    (found,) = [each for each in asked(PAIN) if each.id.startswith("pain.workaround")]

    assert found.text == (
        "You said “The scanner loses every tenth parcel”. What do you do about that today?"
    )
    assert found.evidence == PAIN.evidence


def test_braces_in_their_words_are_left_alone() -> None:
    odd = observed("pain", "The {words} field and {0} are empty.")

    assert any("“The {words} field and {0} are empty”" in each.text for each in asked(odd))


def test_a_question_to_a_known_facet_is_not_the_opening_one() -> None:
    assert "pain.trouble" not in ids(asked(PAIN))


def test_what_a_colleague_said_is_not_quoted_to_them_but_asked_openly() -> None:
    told = observed("pain", "Dana hates the scanner.", said_by="Priya Nair")

    questions = asked(told)

    assert not any("hates the scanner" in each.text for each in questions)
    (opening,) = [each for each in questions if each.id == "pain.trouble"]
    assert opening.why == "What we know of this comes from somebody else, not from them."


def test_their_unanswered_question_comes_first() -> None:
    open_one = quote("Does it work without a network?")

    first = asked(PAIN, unanswered=[open_one])[0]

    assert first.id.startswith("unanswered.")
    assert "“Does it work without a network?”" in first.text
    assert first.evidence == (open_one,)


def test_a_feeling_passed_over_comes_before_any_gap() -> None:
    first = asked(passed_over=[quote("I'm worried about the first week.")])[0]

    assert first.facet == "feeling"
    assert "I'm worried about the first week" in first.text


def test_a_misbelief_is_asked_about_and_not_refuted() -> None:
    wrong = quote("You charge for every user.")

    questions = asked(misbeliefs=[Misbelief("id", "Everybody is included.", (wrong,))])

    (found,) = [each for each in questions if each.id.startswith("misbelief.")]
    assert found.text == "You mentioned “You charge for every user”. What gave you that impression?"
    assert "included" not in found.text


def test_a_contradiction_is_laid_before_them_once_with_both_sides() -> None:
    one = replace(observed("habit", "We trust our supplier.", 1), contradicts=("habit-5",))
    other = replace(observed("habit", "We don't trust our supplier.", 5), contradicts=("habit-1",))

    found = [each for each in asked(other, one) if each.id.startswith("contradiction.")]

    assert len(found) == 1
    assert found[0].text.index("We trust") < found[0].text.index("We don't trust")
    assert [each.text for each in found[0].evidence] == [one.statement, other.statement]


def test_a_hole_is_asked_about_unless_it_is_an_unanswered_question_already() -> None:
    place = quote("I don't know whether you print records.")
    hole = Hole(place.text, "They say that they don't know.", (place,))

    assert any(each.startswith("hole.") for each in ids(asked(holes=[hole])))
    both = ids(asked(holes=[hole], unanswered=[place]))
    assert not any(each.startswith("hole.") for each in both)


def test_something_old_is_asked_about_again_with_the_month() -> None:
    known = [observed("process", "The board meets in spring.", 1)]

    questions = questions_for(Known(known, gaps_in(known, day(2000))))

    (found,) = [each for each in questions if each.id.startswith("stale.")]
    assert found.text == "You once said “The board meets in spring”. How is that today?"
    assert "January 2026" in found.why


def test_a_question_that_they_have_answered_is_not_asked_again() -> None:
    before = asked()
    after = asked(answered=("So who else will want to have a say in this?",))

    assert "decider.who" in ids(before)
    assert "decider.who" not in ids(after)


def test_words_that_we_have_asked_about_are_not_followed_up_again() -> None:
    questions = asked(PAIN, answered=("How do you deal with the parcels that the scanner loses?",))

    assert not any("scanner" in each.text for each in questions)


def test_what_came_up_twice_is_followed_up_only_then() -> None:
    again = observed("pain", "Every tenth parcel gets lost at the scanner.", 5)
    twice = replace(PAIN, evidence=PAIN.evidence + again.evidence)

    assert not any(each.startswith("pain.tried") for each in ids(asked(PAIN)))
    assert not any(each.startswith("pain.tried") for each in ids(asked(PAIN, again)))
    assert any(each.startswith("pain.tried") for each in ids(asked(twice)))


def test_only_questions_with_a_real_answer_count_as_answered() -> None:
    one = talk(
        "a",
        (SAM, "How do you do it today? Who decides?"),
        (DANA, "With a clipboard and a lot of patience."),
        (SAM, "What would you like instead?"),
        (DANA, "Hm."),
        at=day(1),
    )
    people = people_in([one])
    ready = Talk.of(
        one,
        [
            mark(one, "How do you do it today?", "question.open"),
            mark(one, "What would you like instead?", "question.open"),
        ],
        people,
    )

    assert answered_questions([ready], people.persons[0].id) == ["How do you do it today?"]
    assert quoted(one, "Who decides?").turn == 0


def test_an_unanswered_question_does_not_push_a_misbelief_down() -> None:
    wrong = quote("You charge for every user.")

    found = asked(
        misbeliefs=[Misbelief("id", "Everybody is included.", (wrong,))],
        unanswered=[quote("Does it work without a network?")],
    )

    assert [each.id.partition(".")[0] for each in found[:2]] == ["unanswered", "misbelief"]
