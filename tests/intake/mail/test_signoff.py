"""What tells names, titles and contacts from sentences."""

from __future__ import annotations

import pytest

from theirside.intake.mail.languages import lexicon
from theirside.intake.mail.lines import to_lines
from theirside.intake.mail.signoff import (
    Block,
    Sender,
    begins_signature,
    is_name,
    is_prose,
    looks_signed,
)


@pytest.mark.parametrize(
    "bare",
    [
        "Ada",
        "Ada Lund",
        "Dr. Ada Lund",
        "Ada Lund, PhD",
        "María de la Cruz",
        "Ada (she)",
        "山田太郎",
        "Бо Рейес",
    ],
)
def test_names_are_names(bare: str) -> None:
    assert is_name(bare)


@pytest.mark.parametrize(
    "bare",
    [
        "",
        "A",
        "ada and bo",
        "Is it Ada?",
        "Yes!",
        "Reference:",
        "Room 7",
        "ada@tern.example",
        "One Two Three Four Five Six",
    ],
)
def test_other_lines_are_no_names(bare: str) -> None:
    assert not is_name(bare)


@pytest.mark.parametrize(
    "bare",
    [
        "We need it before May.",
        "Is that possible?",
        "and then all of the vans have to be moved again",
        "The drivers:",
        "x" * 120,
    ],
)
def test_sentences_are_prose(bare: str) -> None:
    assert is_prose(bare)


@pytest.mark.parametrize(
    "bare",
    [
        "Head of Operations",
        "CEO @ Acme !",
        "T +31 20 555 0101 | M +31 6 555 0102",
        "Depto. Fisica Aplicada II               | Fax:  +34 944648500",
        "www.reyes.example",
        "Gent",
        "1000 Winter Str., Suite 3100",
    ],
)
def test_titles_and_contacts_are_no_prose(bare: str) -> None:
    assert not is_prose(bare)


def test_a_block_with_contacts_may_hold_its_slogan() -> None:
    contacts = ["Bo Reyes", "bo@reyes.example", "+31 20 555 0101"]
    assert looks_signed([*contacts, "We carry it all, always."])
    assert not looks_signed([*contacts, "We carry it all, always.", "Will you come on Friday?"])
    assert not looks_signed(["Bo Reyes", "We carry it all, always."])
    assert looks_signed([])


def test_a_sender_is_taken_apart() -> None:
    sender = Sender.of("Bo A. Reyes", "bo.reyes@Reyes.example")
    assert sender == Sender(frozenset({"bo", "reyes"}), frozenset({"b", "bar"}), "reyes.example")
    assert Sender.of("", "info@reyes.example").names == frozenset()
    assert Sender.of("", "") == Sender()


@pytest.mark.parametrize(
    ("email", "signed"),
    [("", True), ("jo@doe.example", True), ("bo@reyes.example", False)],
)
def test_an_address_block_of_somebody_else_is_no_signature(email: str, signed: bool) -> None:
    lines = to_lines("It fits.\n\nJohn Doe\njohn@doe.example\n+31 20 555 0199")
    block = Block(lines, 2, [3, 4], is_first=False)
    assert begins_signature(block, lexicon(), Sender.of("", email)) is signed
