"""Each way in which somebody appears, and the keys that name it."""

from __future__ import annotations

from tests.understand.talks import DANA, SAM, said, talk
from theirside.conversation import Contact, Side, Speaker
from theirside.understand.understanding import Person
from theirside.understand.voices import Voice, add_card, card_of, id_of, voice_keys, voices_of


def test_an_id_is_eight_hexadecimal_digits_of_its_key() -> None:
    assert id_of("email:dana@fernhill.example") == id_of("email:dana@fernhill.example")
    assert len(id_of("x")) == 8
    assert int(id_of("x"), 16) >= 0
    assert id_of("x") != id_of("y")


def test_an_address_and_a_phone_both_give_keys() -> None:
    both = Speaker("Dana", "dana@fernhill.example", "+4791234567", side=Side.THEIRS)

    assert voice_keys(both, "c1") == (
        "email:dana@fernhill.example/dana",
        "email:dana@fernhill.example",
        "phone:+4791234567/dana",
        "phone:+4791234567",
    )


def test_voices_gather_what_the_source_says_and_who_was_heard_together() -> None:
    employed = Speaker("Dana  Whitfield", DANA.email, company="Fernhill", side=Side.THEIRS)

    voices, together = voices_of([talk("a", (employed, "Hi."), (SAM, "Hi."), (said("Mia"), "Hi."))])

    (dana, mia) = voices.values()
    assert dict(dana.names) == {"Dana Whitfield": 1}
    assert dict(dana.companies) == {"Fernhill": 1}
    assert mia.keys == ("label:a/mia",)
    assert together == {"a": {dana.keys[0], mia.keys[0]}}


def test_a_card_without_address_is_known_by_a_full_name_only() -> None:
    voices: dict[str, Voice] = {}

    assert add_card(voices, Contact("Dana Whitfield", role="Baker")) == ["contact:dana whitfield"]
    assert add_card(voices, Contact("Dana")) == []
    assert voices["contact:dana whitfield"].role == "Baker"


def test_a_known_person_is_a_card_like_any_other() -> None:
    person = Person("1", ("Dana",), ("d@x.example",), ("+47",), "X", "Baker")

    assert card_of(person) == Contact("Dana", ("d@x.example",), ("+47",), "X", "Baker")
    assert card_of(Person("2", ())).name == ""
