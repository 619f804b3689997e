"""Who is joined for certain, who is only proposed, and what the user decides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.understand.talks import DANA, PRIYA, SAM, said, talk
from theirside.conversation import Contact, Conversation, Side, Speaker
from theirside.errors import AmbiguousError, NotFoundError
from theirside.understand.people import People, id_of, keep_ids, people_in, voice_keys


def names(people: People) -> list[str]:
    return [person.name for person in people.persons]


def test_the_same_address_is_one_person_whatever_name_it_shows() -> None:
    other = Speaker("D. Whitfield", "dana@fernhill.example", side=Side.THEIRS)

    people = people_in([talk("a", (DANA, "Hello.")), talk("b", (other, "Hello."))])

    (dana,) = people.persons
    assert dana.emails == ("dana@fernhill.example",)
    assert set(dana.names) == {"Dana Whitfield", "D. Whitfield"}


def test_the_same_phone_is_one_person() -> None:
    one = Speaker("Dana", phone="+4791234567", side=Side.THEIRS)
    other = Speaker("Whitfield, D", phone="+4791234567", side=Side.THEIRS)

    assert len(people_in([talk("a", (one, "Hi.")), talk("b", (other, "Hi."))]).persons) == 1


def test_a_contact_card_joins_its_addresses_and_phones_and_gives_the_role() -> None:
    private = Speaker("", "dw@gmail.com", side=Side.THEIRS)
    phoned = Speaker("", phone="+4791234567", side=Side.THEIRS)
    card = Contact(
        "Dana Whitfield",
        ("dana@fernhill.example", "dw@gmail.com"),
        ("+4791234567",),
        "Fernhill",
        "Operations lead",
    )

    people = people_in(
        [talk("a", (DANA, "Hi.")), talk("b", (private, "Hi.")), talk("c", (phoned, "Hi."))],
        [card],
    )

    (dana,) = people.persons
    assert (dana.company, dana.role) == ("Fernhill", "Operations lead")
    assert dana.phones == ("+4791234567",)


@pytest.mark.parametrize("label", ["Dana Whitfield", "dana  whitfield", "Whitfield, Dana"])
def test_a_transcript_label_that_is_one_known_persons_full_name_is_that_person(label: str) -> None:
    people = people_in([talk("a", (DANA, "Hi.")), talk("b", (said(label), "Hi."))])

    assert names(people) == ["Dana Whitfield"]
    found = people.of("b", said(label))
    assert found is not None
    assert found.emails == (DANA.email,)


def test_a_full_name_that_two_known_people_bear_is_neither_of_them_but_proposed() -> None:
    namesake = Speaker("Dana Whitfield", "dana@elsewhere.example", side=Side.THEIRS)

    people = people_in(
        [
            talk("a", (DANA, "Hi.")),
            talk("b", (namesake, "Hi.")),
            talk("c", (said("Dana Whitfield"), "Hi.")),
        ]
    )

    assert len(people.persons) == 3
    assert {each.reason for each in people.proposals} >= {
        "Both are called Dana Whitfield, with two addresses."
    }


def test_the_same_full_name_in_two_transcripts_is_one_person() -> None:
    people = people_in(
        [talk("a", (said("Dana Whitfield"), "Hi.")), talk("b", (said("Dana Whitfield"), "Hi."))]
    )

    assert len(people.persons) == 1


@pytest.mark.parametrize("label", ["Speaker 1", "Unknown", "iPhone", "Guest", "Dana", "SPEAKER_02"])
def test_placeholders_and_first_names_are_never_joined_across_conversations(label: str) -> None:
    people = people_in([talk("a", (said(label), "Hi.")), talk("b", (said(label), "Hi."))])

    assert len(people.persons) == 2
    assert not people.proposals


def test_our_side_and_unknown_speakers_are_no_persons() -> None:
    unknown = Speaker("Speaker 1")

    people = people_in([talk("a", (SAM, "Hi."), (unknown, "Hi."))])

    assert not people.persons
    assert people.of("a", SAM) is None
    assert people.of("a", unknown) is None


def test_who_was_only_written_to_is_known_too() -> None:
    people = people_in([talk("a", (SAM, "Hi."), to=[PRIYA])])

    assert names(people) == ["Priya Nair"]


def test_the_company_is_the_domain_but_not_of_a_free_mail_provider() -> None:
    private = Speaker("Ola Lund", "ola@gmail.com", side=Side.THEIRS)

    people = people_in([talk("a", (DANA, "Hi."), (private, "Hi."))])

    assert {person.name: person.company for person in people.persons} == {
        "Dana Whitfield": "fernhill.example",
        "Ola Lund": "",
    }


def test_an_address_is_shown_rather_than_a_name_guessed_from_it() -> None:
    bare = Speaker("", "dana.whitfield@fernhill.example", side=Side.THEIRS)

    (person,) = people_in([talk("a", (bare, "Hi."))]).persons

    assert person.names == ()
    assert person.name == "dana.whitfield@fernhill.example"


def test_merging_joins_and_splitting_again_parts_on_every_import() -> None:
    talks = [talk("a", (DANA, "Hi.")), talk("b", (said("Dana W."), "Hi."))]
    label = "label:b/dana w."

    merged = people_in(talks, merged=[("email:dana@fernhill.example", label)])
    parted = people_in(talks, split=[("email:dana@fernhill.example", label)])

    assert len(merged.persons) == 1
    assert len(parted.persons) == 2
    assert not parted.proposals, "what the user has split is not proposed again"


def test_decisions_may_name_people_by_id() -> None:
    talks = [talk("a", (DANA, "Hi.")), talk("b", (said("Dana W."), "Hi."))]
    one, other = (person.id for person in people_in(talks).persons)

    assert len(people_in(talks, merged=[(one, other)]).persons) == 1


def test_a_split_outranks_a_certain_likeness() -> None:
    talks = [talk("a", (DANA, "Hi.")), talk("b", (said("Dana Whitfield"), "Hi."))]

    people = people_in(talks, split=[("email:dana@fernhill.example", "label:b/dana whitfield")])

    assert len(people.persons) == 2
    assert len({person.id for person in people.persons}) == 2


def test_a_shared_mailbox_can_be_split_by_display_name_and_keeps_its_ids() -> None:
    ann = Speaker("Ann Berg", "info@fernhill.example", side=Side.THEIRS)
    leo = Speaker("Leo Holm", "info@fernhill.example", side=Side.THEIRS)
    decision = ("email:info@fernhill.example", "email:info@fernhill.example/leo holm")
    talks = [talk("a", (ann, "Hi.")), talk("b", (leo, "Hi."))]

    people = people_in(talks, split=[decision])
    later = people_in(
        [*talks, talk("c", (leo, "More.")), talk("d", (leo, "More."))], split=[decision]
    )

    assert names(people) == ["Ann Berg", "Leo Holm"]
    assert {p.name: p.id for p in people.persons} == {p.name: p.id for p in later.persons}


def test_an_id_is_kept_when_an_address_is_learnt_later() -> None:
    first = people_in([talk("b", (said("Dana Whitfield"), "Hi."))])
    (known,) = first.persons

    again = [talk("a", (DANA, "Hi.")), talk("b", (said("Dana Whitfield"), "Hi."))]
    (without,) = people_in(again).persons
    people = keep_ids(people_in(again), first.persons)

    assert without.id == id_of("email:dana@fernhill.example") != known.id
    assert people.persons[0].id == known.id
    assert people_in(again, known=first.persons).persons[0].id == known.id
    dana = people.of("a", DANA)
    assert dana is not None
    assert dana.id == known.id


def test_of_two_known_people_who_turn_out_to_be_one_the_first_ones_id_stays() -> None:
    talks = [talk("a", (DANA, "Hi.")), talk("b", (said("Dana W."), "Hi."))]
    apart = people_in(talks)
    older, newer = reversed(apart.persons)

    (merged,) = people_in(talks, merged=[(newer.id, older.id)], known=[older, newer]).persons

    assert merged.id == older.id


def test_who_is_split_off_gets_an_id_of_their_own_and_the_other_keeps_theirs() -> None:
    talks = [talk("a", (DANA, "Hi.")), talk("b", (said("Dana Whitfield"), "Hi."))]
    (before,) = people_in(talks).persons
    split = [("email:dana@fernhill.example", "label:b/dana whitfield")]

    after = people_in(talks, split=split, known=[before])

    assert before.id == next(person.id for person in after.persons if person.emails)
    assert len({person.id for person in after.persons}) == 2


def test_people_are_found_by_id_address_name_and_part_of_a_name() -> None:
    people = people_in([talk("a", (DANA, "Hi."), (PRIYA, "Hi."))])
    dana = people.persons[0]

    assert people.find(dana.id) == dana
    assert people.find("DANA@fernhill.example") == dana
    assert people.find("dana whitfield") == dana
    assert people.find("whit") == dana


def test_an_unclear_or_unknown_name_is_answered_with_what_to_do() -> None:
    people = people_in([talk("a", (DANA, "Hi."), (PRIYA, "Hi."))])

    with pytest.raises(AmbiguousError) as unclear:
        people.find("fernhill")
    assert unclear.value.candidates == (
        "Dana Whitfield <dana@fernhill.example>",
        "Priya Nair <priya@fernhill.example>",
    )
    with pytest.raises(NotFoundError, match="theirside people"):
        people.find("Nobody")
    with pytest.raises(NotFoundError):
        people.find("")


def test_keys_name_the_most_particular_first() -> None:
    assert voice_keys(DANA, "c1") == (
        "email:dana@fernhill.example/dana whitfield",
        "email:dana@fernhill.example",
    )
    assert voice_keys(said("Dana Whitfield"), "c1") == (
        "label:c1/dana whitfield",
        "name:dana whitfield",
    )
    assert voice_keys(said("Dana"), "c1") == ("label:c1/dana",)


speakers = st.builds(
    Speaker,
    st.sampled_from(["Dana Whitfield", "Dana", "D. Whitfield", "Speaker 1", "", "Priya Nair"]),
    st.sampled_from(["", "dana@fernhill.example", "priya@fernhill.example", "x@gmail.com"]),
    st.sampled_from(["", "+4791234567"]),
    side=st.just(Side.THEIRS),
)
some_talks = st.lists(st.lists(speakers, min_size=1, max_size=3), max_size=5).map(
    lambda groups: [
        talk(f"c{number}", *((who, "Hello there.") for who in group))
        for number, group in enumerate(groups)
    ]
)


@given(some_talks, st.randoms(use_true_random=False))
def test_the_order_of_conversations_makes_no_difference(
    talks: list[Conversation], random: st.DataObject
) -> None:
    shuffled = list(talks)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    assert people_in(talks) == people_in(shuffled)


@given(some_talks)
def test_everyone_on_their_side_is_exactly_one_person_and_ids_are_unique(
    talks: list[Conversation],
) -> None:
    people = people_in(talks)

    assert len({person.id for person in people.persons}) == len(people.persons)
    for each in talks:
        for who in each.speakers:
            assert people.of(each.id, who) in people.persons


@given(some_talks, some_talks)
def test_known_people_keep_their_ids_whatever_comes_in(
    before: list[Conversation], more: list[Conversation]
) -> None:
    known = people_in(before).persons
    renamed = [talk(f"later-{one.id}", *((t.speaker, t.text) for t in one.turns)) for one in more]

    people = people_in([*before, *renamed], known=known)

    assert len({person.id for person in people.persons}) == len(people.persons)
    reached = {each for person in people.persons for each in (*person.emails, *person.phones)}
    assert {e for p in known for e in (*p.emails, *p.phones)} <= reached
    assert len({person.id for person in people.persons} & {p.id for p in known}) >= min(
        1, len(known)
    )
