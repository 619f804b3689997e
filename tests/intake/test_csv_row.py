"""One row: its speaker, its recipients, its channel, and the conversation that it belongs to."""

from __future__ import annotations

import pytest

from theirside.conversation import Channel, Side, Speaker
from theirside.intake.csv_row import Row, channel_of, key_of, turn_of
from theirside.intake.whatsapp_dates import DateOrder

ORDER = DateOrder.DAY_MONTH


def row(**fields: str) -> Row:
    # "from" is a word of Python's, so tests write "from_".
    return Row(2, {name.removesuffix("_"): value for name, value in fields.items()})


@pytest.mark.parametrize(
    ("fields", "speaker"),
    [
        ({"from_": "Dana"}, Speaker("Dana")),
        ({"from_": "Okafor, Dana"}, Speaker("Okafor, Dana")),
        ({"from_": "Dana <D@x.example>"}, Speaker("Dana", "d@x.example")),
        ({"from_": "d@x.example"}, Speaker(email="d@x.example")),
        ({"from_": "Dana", "from_email": "D@x.example"}, Speaker("Dana", "d@x.example")),
        ({"from_": "Dana", "from_email": "none"}, Speaker("Dana")),
        ({"from_": "Dana", "side": "Inbound"}, Speaker("Dana", side=Side.THEIRS)),
        ({"from_": "Dana", "side": "sideways"}, Speaker("Dana")),
        ({}, Speaker()),
    ],
)
def test_who_wrote_it(fields: dict[str, str], speaker: Speaker) -> None:
    assert turn_of(row(text="hi", **fields), ORDER).speaker == speaker


@pytest.mark.parametrize(
    ("field", "people"),
    [
        ("", ()),
        ("Lee; Sam", (Speaker("Lee"), Speaker("Sam"))),
        (
            "Lee <L@x.example>; s@x.example",
            (Speaker("Lee", "l@x.example"), Speaker("", "s@x.example")),
        ),
    ],
)
def test_to_whom_it_went(field: str, people: tuple[Speaker, ...]) -> None:
    assert turn_of(row(text="hi", to=field), ORDER).to == people


def test_the_same_row_has_the_same_id_and_its_own_one_if_it_brings_it() -> None:
    assert turn_of(row(text="hi"), ORDER).id == turn_of(row(text="hi "), ORDER).id
    assert turn_of(row(text="hi"), ORDER).id != turn_of(row(text="hi", from_="Dana"), ORDER).id
    assert turn_of(row(text="hi", id="m7"), ORDER).id == "m7"


@pytest.mark.parametrize(
    ("fields", "channel"),
    [
        ({"channel": "Email"}, Channel.MAIL),
        ({"channel": "WhatsApp", "subject": "Hello"}, Channel.CHAT),
        ({"channel": "carrier pigeon", "subject": "Hello"}, Channel.MAIL),
        ({}, None),
    ],
)
def test_the_channel(fields: dict[str, str], channel: Channel | None) -> None:
    assert channel_of(row(**fields)) is channel


def test_rows_of_one_conversation_share_a_key() -> None:
    there = row(subject="Price", from_="Dana", from_email="d@x.example", to="l@y.example")
    back = row(subject="RE: Fwd: price", from_email="l@y.example", to="Dana <d@x.example>")
    assert key_of(there) == key_of(back)
    assert key_of(there) != key_of(row(subject="Price", from_="Sam", to="l@y.example"))
    assert key_of(row(conversation="7", subject="a")) == key_of(row(conversation=" 7", subject="b"))
    assert key_of(row(text="hi")) == ""


def test_html_is_read_as_text_and_a_lone_sign_is_none() -> None:
    assert turn_of(row(text="<p>Hi <b>there</b></p>"), ORDER).text == "Hi there"
    assert turn_of(row(text="<3 it"), ORDER).text == "<3 it"
