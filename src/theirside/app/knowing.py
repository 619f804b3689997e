"""What was known of a stored person at some moment: their talks so far, and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from theirside.app import queries
from theirside.app.offer import kept_offer
from theirside.conversation import Conversation
from theirside.evidence import Annotation
from theirside.purpose import cutting
from theirside.understand import understand
from theirside.understand.moments import seconds
from theirside.understand.offer import Offer
from theirside.understand.talk import Talk
from theirside.understand.understanding import Person, Understanding


@dataclass(frozen=True, slots=True)
class Known:
    """A person's conversations with their annotations, all of them or up to a moment."""

    inputs: queries.Inputs
    conversations: tuple[Conversation, ...]
    annotations: Mapping[str, Sequence[Annotation]]
    offer: Offer | None
    as_of: datetime | None = None

    @classmethod
    def of(cls, person: Person) -> Known:
        """Return all that is stored of a person; what no reader has read is read now.

        Raises ``NotFoundError``, and ``SettingsError`` where ``offer.yaml`` is not as it should be.
        """
        from theirside.reader import read

        inputs = queries.understanding_inputs(person)
        annotations = {
            each.id: inputs.annotations[each.id] if each.id in inputs.annotations else read(each)
            for each in inputs.conversations
        }
        return cls(inputs, inputs.conversations, annotations, kept_offer())

    def before(self, moment: datetime) -> Known:
        """Return what was known at a moment."""
        return self._of(cutting.before(self.conversations, moment), moment)

    def without(self, conversation: str) -> Known:
        """Return the same without one conversation."""
        others = (each for each in self.conversations if each.id != conversation)
        return self._of(others, self.as_of)

    def with_talk(self, conversation: Conversation, moment: datetime | None) -> Known:
        """Return the same with one more conversation whole, as of a moment."""
        others = [each for each in self.conversations if each.id != conversation.id]
        return self._of([*others, conversation], moment)

    def _of(self, conversations: Iterable[Conversation], moment: datetime | None) -> Known:
        return replace(self, conversations=tuple(conversations), as_of=moment)

    @property
    def talks(self) -> list[Talk]:
        """The conversations ready to be looked at, in the order of their last words."""
        ordered = sorted(self.conversations, key=lambda each: (seconds(each.last_at), each.id))
        people = self.inputs.people
        return [Talk.of(each, self.annotations.get(each.id, ()), people) for each in ordered]

    def understanding(self) -> Understanding:
        """Return what was understood of the person then."""
        [found] = understand(
            self.conversations,
            self.annotations,
            us=self.inputs.us,
            offer=self.offer,
            people=self.inputs.people,
            judgements=self.inputs.judgements,
            as_of=self.as_of,
            person=self.inputs.person.id,
        )
        return found
