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


def meant(holder: str, speaker: str = "Priya Nair", conversation: str = "b") -> str | None:
    found = HOLDERS.person(holder, PEOPLE.find(speaker), conversation)
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
