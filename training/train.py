"""Train the reader's model: ``python -m training.train DATA OUT [--inputs FOLDER]``.

One stage over everything, with a warm-up and a learning rate that falls to nothing. The weights
kept are a running mean of the last thousand or so steps, which reads better than any single step.
Interrupted, it goes on where it last saved; with the same seed, the same threads and the same
versions it gives the same file.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from theirside.reader.encoder import BEFORE_TOKENS, OWN_TOKENS
from training.batches import Batch, batch_of, batches, encode, targets
from training.contract import FAMILIES, Family, places
from training.corpus import own, public
from training.encoder import LAYERS, original
from training.model import Model
from training.said import Said
from training.teacher import Teacher, weights
from training.vocabulary import choose, write

SEED = 20
TOKENS = 1536
"""Tokens to a step, padding included: some 64 sentences of GoEmotions."""
SHARES = {"judged": 1.0, "felt": 0.5, "goemotions": 1.0, "role": 0.3, "email_intent": 0.5}
STEADY, SAVE_EVERY = 0.999, 500
SURE, UNSURE = 0.93, 0.004
"""What a label that holds, and one that doesn't, is taught as: nobody is always right."""
HIDDEN, ALONE = 0.1, 0.1
"""Shares of tokens that are hidden at a step, and of sentences whose words before are."""
SLOWER = 0.85
"""How much slower each layer learns than the one above it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """How one stage goes: how often each set is read.

    ``rates`` are the learning rates along the way: shares of the way behind us, and the rate there.
    """

    name: str
    rounds: dict[str, float]
    rates: tuple[tuple[float, float], ...]

    def rate(self, done: float) -> float:
        """Return the learning rate after a share of the way, 0..1."""
        places, rates = zip(*self.rates, strict=True)
        return float(np.interp(done, places, rates))


ALL = Stage(
    "all",
    {
        "goemotions": 5,
        "casino": 4.5,
        "persuasion": 4,
        "email": 1,
        "written": 3,
        "real": 4,
        "talks": 4,
    },
    ((0.0, 0.0), (0.06, 2e-4), (1.0, 0.0)),
)


def loss_of(
    logits: Tensor, batch: Batch, lean: Tensor, families: tuple[Family, ...] = FAMILIES
) -> Tensor:
    """Return the families' losses, added by their shares; what was not judged does not count."""
    total = logits.new_zeros(())
    where = places(families)
    for family in families:
        part = where[family.name]
        rows = batch.weight[:, part].any(dim=1)
        if not rows.any():
            continue
        given, target = logits[rows, part], batch.target[rows, part]
        if family.one:
            each = functional.cross_entropy(
                given, target.argmax(1), weight=lean[part], label_smoothing=0.05, reduction="none"
            )
        else:
            target = target * (SURE - UNSURE) + UNSURE
            each = functional.binary_cross_entropy_with_logits(
                given, target, batch.weight[rows, part], pos_weight=lean[part], reduction="none"
            ).sum(1)
        total = total + SHARES.get(family.name, 1.0) * each.sum() / len(batch.rows)
    return total


def hidden(batch: Batch) -> Batch:
    """Return the batch with some tokens hidden, the first never, and some words before.

    No word can be leant on that may be gone: what is learned by heart is less.
    """
    mask = batch.mask * (torch.rand(batch.mask.shape) >= HIDDEN)
    alone = torch.rand(len(batch.rows), 1) < ALONE
    mask = torch.where(alone & (batch.parts == 1), 0, mask)
    mask[:, :2] = 1
    return replace(batch, mask=mask)


def leaning(
    target: np.ndarray, weight: np.ndarray, families: tuple[Family, ...] = FAMILIES
) -> Tensor:
    """Return how much more a name that holds counts than one that doesn't: rare ones more."""
    holds = (target * weight).sum(0) + 1.0
    lean = np.sqrt(np.maximum(weight.sum(0) - holds, 1.0) / holds).clip(1.0, 6.0) ** 0.7
    for family in families:
        if family.one:
            part = places(families)[family.name]
            share = holds[part] / holds[part].sum()
            lean[part] = share**-0.4 / (share**-0.4 * share).sum()
    return torch.from_numpy(lean.astype(np.float32))


def schedule(sets: dict[str, list[Said]], stage: Stage, chance: random.Random) -> list[int]:
    """Return the rows that a whole stage reads, counted through the sets one after the other.

    A set that is read 2.5 times is read twice, and a half of it again.
    """
    chosen: list[int] = []
    start = 0
    for name, said in sets.items():
        rows, times = range(start, start + len(said)), stage.rounds.get(name, 0)
        chosen.extend([*rows] * int(times))
        chosen.extend(chance.sample(rows, int(len(said) * (times % 1))))
        start += len(said)
    return chosen


