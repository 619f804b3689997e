"""People to rehearse with who are not in the sample: made by hand, thin ones and difficult ones.

Each is a talk with labels by hand, so that what is understood of them rests on no reader.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.evidence import Annotation
from theirside.understand import understand
from theirside.understand.people import people_in
from theirside.understand.talk import Talk
from theirside.understand.understanding import Understanding

AT = datetime(2026, 5, 4, 9, tzinfo=UTC)
SELLER = Speaker("Ida Storm", "ida@seller.example", side=Side.OURS)


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """Somebody to rehearse with: what is understood of them, and the talks behind it."""

    name: str
    understanding: Understanding
    talks: Sequence[Talk]


# A name, then what they said: (words, labels). Ours between them is of no matter here.
_PEOPLE: tuple[tuple[str, tuple[tuple[str, tuple[str, ...]], ...]], ...] = (
    (
        "Ottoline Brandt",  # a librarian of whom much is known
        (
            ("We still stamp every single loan by hand at the counter.", ("facet.habit",)),
            ("I'd like the children to find a book without asking me.", ("facet.goal",)),
            ("Twice a week somebody shouts because of a wrong reminder.", ("facet.pain",)),
            ("The town gives us four thousand a year and not a penny more.", ("facet.constraint",)),
            ("It has to run on the two old computers that we have.", ("facet.criterion",)),
            ("The cultural committee decides, and it meets twice a year.", ("facet.decider",)),
            ("If the catalogue breaks again they will close the branch.", ("facet.stake",)),
            ("I was the one who signed for the last catalogue.", ("facet.stake",)),
            (
                "I'm afraid of another summer with boxes full of cards.",
                ("facet.feeling", "feeling.worried"),
            ),
            ("I can't try anything that cannot be undone in a day.", ("facet.risk",)),
            ("It's far too expensive for a branch like ours.", ("pushback.price",)),
            ("I don't believe that it imports our old cards.", ("pushback.capability",)),
            ("What happens to the old cards when we switch?", ("question.open",)),
        ),
    ),
    (
        "Jomo Achieng",  # a depot manager who has pushed back on everything
        (
            ("We plan the shifts on a whiteboard next to the kettle.", ("facet.habit",)),
            ("My problem is the drivers who call in sick at five.", ("facet.pain",)),
            ("If the six o'clock bus is missing I am in the paper.", ("facet.stake",)),
            ("I won't be anybody's test depot a second time.", ("facet.risk",)),
            ("We have a system already and it does what it must.", ("pushback.status_quo",)),
            ("I don't trust figures from a sales brochure.", ("pushback.trust",)),
            ("I can't decide that without the works manager.", ("pushback.authority",)),
            ("This is really not the time for it.", ("pushback.timing",)),
            ("Send me something and I'll have a look.", ("pushback.brush_off",)),
        ),
    ),
    (
        "Wilhelmina Ott",  # of whom next to nothing is known
        (("We order the flour by telephone every Thursday.", ("facet.habit",)),),
    ),
    (
        "Casimir Dole",  # who asks more than he tells
        (
            ("How long does it take until it is running?", ("question.open",)),
            ("Who answers when it breaks on a Sunday?", ("question.open",)),
            ("What does it cost when we are twenty instead of ten?", ("question.open",)),
            ("I want the vets to be home by seven.", ("facet.goal",)),
            ("The appointments overlap every single Monday.", ("facet.pain",)),
            ("My partner leaves if this year is like the last one.", ("facet.stake",)),
            ("I hate it when a vendor calls during surgery.", ("facet.irritant",)),
            ("Honest words matter more to me than good ones.", ("facet.value",)),
            ("I'm worried about what the new year brings.", ("facet.feeling", "feeling.worried")),
        ),
    ),
    (
        "Perpetua Lind",  # of whom only what lies deep is known
        (
            ("If the harvest is lost once more, I lose the farm.", ("facet.stake",)),
            ("My father would never have let it come to this.", ("facet.value",)),
            ("I can't carry a loan on top of it.", ("facet.risk",)),
            ("I lie awake and think about the rain.", ("facet.feeling", "feeling.worried")),
        ),
    ),
)


def made_by_hand() -> list[Rehearsed]:
    """Return these people, each understood from labels by hand."""
    return [_made(name, said) for name, said in _PEOPLE]


def _made(name: str, said: Sequence[tuple[str, tuple[str, ...]]]) -> Rehearsed:
    them = Speaker(name, f"{name.split(maxsplit=1)[0].lower()}@theirs.example", side=Side.THEIRS)
    turns: list[Turn] = []
    marks: list[Annotation] = []
    for words, labels in said:
        turns.append(Turn(str(len(turns)), SELLER, "Mm-hm.", AT))
        marks += [Annotation(len(turns), 0, len(words), each, 0.9, "hand-1") for each in labels]
        turns.append(Turn(str(len(turns)), them, words, AT))
    talk = Conversation(f"made-{name}", Channel.CALL, tuple(turns), "A first talk", AT)
    people = people_in([talk])
    [found] = [
        each
        for each in understand([talk], {talk.id: marks}, people=people)
        if each.person.name == name
    ]
    return Rehearsed(name, found, [Talk.of(talk, marks, people)])
