"""What a label says: name, phone, company; what is in doubt stays part of the name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.conversation import Speaker
from theirside.intake.speaker_names import is_phone, one_person_each, phone_number, speaker_of


@pytest.mark.parametrize(
    ("label", "speaker"),
    [
        ("Dana Whitfield", Speaker("Dana Whitfield")),
        ("  Dana\tWhitfield ", Speaker("Dana Whitfield")),
        ("Dana (Larkspur Foods)", Speaker("Dana", company="Larkspur Foods")),
        ("Dana [Larkspur]", Speaker("Dana", company="Larkspur")),
        ("Dana | Larkspur | Ops", Speaker("Dana", company="Larkspur")),
        ("dana | larkspur", Speaker("dana", company="larkspur")),
        ("Dana - Larkspur.example", Speaker("Dana", company="Larkspur.example")),
        ("dana w @ larkspur", Speaker("dana w", company="larkspur")),
        ("Dana (Guest)", Speaker("Dana")),
        ("Dana Whitfield (she/her)", Speaker("Dana Whitfield")),
        ("Dana W. (she/her) - Larkspur", Speaker("Dana W.", company="Larkspur")),
        ("Dana (Larkspur) (Guest)", Speaker("Dana", company="Larkspur")),
        ("Dana (dw)", Speaker("Dana (dw)")),
        ("Karim T. (handle)", Speaker("Karim T. (handle)")),
        ("Dana (M)", Speaker("Dana (M)")),
        ("Dana (CFO)", Speaker("Dana (CFO)")),
        ("Dana - Sales", Speaker("Dana - Sales")),
        ("Renaud-LARKSPUR", Speaker("Renaud-LARKSPUR")),
        ("Mercy Naps-Nkari", Speaker("Mercy Naps-Nkari")),
        ("name.eth", Speaker("name.eth")),
        ("Speaker 1", Speaker("Speaker 1")),
        ("Unknown Speaker", Speaker("Unknown Speaker")),
        ("Agent(Dana)", Speaker("Agent(Dana)")),
        ("Speaker 1 (Dana)", Speaker("Speaker 1 (Dana)")),
        ("+1 (415) 555-0134", Speaker(phone="+14155550134")),
        ("14155550134", Speaker(phone="14155550134")),
        ("+1 415…***", Speaker("+1 415…***")),
        ("+1415***0134", Speaker("+1415***0134")),
        ("", Speaker()),
        ("-", Speaker()),
        ("a\0b", Speaker("a\ufffdb")),
    ],
)
def test_labels_are_read(label: str, speaker: Speaker) -> None:
    assert speaker_of(label) == speaker


def test_dates_are_no_phones() -> None:
    assert not is_phone("15.01.2024")
    assert not is_phone("2024-01-15 14")
    assert is_phone("+44 20 7946 0958")
    assert not is_phone("Dana 1234567")


def test_phone_numbers_are_digits() -> None:
    assert phone_number("tel:+1-555-0100") == "+15550100"
    assert phone_number("(030) 12 34") == "0301234"
    assert phone_number("unknown") == ""


def test_people_are_one_only_where_it_is_certain() -> None:
    bare, larkspur = Speaker("Bo Li"), Speaker("Bo Li", company="Larkspur")
    other, short = Speaker("Bo Li", company="Other"), Speaker("Bo")
    assert one_person_each([bare, larkspur])[bare] == larkspur
    assert one_person_each([bare, larkspur, other])[bare] == bare
    assert one_person_each([short, Speaker("Bo", company="Larkspur")])[short] == short
    elsewhere = Speaker("Bo Li", email="bo@other.example")
    assert one_person_each([elsewhere, larkspur])[elsewhere] == elsewhere


@given(st.text())
def test_any_label_names_somebody_or_nobody(label: str) -> None:
    speaker = speaker_of(label)
    named = any(char.isalnum() for char in label)
    assert bool(speaker.name or speaker.phone) == named
    assert speaker.phone == "" or speaker.phone.lstrip("+").isdigit()
