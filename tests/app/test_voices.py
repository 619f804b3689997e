"""What somebody goes by, and who may be the same."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.app.talks import ANNA, SAM, call, mail, thread
from theirside.app import queries
from theirside.app.services import keep, merge, split
from theirside.conversation import Side, Speaker

pytestmark = pytest.mark.usefixtures("store")


def write(key: str, speaker: Speaker) -> None:
    keep(thread(f"t-{key}", mail(f"<{key}@x>", speaker, "Hello there.", SAM)))


def test_each_address_phone_and_bare_name_is_one_with_how_often_it_was_heard() -> None:
    write("1", ANNA)
    write("2", replace(ANNA, name="Bauer, A."))
    keep(call("c1", (Speaker("Anna Bauer", side=Side.THEIRS), "Hello."), (SAM, "Hi.")))

    found = queries.voices_of(queries.find_person("anna"))
    assert [(each.shown, each.channel, each.subject, each.talks, each.turns) for each in found] == [
        ("anna@brauhaus.example", "", "", 2, 2),
        ("Anna Bauer", "call", "Call", 1, 1),
    ]
    assert set(found[0].names) == {"Anna Bauer", "Bauer, A."}


def test_every_label_is_one_that_split_takes() -> None:
    write("1", ANNA)
    keep(call("c1", (Speaker("Anna Bauer", side=Side.THEIRS), "Hello."), (SAM, "Hi.")))
    anna = queries.find_person("anna@brauhaus.example")

    labels = [each.label for each in queries.voices_of(anna)]
    assert labels == ["anna@brauhaus.example", "c1"]
    assert [split(anna, label).id != anna.id for label in labels[1:]] == [True]


def test_whoever_may_be_the_same_is_proposed_for_one_person_until_somebody_decides() -> None:
    write("1", ANNA)
    write("2", replace(ANNA, email="anna@other.example"))
    write("3", Speaker("Ben Okafor", "ben@else.example", side=Side.THEIRS))
    anna = queries.find_person("anna@brauhaus.example")

    [proposal] = queries.proposals_for(anna)
    assert proposal.first == anna
    assert proposal.second.emails == ("anna@other.example",)
    assert queries.proposals_for(queries.find_person("Ben")) == []

    split(merge(anna, proposal.second), "anna@other.example")
    assert queries.proposals_for(queries.find_person("anna@brauhaus.example")) == []
