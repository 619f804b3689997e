"""Are swapped sides noticed, and how often are right ones called swapped?

    python -m evals.roles DATA INPUTS [--split valid|test] [--seed N] [--sweep]

DATA is the folder of the public sets, INPUTS that of real input files. The talks are those of
Persuasion for Good that the model learned nothing from (the persuader sells) and the calls in
INPUTS/vcon, whose source says who is the agent and who the customer. In half of them, drawn by
chance, the two sides are exchanged. Printed, with 95% bootstrap intervals over talks: of the
exchanged ones how many are noticed, of the others how many are wrongly reported, and in how many
of all not both roles are decided. ``--sweep`` prints the same for other limits, and the slope and
offset that fit: choose by ``--split valid``, then measure on the test talks. The calls are few, so
they are measured only.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, product
from pathlib import Path

import numpy as np

from theirside.conversation import Channel, Conversation, Side, Speaker, Turn
from theirside.intake.load import Intake
from theirside.reader.encoder import Encoder, Seeing
from theirside.reader.roles import LIMITS, Limits, Role, Swapped, decided, logits_of, swapped_by
from training.labelled import readings
from training.said import Said
from training.sources.persuasion import persuasion, persuasion_sentences, split_of

RESAMPLES = 2000
SELLER, CUSTOMER = "seller", "customer"
CALLED = {Side.OURS: SELLER, Side.THEIRS: CUSTOMER}
SWEPT = {"evidence": (2.0, 4.0, 6.0, 9.0), "margin": (0.4, 0.8, 1.2, 1.8), "cap": (1.5, 2.5, 4.0)}


@dataclass(frozen=True, slots=True)
class Heard:
    """What the model makes of one talk: the logits of its seller's and customer's sentences."""

    logits: Mapping[str, Sequence[float]]
    exchanged: bool

    def verdict(self, limits: Limits) -> str:
        """Return noticed or missed where sides are exchanged, wrong or right elsewhere."""
        found = decided(self.logits, limits)
        sides = Swapped(CUSTOMER, SELLER) if self.exchanged else Swapped(SELLER, CUSTOMER)
        reported = swapped_by(sides, found) is not None
        if self.exchanged:
            return "noticed" if reported else "missed"
        return "wrong" if reported else "right"

    def is_unknown(self, limits: Limits) -> bool:
        """Say whether not both of the talk's roles are decided."""
        return Role.UNKNOWN in decided(self.logits, limits).values()


def persuasion_talks(data: Path, split: str) -> Iterator[Conversation]:
    """Yield the talks of a split that the model has not learned from."""
    said = [*persuasion(data, split), *persuasion_sentences(data)]
    seen = learned()
    for name, talk in groupby(said, key=lambda each: each.conversation):
        if split_of(name) == split and name not in seen:
            yield _talk(name, list(talk))


def learned() -> set[str]:
    """Return the conversations of which sentences were labelled to train by."""
    return {known.rsplit(":", 2)[0] for known in readings("train")}


def _talk(name: str, said: Sequence[Said]) -> Conversation:
    turns = [
        Turn(str(number), Speaker(who), " ".join(each.text for each in part))
        for number, (who, part) in enumerate(groupby(said, key=lambda each: each.who))
    ]
    return Conversation(name, Channel.CHAT, tuple(turns))


def calls(inputs: Path) -> Iterator[Conversation]:
    """Yield the calls between one agent and one customer that the model has not learned from."""
    seen = learned()
    for call in Intake([inputs / "vcon"]):
        sides = sorted(who.side for who in call.speakers)
        if sides == sorted(CALLED) and f"inputs:vcon:{call.id}" not in seen:
            turns = [
                replace(turn, speaker=Speaker(CALLED[turn.speaker.side])) for turn in call.turns
            ]
            yield replace(call, turns=tuple(turns))


def heard(talks: Sequence[Conversation], encoder: Seeing, seed: int) -> list[Heard]:
    """Return what the model makes of the talks, half of them with the sides exchanged."""
    chosen = set(random.Random(seed).sample(range(len(talks)), len(talks) // 2))
    return [Heard(logits_of(talk, encoder), number in chosen) for number, talk in enumerate(talks)]


def interval(held: Sequence[bool]) -> str:
    """Return a share with its 95% bootstrap interval and what it is a share of."""
    if not held:
        return "– (none)"
    chosen = random.Random(1)
    drawn = sorted(sum(chosen.choices(held, k=len(held))) / len(held) for _ in range(RESAMPLES))
    low, high = drawn[RESAMPLES // 40], drawn[-RESAMPLES // 40 - 1]
    return f"{sum(held) / len(held):.3f} [{low:.3f}, {high:.3f}] of {len(held)}"


def told(found: Sequence[Heard], limits: Limits) -> dict[str, list[bool]]:
    """Return of each talk whether it counts as noticed, wrongly reported, unknown."""
    return {
        "noticed": [each.verdict(limits) == "noticed" for each in found if each.exchanged],
        "wrongly reported": [
            each.verdict(limits) == "wrong" for each in found if not each.exchanged
        ],
        "unknown": [each.is_unknown(limits) for each in found],
    }


def fitted(found: Sequence[Heard]) -> tuple[float, float]:
    """Return the slope and offset with which logits are log-odds, talks counting alike."""
    rows = [
        (logit, float(who == SELLER), 1.0 / len(said))
        for each in found
        for who, said in each.logits.items()
        for logit in said
    ]
    x, y, weight = (np.array(column) for column in zip(*rows, strict=True))
    design, chosen = np.stack([x, np.ones_like(x)], axis=1), np.array([1.0, 0.0])
    for _ in range(50):  # Newton's steps, held back by a touch of ridge
        chance = 1.0 / (1.0 + np.exp(-np.clip(design @ chosen, -30.0, 30.0)))
        slope = design.T @ (weight * (y - chance)) - 1e-3 * chosen
        bend = (design.T * (weight * chance * (1.0 - chance))) @ design + 1e-3 * np.eye(2)
        chosen = chosen + np.linalg.solve(bend, slope)
    return float(chosen[0]), float(chosen[1])


def sweep(found: Sequence[Heard]) -> None:
    """Print the three shares for other limits."""
    print("  fitted: slope {:.3f}, offset {:.3f}".format(*fitted(found)))
    print("  " + "".join(f"{name:>10}" for name in (*SWEPT, "noticed", "wrong", "unknown")))
    for chosen in product(*SWEPT.values()):
        limits = replace(LIMITS, evidence=chosen[0], margin=chosen[1], cap=chosen[2])
        shares = [sum(each) / max(1, len(each)) for each in told(found, limits).values()]
        print("  " + "".join(f"{each:>10.3g}" for each in (*chosen, *shares)))


def main() -> None:
    """Print the shares."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("inputs", type=Path)
    parser.add_argument("--split", choices=("valid", "test"), default="test")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--sweep", action="store_true")
    options = parser.parse_args()
    sets = {
        "Persuasion for Good": list(persuasion_talks(options.data, options.split)),
        "calls": list(calls(options.inputs)),
    }
    encoder = Encoder()
    print(f"{encoder.version}, {LIMITS}")
    for name, talks in sets.items():
        found = heard(talks, encoder, options.seed)
        print(f"\n{name}, {len(talks)} talks")
        for what, held in told(found, LIMITS).items():
            print(f"  {what:<17} {interval(held)}")
        if options.sweep and found:
            sweep(found)


if __name__ == "__main__":
    main()
