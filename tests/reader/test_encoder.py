"""The shipped model at work: whole, checked, the same alone and in company, from any thread."""

from __future__ import annotations

import os
import shutil
import signal
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from theirside.errors import SettingsError
from theirside.reader.encoder import ABOUT, FOLDER, MODEL, TOKENIZER, Encoder, Seen

TEXTS = (
    "We lose two days every month to this.",
    "It's too dear.",
    "ok",
    "so uh we uh we never really know where the vans are you know",
    "Could you send me the price list, please?",
    "What happens if the oven stops on a Saturday, with forty orders on the wall and nobody in?",
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


def see(encoder: Encoder, *texts: str) -> Seen:
    return encoder.see(texts, ["How is it today?"] * len(texts))


def test_a_sentence_reads_the_same_alone_and_in_company_to_the_last_bit(encoder: Encoder) -> None:
    together = see(encoder, *TEXTS, *reversed(TEXTS))
    for number, text in enumerate(TEXTS):
        alone = see(encoder, text)
        assert np.array_equal(alone.logits[0], together.logits[number])
        assert np.array_equal(alone.logits[0], together.logits[-1 - number])
        assert np.array_equal(alone.embeddings[0], together.embeddings[number])


def test_threads_read_the_same(encoder: Encoder) -> None:
    expected = see(encoder, *TEXTS).logits
    with ThreadPoolExecutor(4) as pool:
        for found in pool.map(lambda _: see(encoder, *TEXTS).logits, range(12)):
            assert np.array_equal(found, expected)


def test_two_encoders_read_the_same_whatever_their_threads(encoder: Encoder) -> None:
    """Many enough that three threads share them, in parts of other sizes than one alone."""
    many = [f"{text} That was {number}." for number in range(30) for text in TEXTS]
    first, other = see(Encoder(threads=1), *many), see(Encoder(threads=3), *many)
    assert np.array_equal(first.logits, other.logits)
    assert np.array_equal(first.embeddings, other.embeddings)
    assert np.array_equal(see(encoder, many[77]).logits[0], first.logits[77])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="this system doesn't fork")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_process_forked_off_reads_too() -> None:
    shared = Encoder(threads=2)
    expected = see(shared, *TEXTS * 20).logits.sum()
    child = os.fork()
    if not child:  # leaves without pytest's ending, whatever comes, and doesn't wait for ever
        signal.alarm(120)
        with suppress(BaseException):
            os._exit(0 if see(shared, *TEXTS * 20).logits.sum() == expected else 1)
        os._exit(2)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_what_was_said_before_counts(encoder: Encoder) -> None:
    asked = encoder.see(["About two hours."], ["How long does that take you?"]).logits
    bare = encoder.see(["About two hours."], [""]).logits
    assert not np.allclose(asked, bare, atol=0.01)


def test_only_the_end_of_what_was_before_counts(encoder: Encoder) -> None:
    end = " ".join(["the van is late again"] * 40)
    near = encoder.see(["Yes."], [end]).logits
    far = encoder.see(["Yes."], ["Something else entirely. " + end]).logits
    assert np.array_equal(near, far)


def test_embeddings_have_length_one_and_alike_sentences_lie_near(encoder: Encoder) -> None:
    found = encoder.see(
        ["The delivery was late again.", "Again the goods arrived too late.", "My cat is black."],
        [""] * 3,
    ).embeddings
    assert np.allclose((found**2).sum(1), 1.0, atol=1e-5)
    assert found[0] @ found[1] > found[0] @ found[2] + 0.2


def test_no_sentences_give_nothing(encoder: Encoder) -> None:
    assert encoder.see([], []).logits.shape == (0, len(encoder.names))


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=400), st.text(max_size=400))
def test_any_text_gives_numbers(encoder: Encoder, text: str, before: str) -> None:
    found = encoder.see([text], [before])
    assert np.isfinite(found.logits).all()
    assert np.isfinite(found.embeddings).all()


def test_the_version_names_the_file(encoder: Encoder) -> None:
    assert encoder.version == f"{encoder.about['version']}.{encoder.about['model'][:6]}"


@pytest.mark.parametrize("name", [MODEL, TOKENIZER])
def test_a_damaged_file_is_refused_by_name(name: str, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "model")
    path = tmp_path / "model" / name
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(SettingsError, match=f"{name} is not the file that it should be"):
        see(Encoder(tmp_path / "model"), "Hello.")


@pytest.mark.parametrize("name", [MODEL, TOKENIZER, ABOUT])
def test_a_missing_file_is_named(name: str, tmp_path: Path) -> None:
    shutil.copytree(FOLDER, tmp_path / "model")
    (tmp_path / "model" / name).unlink()
    with pytest.raises(SettingsError, match=r"Install Theirside again\."):
        see(Encoder(tmp_path / "model"), "Hello.")
