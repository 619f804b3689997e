"""What is understood of a stored person, worked out anew from what is stored."""

from __future__ import annotations

from collections.abc import Sequence

from theirside.app import queries
from theirside.app.offer import kept_offer
from theirside.errors import AmbiguousError, NotFoundError
from theirside.understand import understand
from theirside.understand.observations import person_mark
from theirside.understand.offer import Offer
from theirside.understand.understanding import Observation, Person, Status, Understanding

FEWEST_DIGITS = 4


def understood(person: Person) -> tuple[Understanding, queries.Inputs]:
    """Return a person's understanding and all that it was worked out from.

    Raises ``SettingsError`` when ``offer.yaml`` is there and not as it should be.
    """
    inputs = queries.understanding_inputs(person)
    return _understood(inputs, kept_offer()), inputs


def understood_each(people: Sequence[Person]) -> list[tuple[Understanding, queries.Inputs]]:
    """Return the same of several people, in the order given, less those who are gone meanwhile.

    It takes as many queries for many as for one. Raises ``SettingsError`` as ``understood`` does.
    """
    offer = kept_offer()
    return [(_understood(each, offer), each) for each in queries.inputs_of_each(people)]


def _understood(inputs: queries.Inputs, offer: Offer | None) -> Understanding:
    [found] = understand(
        inputs.conversations,
        inputs.annotations,
        us=inputs.us,
        offer=offer,
        people=inputs.people,
        judgements=inputs.judgements,
        person=inputs.person.id,
    )
    return found


def find_observation(text: str) -> Observation:
    """Return the observation whose id begins with ``text``, whoever it is about.

    Raises ``NotFoundError`` or ``AmbiguousError``.
    """
    wanted = text.strip().casefold()
    found: dict[str, Observation] = {}
    if len(wanted) >= FEWEST_DIGITS:
        likely = [each for each in queries.people() if wanted[:3] == person_mark(each.person.id)]
        for summary in likely:
            understanding, _ = understood(summary.person)
            found.update(
                (each.id, each) for each in understanding.observations if each.id.startswith(wanted)
            )
    if not found:
        raise NotFoundError(
            f"No observation {text!r}. Its number (at least four characters of it) stands at the "
            "end of each statement in `theirside brief`"
        )
    if len(found) > 1:
        raise AmbiguousError(text, sorted(found))
    [observation] = found.values()
    return _standing(observation)


def observation_in(it: Understanding, key: str) -> Observation:
    """Return the observation of an understanding with exactly this id. Raises ``NotFoundError``."""
    for each in it.observations:
        if each.id == key:
            return _standing(each)
    raise NotFoundError(f"There is no statement {key!r} about {it.person.name} any more")


def _standing(observation: Observation) -> Observation:
    if observation.status is Status.WITHDRAWN:
        raise NotFoundError(f"{observation.id!r} was withdrawn, and that is for good")
    return observation
