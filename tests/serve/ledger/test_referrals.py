"""Who recommended us to whom, whom we recommended, and whether anybody was thanked."""

from __future__ import annotations

from datetime import date

from tests.understand.talks import DANA, PRIYA, SAM, day, mark, quoted, said, talk
from theirside.conversation import Conversation
from theirside.evidence import Annotation
from theirside.serve.ledger.entry import Entry, Mark
from theirside.serve.ledger.recommended import with_referrals
from theirside.serve.ledger.referral import REFERRAL, US, Named, Referral
from theirside.serve.ledger.referrals import referrals_in
from theirside.understand.people import people_in
from theirside.understand.talk import Talk

HILDE = said("Hilde Moe")
FROM = "Hilde Moe told me about you."
HELLO = talk("h", (HILDE, "Good morning."), at=day(1))


def found(
    *conversations: Conversation,
    marks: tuple[Mark, ...] = (),
    typed: tuple[Referral, ...] = (),
    annotations: tuple[Annotation, ...] = (),
    began: int = 1,
) -> list[Referral]:
    people = people_in(conversations)
    since = {each.id: day(began).date() for each in people.persons}
    talks = [Talk.of(each, annotations, people) for each in conversations]
    return referrals_in(talks, people, since, marks, typed)


def names(referral: Referral) -> tuple[str, str, str]:
    return tuple("us" if e.us else e.name for e in (referral.by, referral.whom, referral.to))  # type: ignore[return-value]


def test_they_name_who_sent_them() -> None:
    it = talk("t", (DANA, FROM), at=day(2))
    [one] = found(HELLO, it)
    assert names(one) == ("Hilde Moe", "us", "Dana Whitfield")
    assert one.by.person
    assert (one.received, one.on, one.evidence) == (True, date(2026, 1, 2), (quoted(it, FROM),))
    assert one.owes_thanks


def test_what_both_tell_is_one_referral_with_both_quotes() -> None:
    hers = talk("g", (HILDE, "I told Dana Whitfield about you."), at=day(3))
    [one] = found(hers, talk("t", (DANA, FROM), at=day(2)))
    assert [each.conversation for each in one.evidence] == ["t", "g"]
    assert one.to.person


def test_long_afterwards_it_is_another() -> None:
    hers = talk("g", (HILDE, "I told Dana Whitfield about you."), at=day(90))
    assert len(found(hers, talk("t", (DANA, FROM), at=day(2)))) == 2


def test_our_thanks_for_it_are_found_and_other_thanks_are_not() -> None:
    it = talk("t", (DANA, FROM), at=day(2))
    late = talk("u", (SAM, "Thank you for the onions."), (HILDE, "Ha."), at=day(4))
    assert found(HELLO, it, late)[0].owes_thanks
    thanks = "Hilde, thank you for the kind word."
    kept = talk("v", (SAM, thanks), (HILDE, "Ha."), at=day(5))
    [one] = found(HELLO, it, late, kept)
    assert one.thanks == quoted(kept, thanks)
    assert not one.owes_thanks


def test_thanks_before_it_or_to_somebody_else_are_none() -> None:
    it = talk("t", (DANA, FROM), at=day(9))
    early = talk("u", (SAM, "Thank you for the introduction."), (HILDE, "Ha."), at=day(4))
    other = talk("v", (SAM, "Thank you for the introduction."), (PRIYA, "Ha."), at=day(12))
    assert found(early, it, other)[0].owes_thanks


def test_they_say_that_they_recommended_us_and_to_whom() -> None:
    [one] = found(talk("t", (DANA, "I gave my brother your number."), at=day(2)))
    assert names(one) == ("Dana Whitfield", "us", "my brother")


def test_somebody_else_named_in_the_mail_was_told_unless_they_work_together() -> None:
    it = "I gave a talk and I said your name in it. There was a woman there, Hilde something."
    [one] = found(HELLO, talk("t", (DANA, it), at=day(2)))
    assert names(one) == ("Dana Whitfield", "us", "Hilde Moe")
    assert not one.to.sure
    near = it.replace("Hilde", "Priya")
    with_her = talk("t", (DANA, near), (PRIYA, "Hello."), at=day(2))
    assert found(with_her)[0].to == Named()


def test_whom_we_point_to_counts_once_a_turn() -> None:
    words = "Look at Nightbell Alarms. Ask for Odile, she expects you."
    [one] = found(talk("t", (DANA, "Can you do it?"), (SAM, words), at=day(2)))
    assert names(one) == ("us", "Nightbell Alarms", "Dana Whitfield")
    assert not one.owes_thanks


def test_we_recommended_them() -> None:
    it = talk("t", (DANA, "Hello."), (SAM, "I've told Hilde Moe about you."), at=day(2))
    [one] = found(HELLO, it)
    assert names(one) == ("us", "Dana Whitfield", "Hilde Moe")


def test_a_colleague_of_ours_recommends_nobody() -> None:
    assert found(talk("t", (SAM, "Hello."), (DANA, "Sam told me about you."), at=day(2))) == []


def test_what_only_opens_an_acquaintance_counts_in_the_first_days() -> None:
    words = "Hilde Moe says you are honest."
    it = talk("t", (DANA, words), at=day(12))
    assert len(found(HELLO, it, began=1)) == 1
    assert found(HELLO, talk("t", (DANA, words), at=day(40)), began=1) == []


def test_struck_and_special_ones_stay_out_and_thanks_can_be_told() -> None:
    it = talk("t", (DANA, FROM), at=day(2))
    assert found(HELLO, it, marks=(Mark(REFERRAL, quoted(it, FROM), struck=True),)) == []
    assert found(it, annotations=(mark(it, FROM, "special"),)) == []
    [one] = found(HELLO, it, marks=(Mark(REFERRAL, quoted(it, FROM), thanked=True),))
    assert one.thanked
    assert not one.owes_thanks


def test_what_is_typed_joins_what_is_found() -> None:
    it = talk("t", (DANA, FROM), at=day(2))
    [alone] = found(HELLO, it)
    typed = Referral("x1", alone.by, US, alone.to, "at the fair", date(2026, 1, 1), typed=True)
    [one] = found(HELLO, it, typed=(typed,))
    assert (one.id, one.typed, len(one.evidence)) == ("x1", False, 1)


def test_nobody_named_nobody_owed() -> None:
    assert not Referral("x", Named(), US, Named("Dana"), "", None).owes_thanks


def test_a_referral_is_a_gift_in_the_ledger_of_whoever_gave_it_once() -> None:
    [one] = found(HELLO, talk("t", (DANA, FROM), at=day(2)))
    [gift] = with_referrals([], [one], one.by.person)
    assert (gift.kind, gift.by_us, gift.named) == ("referral", False, "Dana Whitfield")
    assert gift.id[3:] == one.id[3:]
    there: list[Entry] = [gift]
    assert with_referrals(there, [one], one.by.person) == there
    assert with_referrals([], [one], one.to.person) == []
