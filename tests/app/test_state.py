"""The state of the store tells whatever results that are kept rest on."""

from __future__ import annotations

import pytest
from django.utils import timezone

from tests.app.talks import ANNA, BEN, SAM, mail, said, thread
from theirside.app import models, queries, services
from theirside.app.viewing import Role, seen_by

pytestmark = pytest.mark.usefixtures("store")

TALK = thread("t", mail("<1@x>", ANNA, "We want a dry cellar.", SAM))


def test_it_is_the_same_as_long_as_nothing_is_written() -> None:
    services.keep(TALK, [said(0, "We want")], "test-1")
    assert queries.state() == queries.state()


def test_our_own_writing_changes_it_whatever_is_written() -> None:
    services.keep(TALK, [said(0, "We want")], "test-1")
    before = queries.state()
    services.switch_measure("talk_share", on=False)
    assert queries.state() != before


@pytest.mark.parametrize("what", ["turn", "annotation", "person", "judgement", "withdrawn", "gone"])
def test_what_another_process_adds_changes_it(what: str) -> None:
    services.keep(TALK, [said(0, "We want")], "test-1")
    services.keep(thread("u", mail("<2@x>", BEN, "No.", SAM)), [], "test-1")
    before = queries.state()
    # Not through a service: nothing in this process tells of it.
    if what == "turn":
        turn = models.Turn.objects.order_by("pk")[0]
        turn.pk, turn.key = None, "<3@x>"
        turn.save()
    elif what == "annotation":
        annotation = models.Annotation.objects.get()
        annotation.pk = None
        annotation.save()
    elif what == "judgement":
        whom = models.Person.objects.order_by("pk")[0]
        models.Judgement.objects.create(
            person=whom, facet="goal", status="withdrawn", at=timezone.now()
        )
    elif what == "withdrawn":
        models.Withdrawn.objects.create(digest="d", words=1, at=timezone.now())
    elif what == "gone":
        models.Conversation.objects.get(key="t").delete()
    else:
        models.Person.objects.create(public="another")
    assert queries.state() != before


def test_what_somebody_is_given_to_see_changes_theirs_alone() -> None:
    services.keep(TALK, [said(0, "We want")], "test-1")
    lookers = []
    for account, name in enumerate(("nora", "tom"), start=1):
        member = services.invite(f"{name}@ours.example", Role.SELLER, name)
        services.come_in(member.id, account)
        lookers.append(queries.viewer_of(account))
    nora, tom = lookers
    with seen_by(nora):
        hers = queries.state()
    with seen_by(tom):
        his = queries.state()
    talk = models.Conversation.objects.get()
    models.Holding.objects.create(conversation=talk, member_id=nora.member)
    with seen_by(nora):
        assert queries.state() != hers
    with seen_by(tom):
        assert queries.state() == his
