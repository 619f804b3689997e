"""The fit of a stored person or company, worked out anew from what is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from theirside.app import queries
from theirside.app.places import offer_path
from theirside.app.queries.people import plain
from theirside.app.understanding import understood
from theirside.conversation import Conversation
from theirside.errors import AmbiguousError, NotFoundError, SettingsError
from theirside.serve.fit import Fit
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


def _by_model() -> Meaning:
    from theirside.reader.encoder import default_encoder
    from theirside.serve.meaning import meaning_by

    return meaning_by(default_encoder())
