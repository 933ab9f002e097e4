"""The course of training on a handful of words: it learns, it resumes, and its export answers as it does."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

torch = pytest.importorskip("torch", reason="needs the dependency group `training`")
pytest.importorskip("onnx", reason="needs the dependency group `training`")

from kg.parse.ner_windows import PAD, Pieces  # noqa: E402
from training import encoder  # noqa: E402
from training.augment import NamePool  # noqa: E402
from training.batches import batches, example, examples, hide, pack  # noqa: E402
from training.corpus import IGNORED, Text, read_text  # noqa: E402
from training.loop import Recipe, train  # noqa: E402
from training.measure import measure, torch_reader  # noqa: E402

SENTENCES = ("Ada Okafor met Siemens in Peru.", "Siemens left Peru.", "Ada Okafor stayed.")


@pytest.fixture
def pieces() -> Pieces:
    return Pieces(lambda word: [200 + sum(map(ord, word)) % 700])


def texts(domain: int) -> list[Text]:
    made = []
    for i, sentence in enumerate(SENTENCES * 4):
        gold = [
            (sentence.index(name), sentence.index(name) + len(name), label)
            for name, label in (("Ada Okafor", "PERSON"), ("Siemens", "ORG"), ("Peru", "GPE"))
            if name in sentence
        ]
        made.append(read_text(f"t{i}", sentence, gold, domain=domain))
    return made


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """One layer instead of six."""
    monkeypatch.setattr(encoder, "DEPTH", 1)
    monkeypatch.setattr(encoder, "VOCABULARY", 1000)


def run(pieces: Pieces, folder: Path, recipe: Recipe) -> encoder.Tagger:
    torch.manual_seed(1)
    return train(encoder.Tagger(), texts(0), texts(1), pieces, recipe, folder / "c.pt", lambda *_: None).eval()


def test_only_first_pieces_are_scored(pieces: Pieces) -> None:
    ids, shapes, targets, domain = example(["Peru", "fell"], [7, 0], 1, Pieces(lambda word: [300, 301]))
    assert targets == [IGNORED, 7, IGNORED, 0, IGNORED, IGNORED]
    packed = pack([(ids, shapes, targets, domain), (ids[:2], shapes[:2], targets[:2], 0)])
    assert packed[0].shape == packed[1].shape == packed[2].shape == (2, 16)
    assert packed[0][1, 2:].eq(PAD).all()
    assert packed[2][1, 2:].eq(IGNORED).all()
    assert packed[3].tolist() == [1, 0]


def test_an_epoch_has_every_word_once(pieces: Pieces) -> None:
    made = examples(texts(0), NamePool.of([]), pieces, random.Random(2))
    assert sum(tag != IGNORED for _, _, targets, _ in made for tag in targets) == sum(len(t.words) for t in texts(0))
    packed = list(batches(made, 64, random.Random(2)))
    assert sorted(len(row[0]) for batch in packed for row in batch) == sorted(len(row[0]) for row in made)


def test_masking_spares_the_frame() -> None:
    assert hide([101, 500, 102, 0], 1.0, random.Random(0)) == [101, 103, 102, 0]


@pytest.mark.usefixtures("small")
def test_it_learns_resumes_and_exports(pieces: Pieces, tmp_path: Path) -> None:
    recipe = Recipe(steps=60, horizon=80, size=200, encoder_rate=1e-3, masked=0.0, average=0.9, warmup=5)
    model = run(pieces, tmp_path, recipe)
    found = measure(texts(0)[:3], torch_reader(model, pieces))
    assert found["ALL"].f1 > 0.9
    again = run(pieces, tmp_path, recipe)  # finished: the checkpoint alone gives the model
    assert all(a.equal(b) for a, b in zip(model.parameters(), again.parameters(), strict=True))
    with pytest.raises(SystemExit, match="another recipe"):
        run(pieces, tmp_path, Recipe(steps=61))
