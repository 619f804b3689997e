"""The whole way, from conversations and annotations to an understanding."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.understand.talks import DANA, PRIYA, SAM, by_id, day, mark, talk
from theirside.conversation import Channel, Conversation, Speaker
from theirside.errors import NotFoundError
from theirside.evidence import Annotation
from theirside.intake.us import Us
from theirside.understand import understand
from theirside.understand.offer import load_offer
from theirside.understand.understanding import Understanding

OFFER = load_offer(
    "name: Lantern\nfacts:\n"
    "  - id: users\n    statement: The price is per site.\n    topic: [price]\n"
    "    contradicts: [charge per user]\n"
)
MAIL = talk(
    "mail",
    (DANA, "The export breaks every Friday. You charge per user. Do you train people?"),
    (SAM, "I'll send it by Monday."),
    (DANA, "That is far too late for us."),
    at=day(10),
    channel=Channel.MAIL,
)
MARKS = by_id(
    [
        (MAIL, mark(MAIL, "The export breaks every Friday.", "facet.pain")),
        (MAIL, mark(MAIL, "You charge per user.", "facet.belief")),
        (MAIL, mark(MAIL, "Do you train people?", "question.closed")),
        (MAIL, mark(MAIL, "I'll send it by Monday.", "promise")),
        (MAIL, mark(MAIL, "That is far too late for us.", "pushback.timing")),
        (MAIL, mark(MAIL, "That is far too late for us.", "facet.unheard_of")),
    ]
)


def test_everything_that_is_understood_of_a_person_comes_together() -> None:
    (found,) = understand([MAIL], MARKS, offer=OFFER)

    assert found.person.name == "Dana Whitfield"
    assert found.conversations == 1
    assert (found.first_at, found.last_at) == (day(10), day(10).replace(minute=2))
    assert [each.facet for each in found.current] == ["pain", "belief"]
    assert {"pain", "belief"}.isdisjoint(gap.facet for gap in found.gaps)
    assert [each.fact for each in found.misbeliefs] == ["The price is per site."]
    assert [each.text for each in found.unanswered] == ["Do you train people?"]
    assert [each.by_us for each in found.promises] == [True]
    assert [(each.kind, each.answer) for each in found.pushback] == [("timing", ())]
    assert found.questions[0].id.startswith("unanswered.")


def test_what_they_only_received_is_no_conversation_in_which_they_were_heard() -> None:
    sent = talk("sent", (SAM, "A word on the export."), at=day(12), channel=Channel.MAIL)
    sent = replace(sent, turns=tuple(replace(turn, to=(DANA,)) for turn in sent.turns))
    (found,) = understand([MAIL, sent], {**MARKS, "sent": []})

    assert found.conversations == 1
    assert found.last_at == day(12)


def test_facets_come_in_the_order_of_the_brief_and_the_newest_first() -> None:
    talks = [
        talk(f"c{number}", (DANA, words), at=day(number))
        for number, words in enumerate(
            ["I like short mails.", "The till fails.", "My job hangs on it.", "The oven smokes."], 1
        )
    ]
    labels = ["taste", "pain", "stake", "pain"]
    marks = by_id(
        (one, mark(one, one.turns[0].text, f"facet.{label}"))
        for one, label in zip(talks, labels, strict=True)
    )

    (found,) = understand(talks, marks)

    assert [each.statement for each in found.observations] == [
        "My job hangs on it.",
        "The oven smokes.",
        "The till fails.",
        "I like short mails.",
    ]


def test_recent_is_measured_from_the_newest_turn_unless_told_otherwise() -> None:
    (now,) = understand([MAIL], MARKS)
    (later,) = understand([MAIL], MARKS, as_of=day(2000))

    assert not [gap for gap in now.gaps if gap.last_at]
    assert {gap.facet for gap in later.gaps if gap.last_at} == {"pain", "belief"}


def test_one_person_can_be_asked_for() -> None:
    both = talk("b", (DANA, "Hi."), (PRIYA, "Hi."), at=day(1))

    assert [each.person.name for each in understand([both], {"b": []}, person="priya")] == [
        "Priya Nair"
    ]
    with pytest.raises(NotFoundError):
        understand([both], {"b": []}, person="nobody")


def test_what_is_not_annotated_is_read() -> None:
    plain = talk("c", (DANA, "The export breaks every single Friday."), at=day(1))

    (unread,) = understand([plain], {"c": []})
    (read,) = understand([plain])

    assert not unread.observations
    assert all(each.evidence[0].stands_in(plain) for each in read.observations)


def test_sides_are_given_where_our_side_is_told() -> None:
    unknown = Speaker("Dana Whitfield", "dana@fernhill.example")
    ours = Speaker("Sam Okoro", "sam@lantern.example")
    one = talk("c", (unknown, "Hi."), (ours, "Hi."), at=day(1), channel=Channel.MAIL)

    assert understand([one], {"c": []}) == []
    (found,) = understand([one], {"c": []}, us=Us.of("lantern.example"))
    assert found.person.name == "Dana Whitfield"


def test_nobody_on_their_side_is_nothing_to_understand() -> None:
    assert understand([]) == []
    assert understand([talk("c", (SAM, "Hi."))], {"c": []}) == []


SENTENCES = [
    ("We need it by March.", "facet.constraint"),
    ("We need it by June.", "facet.constraint"),
    ("Actually we need it by May.", "facet.constraint"),
    ("We trust our supplier.", "facet.habit"),
    ("We don't trust our supplier.", "facet.habit"),
    ("You charge per user.", "facet.belief"),
    ("I'm worried about that.", "feeling.worried"),
    ("Do you train people?", "question.open"),
    ("Dana wants it simpler.", "facet.criterion"),
    ("I have been ill since May.", "special.health"),
    ("I'll send you the list.", "promise"),
    ("That is too dear.", "pushback.price"),
]
turns = st.lists(
    st.tuples(st.sampled_from([DANA, PRIYA, SAM]), st.sampled_from(range(len(SENTENCES)))),
    min_size=1,
    max_size=5,
)
times = st.one_of(st.none(), st.integers(1, 400).map(day))


def annotated(
    number: int, spoken: list[tuple[Speaker, int]], at: datetime | None
) -> tuple[Conversation, list[Annotation]]:
    one = talk(f"c{number}", *((who, SENTENCES[place][0]) for who, place in spoken), at=at)
    marks = [
        Annotation(turn, 0, len(SENTENCES[place][0]), SENTENCES[place][1], 0.8, "test-1")
        for turn, (_, place) in enumerate(spoken)
    ]
    return one, marks


worlds = st.lists(st.tuples(turns, times), max_size=5).map(
    lambda found: [annotated(number, *each) for number, each in enumerate(found)]
)


def understood(world: list[tuple[Conversation, list[Annotation]]]) -> list[Understanding]:
    return understand([one for one, _ in world], {one.id: m for one, m in world}, offer=OFFER)


@settings(deadline=None)
@given(worlds, st.integers())
def test_the_order_of_conversations_and_annotations_makes_no_difference(
    world: list[tuple[Conversation, list[Annotation]]], seed: int
) -> None:
    shuffled = [(one, random.Random(seed).sample(marks, len(marks))) for one, marks in world]  # noqa: S311
    random.Random(seed).shuffle(shuffled)  # noqa: S311

    assert understood(world) == understood(shuffled)


@settings(deadline=None)
@given(worlds)
def test_every_statement_rests_on_words_that_stand_where_it_says(
    world: list[tuple[Conversation, list[Annotation]]],
) -> None:
    talks = {one.id: one for one, _ in world}
    for found in understood(world):
        quotes = [quote for each in found.observations for quote in each.evidence]
        quotes += [quote for each in found.questions for quote in each.evidence]
        quotes += [quote for each in found.misbeliefs for quote in each.evidence]
        quotes += [quote for each in found.holes for quote in each.evidence]
        quotes += [quote for each in found.promises for quote in each.evidence]
        quotes += [quote for each in found.pushback for quote in (*each.evidence, *each.answer)]
        quotes += found.unanswered
        assert all(quote.stands_in(talks[quote.conversation]) for quote in quotes)
        assert all(each.evidence for each in found.observations)
        assert not any("ill since" in quote.text for quote in quotes)
        ids = [each.id for each in found.observations]
        assert len(set(ids)) == len(ids)
        assert {each.replaced_by for each in found.observations} <= {"", *ids}
