"""How wide the numbers run that flow into each dense layer, so that they fit into bytes.

Ranges are read off the training sentences once the weights are settled. A few channels of the
layers' inputs run much wider than the others; they are scaled down before they are quantised, and
the weights behind them up (Xiao 2023, SmoothQuant), so that the others keep their steps.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn

from training.batches import Batch
from training.model import Model

_EVEN = 0.7
"""How much of the unevenness moves into the weights, 0..1."""
_SMOOTHED = ("mixed", "wide", "heads", "turned")
_DENSE = (*_SMOOTHED, "joined", "narrow")


@dataclass(frozen=True, slots=True)
class Range:
    """What a layer's input is divided by, per channel and then as a whole, and where 0 lies."""

    smooth: np.ndarray
    smoothed: bool
    step: float
    zero: int


class Seen:
    """What has flowed into one layer: the extremes of each channel."""

    def __init__(self, width: int) -> None:
        self.low = torch.full((width,), torch.inf)
        self.high = torch.full((width,), -torch.inf)
        self.rows: list[Tensor] = []

    def add(self, x: Tensor) -> None:
        """Take in (tokens, channels)."""
        self.low = torch.minimum(self.low, x.amin(0))
        self.high = torch.maximum(self.high, x.amax(0))
        self.rows.append(x[:: max(1, len(x) // 64)])


def ranges(model: Model, batches: Iterable[Batch], clip: float = 0.99999) -> dict[str, Range]:
    """Return the range of every dense layer's input over those batches; padding is left out."""
    layers = {
        name.removeprefix("encoder."): layer
        for name, layer in model.named_modules()
        if isinstance(layer, nn.Linear) and name.rsplit(".", 1)[-1] in _DENSE
    }
    seen = {name: Seen(layer.in_features) for name, layer in layers.items()}
    mask = torch.ones(1, 1, dtype=torch.bool)

    def watch(name: str) -> object:
        def hook(_: nn.Module, inputs: tuple[Tensor, ...]) -> None:
            x = inputs[0]
            seen[name].add((x[mask] if x.dim() == 3 else x).float())

        return layers[name].register_forward_pre_hook(hook)

    hooks = [watch(name) for name in layers]
    model.eval()
    with torch.inference_mode():
        for batch in batches:
            mask = batch.mask.bool()
            model(batch.ids, batch.parts, batch.mask)
    for hook in hooks:
        hook.remove()  # type: ignore[attr-defined]
    return {name: _range(name, layers[name], each, clip) for name, each in seen.items()}


def _range(name: str, layer: nn.Linear, seen: Seen, clip: float) -> Range:
    smoothed = name.rsplit(".", 1)[-1] in _SMOOTHED
    widest = torch.maximum(seen.low.abs(), seen.high.abs()).clamp_min(1e-4)
    weight = layer.weight.detach().abs().amax(0).clamp_min(1e-4)
    smooth = (widest**_EVEN / weight ** (1 - _EVEN)) if smoothed else torch.ones_like(widest)
    rows = (torch.cat(seen.rows) / smooth).flatten()
    low = min(0.0, float(torch.quantile(rows[:: max(1, len(rows) // 4_000_000)], 1 - clip)))
    high = max(0.0, float(torch.quantile(rows[:: max(1, len(rows) // 4_000_000)], clip)))
    step = (high - low) / 255.0
    return Range(smooth.numpy(), smoothed, step, round(-low / step))
