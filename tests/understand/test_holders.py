"""Whose view it is, by the name that somebody gives."""

from __future__ import annotations

import pytest

from tests.understand.talks import DANA, PRIYA, said, talk
from theirside.conversation import Side, Speaker
from theirside.understand.holders import Holders
from theirside.understand.people import people_in

OTHER = Speaker("Leo Holm", "leo@elsewhere.example", side=Side.THEIRS)
TALKS = [
    talk("a", (DANA, "Hi.")),
    talk("b", (PRIYA, "Hi.")),
    talk("c", (OTHER, "Hi.")),
    talk("d", (OTHER, "Hi."), (said("Mia"), "Hi.")),
]
PEOPLE = people_in(TALKS)
HOLDERS = Holders(PEOPLE, TALKS)


def meant(
    holder: str, speaker: str = "Priya Nair", conversation: str = "b", before: str = ""
) -> str | None:
    found = HOLDERS.person(holder, PEOPLE.find(speaker), conversation, before)
    return found.name if found is not None else None


@pytest.mark.parametrize(
    "holder", ["Dana", "Dana Whitfield", "our Dana", "Dana's", "Dana Whitfield from operations"]
)
def test_a_colleague_is_meant_by_first_or_full_name(holder: str) -> None:
    assert meant(holder) == "Dana Whitfield"


@pytest.mark.parametrize("holder", ["my boss", "My boss", "they", "Dan", "dana", "the board", ""])
def test_roles_and_other_names_mean_nobody(holder: str) -> None:
    assert meant(holder) is None


def test_a_first_name_means_nobody_in_another_company() -> None:
    assert meant("Leo") is None
    assert meant("Leo Holm") == "Leo Holm"


def test_a_first_name_means_somebody_in_the_same_conversation() -> None:
    assert meant("Mia", "Leo Holm", "d") == "Mia"
    assert meant("Mia", "Leo Holm", "c") is None


@pytest.mark.parametrize(
    "before",
    [
        "Dana Whitfield, yes. She's fair. ",
        "I'm sending you what Dana wrote me. I have asked her if I may. ",
        "Dana herself is away until the 23rd, so write to her. ",
    ],
)
def test_she_is_the_one_person_who_was_named_before(before: str) -> None:
    assert meant("She", before=before) == "Dana Whitfield"


@pytest.mark.parametrize(
    "before",
    [
        "",
        "My boss is away. ",
        "Dana met Karen. ",
        "Dana is away. Karen runs it. ",
        "Priya here. ",
        "Leo is away. ",
        "Dana is away. " + "It rained all day. " * 20,
    ],
)
def test_she_is_nobody_where_another_may_be_meant(before: str) -> None:
    assert meant("she", before=before) is None
