"""A hundred scripted rehearsals: do pushy, indifferent and listening talks end as they should?

The customers are those of the sample workspace and some made by hand; the sellers draw their
replies from ``rehearsal_scripts.yaml``; what they say is read by the default reader. Printed is how
the talks end by style, whether every line that a customer says is a quote of theirs that stands or
a phrase of the data files, and how many of the scripts' sentences are heard as they are meant.

Run it from the repository: ``python -m evals.rehearsals`` (``--talks STYLE`` prints those talks,
too; ``--talks wrong`` those that ended otherwise; ``--unheard`` the sentences heard otherwise).
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from evals.rehearsed_people import Rehearsed, made_by_hand
from theirside.purpose.chairs.card import card
from theirside.purpose.chairs.data import labels_heard, rungs
from theirside.purpose.chairs.sources import source_holds
from theirside.purpose.chairs.state import Card, Line, State, Step
from theirside.purpose.chairs.stepping import Customer, ending
from theirside.reader.reader import Reader

SCRIPTS = Path(__file__).parent / "rehearsal_scripts.yaml"
SESSIONS = 100
FEWEST = 5
"""Things that somebody of the sample has said at least to be rehearsed with."""


@dataclass(frozen=True, slots=True)
class Session:
    """One scripted rehearsal: its steps, how it ended, and the customer's lines, checked."""

    style: str
    name: str
    seed: int
    card: Card
    replies: tuple[str, ...]
    steps: tuple[Step, ...]
    first: State
    end: str
    lines: tuple[Line, ...]
    held: tuple[bool, ...]

    @property
    def last(self) -> State:
        """Where the customer stood at the end."""
        return self.steps[-1].state


def scripts() -> Mapping[str, Any]:
    """Return the styles with their pools of replies."""
    return {key: each for key, each in pools().items() if "replies" in each}


@cache
def pools() -> Mapping[str, Any]:
    """Return all pools of sentences, those that no session draws from among them."""
    return dict(yaml.safe_load(SCRIPTS.read_text(encoding="utf-8")))


def rehearsed() -> list[Rehearsed]:
    """Return everybody to rehearse with: of the sample who said enough, and those made by hand."""
    from theirside import load, sample, understand
    from theirside.reader import read
    from theirside.understand.people import people_in
    from theirside.understand.talk import Talk

    folder = sample.folder()
    talks = list(load(*(str(folder / part) for part in ("mail", "calls", "chat")), us=sample.US))
    marks = {each.id: read(each) for each in talks}
    people = people_in(talks)
    ready = [Talk.of(each, marks[each.id], people) for each in talks]
    found = [
        Rehearsed(each.person.name, each, ready)
        for each in understand(talks, marks, people=people)
        if sum(not one.said_by for one in each.current) >= FEWEST
    ]
    return [*found, *made_by_hand()]


def play(person: Rehearsed, style: str, seed: int, reader: Reader) -> Session:
    """Return one session, played to its end or to the end of its script."""
    script, chance = scripts()[style], Random(f"{style} {seed}")
    said = chance.sample(script["says"], script["replies"])
    answers = list(script.get("answer", ()))
    made = card(person.understanding, person.talks, seed)
    customer = Customer(made, reader)
    first, line = customer.begin()
    state, replies, steps, lines = first, list[str](), list[Step](), [line]
    for text in said:
        reply = answers[seed % len(answers)] if state.waiting and answers else text
        step = customer.step(state, reply)
        replies.append(reply)
        steps.append(step)
        lines += step.lines
        state = step.state
        if state.end:
            break
    talks = {talk.id: talk.conversation for talk in person.talks}
    held = tuple(source_holds(each, made, talks) for each in lines)
    end = state.end or ending(state).id
    return Session(
        style, person.name, seed, made, tuple(replies), tuple(steps), first, end, tuple(lines), held
    )


