"""Sharing moments: only one's own, without the customer's name, and gone with their words."""

from __future__ import annotations

import pytest

from tests.app.talks import ANNA, SAM, call, mail, said, thread
from theirside.app import models, queries, sharing
from theirside.app.moments import moments_about
from theirside.app.services import forget, keep, unshare_moment
from theirside.app.store import writing
from theirside.care.moment import Moment
from theirside.conversation import Conversation, Side, Speaker
from theirside.errors import NotFoundError
from theirside.evidence import Annotation

pytestmark = pytest.mark.usefixtures("store")

LEE = Speaker("Lee Ford", "lee@ours.example", side=Side.OURS)
NERVOUS = "I'm nervous about the winter at Brauhaus, as Anna knows."
PUMP = "The pump has two speeds."
TALK = thread("t", mail("<1@x>", ANNA, NERVOUS, SAM), mail("<2@x>", SAM, PUMP, ANNA, hours=1))


def keep_talk(talk: Conversation = TALK) -> None:
    keep(talk, [said(0, NERVOUS, "feeling.worried"), said(1, PUMP, "inform")], "test-1")


def moment(kind: str = "feeling_passed_over") -> Moment:
    return next(each for each in moments_about("", 5).moments if each.kind == kind)


def test_a_shared_moment_is_shown_without_the_customers_name() -> None:
    keep_talk()
    seen = sharing.share(moment().id, "Sam Reed")
    assert [(each.label, each.text, each.rests_on) for each in seen.lines] == [
        ("The customer", "I'm nervous about the winter at [company], as [name] knows.", True),
        ("We", PUMP, True),
    ]
    assert seen.where == "mail, March 2026"
    assert seen.waits_for == ()
    assert sharing.shared() == [seen]


def test_somebody_named_who_was_elsewhere_is_taken_out_too() -> None:
    rose = Speaker("Rose Hill", "rose@fernhill.example", side=Side.THEIRS)
    keep(thread("u", mail("<3@x>", rose, "Good morning.", SAM)))
    keep_talk(
        thread(
            "t",
            mail("<1@x>", ANNA, f"{NERVOUS} Hill is, too.", SAM),
            mail("<2@x>", SAM, PUMP, ANNA, hours=1),
        )
    )

    seen = sharing.share(moment().id, "Sam Reed", conversation="t")

    assert seen.lines[0].text.endswith("[name] is, too.")


def test_the_name_stands_where_the_seller_lets_it() -> None:
    keep_talk()
    seen = sharing.share(moment().id, "Sam Reed", named=True)
    assert seen.lines[0].label == "Anna Bauer"
    assert seen.lines[0].text == NERVOUS
    assert seen.where == "mail “Cellar sensors”, March 2026"


def test_shared_anew_it_is_shared_once_and_as_said_last() -> None:
    keep_talk()
    sharing.share(moment().id, "Sam Reed", named=True)
    sharing.share(moment().id, "Sam Reed")
    [row] = queries.shared_moments()
    assert not row.named
    assert models.SharedQuote.objects.count() == 2


def test_nobody_can_share_anothers_moment() -> None:
    keep_talk()
    with pytest.raises(NotFoundError, match="that moment is of Sam Reed, who alone can share it"):
        sharing.share(moment().id, "Lee Ford")
    with pytest.raises(NotFoundError, match="no such moment"):
        sharing.share("00000000", "Sam Reed")
    assert queries.shared_moments() == []


def test_a_moment_of_two_of_us_waits_for_both_and_shows_no_words_of_who_has_not_shared() -> None:
    keep(
        call("c", (ANNA, NERVOUS), (SAM, PUMP), (LEE, "It is green, too."), (ANNA, "I see, yes.")),
        [
            said(0, NERVOUS, "feeling.worried"),
            said(1, PUMP, "inform"),
            said(2, "It is green, too.", "inform"),
        ],
        "test-1",
    )
    found = moment()
    assert [each.text for each in found.evidence] == [NERVOUS, PUMP]
    seen = sharing.share(found.id, "Sam Reed")
    assert seen.waits_for == ()  # it rests on words of his alone
    assert [each.label for each in seen.lines] == ["The customer", "We"]
    with pytest.raises(NotFoundError, match="of Sam Reed, who alone"):
        sharing.share(found.id, "Lee Ford")


