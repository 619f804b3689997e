"""Compare how we train with what a paper reached: ``python -m training.epitome DATA OUT``.

The same encoder, optimizer, running mean and loss as ``training.train``, on EPITOME: how strongly
a reply to somebody in distress shows each of three mechanisms of empathy (Sharma 2020). The reply
is the sentence, the end of the post what was said before it.

EPITOME is for research; its authors restrict models trained on it to non-commercial use. So the
weights go to OUT only: never commit them, never ship them, train nothing else from them.
Interrupted, it goes on where it last saved, as ``training.train`` does.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from evals.scores import interval, macro_f1, one_of
from training.contract import Family, outputs, places
from training.said import Said
from training.sources.epitome import LEVELS, MECHANISMS, epitome

if TYPE_CHECKING:
    from training.model import Model
    from training.train import Stage, Tools

FAMILIES = tuple(Family(name, LEVELS, one=True) for name in MECHANISMS)
LIMITS = (96, 64)
"""Tokens of the reply and of the post; the paper's model reads 64 of each."""
ROUNDS, RATE, SEED = 12, 1.5e-4, 20

PAPER = {"reactions": (0.82, 0.75), "interpretations": (0.84, 0.70), "explorations": (0.91, 0.64)}
"""Accuracy and macro-F1 of two RoBERTa encoders (Sharma 2020), as a replication of it found."""
PLAIN = {"reactions": (0.82, 0.76), "interpretations": (0.82, 0.55), "explorations": (0.90, 0.68)}
"""The same of a plain recipe that was tried before: one encoder shared with other sets, a linear
head each. Its split of the posts is not known to be ours."""

_Array = np.ndarray


def holds(said: Sequence[Said]) -> dict[str, _Array]:
    """Return for every mechanism which of its levels holds, as numbers."""
    return {
        name: np.array([LEVELS.index(next(iter(each.gold[name]))) for each in said])
        for name in MECHANISMS
    }


def accuracy(chosen: _Array, right: _Array) -> float:
    """Return the share of replies whose level was read right."""
    return float((chosen == right).mean())


def level_f1(chosen: _Array, right: _Array) -> float:
    """Return the mean of the three levels' F1."""
    return macro_f1(one_of(chosen, len(LEVELS)), one_of(right, len(LEVELS)))


def undone(logits: _Array, lean: _Array, share: float) -> _Array:
    """Take back a share of what rare levels weighed more in training, reply by reply."""
    less: _Array = logits - share * np.log(lean)
    return less


def best_share(logits: dict[str, _Array], leans: dict[str, _Array], said: Sequence[Said]) -> float:
    """Return the one share for all mechanisms that reads best: accuracy and macro-F1 together."""
    right = holds(said)

    def reads(share: float) -> float:
        total = 0.0
        for name in MECHANISMS:
            chosen = undone(logits[name], leans[name], share).argmax(1)
            total += accuracy(chosen, right[name]) + level_f1(chosen, right[name])
        return total

    return float(max((0.0, 0.25, 0.5, 0.75, 1.0), key=reads))


def lines(chosen: dict[str, _Array], right: dict[str, _Array]) -> list[str]:
    """Return the table: both figures of every mechanism with their intervals, and the others'."""
    found = [f"{'':16}{'':11}{'ours':7}{'95%':16}{'paper':8}plain recipe"]
    scores: dict[str, Callable[[_Array, _Array], float]] = {
        "accuracy": accuracy,
        "macro-F1": level_f1,
    }
    for name in MECHANISMS:
        for place, (what, score) in enumerate(scores.items()):
            low, high = interval(_drawn(score, chosen[name], right[name]), len(right[name]))
            ours = score(chosen[name], right[name])
            others = f"{PAPER[name][place]:.2f}    {PLAIN[name][place]:.2f}"
            found.append(f"{name:16}{what:11}{ours:.3f}  ({low:.3f}-{high:.3f})   {others}")
    return found


def _drawn(
    score: Callable[[_Array, _Array], float], chosen: _Array, right: _Array
) -> Callable[[_Array], float]:
    return lambda rows: score(chosen[rows], right[rows])


