"""Names from marked words, and the chains they form; Docs built by hand, no model."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc, Span

from kg.extract.chains import link_names
from kg.extract.names import read_names
from kg.gazetteer import Gazetteer

VOCAB = spacy.blank("en").vocab
LABELS = {"P": "PERSON", "O": "ORG", "G": "GPE", "N": "NORP", "E": "EVENT", "D": "PRODUCT",
          "F": "FAC", "W": "WORK_OF_ART"}  # fmt: skip


@pytest.fixture(scope="module")
def gazetteer() -> Gazetteer:
    return Gazetteer.load()


def build(marked: str) -> Doc:
    """ "[P:Ada Byron] met N*Byron .": names in brackets with their label; a word with "N*" is tagged a noun, each other
    capitalised one a proper noun. Each sentence ends with a full stop."""
    words: list[str] = []
    spans: list[tuple[int, int, str]] = []
    for part in marked.replace("[", "\n[").replace("]", "]\n").split("\n"):
        if part.startswith("["):
            label, _, text = part[1:-1].partition(":")
            spans.append((len(words), len(words) + len(text.split()), LABELS[label]))
            words += text.split()
        else:
            words += part.split()
    nouns = [word.startswith("N*") for word in words]
    texts = [word.removeprefix("N*") for word in words]
    proper = [text[:1].isupper() and text != "The" and not noun for text, noun in zip(texts, nouns, strict=True)]
    pos = ["PROPN" if own else "NOUN" if noun else "PUNCT" if not text.isalnum() else "X"
           for own, noun, text in zip(proper, nouns, texts, strict=True)]  # fmt: skip
    starts = [i == 0 or texts[i - 1] == "." for i in range(len(texts))]
    heads = [max(j for j in range(i + 1) if starts[j]) for i in range(len(texts))]
    doc = Doc(VOCAB, words=texts, pos=pos, heads=heads, deps=["ROOT" if start else "dep" for start in starts])
    doc.ents = [Span(doc, start, end, label=label) for start, end, label in spans]
    return doc


def chains(marked: str, gazetteer: Gazetteer) -> set[str]:
    """Each chain as its names in order, without repetition."""
    found = link_names(read_names(build(marked), gazetteer))
    return {" = ".join(dict.fromkeys(node.text for node in chain.nodes)) for chain in found}


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        # two names joined by a hyphen
        ("The [O:Halvorsen - Kestrel] talks failed . [O:Halvorsen] left [O:Kestrel] .", {"Halvorsen", "Kestrel"}),
        ("A [P:Merkel - Blair] summit . [P:Angela Merkel] met [P:Tony Blair] .",
         {"Merkel = Angela Merkel", "Blair = Tony Blair"}),
        ("The [N:Sino - Indian] border . [G:India] and [G:China] talk .", {"Sino = China", "Indian = India"}),
        ("Sino - [N:Indian] trade .", {"Sino", "Indian"}),
        # that hold together
        ("[O:Halvorsen - Kestrel] left . [O:Kestrel] stays .", {"Halvorsen - Kestrel", "Kestrel"}),
        ("The [E:Russo - Turkish War] of 1877 . [G:Russia] won .", {"Russo - Turkish War", "Russia"}),
        ("[P:Jean - Luc Dupont] spoke .", {"Jean - Luc Dupont"}),
        # counted crowds
        ("Some [O:2mn Basques] and [N:40 Bretons] spoke .", {"Basques", "Bretons"}),
        ("[O:7 News] and [O:3M Company] spoke .", {"7 News", "3M Company"}),
        # words that the recogniser overlooked
        ("N*Kestrel unveils a phone . [O:Kestrel] is glad .", {"Kestrel"}),
        ("It was N*Works , not us . [P:Ada Works] left .", {"Works = Ada Works"}),
        ("N*Works stopped . [P:Ada Works] left .", {"Ada Works"}),
        ("It Was N*Works Here . [P:Ada Works] left .", {"Ada Works"}),
        # short forms
        ("[O:Varna Air Lines] ( [O:VRN] ) flies . [O:VRN] lands .", {"Varna Air Lines = VRN"}),
        ("[O:Varna Air Lines] ( [O:XQ] ) flies .", {"Varna Air Lines", "XQ"}),
        ("[O:VDSC] sold . [O:Varna Defence and Space Council Company] grew .",
         {"VDSC = Varna Defence and Space Council Company"}),
        ("[O:VDW] opened . The [E:Varna Developers Week] began .", {"VDW = Varna Developers Week"}),
        ("[O:Kestrel] grew . [O:Kestrel Computer] sold [D:Kestrel One] .",
         {"Kestrel = Kestrel Computer", "Kestrel One"}),
        ("[O:Kestrel] grew . [O:Kestrel Computer] sued [O:Kestrel Records] .",
         {"Kestrel", "Kestrel Computer", "Kestrel Records"}),
        ("[O:League for Order] ( [O:RVO] ) won . [O:RVO] rules .", {"League for Order = RVO"}),
        ("[O:Varna Air Lines] , also known as [O:Condor] , flies . [O:Condor] lands .", {"Varna Air Lines = Condor"}),
        ("[O:Varna Air Lines] , or [O:VAL] , flies .", {"Varna Air Lines = VAL"}),
        ("[O:Varna Air Lines] or [O:Condor] flies .", {"Varna Air Lines", "Condor"}),
        ("[O:Varna Kestrels] lost . The [O:Kestrels] left .", {"Varna Kestrels = Kestrels"}),
        ("[O:Varna Police] came . [O:Police] left .", {"Varna Police", "Police"}),
        ("[O:Varna Kestrels] beat [O:Lom Kestrels] . The [O:Kestrels] left .",
         {"Varna Kestrels", "Lom Kestrels", "Kestrels"}),
        ("[F:Orlin Airport] shut . [F:Orlin] opens .", {"Orlin Airport = Orlin"}),
        ("[D:Condor 9] flew . [P:Condor] fell .", {"Condor 9 = Condor"}),
        ("[D:Kestrel Condor 9] flew . The [D:Condor 9] fell .", {"Kestrel Condor 9 = Condor 9"}),
        # surnames of several words, second surnames, sons
        ("[P:Joost van den Brink] spoke . [P:Van den Brink] left .", {"Joost van den Brink = Van den Brink"}),
        ("[P:Ada Byron - Holt] spoke . [P:Byron - Holt] left .", {"Ada Byron - Holt = Byron - Holt"}),
        ("[P:Ana Ruiz Pardo] spoke . [P:Ruiz] left .", {"Ana Ruiz Pardo = Ruiz"}),
        ("[P:Jón Ingi Helgason] spoke . [P:Jón Ingi] left .", {"Jón Ingi Helgason = Jón Ingi"}),
        ("[P:Robert Holt Jr.] spoke . [P:Holt] left .", {"Robert Holt Jr. = Holt"}),
        # a surname stays with whom it was used for
        ("[P:Adam Holt] spoke . [P:Holt] left . [P:Dora Holt] came . [P:Holt] smiled .",
         {"Adam Holt = Holt", "Dora Holt"}),
        ("[P:Holt] wins again . [P:Adam Holt] spoke . [P:Dora Holt] came .", {"Holt = Adam Holt", "Dora Holt"}),
        # names cut apart or too long
        ("[P:Joost van der] Meer spoke .", {"Joost van der Meer"}),
        ("The [O:Central Bank] of the [G:Republic of Lom] cut rates .", {"Central Bank of the Republic of Lom"}),
        ("The [O:Kestrel Club] of [G:Lom] won .", {"Kestrel Club", "Lom"}),
        ("The [O:Lom District Court of] charges .", {"Lom District Court"}),
        ('[P:Adam] " [P:Iron Fist " Holt] spoke .', {'Adam " Iron Fist " Holt'}),
        ("Abu [P:Yusuf al-Masri] spoke .", {"Abu Yusuf al-Masri"}),
        ('He read " The [G:Garden] at [G:Lom] in Spring " .', {"Garden at Lom in Spring"}),
        ('He said " [G:Lom] is calm " .', {"Lom"}),
        ("[P:Morrow] & [P:Fenster] sued .", {"Morrow & Fenster"}),
        ("The MP for [G:Lom North] and [G:Varna] spoke .", {"Lom North and Varna"}),
        ("The [O:Casa] de la [G:Ribera] and [O:Junts per] [G:Ribera] agree .",
         {"Casa de la Ribera", "Junts per Ribera"}),
        ("[P:Joost Meer of] [O:Kestrel] spoke .", {"Joost Meer", "Kestrel"}),
        ("She left for [G:Lom] and [G:Varna] .", {"Lom", "Varna"}),
        ("[P:Tom] & [P:Jerry] ran .", {"Tom", "Jerry"}),
        ("[G:Lom] Police came .", {"Lom Police"}),
        ("He left on [W:Monday] .", set()),
    ],
)  # fmt: skip
def test_names_and_their_chains(marked: str, expected: set[str], gazetteer: Gazetteer) -> None:
    assert chains(marked, gazetteer) == expected


def test_a_full_name_joins_the_short_one_that_the_knowledge_base_knows(gazetteer: Gazetteer) -> None:
    assert chains("[O:Siemens] grew . [O:Siemens Werke] sold .", gazetteer) == {"Siemens = Siemens Werke"}
    apart = chains("[O:Siemens] grew . [O:Siemens AG] sold . [O:Siemens Werke] sued .", gazetteer)
    assert apart == {"Siemens = Siemens AG", "Siemens Werke"}


def types(marked: str, gazetteer: Gazetteer) -> dict[str, str]:
    return {node.text: node.type.value for node in read_names(build(marked), gazetteer)}


@pytest.mark.parametrize(
    ("marked", "name", "type"),
    [
        # the name's own words
        ("He saw [G:Lom Museum] .", "Lom Museum", "Facility"),
        ("He saw [G:Lom Park] .", "Lom Park", "Place"),
        ("He played at [O:Estadio Nuevo] .", "Estadio Nuevo", "Facility"),
        ("They held [P:Wadi Halim] .", "Wadi Halim", "Place"),
        ("They joined [G:Lom Valley Community] .", "Lom Valley Community", "Organization"),
        ("They signed the [O:Lom - Varna Agreement] .", "Lom - Varna Agreement", "Work"),
        ("[P:Hale Fenster & Morrow] sued .", "Hale Fenster & Morrow", "Organization"),
        ("[P:Junts per Ribera] won .", "Junts per Ribera", "Organization"),
        ("[P:DeepLark] grew .", "DeepLark", "Organization"),
        ("[P:McLark] ran .", "McLark", "Person"),
        ("[P:DeLark] ran .", "DeLark", "Person"),
        ("The mission , [P:MONUVAR] , left .", "MONUVAR", "Organization"),
        ("[P:HOLT] WINS AGAIN .", "HOLT", "Person"),
        # what stands beside it
        ("He joined [G:Los Lobatos] , a N*faction of them .", "Los Lobatos", "Organization"),
        ("They live in [P:Termina Imora] , he said .", "Termina Imora", "Place"),
        ("They believe in [P:Ada Imora] , he said .", "Ada Imora", "Person"),
        # the article's other names
        ("[F:Orlin Airport] shut . [P:Orlin] opens .", "Orlin", "Facility"),
        ("[O:Junts per Ribera] won . [P:Junts] rules .", "Junts", "Organization"),
        ("[O:Varna Air Lines] grew . [P:VAL] flies .", "VAL", "Organization"),
        ("[O:Orlin Airlines] grew . [P:Ada Orlin] spoke . [P:Orlin] left .", "Orlin", "Person"),
        ("[O:Paul Fenster] spoke . Mr [P:Fenster] left .", "Paul Fenster", "Person"),
        ("[O:Paul Fenster] grew . It sells [P:Fenster] .", "Paul Fenster", "Organization"),
    ],
)  # fmt: skip
def test_of_what_type_a_name_is(marked: str, name: str, type: str, gazetteer: Gazetteer) -> None:
    assert types(marked, gazetteer)[name] == type
