"""A stored person's check-back: the page made from what is stored, and an answer read for it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from theirside.app import queries, services
from theirside.app.services.screening import refuse_special
from theirside.app.understanding import understood
from theirside.conversation import Conversation, Side, Speaker
from theirside.errors import IntakeError, NotFoundError
from theirside.intake.mail.reply import Body
from theirside.serve.checkback.accuracy import Judged, Share, share_of
from theirside.serve.checkback.compose import Others, compose, held_back
from theirside.serve.checkback.shown import sales_terms_in
from theirside.serve.checkback.statement import Answer, Page, Reply, Unclear
from theirside.serve.checkback.tones import tone_named
from theirside.understand.understanding import Person

_WORD = re.compile(r"[^\W\d_][\w'’-]*")


@dataclass(frozen=True, slots=True)
class Made:
    """A page, and the sales terms that stand in the seller's own note (best without)."""

    page: Page
    sales_terms: tuple[str, ...]


def make_page(person: Person, *, tone: str = "", signed: str = "", note: str = "") -> Made:
    """Return the page for a person, not kept yet.

    Raises ``NotFoundError`` where there is nothing that may be played back, no such tone, or
    nobody of ours is known who could sign, ``NotKeptError`` where the note touches a special
    category.
    """
    refuse_special("the note", note)
    understanding, inputs = understood(person)
    seller = _seller(inputs, signed)
    page = compose(
        understanding,
        code=services.new_code(),
        signed=seller.name or seller.email,
        address=seller.email,
        others=_others(inputs),
        tone=tone_named(tone) if tone else None,
        note=note.strip(),
    )
    if not page.statements:
        why = held_back(understanding, _others(inputs)).most_common()
        known = "; known, but left out: " + ", ".join(f"{n} {each}" for each, n in why)
        raise NotFoundError(
            f"{person.name}: there is nothing to check back yet. A page shows what they said "
            f"themselves, of themselves, and have not judged already{known if why else ''}"
        )
    return Made(page, tuple(sales_terms_in(note)))


def _seller(inputs: queries.Inputs, signed: str) -> Speaker:
    """Return who of ours signs: the one asked for, else who spoke with them most."""
    spoke = Counter(
        turn.speaker
        for talk in inputs.conversations
        for turn in talk.turns
        if turn.speaker.side is Side.OURS
    )
    if signed:
        wanted = signed.strip().casefold()
        known = [each for each in spoke if wanted in (each.name.casefold(), each.email.casefold())]
        return max(known, key=lambda each: bool(each.email), default=Speaker(signed.strip()))
    named = Counter[str]()
    for who, times in spoke.items():
        named[who.name] += times if who.name else 0
    if not named:
        raise NotFoundError('nobody of ours is known who could sign: --from "Your Name"')
    name = named.most_common(1)[0][0]
    same = [each for each in spoke if each.name == name]
    return max(same, key=lambda each: (bool(each.email), spoke[each]))


def _others(inputs: queries.Inputs) -> Others:
    """Return the words of everybody else's names, and those of their company's."""
    person = inputs.person
    own = {word for name in person.names for word in _words(name)}
    names = {
        word
        for other in inputs.people.persons
        if other.id != person.id
        for name in other.names
        for word in _words(name)
    }
    for talk in inputs.conversations:
        names |= _speakers(talk)
    company = set(_words(person.company))
    return Others(frozenset(names - own - company), frozenset(company))


def _speakers(talk: Conversation) -> set[str]:
    """Return the words of the names of whoever else spoke: those of no known person too."""
    theirs = (turn.speaker for turn in talk.turns if turn.speaker.side is not Side.OURS)
    return {word for who in theirs for word in _words(who.name)}


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text) if len(word) > 1]


