"""How quick the trained model is, beside a base-size pipeline that does one task.

    python benchmarks/encoder.py [--model FOLDER] [--sentences 640] [--threads 2]

Needs torch and transformers (``requirements/training.lock``). The pipeline is transformers'
``text-classification`` over BERT-base with two classes; its weights are drawn by chance, which
costs the same time as trained ones. Both read the same sentences of GoEmotions' length (about 19
tokens), sorted by their number of tokens, 32 at a time, in turns; the model gives all labels, the
pipeline one.
Then one sentence at a time, and a process of its own from start to the first result.
"""

from __future__ import annotations

import argparse
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from theirside.reader.encoder import FOLDER, TOKENIZER, Encoder
from training.examples import written

FIRST = """
import resource, sys
from pathlib import Path
from theirside.reader.encoder import Encoder
Encoder(Path(sys.argv[1]), 2).see(["We lose two days every month."], ["How is it today?"])
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def texts(count: int, encoder: Encoder) -> list[str]:
    """Return that many sentences, sorted by their tokens; the same ones every time."""
    found = [each.text for each in written() if 8 <= len(each.text.split()) <= 22]
    chosen = random.Random(1).sample(found, count)
    length = {
        text: len(ids)
        for text, (ids, _) in zip(chosen, encoder.numbered(chosen, [""] * count), strict=True)
    }
    return sorted(chosen, key=lambda text: length[text])


def pipeline(vocabulary: Path) -> Callable[[list[str]], object]:
    """Return transformers' pipeline over a BERT-base with random weights."""
    import torch
    from transformers import (
        BertConfig,
        BertForSequenceClassification,
        PreTrainedTokenizerFast,
        TextClassificationPipeline,
    )

    tokenizer = PreTrainedTokenizerFast(
        tokenizer_file=str(vocabulary), pad_token="[PAD]", cls_token="[CLS]", sep_token="[SEP]"
    )
    model = BertForSequenceClassification(BertConfig(num_labels=2)).eval()
    ready = TextClassificationPipeline(model=model, tokenizer=tokenizer, device="cpu")

    def read(batch: list[str]) -> object:
        with torch.inference_mode():
            return ready(batch, batch_size=32)

    return read


def pace(read: Callable[[list[str]], object], said: list[str]) -> float:
    """Return sentences a second, 32 at a time."""
    started = time.perf_counter()
    for start in range(0, len(said), 32):
        read(said[start : start + 32])
    return len(said) / (time.perf_counter() - started)


def first(model: Path) -> tuple[float, float]:
    """Return seconds from a process's start to its first result, and its peak memory in MiB."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", FIRST, str(model)], capture_output=True, text=True, check=True
    )
    return time.perf_counter() - started, int(done.stdout) / 1024


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--model", type=Path, default=FOLDER)
    parser.add_argument("--sentences", type=int, default=640)
    parser.add_argument("--threads", type=int, default=2)
    chosen = parser.parse_args()
    starts = [first(chosen.model) for _ in range(5)]
    encoder = Encoder(chosen.model, chosen.threads)
    said = texts(chosen.sentences, encoder)
    ones = [_timed(encoder.see, [one], [""]) for one in said[::4]]
    import torch

    torch.set_num_threads(chosen.threads)
    base = pipeline(chosen.model / TOKENIZER)
    ours: list[float] = []
    theirs: list[float] = []
    whole: list[float] = []
    for _ in range(5):
        ours.append(pace(lambda batch: encoder.see(batch, [""] * len(batch)), said))
        theirs.append(pace(base, said[:: max(1, len(said) // 160)]))
        whole.append(len(said) / _timed(encoder.see, said, [""] * len(said)))
    together, all_, base_pace = (statistics.median(each) for each in (ours, whole, theirs))
    print(f"model, all labels, 32 at a time      {together:7.0f} sentences/s")
    print(f"model, all labels, all at once       {all_:7.0f} sentences/s")
    print(f"base-size pipeline, one task         {base_pace:7.1f} sentences/s")
    print(f"ratio, 32 at a time                  {together / base_pace:7.1f}")
    print(f"ratio, all at once                   {all_ / base_pace:7.1f}")
    print(f"one sentence, warm, p50              {statistics.median(ones) * 1e3:7.2f} ms")
    print(f"process start to first result        {statistics.median(s for s, _ in starts):7.2f} s")
    print(
        f"its peak memory                      {statistics.median(m for _, m in starts):7.0f} MiB"
    )
    return 0


def _timed(work: Callable[..., object], *given: object) -> float:
    started = time.perf_counter()
    work(*given)
    return time.perf_counter() - started


if __name__ == "__main__":
    sys.exit(main())
