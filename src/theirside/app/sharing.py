"""Sharing moments with the team, and showing them to it.

A moment is shared by those of us whose words are in it, each for themselves. It is shown without
the customer's name unless all of them let it stand, and turns of colleagues who did not share are
left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from theirside.app import measuring, queries, services
from theirside.app.access import Right, may
from theirside.app.practice import seller_named
from theirside.app.unnamed import Unnamed
from theirside.app.viewing import seen_by, viewer
from theirside.care.moment import Moment, moment_kinds
from theirside.care.sellers import Sellers
from theirside.care.worthwhile import every_moment, moment_of, quotes_by_turn
from theirside.conversation import Conversation, Side
from theirside.errors import NotFoundError
from theirside.evidence import Quote
from theirside.purpose.team_moment import TeamLine, TeamMoment
from theirside.understand.talk import Talk

WHOLE = 45
"""Words up to which a turn is shown whole; of a longer one what the moment rests on."""
AROUND = 25
"""Words that are shown of a turn beside it, and of its own turn before it."""
AFTER = 12
"""Words that are shown of its own turn after it."""


def share(code: str, seller: str, *, named: bool = False, conversation: str = "") -> TeamMoment:
    """Share a moment with the team, and return it as the team will see it.

    ``conversation`` is the id of the one that it is looked for in; else it is looked for
    everywhere. Raises ``NotFoundError`` where there is no such moment, or it is not this seller's
    to share.
    """
    looking = Looking()
    asked = measuring.of_conversation(conversation) if conversation else measuring.ours()
    talks = list(asked.talks())
    found = [each for each in every_moment(talks) if each.id == code.strip().casefold()]
    if not found:
        raise NotFoundError(f"{code!r}: no such moment; `theirside moments --mine` shows their ids")
    moment = found[0]
    talk = next(each for each in talks if each.id == moment.evidence[0].conversation)
    owners = looking.owners(talk, moment)
    if seller not in owners:
        raise NotFoundError(
            f"{code!r}: that moment is of {' and '.join(owners)}, who alone can share it"
        )
    services.share_moment(moment, seller, named=named)
    [group] = [each for each in shared_groups() if each[0].code == moment.id]
    return looking.as_seen(talk, moment, group)


def unshare(code: str, seller: str) -> None:
    """Take back what one of us shared. Raises ``NotFoundError``."""
    services.unshare_moment(code.strip().casefold(), seller)


def shared_by_me(conversation: str) -> dict[str, frozenset[str]]:
    """Return which moments of a conversation who looks has shared, and in whose names.

    On one's own machine that is whatever was shared, in anybody's name.
    """
    found = queries.shared_in(conversation)
    if not found or viewer() is None:
        return found
    me = seller_named()
    return {code: frozenset({me}) for code, sellers in found.items() if me in sellers}


def shared() -> list[TeamMoment]:
    """Return what is shared, also what waits for somebody else's consent, as a team sees it.

    Who looks and may not plan the team's talk is shown what they shared themselves.
    """
    looking, who = Looking(), viewer()
    own = None if may(Right.TEAM_KIT) or who is None else who.name
    return [
        looking.as_seen(talk, moment, group)
        for group in shared_groups()
        if own is None or own in {each.seller for each in group}
        if (opened := looking.opened(group)) is not None
        for talk, moment in [opened]
    ]


def shared_groups() -> list[list[queries.SharedBy]]:
    """Return what is shared, moment by moment; one may be shared by several of us."""
    found: dict[str, list[queries.SharedBy]] = {}
    for each in queries.shared_moments():
        found.setdefault(each.code, []).append(each)
    return list(found.values())


class Looking:
    """Opens shared moments anew from their talks, as they stand in the store now."""

    def __init__(self) -> None:
        self._sellers: Sellers = measuring.sellers()
        self._ours = {self._sellers.name(each) for each in queries.our_speakers()}

    def opened(self, group: Sequence[queries.SharedBy]) -> tuple[Talk, Moment] | None:
        """Return a moment with its talk; None where its words may not be shown any more."""
        evidence = group[0].evidence
        if not evidence or group[0].kind not in moment_kinds():
            return None
        with seen_by(None):  # what was shared may be seen by colleagues who don't hold the talk
            home = evidence[0].conversation
            talk = measuring.looked_at(home, queries.people_in([home]))
        if not all(each.conversation == talk.id and talk.may_show(each) for each in evidence):
            return None
        return talk, moment_of(talk, group[0].kind, evidence, 0.0)

    def owners(self, talk: Talk, moment: Moment) -> tuple[str, ...]:
        """Return those of us whose words the moment rests on, else who of us is in the talk."""
        rests = dict.fromkeys(each.turn for each in moment.evidence)
        beside = dict.fromkeys(each.turn for each in moment.stretch)
        everywhere = range(len(talk.conversation.turns))
        for turns in (rests, beside, everywhere):
            names = [self._name(talk, each) for each in turns if talk.side(each) is Side.OURS]
            if names:
                return tuple(dict.fromkeys(names))
        return ()

    def _name(self, talk: Talk, turn: int) -> str:
        return self._sellers.name(talk.turn(turn).speaker)

    def as_seen(self, talk: Talk, moment: Moment, group: Sequence[queries.SharedBy]) -> TeamMoment:
        """Return a moment as the team sees it."""
        sellers = {each.seller for each in group}
        named = all(each.named for each in group)
        missing = tuple(each for each in self.owners(talk, moment) if each not in sellers)
        unnamed = None if named else self._unnamed(talk.conversation)
        return TeamMoment(
            group[0].code,
            moment_kinds()[moment.kind],
            _where(talk, moment, named=named),
            tuple(self._lines(talk, moment, sellers, unnamed)),
            missing,
        )

    def _unnamed(self, talk: Conversation) -> Unnamed:
        with seen_by(None):  # whoever looks: names that they don't know are taken out, too
            return Unnamed(talk, queries.people_told_of(talk), self._ours)

    def _lines(
        self, talk: Talk, moment: Moment, sellers: set[str], unnamed: Unnamed | None
    ) -> Iterable[TeamLine]:
        quoted = quotes_by_turn(moment)
        labels = dict[str, str]()
        for whole in moment.stretch:
            side, speaker = talk.side(whole.turn), talk.turn(whole.turn).speaker
            if side is Side.OURS and self._name(talk, whole.turn) not in sellers:
                continue  # a colleague who did not share it
            if side is Side.OURS:
                label = "We"
            elif unnamed is None:
                label = speaker.label
            else:
                label = labels.setdefault(
                    speaker.label, "Another of them" if labels else "The customer"
                )
            inside = quoted.get(whole.turn, [])
            words = whole.text
            if inside and len(words.split()) > WHOLE:
                words = _around(whole, inside)
            elif not inside:
                words = _beside(words, before=whole.turn < moment.evidence[0].turn)
            text = " ".join(words.split())
            yield TeamLine(side, label, unnamed(text) if unnamed else text, bool(inside))


def _around(whole: Quote, inside: Sequence[Quote]) -> str:
    """Return what the moment rests on in a long turn, with some words before it and after it."""
    first, last = min(each.start for each in inside), max(each.end for each in inside)
    before = whole.text[: first - whole.start].split()
    after = whole.text[last - whole.start :].split()
    words = whole.text[first - whole.start : last - whole.start]
    if len(words.split()) > WHOLE:
        words = " … ".join(each.text for each in sorted(inside, key=lambda each: each.start))
    begin = " ".join(["…"] * (len(before) > AROUND) + before[-AROUND:])
    return f"{begin} {words} " + " ".join(after[:AFTER] + ["…"] * (len(after) > AFTER))


def _beside(text: str, *, before: bool) -> str:
    words = text.split()
    if len(words) <= AROUND:
        return text
    return f"… {' '.join(words[-AROUND:])}" if before else f"{' '.join(words[:AROUND])} …"


def _where(talk: Talk, moment: Moment, *, named: bool) -> str:
    """Return what sort of talk it was and when; its subject only where the name may stand."""
    channel = str(talk.conversation.channel)
    subject = f" “{talk.conversation.subject}”" if named and talk.conversation.subject else ""
    return f"{channel}{subject}" + (f", {moment.at:%B %Y}" if moment.at else "")