def test_words_of_two_of_us_wait_for_the_consent_of_both() -> None:
    keep_talk(TALK)
    keep(
        thread(
            "u",
            mail("<3@x>", ANNA, NERVOUS, SAM, hours=50),
            mail("<4@x>", SAM, PUMP, ANNA, hours=51),
            mail("<5@x>", LEE, "It is green, too.", ANNA, hours=52),
        )
    )
    talk = queries.conversation("u").conversation
    from theirside.app.services import share_moment
    from theirside.evidence import quote

    words = (quote(talk, 0, 0, 11), quote(talk, 1, 0, 8), quote(talk, 2, 0, 5))
    both = Moment("feeling_passed_over", words, words, 0.5)
    share_moment(both, "Sam Reed")
    [waiting] = sharing.shared()
    assert waiting.waits_for == ("Lee Ford",)
    assert [each.label for each in waiting.lines] == ["The customer", "We"]
    share_moment(both, "Lee Ford")
    [ready] = sharing.shared()
    assert ready.waits_for == ()
    assert [each.label for each in ready.lines] == ["The customer", "We", "We"]


def test_what_is_taken_back_is_gone() -> None:
    keep_talk()
    code = moment().id
    sharing.share(code, "Sam Reed")
    sharing.unshare(f" {code.upper()}", "Sam Reed")
    assert sharing.shared() == []
    assert models.SharedQuote.objects.count() == 0
    with pytest.raises(NotFoundError, match="not shared such a moment"):
        unshare_moment(code, "Sam Reed")


def test_forgetting_the_customer_takes_it_back_for_good() -> None:
    keep_talk()
    sharing.share(moment().id, "Sam Reed", named=True)
    anna = queries.find_person("anna bauer")
    [form] = queries.export_person(anna)["shared_moments"]
    assert (form["seller"], form["named"], len(form["evidence"])) == ("Sam Reed", True, 2)
    assert forget(anna).traces == ()
    assert models.SharedMoment.objects.count() == 0


def test_a_moment_that_rests_on_withdrawn_words_is_no_longer_shared() -> None:
    from theirside.app.services.withdrawing import withdraw

    keep_talk()
    sharing.share(moment().id, "Sam Reed")
    turn = models.Turn.objects.get(key="<1@x>")
    with writing():
        withdraw([(turn, 0, len(NERVOUS))], [])
    assert queries.shared_moments() == []


def test_what_is_found_later_to_be_of_a_special_category_is_not_shown() -> None:
    keep_talk()
    sharing.share(moment().id, "Sam Reed")
    models.Turn.objects.filter(key="<1@x>").update(withheld=[[0, 10]])
    assert sharing.shared() == []


def test_of_a_long_turn_the_words_around_are_shown_and_the_gaps_marked() -> None:
    before = " ".join(f"b{n}" for n in range(40))
    after = " ".join(f"a{n}" for n in range(40))
    talk = thread(
        "t",
        mail("<1@x>", ANNA, f"{before}. {NERVOUS} {after}.", SAM),
        mail("<2@x>", SAM, PUMP, ANNA, hours=1),
    )
    start = len(before) + 2
    felt = Annotation(0, start, start + len(NERVOUS), "feeling.worried", 0.9, "test-1")
    keep(talk, [felt, said(1, PUMP, "inform")], "test-1")
    words = sharing.share(moment().id, "Sam Reed", named=True).lines[0].text.split()
    assert words[:2] == ["…", "b15"]
    assert words[25:27] == ["b39.", "I'm"]
    assert words[-2:] == ["a11", "…"]
