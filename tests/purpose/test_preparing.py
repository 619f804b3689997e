"""The page before a talk: their wants first, each once; three questions; nothing special."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.purpose.understood import ask, known, ready
from tests.understand.talks import DANA, PRIYA, SAM, day, mark, observed, quoted, talk
from theirside.purpose.preparing import prepare, questions_of, wants_of
from theirside.purpose.wants import WantKind
from theirside.understand.understanding import Misbelief, Status

ON = date(2026, 2, 1)
ASKED = talk("asked", (DANA, "What happens when a driver loses the phone?"), at=day(20))
WISHED = talk(
    "wished",
    (DANA, "Before anything else I'd like to know who answers at night. Please do."),
    (PRIYA, "Please send me the price by Friday."),
    (SAM, "Could you send me your list of vans?"),
    at=day(25),
)
WISH = mark(WISHED, "Before anything else I'd like to know who answers at night.", "wish")


def test_an_unanswered_question_comes_first_then_wishes_goals_and_pains() -> None:
    open_question = quoted(ASKED, "What happens when a driver loses the phone?")
    understanding = known(
        observations=(observed("pain", "The book is wet."), observed("goal", "A full record.", 2)),
        unanswered=(open_question,),
    )
    wants = wants_of(understanding, [ready(ASKED), ready(WISHED, WISH)])
    assert [each.kind for each in wants] == [
        WantKind.QUESTION,
        WantKind.WISH,
        WantKind.GOAL,
        WantKind.PAIN,
    ]
    assert wants[0].evidence == (open_question,)
    assert wants[0].at == day(20)


def test_wishes_are_their_own_and_say_something_by_themselves() -> None:
    marks = [
        WISH,
        mark(WISHED, "Please do.", "ask"),
        mark(WISHED, "Please send me the price by Friday.", "ask"),
        mark(WISHED, "Could you send me your list of vans?", "ask"),
    ]
    wants = wants_of(known(), [ready(WISHED, *marks)])
    assert [each.text for each in wants] == [
        "Before anything else I'd like to know who answers at night."
    ]


def test_a_wish_told_of_another_is_not_theirs() -> None:
    assert wants_of(known(), [ready(WISHED, replace(WISH, holder="my boss"))]) == []


def test_only_the_last_three_talks_hold_wishes() -> None:
    later = [talk(f"t{n}", (DANA, "All is well with us here."), at=day(30 + n)) for n in range(3)]
    talks = [ready(WISHED, WISH), *map(ready, later)]
    assert wants_of(known(), talks[:3])
    assert wants_of(known(), talks) == []


def test_the_newest_two_of_a_kind_are_shown_and_the_same_words_once() -> None:
    said = ("A full record by June.", "Fewer stops on line two.", "No more wet books at all.")
    goals = tuple(observed("goal", words, n) for n, words in enumerate(said, start=1))
    again = observed("pain", "A full record by June.", 9)
    wants = wants_of(known(observations=(*goals, again)), [])
    assert [each.text for each in wants] == [said[2], said[1], said[0]]
    assert [each.kind for each in wants][2] is WantKind.PAIN


def test_what_others_say_of_them_comes_after_their_own_words() -> None:
    told = observed("goal", "She wants quiet nights.", 9, said_by="Priya Nair")
    own = observed("goal", "A full record by June.", 1)
    wants = wants_of(known(observations=(told, own)), [])
    assert [each.said_by for each in wants] == ["", "Priya Nair"]


def test_withdrawn_and_replaced_statements_are_not_wants() -> None:
    gone = replace(observed("goal", "A boat.", 1), status=Status.WITHDRAWN)
    old = replace(observed("goal", "A ferry.", 2), replaced_by="goal-3")
    assert wants_of(known(observations=(gone, old)), []) == []


def test_three_questions_are_asked_and_none_on_a_belief_set_right_since() -> None:
    belief = talk("b", (DANA, "Your servers are in the States."), at=day(5))
    words = (quoted(belief, "Your servers are in the States."),)
    fact = "All records are kept in Oslo, with a copy in Frankfurt."
    told = talk("c", (SAM, "The records are kept in Oslo with a copy in Frankfurt."), at=day(6))
    first = replace(ask("What gave you that impression?", "misbelief.1"), evidence=words)
    others = tuple(ask(f"What of {n}?", f"goal.{n}") for n in range(4))
    understanding = known(
        questions=(first, *others), misbeliefs=(Misbelief("belief-1", fact, words),)
    )
    before = questions_of(understanding, [ready(belief)])
    after = questions_of(understanding, [ready(belief), ready(told)])
    assert [each.id for each in before] == ["misbelief.1", "goal.0", "goal.1"]
    assert [each.id for each in after] == ["goal.0", "goal.1", "goal.2"]


def test_the_page_holds_both_sides_and_what_is_at_stake() -> None:
    understanding = known(observations=(observed("stake", "It's my name on it.", 1),))
    page = prepare(understanding, [], day=ON, ours=("a second talk",))
    assert page.stake is not None
    assert page.stake.text == "It's my name on it."
    assert (page.ours, page.day, page.wants) == (("a second talk",), ON, ())


def test_nothing_of_a_special_category_is_on_the_page() -> None:
    sick = talk("s", (DANA, "I want my knee operated before June."), at=day(25))
    special = mark(sick, "I want my knee operated before June.", "special.health")
    wish = mark(sick, "I want my knee operated before June.", "wish")
    assert wants_of(known(), [ready(sick, wish, special)]) == []
