"""The encoder in plain PyTorch: BERT's layers as MiniLM has them, written so that it exports well.

The weights are all-MiniLM-L6-v2's (Apache-2.0): 6 layers, 384 wide, 12 heads. Equal to the
original within 1e-5 (tested). Word and position embeddings stay as they are in training; they are
half of the weights and the small sets that we have would only bend them.
"""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

WIDTH, LAYERS, HEADS, INNER, LONGEST = 384, 6, 12, 1536, 128
_EPSILON = 1e-12


class Layer(nn.Module):
    """Attention, then two dense layers, each added to its input and normed.

    Attention is spelled out: for sentences this short it trains a third faster than torch's own.
    """

    def __init__(self) -> None:
        super().__init__()
        self.mixed = nn.Linear(WIDTH, 3 * WIDTH)
        self.joined = nn.Linear(WIDTH, WIDTH)
        self.wide = nn.Linear(WIDTH, INNER)
        self.narrow = nn.Linear(INNER, WIDTH)
        self.norm_attention = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.norm_dense = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.drop = nn.Dropout(0.1)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """Take (sentences, tokens, width) and what attention adds for padding; return the same."""
        count, length, _ = x.shape
        mixed = self.mixed(x).view(count, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        near = mixed[0] @ mixed[1].transpose(2, 3) * (WIDTH // HEADS) ** -0.5 + bias
        seen = near.softmax(dim=-1).to(mixed.dtype) @ mixed[2]
        seen = seen.transpose(1, 2).reshape(count, length, WIDTH)
        x = self.norm_attention(x + self.drop(self.joined(seen)))
        dense: Tensor = self.narrow(functional.gelu(self.wide(x)))
        normed: Tensor = self.norm_dense(x + self.drop(dense))
        return normed


class Encoder(nn.Module):
    """Token numbers to one vector for every token."""

    def __init__(self, words: int, longest: int = LONGEST) -> None:
        super().__init__()
        self.word = nn.Embedding(words, WIDTH)
        self.position = nn.Embedding(longest, WIDTH)
        self.part = nn.Embedding(2, WIDTH)
        self.norm = nn.LayerNorm(WIDTH, eps=_EPSILON)
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        self.drop = nn.Dropout(0.1)

    def forward(self, ids: Tensor, parts: Tensor, mask: Tensor) -> Tensor:
        """Take (sentences, tokens) of token numbers, parts (0 or 1) and mask (1 where a token)."""
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.word(ids) + self.position(places)[None] + self.part(parts)
        x = self.drop(self.norm(x))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        return x


def original(folder: Path, kept: list[int], longest: int = LONGEST) -> Encoder:
    """Return MiniLM's own weights with the word embeddings of the tokens that are kept.

    It takes rows of up to ``longest`` tokens; the original goes to 512.
    """
    from safetensors.torch import load_file

    weights = load_file(folder / "model.safetensors")
    encoder = Encoder(len(kept), longest)
    state = {
        "word.weight": weights["embeddings.word_embeddings.weight"][kept],
        "position.weight": weights["embeddings.position_embeddings.weight"][:longest],
        "part.weight": weights["embeddings.token_type_embeddings.weight"],
        "norm.weight": weights["embeddings.LayerNorm.weight"],
        "norm.bias": weights["embeddings.LayerNorm.bias"],
    }
    for number in range(LAYERS):
        state |= _layer(weights, f"encoder.layer.{number}.", f"layers.{number}.")
    encoder.load_state_dict(state)
    return encoder


def _layer(weights: dict[str, Tensor], theirs: str, ours: str) -> dict[str, Tensor]:
    state: dict[str, Tensor] = {}
    for kind in ("weight", "bias"):
        parts = [weights[f"{theirs}attention.self.{n}.{kind}"] for n in ("query", "key", "value")]
        state[f"{ours}mixed.{kind}"] = torch.cat(parts)
        for name, place in (
            ("joined", "attention.output.dense"),
            ("norm_attention", "attention.output.LayerNorm"),
            ("wide", "intermediate.dense"),
            ("narrow", "output.dense"),
            ("norm_dense", "output.LayerNorm"),
        ):
            state[f"{ours}{name}.{kind}"] = weights[f"{theirs}{place}.{kind}"]
    return state
