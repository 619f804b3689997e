"""In an invitation, a calendar's words are told from a person's."""

from __future__ import annotations

import pytest

from theirside.intake.mail.invitations import part_words

TEAMS = "________________________________________________________________________________\n"
DIAL_IN = TEAMS + "Microsoft Teams meeting\nJoin on your computer or mobile app\n"


@pytest.mark.parametrize(
    "text",
    [
        "When: Monday, 4 March 2024 09:00-10:00\nWhere: Room 4\n\n*~*~*~*~*~*~*~*~*~*\n\n",
        DIAL_IN,
        "You have been invited to the following event.\n\nTitle: The pilot\nWhen: Mon 4 Mar\n",
        "Dana Whitfield has accepted this invitation.\n",
        "Wann: Montag, 4. März 2024\nWo: Raum 4\n",
        "",
    ],
)
def test_a_calendars_words_are_nobodys(text: str) -> None:
    assert part_words(text) == ("", text)


def test_what_the_organiser_typed_stays() -> None:
    words, rest = part_words("I'd like to see the export first.\n\n" + DIAL_IN)
    assert words.strip() == "I'd like to see the export first."
    assert rest == DIAL_IN


def test_what_repeats_the_calendar_is_the_calendars() -> None:
    calendar = "BEGIN:VEVENT\r\nSUMMARY;LANGUAGE=en:The pilot\r\nLOCATION:Room 4\r\nEND:VEVENT"
    text = "You have been invited to: The pilot\nMonday 4 March 2024 11:00-11:45\nRoom 4\n"
    assert part_words(text, [calendar]) == ("", text)
    assert part_words(text + "\nBring the figures, please.\n", [calendar])[0].endswith("please.\n")


@pytest.mark.parametrize("unit", ["\n", "\n ", "_", "When: ", "a has "])
def test_an_endless_text_comes_to_an_end(unit: str) -> None:
    words, rest = part_words(unit * 20000)
    assert words + rest == unit * 20000