def stage(seed: int) -> Stage:
    """Return how the run goes; each seed keeps files of its own."""
    from training.train import Stage

    return Stage(f"epitome-{seed}", {"epitome": ROUNDS}, ((0.0, 0.0), (0.06, RATE), (1.0, 0.0)))


def logits_of(model: Model, tools: Tools, said: Sequence[Said]) -> dict[str, _Array]:
    """Return every mechanism's (replies, levels) logits."""
    import torch

    from training.batches import batch_of, batches, encode, targets

    encoded = encode(tools.tokenizer, said, tools.limits)
    target, weight = targets(said, FAMILIES)
    seen = torch.zeros(len(said), outputs(FAMILIES))
    model.eval()
    with torch.inference_mode():
        for rows in batches(encoded, 4096):
            batch = batch_of(rows, encoded, target, weight)
            seen[rows] = model(batch.ids, batch.parts, batch.mask)[0]
    return {name: seen[:, part].numpy() for name, part in places(FAMILIES).items()}


def trained(data: Path, out: Path, seed: int) -> tuple[Model, Tools]:
    """Return the model of a seed, trained as far as it was not yet."""
    import torch
    from tokenizers import Tokenizer

    from training.encoder import original
    from training.model import Model
    from training.teacher import Teacher, weights
    from training.train import Run, Tools, train

    tokenizer = Tokenizer.from_file(str(weights() / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    every = list(range(tokenizer.get_vocab_size()))
    torch.manual_seed(seed)
    encoder = original(weights(), every, longest=sum(LIMITS) + 3)
    model = Model(encoder, width=outputs(FAMILIES))
    tools = Tools(tokenizer, Teacher(out / "epitome-teacher.pt"), LIMITS)
    run = Run(model, stage(seed), out, FAMILIES)
    train(run, {"epitome": epitome(data, "train")}, tools, seed)
    return model, tools


def measure(data: Path, model: Model, tools: Tools) -> dict[str, _Array]:
    """Print what the model reads of the test part, and return the levels that it chose."""
    from training.batches import targets
    from training.train import leaning

    lean = leaning(*targets(epitome(data, "train"), FAMILIES), FAMILIES).numpy()
    leans = {name: lean[part] for name, part in places(FAMILIES).items()}
    tune, test = epitome(data, "valid"), epitome(data, "test")
    share = best_share(logits_of(model, tools, tune), leans, tune)
    logits = logits_of(model, tools, test)
    right = holds(test)
    print(f"{len(test)} replies, as trained")
    print("\n".join(lines({name: each.argmax(1) for name, each in logits.items()}, right)))
    chosen = {name: undone(each, leans[name], share).argmax(1) for name, each in logits.items()}
    print(f"with {share:.0%} of the weights undone, tuned on {len(tune)} others")
    print("\n".join(lines(chosen, right)))
    return chosen


def main() -> int:
    """Train with one seed or several and print the figures of each, then their mean."""
    import torch

    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path, help="the folder in which the public sets lie")
    parser.add_argument("out", type=Path, help="where to write; training goes on from here")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--seeds", type=int, default=1, help="how many runs, seed by seed")
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args()
    torch.set_num_threads(chosen.threads)
    chosen.out.mkdir(parents=True, exist_ok=True)
    right, read = holds(epitome(chosen.data, "test")), []
    for seed in range(chosen.seed, chosen.seed + chosen.seeds):
        print(f"seed {seed}", flush=True)
        read.append(measure(chosen.data, *trained(chosen.data, chosen.out, seed)))
    for name in MECHANISMS:
        scores = [
            (accuracy(each[name], right[name]), level_f1(each[name], right[name])) for each in read
        ]
        mean, spread = np.mean(scores, axis=0), np.std(scores, axis=0)
        print(
            f"{name:16} accuracy {mean[0]:.3f} ± {spread[0]:.3f}"
            f"  macro-F1 {mean[1]:.3f} ± {spread[1]:.3f} over {len(read)} runs"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
