"""The two chairs behind one seam, and a rehearsal looked back on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.purpose.chairs.people import HABIT, LABELS, PAIN, Scripted, call, dana, understood
from tests.purpose.chairs.test_selling import habits, quotes
from theirside.conversation import Side
from theirside.purpose.chairs.looking_back import as_conversation, inner_voice, look_back
from theirside.purpose.chairs.playing import PlayedCustomer, PlayedSeller, Player, finish
from theirside.purpose.chairs.selling import Seller
from theirside.purpose.chairs.session import Chair, Rehearsal
from theirside.purpose.chairs.state import State

READER = Scripted(LABELS)
TODAY, HEAVY = "How do you go about it today?", "That is a heavy thing to carry."
PROUD, WORRIED = "We are proud of our forty modules.", "I am worried about the nights."


def new(chair: Chair) -> Rehearsal:
    return Rehearsal("c0de", understood(HABIT)[0].person, chair, 0, "", State(0, 0))


def played(player: Player, chair: Chair, *replies: str) -> Rehearsal:
    rehearsal = player.begin(new(chair))
    for each in replies:
        rehearsal = player.reply(rehearsal, each)
    return rehearsal


def facing(*replies: str) -> Rehearsal:
    return played(PlayedCustomer(dana(HABIT, PAIN), READER), Chair.SELLER, *replies)


def being(*replies: str, **shares: float) -> Rehearsal:
    lines = {"about_us": quotes("us", PROUD)}
    reader = Scripted({**LABELS, WORRIED: ("feeling.worried",)})
    return played(
        PlayedSeller(Seller.of(habits(**shares), lines), reader), Chair.CUSTOMER, *replies
    )


def test_facing_them_each_exchange_keeps_what_it_did() -> None:
    done = facing(TODAY, HEAVY)
    first, asked, met = done.exchanges
    assert (first.reply, first.lines[0].phrase, first.stood) == ("", "hello", (3, 6))
    assert [each.act for each in asked.heard] == ["asked_open"]
    assert (asked.stood, asked.move) == ((4, 6), "answer")
    assert (met.lines[0].text, met.trust, met.patience) == (PAIN, 2, 1)
    assert (done.state.trust, done.replies, done.end) == (6, 2, "")


def test_being_them_the_same_rules_tell_what_the_seller_does() -> None:
    """She says that she is worried and hears a boast: -1 -1 for that, -1 for ourselves."""
    done = being(WORRIED)
    last = done.exchanges[-1]
    assert [each.text for each in last.lines] == [PROUD]
    assert [each.act for each in last.heard] == ["passed_over", "ourselves"]
    assert (last.trust, last.patience, last.stood) == (-1, -2, (2, 4))
    assert ("feelings", False) in [(each.habit, each.did) for each in last.played]
    assert done.replies == 1


def test_a_seller_who_takes_feelings_up_does_so() -> None:
    done = being(WORRIED, feelings=1.0)
    assert done.exchanges[-1].lines[0].phrase == "acknowledge"
    assert "acknowledged" in [each.act for each in done.exchanges[-1].heard]


def test_a_rehearsal_is_a_talk_only_of_what_was_spoken() -> None:
    done = facing(TODAY, "Who decides?")
    talk = as_conversation(done)
    assert talk.id == "rehearsal-c0de"
    assert [(turn.speaker.side, turn.text) for turn in talk.turns][1:3] == [
        (Side.OURS, TODAY),
        (Side.THEIRS, HABIT),
    ]
    assert [turn.text for turn in talk.turns][-1] == "Who decides?"

    other = as_conversation(being(WORRIED))
    assert [turn.speaker.side for turn in other.turns] == [Side.OURS, Side.THEIRS, Side.OURS]


def test_the_inner_voice_says_what_moved_and_why() -> None:
    asked, met = inner_voice(facing(TODAY, HEAVY))
    assert asked.heard == ("asked an open question",)
    assert asked.thoughts == ("They wanted to know, and left it to me what matters.",)
    assert asked.did == "They asked and I told them."
    assert (met.trust, met.patience, met.stood) == (2, 1, (6, 7))

    seller_side = inner_voice(being(WORRIED))
    assert seller_side[-1].said == PROUD
    assert seller_side[-1].did == ""


def test_looking_back_counts_what_was_done_told_and_is_not_known() -> None:
    done = facing(TODAY, HEAVY, "Who decides?")
    seen = look_back(done, READER, dana(HABIT, PAIN))
    assert seen.ending.id == "civil"
    once = ("acknowledged", "asked_open", "asked_closed", "passed_over")
    assert dict(seen.acts) == dict.fromkeys(once, 1)
    assert [told for _, *told in seen.told] == [[1, 1], [1, 1], [0, 0], [0, 0]]
    assert len(seen.ask) == 1
    for each in seen.figures:
        assert all(place.stands_in(seen.conversation) for place in each.evidence)


def test_in_the_other_chair_habits_are_counted_as_they_came_up() -> None:
    seen = look_back(being(WORRIED, WORRIED), READER)
    played_habits = {habit: (did, times) for habit, did, times in seen.played}
    assert played_habits["feelings"] == (0, 2)
    assert seen.told == ()


def test_it_ends_where_it_stands() -> None:
    assert finish(facing(TODAY, HEAVY)).end == "civil"
    left = replace(facing(TODAY), end="left")
    assert finish(left).end == "left"


def test_nobody_plays_before_it_has_begun() -> None:
    player = PlayedSeller(Seller.of(habits(), {}), READER)
    with pytest.raises(ValueError, match="begun"):
        player.reply(new(Chair.CUSTOMER), "Hello.")


def test_the_card_is_that_of_the_talk() -> None:
    assert all(each.quote.stands_in(call(HABIT, PAIN)) for each in dana(HABIT, PAIN).items)
