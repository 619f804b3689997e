"""Whom a draft is for, and the kinds of rules that need to know."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from tests.care.review.people import TODAY, them_who_said
from tests.care.review.rules import findings, found, rule
from theirside.care.review import Them
from theirside.care.review.rule import Rule
from theirside.care.review.them import takes_up

CALL = "Shall we have a call?"
NO_CALLS = ("taste", "No calls, please.")


def against(**content: object) -> Rule:
    return rule("against", facets=["taste"], they=["no calls"], **content)


def known(*pairs: tuple[str, str], **more: Any) -> Them:
    them = them_who_said(pairs, **more)
    assert them is not None
    return them


def test_a_draft_goes_against_what_they_said_and_the_quote_says_so() -> None:
    [one] = findings(
        against(patterns=["call"], message="{name}: {said}"), CALL, them=known(NO_CALLS)
    )
    assert one.message == "Dana: No calls, please."
    assert [quote.text for quote in one.quotes] == ["No calls, please."]
    assert CALL[one.start : one.end] == "call"


def test_without_a_person_nothing_is_known() -> None:
    assert found(against(patterns=["call"]), CALL) == []


def test_another_facet_does_not_count() -> None:
    assert found(against(patterns=["call"]), CALL, them=known(("goal", "No calls."))) == []


def test_what_they_said_long_ago_does_not_count_where_only_fresh_does() -> None:
    it = against(patterns=["call"], fresh="30")
    old = known(NO_CALLS, at=datetime(2026, 1, 5, tzinfo=UTC))
    assert found(it, CALL, them=old) == []
    assert found(it, CALL, them=known(NO_CALLS)) == ["call"]


def test_a_month_that_they_named_and_that_has_begun_is_over() -> None:
    it = against(patterns=["call"])
    said = ("taste", "No calls before April.")
    assert found(it, CALL, them=known(said)) == ["call"]
    assert found(it, CALL, them=known(said, today=date(2026, 4, 1))) == []


def test_a_month_before_the_one_of_saying_is_next_years() -> None:
    said_at = datetime(2026, 9, 14, tzinfo=UTC)
    assert not known(NO_CALLS, today=date(2026, 12, 31)).is_over("Ask me in January", said_at)
    assert known(NO_CALLS, today=date(2027, 1, 1)).is_over("Ask me in January", said_at)


def test_the_same_word_must_stand_in_both() -> None:
    days = "(?P<same>mondays?|fridays?)"
    it = rule("against", facets=["taste"], they=[f"no calls on {days}"], patterns=[days])
    them = known(("taste", "No calls on Fridays."))
    assert found(it, "How is Friday?", them=them) == ["Friday"]
    assert found(it, "How is Monday?", them=them) == []


def test_long_drafts_can_go_against_a_taste() -> None:
    it = against(most="3", message="{count}")
    [one] = findings(it, "One two three four.", them=known(NO_CALLS))
    assert one.message == "4"
    assert found(it, "One two three.", them=known(NO_CALLS)) == []


def test_what_is_lacking_goes_against_a_taste() -> None:
    it = against(lacks=r"^\d\.")
    assert found(it, "All in one.", them=known(NO_CALLS)) == ["All in one."]
    assert found(it, "1. One\n2. Two", them=known(NO_CALLS)) == []


def test_what_we_met_since_is_met() -> None:
    it = against(unless_draft=["sorry"], unmet="yes")
    assert found(it, "Here it is.", them=known(NO_CALLS)) == ["Here it is."]
    assert found(it, "Here it is, and sorry.", them=known(NO_CALLS)) == []
    met = known(NO_CALLS, then_we=["I am sorry for the call."])
    assert found(it, "Here it is.", them=met) == []


PROMISE = (
    ("promise", "I'll send you the comparison with your spreadsheet."),
    ("due", "2026-03-17"),
)


def test_a_promise_is_owed_from_so_many_days_before_it_is_due() -> None:
    it = rule("owed", what="promise", soon="1", fresh="10", message="{due}: {said}")
    [one] = findings(it, "How are you?", them=known(*PROMISE))
    assert one.message == "17 Mar 2026: I'll send you the comparison with your spreadsheet."
    assert found(it, "How are you?", them=known(*PROMISE, today=date(2026, 3, 15))) == []
    assert found(it, "How are you?", them=known(*PROMISE, today=date(2026, 3, 28))) == []


def test_a_promise_that_the_draft_or_a_later_mail_keeps_is_not_owed() -> None:
    it = rule("owed", what="promise", soon="1", fresh="10")
    kept = "Here is the comparison with your spreadsheet."
    assert found(it, kept, them=known(*PROMISE)) == []
    assert found(it, "How are you?", them=known(*PROMISE, then_we=[kept])) == []


def test_only_so_many_are_told_the_newest_first() -> None:
    it = rule("owed", what="answer", fresh="10", most="1", message="{said}")
    them = known(("question", "Who comes on Monday?"), ("question", "What does a tag weigh?"))
    assert [each.message for each in findings(it, "Here it is.", them=them)] == [
        "What does a tag weigh?"
    ]


def test_a_fact_is_owed_until_somebody_said_it() -> None:
    it = rule("owed", what="fact", fresh="100", message="{fact}")
    belief = (
        ("misbelief", "One has to buy your handhelds."),
        ("fact", "It runs on the phones people already have."),
    )
    [one] = findings(it, "Shall we begin?", them=known(*belief))
    assert one.message == "It runs on the phones people already have."
    told = known(*belief, then_we=["It runs on phones that people already have."])
    assert found(it, "Shall we begin?", them=told) == []


def test_a_text_takes_up_what_it_tells_and_not_what_it_asks() -> None:
    assert takes_up(
        "The comparison with the spreadsheet is below.", "send the spreadsheet comparison"
    )
    assert not takes_up(
        "Do you need the spreadsheet comparison?", "send the spreadsheet comparison"
    )


def test_words_are_theirs_only_whole() -> None:
    them = known(("goal", "I want a better uptime."))
    assert them.uses("Uptime")
    assert not them.uses("up")
    assert them.today == TODAY
