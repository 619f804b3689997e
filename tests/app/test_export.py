"""The export: everything that is kept about a person, and nothing about anybody else's person."""

from __future__ import annotations

import json

import pytest

from tests.app.talks import ANNA, BEN, SAM, mail, said, thread
from theirside.app import queries
from theirside.app.services import forget, judge, keep, merge
from theirside.conversation import Side, Speaker
from theirside.errors import NotFoundError
from theirside.evidence import quote
from theirside.understand.understanding import Observation, Status

pytestmark = pytest.mark.usefixtures("store")

TALK = thread("t1", mail("<1@x>", ANNA, "We want quiet.", SAM))


def test_everything_that_is_kept_is_in_it() -> None:
    keep(TALK, [said(0, "We want")], "test-1")
    keep(thread("t2", mail("<2@x>", Speaker("Anna", "a@home.example", side=Side.THEIRS), "Hi.")))
    keep(thread("t3", mail("<3@x>", BEN, "I am somebody else.", SAM)))
    merge(queries.find_person("anna bauer"), queries.find_person("a@home.example"))
    anna = queries.find_person("anna bauer")
    words = quote(queries.conversation("t1").conversation, 0, 0, 7)
    judge(Observation("o", anna.id, "goal", "", (words,), Status.HEARD, 1.0), Status.CONFIRMED)

    form = queries.export_person(anna)

    assert json.loads(json.dumps(form)) == form
    assert form["person"]["emails"] == ["anna@brauhaus.example", "a@home.example"]
    assert [each["email"] for each in form["speakers"]] == form["person"]["emails"]
    assert [each["id"] for each in form["conversations"]] == ["t1", "t2"]
    assert form["conversations"][0]["annotations"][0]["label"] == "facet.goal"
    assert form["judgements"][0]["evidence"][0]["quote"] == "We want"
    assert [each["kind"] for each in form["decisions"]] == ["merge"]
    assert "email:anna@brauhaus.example" in form["keys"]
    assert "somebody else" not in json.dumps(form)


def test_whoever_was_forgotten_cannot_be_exported() -> None:
    keep(TALK)
    anna = queries.find_person("anna")
    forget(anna)

    with pytest.raises(NotFoundError):
        queries.everything_about(anna)
