"""How we answered a pushback: what we did, in the order in which we did it, with the sentences.

Precision first: to be told that one ignored a customer, and not to have done it, is the end of
listening to a tool. So an answer counts as ignoring only where nothing in it has a word of theirs,
a word that belongs to this kind of pushback, a word that can stand for either ("it depends"), a
question, or anything else that is known as a way.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from theirside.care.pushback.kinds import kinds
from theirside.care.pushback.pushed import Answer
from theirside.care.pushback.ways import Way, ways
from theirside.evidence import Annotation, Quote
from theirside.reader.split import spans
from theirside.understand.talk import Talk
from theirside.understand.words import stem, stems_of, words_of

SUBSTANCE = 6
"""Words that an answer has at least before it can be said to be about something else."""


def answers_to(talk: Talk, turn: int, kind: str) -> tuple[Answer, ...]:
    """Return what our turns directly after this one did with it; empty if there were none.

    ``turn`` is the number of the turn with the pushback. What touches a special category is
    neither looked at nor quoted.
    """
    replies = talk.reply_to(turn)
    said = [each for number in replies for each in _sentences(talk, number)]
    found: dict[str, list[Quote]] = {}
    topic = stems_of(talk.turn(turn).text) | {stem(word) for word in kinds()[kind].about}
    for place in said:
        labels = _labels_at(place, talk.annotations)
        for way in ways().values():
            if not (way.alone or way.otherwise) and _shows(way, place.text, labels, topic):
                found.setdefault(way.id, []).append(place)
    return tuple(
        Answer(way, tuple(places))
        for way, places in (found or _left_over(said, talk.annotations, topic)).items()
    )


def _sentences(talk: Talk, number: int) -> Iterable[Quote]:
    text = talk.turn(number).text
    for start, end in spans(text):
        place = Quote(talk.id, number, start, end, text[start:end])
        if talk.may_show(place):
            yield place


def _labels_at(place: Quote, annotations: Iterable[Annotation]) -> set[str]:
    return {
        each.label
        for each in annotations
        if each.turn == place.turn and each.start < place.end and each.end > place.start
    }


def _has(labels: Iterable[str], wanted: Sequence[str]) -> bool:
    """Say whether one of the labels is a wanted one, or of a wanted group."""
    return any(each in wanted or each.partition(".")[0] in wanted for each in labels)


def _shows(way: Way, text: str, labels: Iterable[str], topic: frozenset[str]) -> bool:
    told = " ".join(text.split())
    if way.unless is not None and way.unless.search(told):
        return False
    if not _has(labels, way.labels) and not (way.says is not None and way.says.search(told)):
        return False
    return not way.on_topic or _is_about(told, topic)


def _is_about(text: str, topic: frozenset[str]) -> bool:
    return not topic.isdisjoint(stem(word) for word in words_of(text))


def _left_over(
    said: Sequence[Quote], annotations: Sequence[Annotation], topic: frozenset[str]
) -> dict[str, list[Quote]]:
    """Return what is left where no way was seen: we spoke of ourselves, or of something else."""
    every = " ".join(" ".join(each.text.split()) for each in said)
    if len(every.split()) < SUBSTANCE or any(_is_about(each.text, topic) for each in said):
        return {}
    for way in ways().values():
        if way.unless is not None and way.unless.search(every):
            continue  # "it depends", "not quite": short for what they said
        about_us = [each for each in said if _has(_labels_at(each, annotations), way.labels)]
        if way.alone and about_us:
            return {way.id: about_us}
        if way.otherwise:
            return {way.id: list(said[:1])}
    return {}
