"""Which of BERT's 30,522 word pieces the model keeps, and the tokenizer that knows only those.

Half of the original's bytes are word embeddings, most of them of names, numbers and scripts that
no English sales talk holds. A word whose piece is dropped is spelled by smaller pieces; since all
single letters stay, there is always a spelling.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tokenizers import Tokenizer

KEPT = 12_288
SPECIALS = ("[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]")
_COMMON = 30_000.0
"""How much the original's order, which is by frequency, counts beside what we have counted."""


def choose(folder: Path, texts: Iterable[str], kept: int = KEPT) -> list[int]:
    """Return the numbers of the pieces to keep, in the original's order."""
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    counts: Counter[int] = Counter()
    for encoding in tokenizer.encode_batch(list(texts), add_special_tokens=False):
        counts.update(encoding.ids)
    vocabulary = tokenizer.get_vocab()
    score = {number: counts[number] + _prior(piece, number) for piece, number in vocabulary.items()}
    return sorted(sorted(score, key=lambda number: (-score[number], number))[:kept])


def _prior(piece: str, number: int) -> float:
    if piece in SPECIALS or (len(piece.removeprefix("##")) == 1 and piece.isascii()):
        return float("inf")
    if piece.startswith("[unused") or not piece.isascii():
        return -1.0
    return _COMMON / (number - 900) if number > 1_000 else 1.0


def write(folder: Path, kept: list[int], target: Path) -> None:
    """Write the tokenizer of the kept pieces, renumbered in their order."""
    content = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))
    pieces = {number: piece for piece, number in content["model"]["vocab"].items()}
    content["model"]["vocab"] = {pieces[number]: new for new, number in enumerate(kept)}
    numbers = content["model"]["vocab"]
    for added in content["added_tokens"]:
        added["id"] = numbers[added["content"]]
    for special in content["post_processor"]["special_tokens"].values():
        special["ids"] = [numbers[each] for each in special["tokens"]]
    content["truncation"] = content["padding"] = None
    target.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")), "utf-8")
