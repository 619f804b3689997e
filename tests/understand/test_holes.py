"""What they would need to know and don't."""

from __future__ import annotations

import pytest

from tests.understand.talks import DANA, SAM, day, mark, quoted, talk
from theirside.understand.holes import holes_asked, holes_in
from theirside.understand.offer import Capability, Fact, Offer
from theirside.understand.people import people_in
from theirside.understand.talk import Talk
from theirside.understand.understanding import Hole

OFFER = Offer(
    "Lantern",
    capabilities=(Capability("offline", "Works offline.", ("offline", "no signal")),),
    facts=(Fact("hosted", "Hosted in Oslo.", ("hosting", "server")),),
)


def holes(text: str, *replies: str, offer: Offer | None = OFFER) -> list[Hole]:
    one = talk("a", (DANA, text), *((SAM, reply) for reply in replies), at=day(1))
    people = people_in([one])
    return holes_in(Talk.of(one, [], people), people.persons[0].id, offer)


@pytest.mark.parametrize(
    "text",
    [
        "I don't know whether you can print the records.",
        "We're not sure if it runs offline.",
        "I wasn't aware that you also do training.",
        "What I still don't know is who at your place reads our mails.",
        "Nobody told me where the server stands.",
        "Hello Sam.\n2. I do not know how long your copy\nis kept after we leave.\nDana",
    ],
)
def test_not_knowing_something_of_the_offer_is_a_hole(text: str) -> None:
    (found,) = holes(text)

    assert found.evidence[0].text in text
    assert found.why == "They say that they don't know."
    assert "\n" not in found.topic
    assert not found.topic.startswith("2.")


@pytest.mark.parametrize(
    "text",
    [
        "I don't know whether my boss will like it.",
        "I'm not sure when the board meets.",
        "You know how it is.",
        "I know that it runs offline.",
        "I don't know.",
    ],
)
def test_not_knowing_their_own_affairs_is_none(text: str) -> None:
    assert holes(text) == []


def test_without_an_offer_only_what_is_plainly_about_us_counts() -> None:
    assert holes("I'm not sure if it runs offline.", offer=None) == []
    assert len(holes("I'm not sure if your app runs offline.", offer=None)) == 1


def test_what_we_then_told_them_is_no_hole_any_more() -> None:
    words = "I don't know whether you can print the records."

    assert holes(words, "You can print all records in a minute.") == []
    assert len(holes(words, "Let me check.")) == 1


def test_a_sentence_of_a_special_category_is_not_quoted() -> None:
    words = "I don't know whether you treat my illness as an absence."
    one = talk("a", (DANA, words), at=day(1))
    people = people_in([one])
    ready = Talk.of(one, [mark(one, words, "special.health")], people)

    assert holes_in(ready, people.persons[0].id, OFFER) == []


def test_an_unanswered_question_about_the_offer_is_a_hole_too() -> None:
    one = talk("a", (DANA, "Where does the server stand? When is lunch?"), at=day(1))
    places = [quoted(one, "Where does the server stand?"), quoted(one, "When is lunch?")]

    (found,) = holes_asked(places, OFFER)

    assert found.topic == "Where does the server stand?"
    assert found.why == "They asked, and nobody answered."
    assert holes_asked(places, None) == []


@pytest.mark.parametrize(
    "text",
    [
        "I don't know if you wanted to add something to that.",
        "I'm not sure if anybody has looked at your draft.",
        "I don't know if you've seen the pictures from the fair.",
        "I'm not sure what you mean.",
        "I'm not sure if there's something you could show us from the yard.",
    ],
)
def test_politeness_and_what_others_do_is_none(text: str) -> None:
    assert holes(text) == []
