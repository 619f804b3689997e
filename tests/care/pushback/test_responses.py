"""Which responses fit, and what their slots are filled with."""

from __future__ import annotations

from dataclasses import replace

from tests.care.pushback.pushing import offer, place, pushed, reason
from theirside.care.pushback.pushed import Response
from theirside.care.pushback.responses import MOST, leaves_alone, responses_to
from theirside.understand.offer import Fact, Limit, Offer

PRICE = Fact("price", "A choir costs 90 euros a month.", ("price", "cost"))
OFFLINE = Fact("offline", "It works offline for two weeks.", ("network", "offline"))
STOCK = Limit("stock", "It keeps no stock of spare parts.", ("spare parts", "stock"))


def named(found: tuple[Response, ...], name: str) -> Response:
    return next(each for each in found if each.id == name)


def test_their_words_stand_in_it_as_they_said_them() -> None:
    found = responses_to(pushed("price", "Nine thousand,\nthat's too much {for us}."))
    assert named(found, "price.sum-or-year").acknowledge == (
        "You said “Nine thousand, that's too much {for us}”."
    )


def test_what_is_known_is_quoted_with_its_evidence() -> None:
    limit = reason("constraint", "We have 900 left until March.")
    found = responses_to(pushed("price", "It's too dear.", limit), offer([PRICE]))
    told = named(found, "price.budget-told")
    assert told.acknowledge.startswith("You told us “We have 900 left until March”.")
    assert told.view.endswith(PRICE.statement)
    assert told.evidence == limit.evidence
    assert told.fact == PRICE.statement


def test_without_a_fact_there_is_no_view() -> None:
    limit = reason("constraint", "We have 900 left until March.")
    for given in (None, offer(), offer([OFFLINE])):
        told = named(
            responses_to(pushed("price", "It's too dear.", limit), given), "price.budget-told"
        )
        assert (told.view, told.fact) == ("", "")


def test_a_misbelief_is_answered_with_the_fact_that_contradicts_it() -> None:
    wrong = reason("misbelief", "You charge for every singer.", PRICE.statement)
    found = responses_to(pushed("price", "It's too dear.", wrong), offer([OFFLINE]))
    assert found[0].id == "price.misread-price"
    assert found[0].view == f"It is otherwise. {PRICE.statement}"


def test_one_word_in_common_is_not_yet_about_it() -> None:
    asked = reason("unanswered", "What if the network man is ill?")
    told = named(
        responses_to(pushed("trust", "I don't trust it.", asked), offer([OFFLINE])),
        "trust.their-question",
    )
    assert told.view == ""
    asked = reason("unanswered", "Does it work two weeks without network?")
    told = named(
        responses_to(pushed("trust", "I don't trust it.", asked), offer([OFFLINE])),
        "trust.their-question",
    )
    assert told.view.endswith(OFFLINE.statement)


def test_what_is_really_missing_is_said_and_where_to_go_instead() -> None:
    found = responses_to(
        pushed("capability", "It doesn't keep our spare parts."), offer([], [STOCK])
    )
    assert found[0].id == "capability.it-does-not"
    assert STOCK.statement in found[0].acknowledge
    assert found[0].view.endswith("Stockwell")


def test_what_somebody_else_said_of_them_is_never_quoted_to_them() -> None:
    heard = reason("taste", "She hates calls.", own=False)
    found = responses_to(pushed("brush_off", "I have to think about that.", heard))
    assert "brush_off.how-they-like-it" not in [each.id for each in found]


def test_what_stands_in_the_pushback_itself_is_not_said_to_them_twice() -> None:
    same = reason("constraint", "The budget is gone, so it's too dear.")
    found = responses_to(pushed("price", "x", replace(same, same_words=True)))
    assert "price.budget-told" not in [each.id for each in found]


def test_who_wants_to_be_left_alone_gets_one_answer_and_no_question() -> None:
    asked = reason("unanswered", "Who comes on a Sunday?")
    found = responses_to(pushed("brush_off", "Please take me off your list.", asked))
    assert [each.id for each in found] == ["brush_off.stop"]
    assert leaves_alone(found)
    assert not leaves_alone(responses_to(pushed("brush_off", "No, thank you.")))


def test_what_we_owe_comes_first_and_there_are_never_too_many() -> None:
    known = [
        reason("stake", "It lands on my desk."),
        reason("risk", "No day without tills."),
        reason("promise", "I'll send the list on Friday."),
        reason("unanswered", "Who pays?"),
    ]
    found = responses_to(pushed("trust", "How do I know, after the last vendor left us?", *known))
    assert found[0].id == "trust.our-promise"
    assert len(found) == MOST


def test_change_is_spoken_of_where_their_words_do() -> None:
    felt = reason("feeling", "The first week worries me.")
    dreading = pushed("timing", "Not another new system this year.", felt)
    plain = pushed("timing", "Not this year.", felt)
    assert "change.the-feeling" in [each.id for each in responses_to(dreading)]
    assert "change.the-feeling" not in [each.id for each in responses_to(plain)]


def test_the_quote_is_the_newest_of_what_is_known() -> None:
    twice = replace(
        reason("habit", "We write it on the wall."),
        evidence=(place("On the wall.", "b"), place("We write it on the wall.", "c")),
    )
    found = responses_to(pushed("need", "We don't need that.", twice), Offer("Lantern"))
    assert named(found, "need.what-works").evidence == twice.evidence[-1:]
