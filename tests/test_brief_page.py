"""The brief as a page: the order of the terminal's, every sentence once."""

from __future__ import annotations

from datetime import date

from tests.understand.talks import DANA, SAM, day, mark, quoted, talk
from theirside.brief_page import SHOWN_PER_FACET, brief_page
from theirside.conversation import Conversation
from theirside.evidence import Annotation
from theirside.page import Page, Voice
from theirside.understand import understand
from theirside.understand.offer import Fact, Offer
from theirside.understand.understanding import Judgement, Status

TOLD = (
    "If it slips I explain it to the board. We want fewer stops. "
    "Your app needs wifi. I'm worried. Who helps us at night?"
)
OFFER = Offer("Lantern", facts=(Fact("offline", "It needs no wifi.", ("wifi",), ("needs wifi",)),))
TALK = talk("t1", (DANA, TOLD), (SAM, "I'll send you the list by Friday."), at=day(70))
LABELS = (
    mark(TALK, "If it slips I explain it to the board.", "facet.stake"),
    mark(TALK, "If it slips I explain it to the board.", "facet.pain"),
    mark(TALK, "We want fewer stops.", "facet.goal"),
    mark(TALK, "Your app needs wifi.", "facet.belief"),
    mark(TALK, "I'm worried.", "facet.feeling"),
    mark(TALK, "I'll send you the list by Friday.", "promise", due=date(2026, 3, 13)),
)


def page(
    *judgements: Judgement,
    conversation: Conversation = TALK,
    labels: tuple[Annotation, ...] = LABELS,
) -> Page:
    read = {conversation.id: labels}
    [found] = understand([conversation], read, offer=OFFER, judgements=judgements)
    return brief_page(found, {conversation.id: conversation}, read)


def section(found: Page, title: str) -> list[str]:
    return [line.text for each in found.sections if each.title == title for line in each.lines]


def test_what_is_at_stake_comes_first_and_what_to_ask_last() -> None:
    shown = [each.title for each in page().shown]

    assert shown[0] == "What is at stake for them"
    assert shown[-1] == "What to ask next"


def test_a_sentence_that_tells_of_two_facets_stands_once() -> None:
    words = [line.text for each in page().sections for line in each.lines]

    assert words.count("“If it slips I explain it to the board.”") == 1


def test_a_belief_stands_with_the_fact_and_not_among_the_beliefs() -> None:
    found = page()
    [line] = next(e for e in found.sections if e.title == "What they believe that isn't so").lines

    assert line.beneath == "fact: It needs no wifi."
    assert section(found, "What they believe about the offer") == []


def test_a_feeling_is_marked_as_a_guess_and_a_promise_with_its_day() -> None:
    found = page()
    feeling = next(each for each in found.sections if "(our guess)" in each.title).lines[0]
    [promise] = next(each for each in found.sections if each.title == "Promises").lines

    assert feeling.mark == "≈"
    assert (promise.label, promise.voice) == ("ours, due 13 Mar 2026", Voice.OURS)


def test_a_correction_stands_with_what_they_had_said() -> None:
    goal = quoted(TALK, "We want fewer stops.")
    [person] = {each.person.id for each in understand([TALK], {TALK.id: LABELS})}
    told = Judgement(person, "goal", (goal,), Status.CORRECTED, "We want no stops at all.", day(80))
    [line] = next(
        each for each in page(told).sections if each.title == "What they want to reach"
    ).lines

    assert (line.mark, line.text) == ("✓", "We want no stops at all.")
    assert "they had said “We want fewer stops.”" in line.notes[0]


def test_a_facet_shows_its_newest_few() -> None:
    words = [f"We want thing number {n} done." for n in range(SHOWN_PER_FACET + 2)]
    long = talk("t2", (DANA, " ".join(words)), at=day(70))
    labels = tuple(mark(long, each, "facet.goal") for each in words)

    found = section(page(conversation=long, labels=labels), "What they want to reach")
    assert len(found) == SHOWN_PER_FACET


def test_somebody_who_said_nothing_yet_is_said_so() -> None:
    found = page(conversation=talk("t3", (DANA, "Hello."), at=day(70)), labels=())

    assert found.sections[0].empty == "Nothing yet that they have said themselves."
