"""What a turn tells, and our turns found again by their words."""

from __future__ import annotations

from tests.understand.talks import DANA, SAM, day, talk
from theirside.understand.our_turns import OurTurns
from theirside.understand.people import people_in
from theirside.understand.talk import Talk
from theirside.understand.told import told_in


def test_questions_and_putting_off_tell_nothing() -> None:
    told = told_in("Good question. Let me check. How many vans?\nIt prints all\nrecords.")

    assert told.sentences == ("It prints all\nrecords.",)
    assert told.stems == {"print", "record"}
    assert told.words == 4
    assert told_in("").sentences == ()


def test_our_turns_are_found_by_the_words_of_a_question_in_their_order() -> None:
    talks = [
        talk("a", (DANA, "Which records are printed?"), (SAM, "We print every record."), at=day(1)),
        talk("b", (SAM, "The weather is fine."), (SAM, "Printed records come Monday."), at=day(2)),
    ]
    people = people_in(talks)
    ours = OurTurns([Talk.of(one, [], people) for one in talks])

    found = list(ours.with_words_of("Which records are printed?"))

    assert [(one.id, number) for one, number in found] == [("a", 1), ("b", 1)]
    assert list(ours.with_words_of("Where is the harbour master?")) == []
