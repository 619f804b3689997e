"""Address headers become speakers: people named as one would say it, addresses lower-case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from theirside.conversation import Speaker
from theirside.intake.mail.addresses import find_address, parse_addresses


@pytest.mark.parametrize(
    ("value", "name", "email"),
    [
        ("dana@larkmoor.example", "", "dana@larkmoor.example"),
        ("Dana Whitfield <Dana@Larkmoor.Example>", "Dana Whitfield", "dana@larkmoor.example"),
        ('"Whitfield, Dana" <d@x.example>', "Dana Whitfield", "d@x.example"),
        ("Whitfield, Dana <d@x.example>", "Dana Whitfield", "d@x.example"),
        ("Nuñez Prado, María José <m@x.example>", "María José Nuñez Prado", "m@x.example"),
        ('"Whitfield, Dana (Larkmoor)" <d@x.example>', "Dana Whitfield (Larkmoor)", "d@x.example"),
        ('"Larkmoor, Inc." <hello@x.example>', "Larkmoor, Inc.", "hello@x.example"),
        ("'dana@x.example' <dana@x.example>", "", "dana@x.example"),
        ("\"'Dana Whitfield'\" <dana@x.example>", "Dana Whitfield", "dana@x.example"),
        ("d@x.example (Dana Whitfield)", "Dana Whitfield", "d@x.example"),
        ("jill at pool.example (Jill Moss)", "Jill Moss", "jill@pool.example"),
        ("=?iso-8859-1?q?J=FCrgen_Gro=DF?= <j@x.example>", "Jürgen Groß", "j@x.example"),
        ("=?utf-8?b?R3Jvw58sIErDvHJnZW4=?= <j@x.example>", "Jürgen Groß", "j@x.example"),
        ('"=?utf-8?q?J=C3=BCrgen?=" <j@x.example>', "Jürgen", "j@x.example"),
        ("<@relay.example:dana@x.example>", "", "dana@x.example"),
        ('"Dana \\"D\\" Whitfield" <d@x.example>', 'Dana "D" Whitfield', "d@x.example"),
        ("jill(at)pool.example", "", "jill@pool.example"),
        ("jill [at] pool [dot] example", "", "jill@pool.example"),
        ("Jill Moss [jill@pool.example]", "Jill Moss", "jill@pool.example"),
        ("jill@pool.example <>", "", "jill@pool.example"),
        ("Dana Whitfield <>", "Dana Whitfield", ""),
        ("Dana Whitfield", "Dana Whitfield", ""),
    ],
)
def test_one_address(value: str, name: str, email: str) -> None:
    assert parse_addresses(value) == (Speaker(name=name, email=email),)


def test_a_list_keeps_its_order_and_its_groups_members() -> None:
    value = 'Team: "Whitfield, Dana" <d@x.example>, marek@x.example; rae@s.example'
    assert [speaker.email for speaker in parse_addresses(value)] == [
        "d@x.example", "marek@x.example", "rae@s.example",
    ]  # fmt: skip


def test_one_bad_entry_does_not_lose_the_others() -> None:
    emails = [entry.email for entry in parse_addresses('"open <a@x.example>, b@x.example')]
    assert "b@x.example" in emails


def test_undisclosed_recipients_are_nobody() -> None:
    assert parse_addresses("undisclosed-recipients:;") == ()
    assert parse_addresses("") == ()


def test_a_disguised_address_is_found_in_words() -> None:
    assert find_address("jill at pool.example") == "jill@pool.example"
    assert find_address("jill at pool dot example") == "jill@pool.example"
    assert find_address("let us meet at noon") == ""


@pytest.mark.parametrize("unit", ["a", " ", "a.", "(", '"', "<", "<x", ",", "a at "])
def test_an_endless_header_comes_to_an_end(unit: str) -> None:
    assert all(speaker.email == "" for speaker in parse_addresses(unit * 20000))


@given(st.text(max_size=120))
def test_anything_can_stand_in_an_address_header(value: str) -> None:
    for speaker in parse_addresses(value):
        assert isinstance(speaker, Speaker)
        assert speaker.email == speaker.email.lower()
