"""The name component on a plain tokenizer: labels, windows, boundaries, the same answer every time."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

from kg.errors import PipelineError
from kg.parse.ner import VECTORS, NameModel

STORY = (
    "Ministers meet in Lisbon\n\n"
    "Angela Merkel flew to Lisbon on Tuesday and met Portugal's prime minister, António Costa.\n\n"
    "Siemens will build two factories near Porto, the Financial Times reported. Merkel's office said nothing."
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    language = spacy.blank("en")
    language.add_pipe("kg_ner")
    return language


def names(doc: Doc) -> list[tuple[str, str]]:
    return [(span.text, span.label_) for span in doc.ents]


def test_a_story(nlp: Language) -> None:
    assert names(nlp(STORY)) == [
        ("Lisbon", "GPE"),
        ("Angela Merkel", "PERSON"),
        ("Lisbon", "GPE"),
        ("Portugal", "GPE"),
        ("António Costa", "PERSON"),
        ("Siemens", "ORG"),
        ("Porto", "GPE"),
        ("Financial Times", "ORG"),
        ("Merkel", "PERSON"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Olumide Adeyemi, head of Zentrix, arrived.", ("Olumide Adeyemi", "PERSON")),
        ("The company Zentrix Holdings sold its shares.", ("Zentrix Holdings", "ORG")),
        ("Nguyen Thi Hoa was elected on Sunday.", ("Nguyen Thi Hoa", "PERSON")),
        ("Russian troops left the town.", ("Russian", "NORP")),
        ("The U.S. dollar fell.", ("U.S.", "GPE")),
        ("Ships crossed the Black Sea.", ("Black Sea", "LOC")),
    ],
)
def test_names_of_all_kinds(nlp: Language, text: str, expected: tuple[str, str]) -> None:
    assert expected in names(nlp(text))


@pytest.mark.parametrize(
    "text", ["", " ", "\n\n", "They told us that it may rain.", "He paid 400 dollars on 14 February 2011."]
)
def test_texts_without_names(nlp: Language, text: str) -> None:
    assert names(nlp(text)) == []


def test_neighbours_do_not_change_an_answer(nlp: Language) -> None:
    texts = [STORY, "Bonn.", STORY * 3, "Peru and Chile signed."]
    alone = [nlp(text).to_json()["ents"] for text in texts]
    assert [doc.to_json()["ents"] for doc in nlp.pipe(texts, batch_size=3)] == alone
    assert [doc.to_json()["ents"] for doc in nlp.pipe(reversed(texts))] == alone[::-1]


def test_a_long_text_is_read_to_its_end(nlp: Language) -> None:
    doc = nlp("Work went on slowly , day by day , " * 200 + "until Siemens called.")
    assert ("Siemens", "ORG") in names(doc)


def test_names_replace_what_was_there_and_survive_storage(nlp: Language) -> None:
    doc = nlp.make_doc("Angela Merkel spoke on Friday.")
    doc.ents = [doc.char_span(23, 29, label="DATE")]
    doc = nlp.get_pipe("kg_ner")(doc)
    assert names(doc) == [("Angela Merkel", "PERSON")]
    [again] = DocBin(store_user_data=True, docs=[doc]).get_docs(nlp.vocab)
    assert names(again) == names(doc)


def test_vectors_are_kept_on_request() -> None:
    language = spacy.blank("en")
    language.add_pipe("kg_ner", config={"vectors": True})
    doc = language("Siemens grew.  Fast.")
    table = doc.user_data[VECTORS]
    assert table.shape == (len(doc), 384)
    assert [bool(np.any(row)) for row in table] == [not token.is_space for token in doc]
    assert Doc(language.vocab).from_bytes(doc.to_bytes()).user_data[VECTORS].shape == table.shape


def test_sentences_keep_together(nlp: Language) -> None:
    """A sentence set by the pipeline is never cut while it fits a window."""
    language = spacy.blank("en")
    language.add_pipe("sentencizer")
    language.add_pipe("kg_ner")
    doc = language("Rain fell all day . " * 60 + "Ada Okafor left.")
    assert ("Ada Okafor", "PERSON") in names(doc)


def test_a_missing_model_is_one_clear_line(tmp_path: Path) -> None:
    with pytest.raises(PipelineError, match="does not load") as caught:
        NameModel.load(tmp_path)
    assert "\n" not in str(caught.value)
