"""Companies: one by name and domain, the last heard first, and what their people say together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.app.talks import ANNA, BEN, SAM, mail, said, thread
from theirside.app import models, queries, services
from theirside.app.companies import MOST, company_known_as
from theirside.app.services import keep
from theirside.app.viewing import Role, seen_by
from theirside.conversation import Side, Speaker
from theirside.errors import NotFoundError

pytestmark = pytest.mark.usefixtures("store")

CARA = Speaker("Cara Dunn", "cara@mill.example", company="The Mill", side=Side.THEIRS)


def write(key: str, speaker: Speaker, hours: float = 0, text: str = "Hello there.") -> None:
    turn = mail(f"<{key}@x>", speaker, text, SAM, hours=hours)
    keep(thread(f"t-{key}", turn), [said(0, text, "facet.decider")], "test-1")


def test_a_name_and_its_domain_are_one_company() -> None:
    write("1", ANNA)  # company "Brauhaus"
    write("2", BEN, hours=1)  # the same domain, no company told
    write("3", CARA, hours=2)

    found = queries.companies_page()
    assert [(each.name, each.count) for each in found.companies] == [
        ("The Mill", 1),
        ("Brauhaus", 2),
    ]
    assert [person.name for person in found.companies[1].people] == ["Ben Okafor", "Anna Bauer"]


def test_companies_come_a_page_at_a_time_found_by_name_or_domain() -> None:
    for number in range(5):
        write(str(number), replace(CARA, email=f"c@m{number}.example", company=f"Mill {number}"))

    first = queries.companies_page(size=2)
    assert (len(first.companies), first.pages, first.count) == (2, 3, 5)
    assert [each.name for each in queries.companies_page("mill 3").companies] == ["Mill 3"]
    assert [each.name for each in queries.companies_page("m4.exam").companies] == ["Mill 4"]
    assert queries.companies_page("nothing").companies == ()


def test_a_list_takes_as_many_queries_for_many_as_for_one() -> None:
    def count() -> int:
        with CaptureQueriesContext(connection) as captured:
            queries.companies_page()
        return len(captured)

    write("1", ANNA)
    for_one = count()
    for number in range(12):
        write(f"n{number}", replace(CARA, email=f"c@m{number}.example", company=f"Mill {number}"))

    assert count() == for_one <= 9


def test_somebody_at_what_seemed_two_makes_them_one() -> None:
    write("1", ANNA)
    write("2", CARA)
    write("3", Speaker("Dee Ellis", "dee@mill.example", company="Brauhaus", side=Side.THEIRS))

    [company] = queries.companies_page().companies
    assert company.count == 3


def test_what_everybody_says_is_gathered_of_those_heard_last() -> None:
    for number in range(MOST + 2):
        who = Speaker(f"Per Son{number}", f"p{number}@mill.example", "", "The Mill", Side.THEIRS)
        write(str(number), who, hours=number, text=f"My boss number {number} decides.")

    found = company_known_as("the mill")
    assert len(found.members) == MOST
    assert found.members[0].it.person.name == f"Per Son{MOST + 1}"
    assert {each.name for each in found.others} == {"Per Son0", "Per Son1"}


def test_what_is_kept_is_no_older_than_what_was_written() -> None:
    write("1", ANNA)
    before = queries.companies_page().count
    write("2", Speaker("Lou Reed", "lou@quarry.example", side=Side.THEIRS))

    assert queries.companies_page("quarry").count == 1
    assert queries.companies_page().count == before + 1


def test_what_is_kept_is_not_for_those_who_see_only_some() -> None:
    write("1", ANNA)
    assert queries.companies_page().count == 1

    with seen_by(queries.NOBODY):
        assert queries.companies_page().count == 0


def test_what_is_kept_for_one_who_looks_changes_with_what_they_see() -> None:
    write("1", ANNA)
    nora = services.invite("nora@ours.example", Role.SELLER, "Nora")
    services.come_in(nora.id, 1)
    who = queries.viewer_of(1)
    with seen_by(who):
        assert queries.companies_page().count == 0
    # As another process does it: nothing here tells of it.
    talk = models.Conversation.objects.get()
    models.Holding.objects.create(conversation=talk, member_id=who.member)
    with seen_by(who):
        assert queries.companies_page().count == 1


def test_an_unknown_company_is_said() -> None:
    with pytest.raises(NotFoundError, match="no such company"):
        company_known_as("nowhere")
