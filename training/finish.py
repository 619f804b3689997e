"""Make the shipped files of a trained model: ``python -m training.finish DATA OUT [--inputs F]``.

OUT is the folder that ``training.train`` wrote to; the files go to ``OUT/model``: the graph, the
tokenizer, what they are, and each label's calibration and threshold. Copy them to
``src/theirside/reader/model`` and run ``python -m evals.reader … --write`` for the figures.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from dataclasses import asdict
from pathlib import Path

import torch
from tokenizers import Tokenizer

from theirside.reader.encoder import ABOUT, MODEL, TOKENIZER, Encoder
from theirside.reader.measured import LABELS
from training.batches import batch_of, batches, encode, targets
from training.calibrate import calibrated, emotions
from training.contract import FAMILIES
from training.corpus import own, public
from training.encoder import WIDTH
from training.encoder import original as start
from training.export import save
from training.model import Model
from training.ranges import ranges
from training.said import Said
from training.teacher import weights
from training.train import SEED

VERSION = "model-1"
_RANGED = 3_000
"""Training sentences over which the ranges are taken."""


def trained(out: Path) -> Model:
    """Return the model as it was trained, in full precision."""
    kept = json.loads((out / "kept.json").read_text(encoding="utf-8"))
    model = Model(start(weights(), kept))
    model.load_state_dict(torch.load(out / "model.pt", weights_only=True))
    model.eval()
    return model


def export(model: Model, said: list[Said], out: Path) -> Path:
    """Write graph, tokenizer and what they are; return their folder."""
    folder = out / "model"
    folder.mkdir(exist_ok=True)
    tokenizer = Tokenizer.from_file(str(out / TOKENIZER))
    encoded = encode(tokenizer, said)
    target, weight = targets(said)
    each = (batch_of(rows, encoded, target, weight) for rows in batches(encoded, 2048))
    save(model, ranges(model, each), folder / MODEL)
    (folder / TOKENIZER).write_bytes((out / TOKENIZER).read_bytes())
    about = {
        "version": VERSION,
        "model": hashlib.sha256((folder / MODEL).read_bytes()).hexdigest(),
        "tokenizer": hashlib.sha256((folder / TOKENIZER).read_bytes()).hexdigest(),
        "width": WIDTH,
        "outputs": [output(family.name, name) for family in FAMILIES for name in family.names],
    }
    (folder / ABOUT).write_text(json.dumps(about, indent=1) + "\n", encoding="utf-8")
    return folder


def output(family: str, name: str) -> str:
    """Return an output's name: a label's id, or what a public set calls it, with the set."""
    return name if family in ("judged", "felt", "role") else f"{family}:{name}"


def main() -> int:
    """Export, calibrate, and write what was calibrated."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--inputs", type=Path)
    chosen = parser.parse_args()
    torch.set_num_threads(2)
    ours = own(chosen.data, chosen.inputs)
    every = [e for part in (public(chosen.data).train | ours.train).values() for e in part]
    picked = random.Random(SEED).sample(every, min(_RANGED, len(every)))
    folder = export(trained(chosen.out), picked, chosen.out)
    aside = [*ours.tune["real"], *ours.tune["talks"]]
    encoder, felt = Encoder(folder), public(chosen.data).tune["goemotions"]
    figures = [*calibrated(encoder, aside), *emotions(encoder, felt)]
    lines = ",\n".join(json.dumps(asdict(each)) for each in figures)
    (folder / LABELS).write_text(f"[\n{lines}\n]\n", encoding="utf-8")
    size = (folder / MODEL).stat().st_size
    print(f"{folder}: {size / 1e6:.2f} MB, {len(figures)} labels")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
