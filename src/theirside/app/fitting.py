"""The fit of a stored person or company, worked out anew from what is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from theirside.app import queries, services
from theirside.app.places import offer_path
from theirside.app.queries.people import plain
from theirside.app.understanding import understood
from theirside.conversation import Conversation
from theirside.errors import AmbiguousError, NotFoundError, SettingsError
from theirside.serve.decisions import Decided, due, standing
from theirside.serve.fit import Decision, Fit
from theirside.serve.fitting import fit
from theirside.serve.meaning import Meaning
from theirside.understand.offer import Offer, load_offer
from theirside.understand.understanding import Person


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a fit is about: a person, or everybody of a company; ``name`` is what to show."""

    name: str
    people: tuple[Person, ...]


def find_subject(text: str) -> Subject:
    """Return the person that a text means, else the company.

    A text that names several people, or nobody but by part of an address, may be a company's.
    Raises ``NotFoundError`` or ``AmbiguousError``.
    """
    try:
        person = queries.find_person(text)
        if _names(person, text):
            return Subject(person.name, (person,))
        otherwise: Exception | None = None
    except (NotFoundError, AmbiguousError) as error:
        otherwise = error
    try:
        name, people = queries.find_company(text)
    except NotFoundError:
        if otherwise is not None:
            raise otherwise from None
        return Subject(person.name, (person,))
    return Subject(name, tuple(people))


def _names(person: Person, text: str) -> bool:
    wanted = text.strip().casefold()
    if wanted in {person.id.casefold(), *person.phones} or "@" in wanted:
        return True
    return any(plain(wanted) in plain(name) for name in person.names)


def workspace_offer() -> Offer:
    """Return the workspace's offer.

    Raises ``SettingsError`` where there is none, or it is not as it should be.
    """
    place = offer_path()
    if not place.exists():
        raise SettingsError(
            f"{place}: there is no offer yet, so nothing to hold needs against. "
            "`theirside offer example > offer.yaml` prints one to change; then keep it with "
            "`theirside init --offer offer.yaml`"
        )
    return load_offer(place)


def fit_of(
    subject: Subject, today: date, meaning: Meaning | None = None
) -> tuple[Fit, Mapping[str, Conversation]]:
    """Return how a subject's needs stand against the offer, and the conversations by id.

    ``meaning`` defaults to the reader's embeddings. Raises ``SettingsError`` for the offer,
    ``NotFoundError`` where somebody is gone meanwhile.
    """
    offer = workspace_offer()
    found, talks = [], {}
    for person in subject.people:
        understanding, inputs = understood(person)
        found.append(understanding)
        talks.update({talk.id: talk for talk in inputs.conversations})
    return fit(subject.name, found, offer, today=today, meaning=meaning or _by_model()), talks


@dataclass(frozen=True, slots=True)
class Board:
    """What was decided, the last on each subject: again to be looked at, then by decision.

    ``right`` counts how often somebody was told that we are not for them, and where to turn.
    """

    again: tuple[Decided, ...]
    decided: Mapping[Decision, tuple[Decided, ...]]
    right: int


def board(today: date) -> Board:
    """Return everything that was decided, as it stands on a day."""
    every = queries.fit_decisions()
    last, again = standing(every), due(every, today)
    rest = sorted((each for each in last if each not in again), key=lambda one: one.at)
    return Board(
        tuple(again),
        {
            decision: tuple(each for each in reversed(rest) if each.decision is decision)
            for decision in Decision
        },
        sum(each.did_right for each in last),
    )


def decided_on(about: Subject) -> list[Decided]:
    """Return what was decided on any of a subject's people, the earliest first."""
    ids = {person.id for person in about.people}
    return [each for each in queries.fit_decisions() if ids & set(each.people)]


def decide(
    about: Subject,
    found: Fit,
    decision: Decision,
    because: str,
    *,
    pointed_to: str = "",
    look_again: date | None = None,
) -> Decided:
    """Keep what somebody decided on a subject.

    Not now without a day takes the day that is proposed. Raises ``ValueError`` without a reason,
    or without any day, and as ``services.decide_fit`` does.
    """
    if not because.strip():
        raise ValueError("say why; you will want to know")
    if decision is Decision.NOT_NOW and look_again is None:
        look_again = found.proposal.look_again
        if look_again is None:
            raise ValueError("say when to look again")
    return services.decide_fit(
        about.name,
        about.people,
        decision,
        because,
        pointed_to=pointed_to,
        look_again=look_again,
        proposed=found.proposal.decision,
    )


def _by_model() -> Meaning:
    from theirside.reader.encoder import default_encoder
    from theirside.serve.meaning import meaning_by

    return meaning_by(default_encoder())
