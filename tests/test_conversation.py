"""What a conversation says of itself."""

from __future__ import annotations

from datetime import UTC, datetime

from theirside.conversation import Channel, Conversation, Speaker, Turn

MARCH = datetime(2026, 3, 12, 9, tzinfo=UTC)
MAY = datetime(2026, 5, 3, 9, tzinfo=UTC)


def test_speakers_come_in_the_order_of_their_first_turn() -> None:
    nora, sigrun = Speaker("Nora"), Speaker("Sigrun")
    turns = tuple(Turn(str(i), who, "yes") for i, who in enumerate([sigrun, nora, sigrun]))
    assert Conversation("c", Channel.CALL, turns).speakers == (sigrun, nora)


def test_the_newest_turn_says_when_it_was_last_spoken() -> None:
    turns = (
        Turn("0", Speaker("Nora"), "a", at=MAY),
        Turn("1", Speaker("Nora"), "b", at=MARCH),
        Turn("2", Speaker("Nora"), "c"),
    )
    assert Conversation("c", Channel.MAIL, turns, started_at=MARCH).last_at == MAY


def test_a_talk_without_times_was_last_spoken_when_it_began() -> None:
    talk = Conversation("c", Channel.CALL, (Turn("0", Speaker("N"), "a"),), started_at=MARCH)
    assert talk.last_at == MARCH


def test_a_speaker_is_shown_by_name_then_address_then_phone() -> None:
    assert Speaker("Nora", "n@fjord.example", "+47").label == "Nora"
    assert Speaker("", "n@fjord.example", "+47").label == "n@fjord.example"
    assert Speaker("", "", "+47").label == "+47"
    assert Speaker().label == "(no name)"