def judged_by(person: Person) -> Share:
    """Return how much of what was checked back with a person they confirmed."""
    return share_of(
        person.name,
        [
            Judged(
                person.name,
                past.seller,
                each.facet,
                f"{each.answered_at or past.made_at:%Y-%m}",
                each.probability,
                each.status,
            )
            for past in queries.checkbacks_of(person)
            for each in past.statements
            if each.status is not None
        ],
    )


def read_answer(person: Person, raw: bytes, item: str) -> tuple[str, Reply]:
    """Return the code of the check-back that was answered, and the answer.

    ``raw`` is a mail (``.eml``), the text of one, the page's Markdown filled in, or its answer
    file. Raises ``NotFoundError`` where it answers none of this person's check-backs, and
    ``IntakeError`` where somebody else wrote the mail.
    """
    from theirside.intake.mail.charsets import decode
    from theirside.serve.checkback import answer_file
    from theirside.serve.checkback.replies import code_in, read_reply
    from theirside.serve.checkback.screened import screened

    text = decode(raw, "utf-8")
    if answer_file.is_answer_file(text):
        code = _code(person, answer_file.code_of(text, item), item)
        return code, screened(answer_file.read_answer_file(text, queries.sent_of(code), item))
    body = _body(person, raw, text, item)
    code = _code(person, code_in(body.original) or code_in(text), item)
    return code, screened(read_reply(body, queries.sent_of(code)))


def typed_answer(number: int, told: str) -> Answer | Unclear:
    """Return what somebody typed as the answer to a statement, or why it is none."""
    from theirside.serve.checkback.gathered import NOT_PLAIN
    from theirside.serve.checkback.screened import screened
    from theirside.serve.checkback.verdict import verdict_of

    verdict = verdict_of(told)
    if verdict is None:
        return Unclear(told, NOT_PLAIN, number)
    reply = screened(Reply((Answer(number, *verdict),), ()))
    return reply.answers[0] if reply.answers else reply.unclear[0]


def _body(person: Person, raw: bytes, text: str, item: str) -> Body:
    from theirside.intake.mail.body import read_body
    from theirside.intake.mail.reply import split
    from theirside.intake.mail.sender import sender_of

    if re.match(rb"(?:from |[a-z-]+:)[^\n]*\n(?:[a-z-]+:|[ \t])", raw.lstrip(), re.IGNORECASE):
        head, words = read_body(raw)
        sender = sender_of(head)
        _refuse_others(person, sender, item)
        plain = "" if words.only_html else words.text
        return split(plain, html=words.html, sender_name=sender.name, sender_email=sender.email)
    return split(text)


def _refuse_others(person: Person, sender: Speaker, item: str) -> None:
    """Refuse a mail that is somebody else's: their yes is not this person's."""
    known = {each.casefold() for each in person.emails}
    names = {each.casefold() for each in person.names}
    strange = sender.email and known and sender.email.casefold() not in known
    if strange and sender.name.casefold() not in names:
        raise IntakeError(
            item,
            f"was written by {sender.email}, which is no address of {person.name}'s; nothing was "
            "kept. If it is theirs all the same, hand over the text of the mail without its head",
        )


def _code(person: Person, code: str, item: str) -> str:
    """Return the code, looked for for among this person's; the open one if none is named."""
    kept = queries.checkbacks_of(person)
    if not kept:
        raise NotFoundError(
            f"{person.name}: no check-back was made yet, so {item} answers none; "
            "make one with `theirside checkback`"
        )
    if code:
        if code not in {each.code for each in kept}:
            raise NotFoundError(
                f"{item} answers check-back {code}, which is none of "
                f"{person.name}'s: nothing was kept"
            )
        return code
    waiting = [each for each in kept if any(s.status is None for s in each.statements)]
    if len(waiting) != 1:
        codes = ", ".join(each.code for each in kept)
        raise NotFoundError(
            f"{item} does not say which check-back it answers ({codes}): add the line "
            f"“Check-back {kept[0].code}” to it, or the one that it is"
        )
    return waiting[0].code
