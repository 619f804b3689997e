"""Who is whom: joined where certain, merged and split by the user, found by what one types."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.app.talks import ANNA, BEN, SAM, call, mail, said, thread
from theirside.app import models, queries
from theirside.app.services import add_us, keep, keep_contacts, merge, split
from theirside.conversation import Contact, Side, Speaker
from theirside.errors import AmbiguousError, NotFoundError
from theirside.intake.us import Us
from theirside.understand.understanding import Person

pytestmark = pytest.mark.usefixtures("store")

BY_NAME = Speaker("Anna Bauer", side=Side.THEIRS)
PRIVATE = Speaker("Anna B.", "anna@home.example", side=Side.THEIRS)


def write(key: str, speaker: Speaker, text: str = "Hello there.") -> None:
    keep(thread(f"t-{key}", mail(f"<{key}@x>", speaker, text, SAM)))


def names() -> list[str]:
    return sorted(each.person.name for each in queries.people())


def person(text: str) -> Person:
    return queries.find_person(text)


def test_one_address_is_one_person_whatever_the_display_name() -> None:
    write("1", ANNA)
    write("2", replace(ANNA, name="Bauer, A."))

    [anna] = queries.people()
    assert anna.person.emails == ("anna@brauhaus.example",)
    assert anna.person.name == "Anna Bauer"
    assert anna.conversations == 2


@pytest.mark.parametrize("mail_first", [True, False])
def test_a_full_name_in_a_call_is_its_one_bearer(*, mail_first: bool) -> None:
    if mail_first:
        write("1", ANNA)
    keep(call("c1", (BY_NAME, "Hello.")))
    write("1", ANNA)

    [anna] = queries.people()
    assert anna.conversations == 2


def test_a_full_name_that_two_bear_is_neither_of_them() -> None:
    write("1", ANNA)
    write("2", replace(ANNA, email="anna@other.example"))
    keep(call("c1", (BY_NAME, "Hello.")))

    assert names() == ["Anna Bauer"] * 3


def test_first_names_of_two_calls_are_two_people() -> None:
    keep(call("c1", (Speaker("Dana", side=Side.THEIRS), "Hello.")))
    keep(call("c2", (Speaker("Dana", side=Side.THEIRS), "Hello.")))

    assert names() == ["Dana", "Dana"]


def test_whoever_was_only_written_to_is_known_without_a_turn() -> None:
    keep(thread("t1", mail("<1@x>", SAM, "Hello Ben.", BEN)))

    [ben] = queries.people()
    assert (ben.person.name, ben.turns, ben.last_at) == ("Ben Okafor", 0, None)


def test_merged_stays_merged_on_further_imports() -> None:
    write("1", ANNA)
    write("2", PRIVATE)
    second = person("anna@home.example")

    merged = merge(person("anna@brauhaus.example"), second)

    assert merged.emails == ("anna@brauhaus.example", "anna@home.example")
    write("3", PRIVATE)
    assert [each.conversations for each in queries.people()] == [3]
    assert person(second.id) == merged


def test_nobody_is_merged_with_themselves() -> None:
    write("1", ANNA)
    with pytest.raises(ValueError, match="themselves"):
        merge(person("anna"), person("anna"))


def test_split_stays_split_on_further_imports() -> None:
    write("1", ANNA)
    keep(call("c1", (BY_NAME, "Hello.")))

    other = split(person("anna@brauhaus.example"), "c1")

    assert other.emails == ()
    assert [each.id for each in queries.conversations(other)] == ["c1"]
    keep(call("c1", (BY_NAME, "Hello."), (BY_NAME, "And more.")))
    assert [each.id for each in queries.conversations(other)] == ["c1"]
    assert len(queries.people()) == 2


def test_an_address_that_was_merged_by_mistake_can_be_split_off_again() -> None:
    write("1", ANNA)
    write("2", PRIVATE)
    merged = merge(person("anna@brauhaus.example"), person("anna@home.example"))

    split(merged, "anna@home.example")
    write("3", PRIVATE)

    by_address = {each.person.emails: each.conversations for each in queries.people()}
    assert by_address == {("anna@brauhaus.example",): 1, ("anna@home.example",): 2}


def test_two_who_share_a_mailbox_can_be_told_apart() -> None:
    write("1", replace(ANNA, email="office@brauhaus.example"))
    write("2", replace(BEN, email="office@brauhaus.example"))
    assert len(queries.people()) == 1

    split(person("office@brauhaus.example"), "Ben Okafor")
    write("3", replace(BEN, email="office@brauhaus.example"))

    assert {each.person.name: each.conversations for each in queries.people()} == {
        "Anna Bauer": 1,
        "Ben Okafor": 2,
    }


def test_what_cannot_be_split_is_said() -> None:
    write("1", ANNA)
    with pytest.raises(NotFoundError, match="Anna Bauer"):
        split(person("anna"), "zoe@x.example")
    with pytest.raises(ValueError, match="all that is known"):
        split(person("anna"), "anna@brauhaus.example")


def test_a_contact_card_joins_the_addresses_of_one_person() -> None:
    write("1", ANNA)
    write("2", PRIVATE)
    card = Contact("Anna Bauer", (ANNA.email, PRIVATE.email), ("+4930123",), "Brauhaus", "Brewer")

    keep_contacts([card, card])

    [anna] = queries.people()
    assert anna.person.phones == ("+4930123",)
    assert (anna.person.company, anna.person.role) == ("Brauhaus", "Brewer")


def test_cards_of_ours_and_bare_first_names_make_nobody() -> None:
    add_us(Us.of("ours.example"))
    keep_contacts([Contact("Sam Reed", ("sam@ours.example",)), Contact("Dana")])

    assert models.Person.objects.count() == 0


def test_a_card_alone_is_found_but_not_listed_until_they_speak() -> None:
    keep_contacts([Contact("Ben Okafor", (BEN.email,), role="Brewer")])

    assert person("ben").role == "Brewer"
    assert queries.people() == []
    write("1", BEN)
    assert [each.person.role for each in queries.people()] == ["Brewer"]


def test_a_phone_is_one_person_whatever_the_name() -> None:
    ring = Speaker("Ben", phone="+4791234567", side=Side.THEIRS)
    keep(call("c1", (ring, "Hello.")))
    keep(call("c2", (replace(ring, name="Ben O."), "Hello again.")))

    [ben] = queries.people()
    assert (ben.conversations, ben.person.phones) == (2, ("+4791234567",))


def test_ids_that_are_taken_are_passed_over() -> None:
    write("1", ANNA)
    taken = person("anna").id
    models.Key.objects.all().delete()
    models.Speaker.objects.update(person=None)
    write("2", ANNA)

    again = person("anna@brauhaus.example").id
    assert again != taken
    assert len(again) == len(taken)


def test_a_contact_card_does_not_undo_a_split() -> None:
    write("1", ANNA)
    write("2", PRIVATE)
    merged = merge(person("anna@brauhaus.example"), person("anna@home.example"))
    split(merged, "anna@home.example")

    keep_contacts([Contact("Anna Bauer", (ANNA.email, PRIVATE.email))])

    assert len(queries.people()) == 2


@pytest.mark.parametrize(
    "text", ["Zoë Müller", "zoe muller", "ZOË", "müll", "zoe@x.example", "zoe@x", "Müller, Zoë"]
)
def test_a_person_is_found_without_regard_to_case_and_accents(text: str) -> None:
    write("1", ANNA)
    write("2", Speaker("Zoë Müller", "zoe@x.example", side=Side.THEIRS))

    assert person(text).name == "Zoë Müller"


def test_ambiguity_is_answered_with_the_candidates() -> None:
    write("1", ANNA)
    write("2", replace(ANNA, email="anna@other.example"))

    with pytest.raises(AmbiguousError) as caught:
        person("anna bauer")
    assert set(caught.value.candidates) == {
        "Anna Bauer <anna@brauhaus.example>",
        "Anna Bauer <anna@other.example>",
    }


def test_a_whole_word_is_preferred_to_a_part_of_one() -> None:
    write("1", Speaker("Ann Lee", "ann@x.example", side=Side.THEIRS))
    write("2", ANNA)

    assert person("ann").name == "Ann Lee"


def test_a_slip_of_the_pen_is_answered_with_who_is_near() -> None:
    write("1", ANNA)
    with pytest.raises(NotFoundError, match=r"did you mean Anna Bauer <anna@brauhaus\.example>"):
        person("anna baur")
    with pytest.raises(NotFoundError, match="theirside people"):
        person("qqqq")


def test_people_takes_as_many_queries_for_many_as_for_one() -> None:
    def queries_for_people() -> int:
        with CaptureQueriesContext(connection) as captured:
            queries.people()
        return len(captured)

    write("1", ANNA)
    for_one = queries_for_people()
    for number in range(20):
        write(f"n{number}", Speaker(f"N {number}", f"n{number}@x.example", side=Side.THEIRS))

    assert queries_for_people() == for_one <= 4


def test_people_come_with_how_much_they_said_the_latest_first() -> None:
    keep(thread("t1", mail("<1@x>", ANNA, "We want quiet.", SAM)), [said(0, "We want")], "test-1")
    keep(thread("t2", mail("<2@x>", BEN, "Hello.", SAM, hours=9)))

    found = [(each.person.name, each.turns, each.facets) for each in queries.people()]
    assert found == [("Ben Okafor", 1, 0), ("Anna Bauer", 1, 1)]


def test_the_likely_are_proposed_until_somebody_decides() -> None:
    write("1", ANNA)
    write("2", replace(ANNA, email="anna@other.example"))

    [proposal] = queries.proposals()
    assert {proposal.first.name, proposal.second.name} == {"Anna Bauer"}
    assert "two addresses" in proposal.reason

    split(merge(proposal.first, proposal.second), "anna@other.example")
    assert queries.proposals() == []


def test_a_first_name_in_a_call_is_proposed_as_the_one_it_fits() -> None:
    write("1", ANNA)
    keep(call("c1", (Speaker("Anna", side=Side.THEIRS), "Hello."), (SAM, "Hi.")))

    assert len(queries.people()) == 2
    [proposal] = queries.proposals()
    assert {proposal.first.name, proposal.second.name} == {"Anna", "Anna Bauer"}
