"""The comparison with a paper: its split, its figures, and that training takes other families."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest

from training.epitome import FAMILIES, LIMITS, PAPER, PLAIN, best_share, holds, lines, undone
from training.said import Said
from training.sources.epitome import LEVELS, MECHANISMS, epitome, split_of


def reply(number: int, *levels: int) -> Said:
    gold = {name: frozenset({LEVELS[n]}) for name, n in zip(MECHANISMS, levels, strict=True)}
    return Said(f"r{number}", f"p{number}", f"That sounds hard, {number}.", "I lost it.", gold=gold)


def write(folder: Path, levels: list[tuple[int, int, int]], shift: int = 0) -> None:
    (folder / "epitome").mkdir()
    for place, name in enumerate(MECHANISMS.values()):
        with (folder / "epitome" / name).open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file)
            rows.writerow("sp_id rp_id seeker_post response_post level rationales".split())
            for number, each in enumerate(levels):
                ids = [f"p{number // 2}", f"r{number + shift * place}"]
                rows.writerow([*ids, "I lost it.", "That sounds hard.", each[place], ""])


def test_replies_to_a_post_stay_on_one_side_and_none_is_lost(tmp_path: Path) -> None:
    write(tmp_path, [(n % 3, 0, 2) for n in range(400)])
    parts = {name: epitome(tmp_path, name) for name in ("train", "valid", "test")}
    assert sum(map(len, parts.values())) == 400
    posts = [{each.conversation for each in said} for said in parts.values()]
    assert len(frozenset().union(*posts)) == sum(map(len, posts))
    assert 0.6 < len(parts["train"]) / 400 < 0.9
    assert all(split_of(each.conversation) == "test" for each in parts["test"])
    one = parts["train"][0]
    assert (one.text, one.before) == ("That sounds hard.", "I lost it.")
    assert one.gold["explorations"] == {"strong"}


def test_files_that_do_not_belong_together_are_refused(tmp_path: Path) -> None:
    write(tmp_path, [(0, 1, 2)] * 4, shift=1)
    with pytest.raises(ValueError, match="reply 0 is not the same"):
        epitome(tmp_path, "train")


def test_undoing_the_weights_makes_rare_levels_rarer() -> None:
    logits, lean = np.array([[0.0, 0.1, 0.2]]), np.array([0.5, 1.0, 4.0])
    assert undone(logits, lean, 0.0).argmax() == 2
    assert undone(logits, lean, 1.0).argmax() == 0


def test_as_much_is_undone_as_reads_best() -> None:
    said = [reply(n, n % 3, n % 3, n % 3) for n in range(30)]
    lean = dict.fromkeys(MECHANISMS, np.array([0.5, 1.0, 4.0]))
    right = holds(said)
    straight = {name: np.eye(3)[each] * 0.3 for name, each in right.items()}
    assert best_share(straight, lean, said) == 0.0
    heavy = {name: each + np.log(lean[name]) for name, each in straight.items()}
    assert best_share(heavy, lean, said) == 1.0


def test_the_table_has_both_figures_of_every_mechanism_beside_the_others() -> None:
    right = holds([reply(n, n % 3, 0, n % 2) for n in range(30)])
    found = lines(right, right)
    assert len(found) == 1 + 2 * len(MECHANISMS)
    assert found[1].split()[:4] == ["reactions", "accuracy", "1.000", "(1.000-1.000)"]
    assert all(f"{PAPER[name][1]:.2f}    {PLAIN[name][1]:.2f}" in " ".join(found) for name in PLAIN)


class Still:
    """A teacher who wants every sentence in the same place."""

    def embeddings(self, said: list[Said]) -> object:
        torch = pytest.importorskip("torch")
        return torch.full((len(said), 384), 384**-0.5)


def words() -> object:
    """Return a tokenizer that knows few words."""
    from tokenizers import Tokenizer, models, pre_tokenizers

    known = {each: n for n, each in enumerate("[PAD] [UNK] [CLS] [SEP] That sounds lost".split())}
    tokenizer = Tokenizer(models.WordLevel(known, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return tokenizer


def test_training_takes_other_families_and_goes_on_where_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch = pytest.importorskip("torch")
    from training import encoder, train
    from training.contract import outputs
    from training.epitome import logits_of, stage
    from training.model import Model

    monkeypatch.setattr(encoder, "LAYERS", 1)
    monkeypatch.setattr(train, "TOKENS", 1024)
    monkeypatch.setattr(train, "SAVE_EVERY", 2)
    short = [reply(n, n % 3, n % 2, 0) for n in range(12)]
    said = [Said(e.id, e.conversation, e.text * 30, e.before * 30, gold=e.gold) for e in short]
    tools = train.Tools(words(), Still(), LIMITS)  # type: ignore[arg-type]

    def run(folder: str, stop: int | None = None) -> dict[str, np.ndarray]:
        torch.manual_seed(1)
        model = Model(encoder.Encoder(7, sum(LIMITS) + 3), width=outputs(FAMILIES))
        (tmp_path / folder).mkdir(exist_ok=True)
        begun = train.Run(model, stage(1), tmp_path / folder, FAMILIES)
        learn = begun.learn

        def learning(*given: object) -> float:
            if begun.step == stop:
                raise KeyboardInterrupt
            return learn(*given)  # type: ignore[arg-type]

        monkeypatch.setattr(begun, "learn", learning)
        train.train(begun, {"epitome": said}, tools, 1)
        return logits_of(model, tools, said)

    whole = run("whole")
    with pytest.raises(KeyboardInterrupt):
        run("parts", stop=5)
    parts = run("parts")
    for name in MECHANISMS:
        assert whole[name].shape == (len(said), len(LEVELS))
        assert np.array_equal(whole[name], parts[name])
