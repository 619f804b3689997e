"""Why it makes sense: from what is known, ranked by how it bears on this pushback."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.care.pushback.pushing import marked, place
from tests.understand.talks import DANA, SAM, day, observed
from theirside.care.pushback.pushed import Reason
from theirside.care.pushback.reasons import MOST, Grounds, questions_about, reasons_for
from theirside.conversation import Conversation
from theirside.evidence import Quote
from theirside.understand.offer import Fact, Offer
from theirside.understand.people import people_in
from theirside.understand.talk import Talk
from theirside.understand.understanding import (
    Hole,
    Misbelief,
    Observation,
    Person,
    Promise,
    Understanding,
)

DEAR = place("That's far too dear.")
NOBODY = Understanding(Person("dana", ("Dana",)), 1, None, None, (), (), ())


def grounds(
    *known: Observation, talks: tuple[Conversation, ...] = (), **open_ends: object
) -> Grounds:
    it = replace(NOBODY, observations=known, **open_ends)  # type: ignore[arg-type]
    people = people_in(talks)
    return Grounds.of(it, [Talk.of(each, [], people) for each in talks])


def why(kind: str, it: Grounds | None, said: Quote = DEAR, at: int | None = 9) -> list[Reason]:
    return list(reasons_for(kind, [said], day(at) if at else None, it))


def test_what_bears_more_on_the_kind_comes_first() -> None:
    it = grounds(
        observed("habit", "We use the old mixer."),
        observed("stake", "If it fails I explain it to the board.", 2),
        observed("constraint", "The budget is gone until March.", 3),
    )
    assert [each.source for each in why("price", it)] == ["constraint", "stake", "habit"]
    assert [each.source for each in why("status_quo", it)] == ["habit", "stake", "constraint"]


def test_a_reason_carries_its_quote_and_the_general_truth() -> None:
    stake = observed("stake", "If it fails I explain it to the board.")
    [found] = why("trust", grounds(stake))
    assert found.evidence == stake.evidence
    assert found.text == stake.statement
    assert found.why == "If it doesn't hold, this is what they pay with."


def test_weights_are_those_of_the_data_with_what_closeness_adds() -> None:
    """By hand, price and stake: .9 / 1.6 = .5625; same talk × 1.15; shared words × 1.25."""
    far = observed("stake", "If it fails I explain it to the board.", 2)
    same_talk = replace(far, evidence=(place("Something with the board.", "a", 4),))
    shared = observed("stake", "Everybody would say I bought too dearly, dear me, dearest.", 3)
    in_it = replace(far, evidence=(DEAR,))
    cases = ((far, 0.5625), (same_talk, 0.6469), (in_it, 0.9))
    for each, weight in cases:
        assert why("price", grounds(each))[0].weight == weight
    said = place("That's too dear for everybody.")
    assert why("price", grounds(shared), said)[0].weight == 0.7031


def test_what_stands_in_the_pushback_itself_is_marked() -> None:
    limit = replace(observed("constraint", DEAR.text), evidence=(DEAR,))
    [found] = why("price", grounds(limit))
    assert found.same_words


def test_a_limit_on_something_else_does_not_bear_on_a_price() -> None:
    data = observed("constraint", "Data must stay in Norway.")
    money = observed("constraint", "The budget is frozen.", 2)
    assert [each.text for each in why("price", grounds(data, money))] == [money.statement]
    assert len(why("capability", grounds(data, money))) == 2


def test_what_shares_a_word_of_substance_bears_on_it_after_all() -> None:
    data = observed("constraint", "Data must stay in Norway.")
    said = place("Too dear, with an own server in Norway.")
    assert len(why("price", grounds(data), said)) == 1
    assert why("price", grounds(observed("constraint", "That is as far as I may go."))) == []


def test_at_most_two_of_a_source_and_five_in_all() -> None:
    many = [
        observed(facet, f"{facet} number {number} told at length", number)
        for facet in ("stake", "pain", "goal", "value", "habit", "risk")
        for number in (1, 2, 3)
    ]
    found = why("trust", grounds(*many))
    assert len(found) == MOST
    assert max(sum(each.source == one.source for one in found) for each in found) == 2


def test_what_a_colleague_said_of_them_is_a_reason_that_is_not_their_own_word() -> None:
    [found] = why("trust", grounds(observed("risk", "She hates surprises.", said_by="Priya")))
    assert not found.own


def test_a_misbelief_comes_with_the_fact_and_not_twice() -> None:
    belief = observed("belief", "You charge a fee for every user.")
    wrong = Misbelief(belief.id, "It costs 90 a month.", belief.evidence)
    [found] = why("price", grounds(belief, misbeliefs=(wrong,)))
    assert (found.source, found.fact) == ("misbelief", "It costs 90 a month.")


def test_words_that_a_fact_contradicts_are_a_reason_though_nothing_is_known_of_them() -> None:
    fact = Fact("offline", "It works offline.", ("network",), ("doesn't work without network",))
    said = place("It doesn't work without network.")
    [found] = reasons_for("capability", [said], None, None, Offer("Lantern", facts=(fact,)))
    assert (found.source, found.fact, found.same_words) == ("misbelief", "It works offline.", True)
    assert reasons_for("capability", [DEAR], None, None, Offer("Lantern", facts=(fact,))) == ()


def test_their_open_question_counts_if_it_was_asked_before() -> None:
    asked = marked((DANA, "Who comes on a Sunday?"), key="b", at=4)[0]
    it = grounds(talks=(asked,), unanswered=(place("Who comes on a Sunday?", "b"),))
    assert [each.source for each in why("trust", it, at=9)] == ["unanswered"]
    assert why("trust", it, at=2) == []


def test_a_promise_of_ours_counts_once_it_is_overdue() -> None:
    words = "I'll send you the price list for the small ovens."
    made = marked((SAM, words), key="b", at=1)[0]
    given = Promise(words, True, date(2026, 1, 5), (place(words, "b"),), day(1))
    it = grounds(talks=(made,), promises=(given,))
    assert [each.source for each in why("trust", it, at=9)] == ["promise"]
    assert why("trust", it, at=4) == []


def test_a_hole_is_a_reason() -> None:
    hole = Hole("whether it prints", "They say that they don't know.", (place("No idea.", "b"),))
    [found] = why("need", grounds(holes=(hole,)))
    assert (found.source, found.text) == ("hole", "whether it prints")


def test_where_nothing_is_known_there_is_no_reason_but_questions() -> None:
    assert why("price", None) == []
    asked = questions_about("price", None)
    assert [each.facet for each in asked] == ["constraint", "stake", "criterion"]
    assert asked[0].text == "What would any solution have to live with on your side?"


def test_what_is_known_is_not_asked() -> None:
    it = grounds(observed("constraint", "Data must stay in Norway."))
    assert [each.facet for each in questions_about("price", it)] == [
        "stake",
        "criterion",
        "decider",
    ]


def test_what_we_asked_and_they_answered_is_not_asked_again() -> None:
    [first, *_] = questions_about("price", None)
    talk, marks = marked(
        (SAM, first.text, "question.open"), (DANA, "The van, and the stairs, always."), key="b"
    )
    people = people_in([talk])
    ready = Talk.of(talk, marks, people)
    it = Grounds.of(replace(NOBODY, person=people.persons[0]), [ready])
    assert first.text not in [each.text for each in questions_about("price", it)]