def play_all(sessions: int = SESSIONS) -> list[Session]:
    """Return so many sessions: the styles in turn, the people in turn."""
    from theirside.reader import default_reader

    people, styles = rehearsed(), list(scripts())
    return [
        play(
            people[(number // len(styles)) % len(people)],
            styles[number % len(styles)],
            number,
            default_reader(),
        )
        for number in range(sessions)
    ]


def table(found: Sequence[Session]) -> Iterable[str]:
    """Yield the table of ends by style, and of the lines with where they come from."""
    people = len({each.name for each in found})
    yield f"{len(found)} sessions with {people} people"
    yield ""
    heads = ("style", "sessions", "left", "guarded", "civil", "open", "as it should", "replies")
    yield f"| {' | '.join(heads)} | trust | rung |"
    yield "|---|---|---|---|---|---|---|---|---|---|"
    for style, script in scripts().items():
        these = [each for each in found if each.style == style]
        if these:
            yield _row(style, these, script["as_it_should"])
    yield ""
    yield from _lines(found)


def _row(style: str, these: Sequence[Session], right: Sequence[str]) -> str:
    ends = Counter(each.end for each in these)
    good = sum(ends[each] for each in right)
    replies = sum(len(each.steps) for each in these) / len(these)
    begun = sum(each.first.trust for each in these) / len(these)
    ended = sum(each.last.trust for each in these) / len(these)
    deep = sum(_deepest(each) for each in these) / len(these)
    counts = " | ".join(str(ends[each]) for each in ("left", "guarded", "civil", "open"))
    return (
        f"| {style} | {len(these)} | {counts} | {good} of {len(these)} | {replies:.1f} "
        f"| {begun:.1f} → {ended:.1f} | {deep:.1f} of {len(rungs().rungs)} |"
    )


def _deepest(session: Session) -> int:
    """Return how many rungs down they came: 0 where they told nothing."""
    told = [e.rung for e in session.card.items if e.id in session.last.told]
    return max(told, default=-1) + 1


def _lines(found: Sequence[Session]) -> Iterable[str]:
    yield "| lines | all | quotes | phrases with a quote | phrases | notes beside | source holds |"
    yield "|---|---|---|---|---|---|---|"
    for style in (*scripts(), ""):
        pairs = [
            pair
            for each in found
            if style in (each.style, "")
            for pair in zip(each.lines, each.held, strict=True)
        ]
        kinds = Counter(_kind(line) for line, _ in pairs)
        cells = " | ".join(str(kinds[each]) for each in ("quote", "both", "phrase", "note"))
        held = sum(ok for _, ok in pairs)
        yield f"| {style or 'all'} | {len(pairs)} | {cells} | {held} of {len(pairs)} |"


def _kind(line: Line) -> str:
    if line.outside:
        return "note"
    if line.quote is None:
        return "phrase"
    return "both" if line.phrase else "quote"


def heard_otherwise() -> Mapping[str, Sequence[tuple[str, tuple[str, ...]]]]:
    """Return the sentences of each style that, alone, are not heard as they are meant."""
    from theirside.purpose.chairs.hearing import Reply, hear
    from theirside.purpose.chairs.reading import US, read_reply
    from theirside.reader import default_reader

    found = {}
    for style, script in pools().items():
        wrong = []
        for text in script["says"]:
            marks = read_reply(default_reader(), text, US, "", US, labels_heard())
            acts = tuple(each.act for each in hear(Reply.of(text, marks, State(3, 6, turn=1))))
            meant, never = set(script["meant"]), set(script.get("never", ()))
            if (meant and meant.isdisjoint(acts)) or not never.isdisjoint(acts):
                wrong.append((text, acts))
        found[style] = wrong
    return found


def talk_of(session: Session) -> Iterable[str]:
    """Yield a session as it was spoken, with what was heard."""
    yield f"{session.style}, {session.name}, seed {session.seed}: {session.end}"
    yield f"  < {session.lines[0].text}"
    for reply, step in zip(session.replies, session.steps, strict=True):
        heard = ", ".join(f"{each.act} ({each.by})" for each in step.heard)
        yield f"  > {reply}"
        yield f"      {heard or '-'}: trust {step.state.trust}, patience {step.state.patience}"
        yield from (f"  {'#' if e.outside else '<'} {e.text}" for e in step.lines)


def main() -> None:
    """Play the sessions and print the table."""
    found = play_all()
    wanted = sys.argv[sys.argv.index("--talks") + 1] if "--talks" in sys.argv else ""
    for each in found:
        wrong = each.end not in scripts()[each.style]["as_it_should"]
        if each.style == wanted or (wanted == "wrong" and wrong):
            print("\n".join(talk_of(each)))
    print("\n".join(table(found)))
    print()
    for style, unheard in heard_otherwise().items():
        every = len(pools()[style]["says"])
        print(f"{style}: {every - len(unheard)} of {every} sentences are heard as they are meant")
        if "--unheard" in sys.argv:
            for text, acts in unheard:
                print(f"  {text}  ({', '.join(acts) or 'nothing'})")


if __name__ == "__main__":
    main()
