"""All that is kept about one person as text that the person can read: what ``export`` writes.

No numbers of ours, no jargon: whoever gets it has never seen Theirside.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from theirside.app.queries.checkbacks import PastCheckback
from theirside.app.queries.comments import Comment
from theirside.app.queries.export import Everything
from theirside.app.queries.team_kit import SharedBy
from theirside.conversation import Conversation
from theirside.in_words import day, harmless, one_line, where
from theirside.purpose.chairs.session import Chair, Rehearsal
from theirside.purpose.chairs.state import called
from theirside.purpose.choosing import Practised
from theirside.purpose.wants import Prepared
from theirside.serve.decisions import Decided
from theirside.serve.in_mind.given import Answered
from theirside.serve.ledger.entry import Column, Entry
from theirside.serve.ledger.kinds import name_of
from theirside.serve.noted import HandMark, Noted
from theirside.understand.understanding import Observation, Person, Status, Understanding

Talks = Mapping[str, Conversation]
_TOLD = {
    None: "no answer yet",
    Status.CONFIRMED: "confirmed",
    Status.CORRECTED: "corrected",
    Status.WITHDRAWN: "withdrawn and erased",
}


def as_text(understanding: Understanding, talks: Sequence[Conversation], kept: Everything) -> str:
    """Return who they are, what is understood, all else that is kept, and every talk."""
    by_id = {talk.id: talk for talk in talks}
    lines = [
        *_who(understanding.person),
        *_understood(understanding, by_id),
        *_worked_out(understanding, by_id),
        *_prepared(kept.preparations),
        *_decided(kept.fits),
        *_checked_back(kept.checkbacks),
        *_ledger(kept.ledger),
        *_by_hand([*kept.noted, *kept.marks]),
        *_from_the_shelf(kept.from_the_shelf, by_id),
        *_shared(kept.shared, by_id),
        *_noted(kept.practised),
        *_rehearsed(kept.rehearsals),
        "",
        "",
        "The conversations, whole",
        *(line for talk in talks for line in _talk(talk, kept.comments.get(talk.id, ()))),
    ]
    return harmless("\n".join(line.rstrip() for line in lines)) + "\n"


def _who(person: Person) -> Iterator[str]:
    yield f"All that is kept about {person.name}"
    yield ""
    yield from (f"Name: {name}" for name in person.names)
    yield from (f"Address: {email}" for email in person.emails)
    yield from (f"Phone: {phone}" for phone in person.phones)
    if person.company:
        yield f"Company: {person.company}"
    if person.role:
        yield f"Role: {person.role}"


def _understood(understanding: Understanding, talks: Talks) -> Iterator[str]:
    from theirside.understand.facet import facets

    yield from ("", "", f"What is understood of {understanding.person.name}, and from which words")
    if not understanding.observations:
        yield "  nothing yet"
    last = ""
    for each in understanding.observations:
        if each.facet != last:
            yield from ("", f"  {facets()[each.facet].heading}")
        last = each.facet
        said = one_line(each.statement)
        yield f"    “{said}”"
        yield f"      {_standing(each)}"
        for quote in each.evidence:
            if one_line(quote.text) != said:
                yield f"      “{one_line(quote.text)}”"
            yield f"      {where(quote, talks.get(quote.conversation))}"


def _standing(observation: Observation) -> str:
    judged = f" on {day(observation.judged_at)}" if observation.judged_at else ""
    parts = [
        {
            Status.HEARD: f"heard; how sure we are: {observation.probability:.0%}",
            Status.CONFIRMED: f"confirmed{judged}",
            Status.CORRECTED: f"corrected{judged}",
            Status.WITHDRAWN: f"withdrawn{judged}: not shown to anybody",
        }[observation.status]
    ]
    if observation.said_by:
        parts.append(f"said by {observation.said_by}")
    if observation.holder:
        parts.append(f"told of {observation.holder}")
    if observation.replaced_by:
        parts.append("until something newer took its place")
    return "; ".join(parts)


def _worked_out(it: Understanding, talks: Talks) -> Iterator[str]:
    """Yield what is shown beside the statements: beliefs, open questions, resistance, promises."""
    sections = (
        ("Believed of us, and not so", [(m.evidence, f"fact: {m.fact}") for m in it.misbeliefs]),
        ("Not known to them, as it seems", [(h.evidence, "") for h in it.holes]),
        ("Asked, and not answered", [((quote,), "") for quote in it.unanswered]),
        ("Said against it", [(p.evidence, "") for p in it.pushback]),
        (
            "Promised",
            [(p.evidence, ("by us" if p.by_us else "by them") + _due(p.due)) for p in it.promises],
        ),
    )
    for title, rows in sections:
        if rows:
            yield from ("", f"  {title}")
        for evidence, note in rows:
            for quote in evidence:
                yield f"    “{one_line(quote.text)}”"
                yield f"      {where(quote, talks.get(quote.conversation))}"
            if note:
                yield f"      {note}"


def _prepared(preparations: Sequence[Prepared]) -> Iterator[str]:
    """Yield what was written down before talks: what was wanted, and what was to be asked."""
    for each in preparations:
        yield from ("", f"  Written down for a talk on {day(each.day)}")
        yield from (f"    we want: {one_line(want)}" for want in each.ours)
        yield from (f"    to ask: {one_line(question.text)}" for question in each.questions)


def _decided(fits: Sequence[Decided]) -> Iterator[str]:
    """Yield what was decided on whether we are for them."""
    if fits:
        yield from ("", "  Whether we are for them")
    for each in fits:
        yield f"    {each.decision}, decided {day(each.at)}: {one_line(each.because)}"
        if each.pointed_to:
            yield f"      pointed to {one_line(each.pointed_to)}"
        if each.look_again:
            yield f"      to be looked at again {day(each.look_again)}"


def _by_hand(rows: Sequence[Noted | HandMark]) -> Iterator[str]:
    """Yield what was noted and marked by hand of promises and of when to come back."""
    if rows:
        yield from ("", "  Noted by hand: promises, and when to come back")
    for each in rows:
        text = each.text if isinstance(each, Noted) else each.quote.text
        said = f", {each.said}" if each.said is not None else ""
        when = f" {day(each.day)}" if each.day is not None else ""
        yield f"    {each.what}{said}{when}: {one_line(text)}"


def _checked_back(checkbacks: Sequence[PastCheckback]) -> Iterator[str]:
    """Yield what was played back to them, and what they said of it."""
    for each in checkbacks:
        yield from ("", f"  Checked back with them on {day(each.made_at)}, signed {each.seller}")
        for one in each.statements:
            yield f"    {one.number}. {one_line(one.shown) or '(erased)'}"
            told = f"{_TOLD[one.status]} {day(one.answered_at)}".strip()
            yield f"      {told}" + (f": {one_line(one.text)}" if one.text else "")


def _ledger(ledger: Sequence[Entry]) -> Iterator[str]:
    """Yield the gifts and asks that somebody typed."""
    if ledger:
        yield from ("", "  Given and asked, as we noted it")
    for each in ledger:
        who = "we" if each.by_us else "they"
        did = "gave" if each.column is Column.GIFT else "asked for"
        what = f"{did} {name_of(each.column, each.kind)}"
        yield f"    {who} {what}, {day(each.on)}: {one_line(each.text)}"


def _from_the_shelf(answered: Sequence[Answered], talks: Talks) -> Iterator[str]:
    """Yield what they were given with nothing to sell in it, and what was held not for them."""
    if answered:
        yield from ("", "  With them in mind")
    for each in answered:
        told = "given to them" if each.is_given else "not for them, we think"
        yield f"    “{one_line(each.title)}”: {told}, {day(each.at)}"
        for quote in each.evidence:
            yield f"      because of “{one_line(quote.text)}”"
            yield f"      {where(quote, talks.get(quote.conversation))}"


def _shared(shared: Sequence[SharedBy], talks: Talks) -> Iterator[str]:
    """Yield what colleagues of ours may look at together."""
    for each in shared:
        name = "with your name" if each.named else "without your name"
        yield from ("", f"  Shared within our team {name}, by {each.seller} on {day(each.at)}")
        for quote in each.evidence:
            yield f"    “{one_line(quote.text)}”"
            yield f"      {where(quote, talks.get(quote.conversation))}"


def _noted(noted: Sequence[Practised]) -> Iterator[str]:
    """Yield what one of us noted after practising, and that names them."""
    if noted:
        yield from ("", "  Noted by one of us for themselves")
    yield from (f"    {day(each.day)}: {one_line(each.note)}" for each in noted)


def _rehearsed(rehearsals: Sequence[Rehearsal]) -> Iterator[str]:
    """Yield what was rehearsed with their words: role-play, which they took no part in."""
    for each in rehearsals:
        yield from (
            "",
            f"  Rehearsed on {day(each.at)}: role-play with what they said, no real talk",
        )
        played = called(each.person) if each.chair is Chair.SELLER else "a seller"
        for exchange in each.exchanges:
            if exchange.reply:
                yield f"    we: {one_line(exchange.reply)}"
            yield from (
                f"    {'beside the play' if line.outside else f'{played}, played'}: "
                f"{one_line(line.text)}"
                for line in exchange.lines
            )


def _due(moment: date | None) -> str:
    return f", until {day(moment)}" if moment else ""


def _talk(talk: Conversation, comments: Sequence[Comment]) -> Iterator[str]:
    title = f"{talk.channel} “{talk.subject}”" if talk.subject else str(talk.channel)
    begun = day(talk.started_at)
    yield from ("", "", f"{title}, {begun}" if begun else title)
    for place, turn in enumerate(talk.turns):
        when = f", {day(turn.at)} {turn.at:%H:%M}" if turn.at else ""
        yield from ("", f"  {turn.speaker.label}{when}")
        yield from (f"    {line}" for line in turn.text.splitlines())
        for each in comments:
            if each.turn == place:
                yield f"      what {each.name or 'one of us'} wrote beside it on {day(each.at)}:"
                yield from (f"      {line}" for line in each.text.splitlines())