class Run:
    """One stage under way: the model, its running mean, and the step it has come to."""

    def __init__(
        self, model: Model, stage: Stage, out: Path, families: tuple[Family, ...] = FAMILIES
    ) -> None:
        self.model, self.stage, self.families = model, stage, families
        self.saved = out / f"{stage.name}.pt"
        self.step = 0
        for part in (model.encoder.word, model.encoder.position):
            part.weight.requires_grad_(False)
        heads = [*model.heads.parameters(), *model.turned.parameters()]
        encoder = model.encoder
        low = [*encoder.part.parameters(), *encoder.norm.parameters()]
        groups = [{"params": heads, "rate": 5.0}, {"params": low, "rate": SLOWER**LAYERS}]
        for above, layer in enumerate(reversed(encoder.layers)):
            groups.append({"params": [*layer.parameters()], "rate": SLOWER**above})
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self.mean = {name: value.clone() for name, value in model.state_dict().items()}
        if self.saved.exists():
            self._take_up()

    def _take_up(self) -> None:
        state = torch.load(self.saved, weights_only=True)
        self.model.load_state_dict(state["model"])
        self.mean, self.step = state["mean"], state["step"]
        self.optimizer.load_state_dict(state["optimizer"])

    def save(self) -> None:
        """Write down where we are, whole or not at all."""
        partial = self.saved.with_suffix(".part")
        state = {"model": self.model.state_dict(), "mean": self.mean, "step": self.step}
        torch.save(state | {"optimizer": self.optimizer.state_dict()}, partial)
        partial.replace(self.saved)

    def learn(self, batch: Batch, lean: Tensor, taught: Tensor, done: float) -> float:
        """Take one step; ``done`` is how much of the stage is behind us, 0..1."""
        rate = self.stage.rate(done)
        for group in self.optimizer.param_groups:
            group["lr"] = rate * group["rate"]
        with torch.autocast("cpu", dtype=torch.bfloat16):
            logits, embedding = self.model(batch.ids, batch.parts, batch.mask)
        loss = loss_of(logits.float(), batch, lean, self.families)
        away = 1.0 - (embedding.float() * taught).sum(1).mean()
        self.optimizer.zero_grad(set_to_none=True)
        (loss + away).backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self._follow()
        self.step += 1
        return float(loss.detach())

    def _follow(self) -> None:
        steady = min(STEADY, (1 + self.step) / (10 + self.step))
        for name, value in self.model.state_dict().items():
            if value.dtype.is_floating_point:
                self.mean[name].lerp_(value, 1.0 - steady)


def train(run: Run, sets: dict[str, list[Said]], tools: Tools, seed: int) -> None:
    """Take the stage's steps that are still to be taken."""
    chance = random.Random(seed)
    said = [each for part in sets.values() for each in part]
    encoded = encode(tools.tokenizer, said, tools.limits)
    target, weight = targets(said, run.families)
    lean, taught = leaning(target, weight, run.families), tools.teacher.embeddings(said)
    steps = batches(encoded, TOKENS, schedule(sets, run.stage, chance), chance)
    started, losses, read = time.monotonic(), [0.0], 0
    run.model.train()
    for rows in steps[run.step :]:
        torch.manual_seed(seed * 1_000_003 + run.step)
        batch = hidden(batch_of(rows, encoded, target, weight))
        losses.append(run.learn(batch, lean, taught[rows], run.step / len(steps)))
        read += len(rows)
        if run.step % 100 == 0 or run.step == len(steps):
            pace = read / (time.monotonic() - started)
            print(
                f"{run.stage.name} {run.step}/{len(steps)} loss {np.mean(losses[-100:]):.3f}"
                f" {pace:.0f} sentences/s",
                flush=True,
            )
        if run.step % SAVE_EVERY == 0 or run.step == len(steps):
            run.save()
    run.model.load_state_dict(run.mean)
    run.model.eval()


@dataclass(frozen=True, slots=True)
class Tools:
    """What training uses besides the model."""

    tokenizer: Tokenizer
    teacher: Teacher
    limits: tuple[int, int] = (OWN_TOKENS, BEFORE_TOKENS)
    """How many tokens count of a sentence, and of what was before it."""


def main() -> int:
    """Train and write ``model.pt`` and ``tokenizer.json``."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path, help="the folder in which the public sets lie")
    parser.add_argument("out", type=Path, help="where to write; training goes on from here")
    parser.add_argument("--inputs", type=Path, help="the folder of outside files, if at hand")
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args()
    torch.set_num_threads(chosen.threads)
    chosen.out.mkdir(parents=True, exist_ok=True)
    first = public(chosen.data).train
    everything = first | own(chosen.data, chosen.inputs).train
    kept = _vocabulary(first, chosen.out)
    torch.manual_seed(chosen.seed)
    model = Model(original(weights(), kept))
    tools = Tools(
        Tokenizer.from_file(str(chosen.out / "tokenizer.json")), Teacher(chosen.out / "teacher.pt")
    )
    train(Run(model, ALL, chosen.out), everything, tools, chosen.seed)
    torch.save(model.state_dict(), chosen.out / "model.pt")
    return 0


def _vocabulary(sets: dict[str, list[Said]], out: Path) -> list[int]:
    """Return the pieces kept, chosen once for all stages."""
    path = out / "kept.json"
    if not path.exists():
        kept = choose(weights(), [each.text for said in sets.values() for each in said])
        path.write_text(json.dumps(kept))
        write(weights(), kept, out / "tokenizer.json")
    found: list[int] = json.loads(path.read_text())
    return found


if __name__ == "__main__":
    raise SystemExit(main())
