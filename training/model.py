"""The encoder with its heads: one pass gives every label's logit and the sentence's embedding."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from training.contract import outputs
from training.encoder import WIDTH, Encoder


class Model(nn.Module):
    """What is trained and exported.

    The heads see the first token's vector beside the mean over the sentence's own tokens; the
    words before it are read along but not averaged in. The embedding is taught to stay where the
    original model puts the sentence, so that it serves search.
    """

    def __init__(self, encoder: Encoder, samples: int = 4, width: int | None = None) -> None:
        """Put heads on the encoder: as many outputs as the contract has, or ``width``."""
        super().__init__()
        self.encoder = encoder
        self.heads = nn.Linear(2 * WIDTH, width or outputs())
        self.turned = nn.Linear(WIDTH, WIDTH)
        self.drop = nn.Dropout(0.2)
        self.samples = samples
        with torch.no_grad():
            self.turned.weight.copy_(torch.eye(WIDTH))
            self.turned.bias.zero_()
            self.heads.weight.mul_(0.5)

    def forward(self, ids: Tensor, parts: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """Take (sentences, tokens) numbers; return logits and embeddings of length 1."""
        seen = self.encoder(ids, parts, mask)
        own = (mask * (1 - parts)).to(seen.dtype)[..., None]
        mean = (seen * own).sum(1) / own.sum(1)
        both = torch.cat([seen[:, 0], mean], dim=1)
        if self.training:
            logits = torch.stack([self.heads(self.drop(both)) for _ in range(self.samples)]).mean(0)
        else:
            logits = self.heads(both)
        embedding = self.turned(mean)
        length = (embedding * embedding).sum(1, keepdim=True).sqrt()
        return logits, embedding / length
