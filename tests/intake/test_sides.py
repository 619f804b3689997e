"""Whose side a speaker is on: certain, or unknown."""

from __future__ import annotations

from dataclasses import replace

import pytest

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.intake.sides import KnownNames, is_ours, learn_from, with_sides
from theirside.intake.us import Us

US = Us.of("fjord.example", "nora@home.example", "Kai Berg")
NORA = Speaker("Nora Tveit", "nora@fjord.example")
DANA = Speaker("Dana Whitfield", "dana@whitfield.example")


def talk(channel: Channel, *speakers: Speaker, to: tuple[Speaker, ...] = ()) -> Conversation:
    return Conversation(
        "c", channel, tuple(Turn(str(i), who, "yes", to=to) for i, who in enumerate(speakers))
    )


def sides(conversation: Conversation, us: Us = US, known: KnownNames | None = None) -> list[Side]:
    placed = with_sides(conversation, us, known or KnownNames())
    return [turn.speaker.side for turn in placed.turns]


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        (Speaker(email="a@fjord.example"), True),
        (Speaker(email="a@mail.fjord.example"), True),
        (Speaker(email="a@notfjord.example"), False),
        (Speaker(email="nora@home.example"), True),
        (Speaker(email="other@home.example"), False),
        (Speaker("kai  BERG"), True),
        (Speaker("Kai"), False),
        (Speaker(), False),
    ],
)
def test_ours_is_who_has_an_address_domain_or_name_of_ours(
    speaker: Speaker, expected: bool
) -> None:
    assert is_ours(speaker, US) is expected


def test_who_writes_with_one_of_us_is_theirs() -> None:
    assert sides(talk(Channel.MAIL, NORA, DANA)) == [Side.OURS, Side.THEIRS]


def test_who_writes_to_one_of_us_is_theirs() -> None:
    placed = with_sides(talk(Channel.MAIL, DANA, to=(NORA,)), US, KnownNames())
    assert placed.turns[0].speaker.side is Side.THEIRS
    assert placed.turns[0].to[0].side is Side.OURS


def test_a_mail_that_none_of_us_is_part_of_places_nobody() -> None:
    assert sides(talk(Channel.MAIL, DANA)) == [Side.UNKNOWN]


def test_a_call_whose_names_match_nobody_stays_unknown_on_both_sides() -> None:
    call = talk(Channel.CALL, Speaker("Sigrun Aas"), Speaker("Speaker 1"))
    assert sides(call) == [Side.UNKNOWN, Side.UNKNOWN]


def test_the_other_in_a_call_with_one_of_us_is_not_guessed() -> None:
    call = talk(Channel.CALL, Speaker("Kai Berg"), Speaker("Sigrun Aas"))
    assert sides(call) == [Side.OURS, Side.UNKNOWN]


def test_a_full_name_known_from_mail_is_recognised_in_a_call() -> None:
    known = KnownNames()
    mail = with_sides(talk(Channel.MAIL, NORA, DANA), US, known)
    learn_from([mail], known)
    call = talk(Channel.CALL, Speaker("nora tveit"), Speaker("Dana  Whitfield"), Speaker("Dana"))
    assert sides(call, known=known) == [Side.OURS, Side.THEIRS, Side.UNKNOWN]


def test_a_name_met_on_both_sides_stands_for_neither() -> None:
    known = KnownNames()
    known.learn(replace(NORA, side=Side.OURS))
    known.learn(replace(NORA, email="nora@whitfield.example", side=Side.THEIRS))
    known.learn(replace(NORA, side=Side.OURS))
    assert known.side_of("Nora Tveit") is Side.UNKNOWN


def test_what_the_source_records_is_kept_unless_our_settings_say_otherwise() -> None:
    call = talk(
        Channel.CALL,
        Speaker("Agent", side=Side.OURS),
        replace(NORA, side=Side.THEIRS),
    )
    assert sides(call) == [Side.OURS, Side.OURS]


def test_a_conversation_that_nothing_changes_is_returned_as_it_is() -> None:
    call = talk(Channel.CALL, Speaker("Sigrun Aas"))
    assert with_sides(call, US, KnownNames()) is call


def test_without_settings_nobody_has_a_side() -> None:
    assert sides(talk(Channel.MAIL, NORA, DANA), us=Us()) == [Side.UNKNOWN, Side.UNKNOWN]
