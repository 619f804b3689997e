"""Eight bits against full precision: ``python -m training.agreement DATA OUT [--inputs FOLDER]``.

OUT is where ``training.train`` and ``training.finish`` wrote to. Both read the test sentences of
GoEmotions and those labelled by hand; printed is how often they give the same verdict, how far
their probabilities are apart, how alike their embeddings are, and the macro-F1 of each.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from evals.scores import macro_f1, sigmoid
from theirside.reader.encoder import TOKENIZER, Encoder
from theirside.reader.measured import Measured, measured
from training.batches import batch_of, batches, encode, targets
from training.contract import FELT, JUDGED, places
from training.encoder import WIDTH
from training.finish import trained
from training.labelled import labelled
from training.model import Model
from training.said import Said
from training.sources import goemotions

_Array = np.ndarray


def whole(model: Model, tokenizer: Tokenizer, said: list[Said]) -> tuple[_Array, _Array]:
    """Return logits and embeddings in full precision."""
    encoded = encode(tokenizer, said)
    target, weight = targets(said)
    logits = np.zeros_like(target)
    embeddings = np.zeros((len(said), WIDTH), dtype=np.float32)
    with torch.inference_mode():
        for rows in batches(encoded, 4096):
            batch = batch_of(rows, encoded, target, weight)
            given, vectors = model(batch.ids, batch.parts, batch.mask)
            logits[rows], embeddings[rows] = given.numpy(), vectors.numpy()
    return logits, embeddings


def compared(name: str, both: list[_Array], holds: _Array, limits: _Array) -> None:
    """Print how two readings of the same sentences agree; both are probabilities."""
    small, full = both
    fired, should = small >= limits, full >= limits
    either = (fired | should).sum()
    print(
        f"{name:16} same verdict {np.mean(fired == should):.4f}, of those that fire "
        f"{(fired & should).sum() / max(1, either):.3f}; mean distance "
        f"{np.abs(small - full).mean():.4f}; macro-F1 {macro_f1(fired, holds):.3f} in bytes, "
        f"{macro_f1(should, holds):.3f} in full"
    )


def main() -> int:
    """Print the comparison."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--inputs", type=Path)
    chosen = parser.parse_args()
    torch.set_num_threads(2)
    encoder = Encoder(chosen.out / "model")
    figures = measured(chosen.out / "model")
    model, tokenizer = trained(chosen.out), Tokenizer.from_file(str(chosen.out / TOKENIZER))
    emotions = goemotions.goemotions(chosen.data, "test")
    real = labelled("test", chosen.data, chosen.inputs)
    for name, said in (("GoEmotions", emotions), ("real sentences", real)):
        seen = encoder.see([e.text for e in said], [e.before for e in said])
        logits, embeddings = whole(model, tokenizer, said)
        target, _ = targets(said)
        if name == "GoEmotions":
            part = places()[goemotions.TASK]
            both = [sigmoid(each[:, part]) for each in (seen.logits, logits)]
            compared(name, both, target[:, part], np.full(len(goemotions.EMOTIONS), 0.5))
        else:
            _labels(both=[seen.logits, logits], target=target, figures=dict(figures))
        print(f"{'':16} cosine of embeddings {(seen.embeddings * embeddings).sum(1).mean():.4f}")
    return 0


def _labels(both: list[_Array], target: _Array, figures: dict[str, Measured]) -> None:
    names = (*JUDGED, *FELT)
    columns = slice(places()["judged"].start, places()["felt"].stop)
    slopes = np.array([figures[name].slope for name in names])
    offsets = np.array([figures[name].offset for name in names])
    limits = np.array([figures[name].threshold for name in names])
    chances = [sigmoid(each[:, columns] * slopes + offsets) for each in both]
    compared("real sentences", chances, target[:, columns], limits)


if __name__ == "__main__":
    raise SystemExit(main())
