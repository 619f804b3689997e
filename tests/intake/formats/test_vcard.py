"""Address books give people with their addresses, phones and company; broken cards are counted."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.intake.chat_reading import fixture, written
from theirside.conversation import Contact
from theirside.errors import IntakeError
from theirside.intake.format import Options
from theirside.intake.formats import vcard
from theirside.intake.report import Report
from theirside.intake.source import Source


def people(source: Source) -> tuple[list[Contact], Report]:
    report = Report()
    found = list(vcard.read(source, report, Options()))
    assert report.kept == len(found)
    return found, report


def test_cards_of_all_versions_are_read() -> None:
    source = fixture("contacts.vcf")
    assert vcard.recognises(source) == 1.0
    found, report = people(source)
    assert found == [
        Contact("Ayşe Ümit", ("ayse@riverbank.example",), ("+905550100",)),
        Contact(
            "Dana Okafor",
            ("dana@riverbank.example", "d.okafor@riverbank.example"),
            ("01515550101",),
            "Riverbank Logistics",
            "Head of Operations",
        ),
        Contact("Lee Ortiz", ("lee@harbour.example",), ("+49151555",), role="Buyer"),
    ]
    assert [(skip.item, skip.reason) for skip in report.skipped] == [
        ("contacts.vcf:31", vcard.NOBODY),
        ("contacts.vcf:35", vcard.NO_END),
    ]


@pytest.mark.parametrize(
    ("card", "name"),
    [
        ("VERSION:2.1\nFN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:Ren=E9e", "Renée"),
        ("VERSION:3.0\nFN:\nN:Okafor;Dana;Ada;;", "Dana Ada Okafor"),
        ("VERSION:3.0\nFN:Okafor\\, Dana", "Okafor, Dana"),
        ("VERSION:3.0\nNICKNAME:Dee", "Dee"),
        ("VERSION:3.0\nthis is no property\nFN:Dana", "Dana"),
    ],
)
def test_names_however_written(tmp_path: Path, card: str, name: str) -> None:
    (contact,), _ = people(written(tmp_path, f"BEGIN:VCARD\r\n{card}\r\nEND:VCARD\r\n"))
    assert contact.name == name


def test_a_card_that_cannot_be_read_costs_only_itself(tmp_path: Path) -> None:
    good = "BEGIN:VCARD\nVERSION:3.0\nFN:Dana\nEND:VCARD\n"
    bad = "BEGIN:VCARD\nBEGIN:VEVENT\nFN:x\nEND:VCARD\n"
    found, report = people(written(tmp_path, good + bad + good))
    assert [contact.name for contact in found] == ["Dana", "Dana"]
    assert report.reasons() == {vcard.BROKEN: 1}


def test_a_card_without_bounds_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vcard, "CARD_LINES", 3)
    card = "BEGIN:VCARD\n" + "NOTE:x\n" * 5 + "END:VCARD\n"
    _, report = people(written(tmp_path, card))
    assert report.reasons() == {vcard.NO_END: 1}


def test_nothing_of_a_card_is_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    content = "BEGIN:VCARD\nVERSION:3.0\nprivate words\nFN:Dana\nEND:VCARD\n"
    with caplog.at_level(logging.DEBUG):
        people(written(tmp_path, content))
    assert caplog.text == ""


def test_a_file_without_a_card_is_refused(tmp_path: Path) -> None:
    source = written(tmp_path, "FN:Dana\n")
    assert vcard.recognises(source) == 0.0
    with pytest.raises(IntakeError, match="no address card"):
        people(source)


PIECES = [
    *("BEGIN:VCARD\n", "END:VCARD\n", "VERSION:2.1\n", "VERSION:3.0\n", "FN", "N", "ORG", "TEL"),
    *(":", ";", "ENCODING=QUOTED-PRINTABLE", "CHARSET=utf-9", "=C3=", "\n", " x", "\\", "item1."),
    *("PHOTO:", "ENCODING=b", "EMAIL:a@b.example", "BEGIN:VEVENT\n", "BDAY:now", "ADR:;;", "\x00"),
]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    st.lists(st.sampled_from(PIECES), max_size=25).map(
        lambda pieces: f"BEGIN:VCARD\n{''.join(pieces)}\nEND:VCARD\n".encode()
    )
    | st.binary(max_size=100)
)
def test_only_our_own_errors_escape(tmp_path: Path, content: bytes) -> None:
    source = written(tmp_path, content)
    try:
        found, report = people(source)
    except IntakeError:
        return
    assert report.found >= len(found)
