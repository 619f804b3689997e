"""Today: the few people to think of, first things first, each with the words that it rests on."""

from __future__ import annotations

from datetime import date

import pytest

from tests.app.talks import ANNA, BEN, SAM, mail, said, thread
from tests.app.test_waiting import FRIDAY, PROMISE, TODAY, keep
from theirside.app import queries, services
from theirside.app import today as the_day
from theirside.app.places import Database
from theirside.app.promising import add_comeback
from theirside.errors import NotFoundError


def anna() -> str:
    return queries.find_person("anna").id


def test_an_empty_workspace_knows_nobody(store: Database) -> None:
    found = the_day.today(TODAY)

    assert (found.people, found.known, found.looking) == ((), False, 0)


def test_each_thing_has_its_words_and_why(store: Database) -> None:
    keep()

    [each] = the_day.today(TODAY).people

    assert each.person.id == anna()
    promise, felt = each.things
    assert promise.quote is not None
    assert (promise.quote.text, promise.on, promise.marks) == (PROMISE, FRIDAY, ("kept", "let go"))
    assert promise.why == "We said that we would."
    assert felt.kind == the_day.FEELING
    assert felt.quote is not None
    assert felt.quote.conversation in the_day.today(TODAY).talks


def test_nothing_today_is_no_empty_workspace(store: Database) -> None:
    services.keep(thread("t", mail("a", ANNA, "Thank you.", SAM)), [], "test-1")

    found = the_day.today(TODAY)

    assert (found.people, found.known) == ((), True)


def test_of_one_person_a_few_things_and_how_many_more(store: Database) -> None:
    for number in range(4):
        keep(number)

    [each] = the_day.today(TODAY).people

    assert len(each.things) == the_day.EACH
    assert each.more == 3  # the same promise in four threads is one


def test_at_most_so_many_people(store: Database) -> None:
    keep()
    talk = thread("ben", mail("b", BEN, "Hello.", SAM))
    services.keep(talk, [], "test-1")
    add_comeback(queries.find_person("ben"), "Ask about the boat", TODAY)

    found = the_day.today(TODAY, most=1)

    assert [each.person.name for each in found.people] == ["Ben Okafor"]
    assert found.more == 1


def test_kept_and_taken_back(store: Database) -> None:
    keep()
    [each] = the_day.today(TODAY).people
    code = each.things[0].id

    the_day.said(anna(), code, "kept", TODAY)
    [after] = the_day.today(TODAY).people
    assert code not in {one.id for one in after.things}

    the_day.said(anna(), code, "", TODAY)
    [again] = the_day.today(TODAY).people
    assert code in {one.id for one in again.things}


def test_put_off_for_a_week(store: Database) -> None:
    keep()
    [each] = the_day.today(TODAY).people
    for one in each.things:
        the_day.put_off(anna(), one.id, date(2026, 3, 11))

    assert the_day.today(TODAY).people == ()
    assert the_day.today(date(2026, 3, 11)).people


@pytest.mark.parametrize(("code", "how"), [("nothing", "kept"), ("", "done")])
def test_what_is_not_open_cannot_be_marked(store: Database, code: str, how: str) -> None:
    keep()

    with pytest.raises(NotFoundError, match="not open any more"):
        the_day.said(anna(), code, how, TODAY)


def test_a_promise_is_not_done_but_kept(store: Database) -> None:
    keep()
    [each] = the_day.today(TODAY).people

    with pytest.raises(NotFoundError):
        the_day.said(anna(), each.things[0].id, "done", TODAY)


def test_nobody_of_that_number(store: Database) -> None:
    with pytest.raises(NotFoundError, match="Nobody is known"):
        the_day.put_off("zz", "x", FRIDAY)


def test_a_question_is_brought_up(store: Database) -> None:
    asked = "What does the winter cover cost for forty boats?"
    talk = thread(
        "q", mail("a", ANNA, asked, SAM), mail("b", SAM, "Nice to hear from you.", ANNA, hours=1)
    )
    services.keep(talk, [said(0, asked, "question.open", "test-1")], "test-1")

    [each] = the_day.today(TODAY).people

    assert [one.quote.text for one in each.things if one.quote] == [asked]
