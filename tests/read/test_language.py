"""Which articles are refused as not English, which are read with a warning, and which without a word. The articles in
`foreign/` were written for this, one or two a language, with invented names."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path

import pytest

from kg.errors import LanguageError
from kg.read import Failure, Reading, read
from kg.read.language import judge_language
from kg.read.lexicon import lexicon, without_accents

FOREIGN = Path(__file__).parent / "foreign"
CALLED = {
    "de": "German", "fr": "French", "es": "Spanish", "pt": "Portuguese", "it": "Italian", "nl": "Dutch",
    "id": "Indonesian", "ht": "Haitian Creole", "pcm": "Nigerian Pidgin", "ru": "Russian", "uk": "Ukrainian",
    "bg": "Bulgarian", "ar": "Arabic", "fa": "Persian", "ur": "Urdu", "zh": "Chinese", "ja": "Japanese", "ko": "Korean",
}  # fmt: skip


def foreign_articles() -> Iterator[tuple[str, str]]:
    for file in sorted(FOREIGN.glob("*.txt")):
        for text in file.read_text(encoding="utf-8").split("* * *"):
            yield file.stem, text.strip()


ARTICLES = list(foreign_articles())


def sentences(text: str) -> list[str]:
    return re.split(r"(?<=[.!?])\s+", text)


def article_in(code: str) -> str:
    return next(text for found, text in ARTICLES if found == code)


ENGLISH = """The council of Elmsford voted on Tuesday to build a new bridge across the harbour after a long debate.
Thirty members were in favour of the plan, twelve were against it and three did not vote. Mayor Trudy Wellman called it
a good day for the whole region. Work is to begin next spring and will take about four years. A third of the money will
come from the state, and the city has to find the rest by itself. Critics say that this is too much, because two schools
have to be repaired at the same time. People who live on the north bank fear that traffic will be led through their
streets. A decision is expected once the report has been published.""".replace("\n", " ")


ITALIAN = sentences(article_in("it"))


@pytest.mark.parametrize(
    "form",
    [
        pytest.param(lambda text: text, id="as it is"),
        pytest.param(without_accents, id="without accents"),
        pytest.param(str.upper, id="capitals"),
        pytest.param(lambda text: without_accents(text.upper()), id="capitals without accents"),
        pytest.param(str.title, id="title case"),
        pytest.param(lambda text: re.sub(r"(.{50,60}) ", r"\1\n", text), id="hard wraps"),
        pytest.param(lambda text: " ".join(sentences(text)[:3]), id="three sentences"),
        pytest.param(lambda text: "Home\nSign in\nAll rights reserved\n" + text, id="menu in English"),
        pytest.param(
            lambda text: text + '\n"We have not seen any of this before, and it is not ours," she said.', id="q"
        ),
    ],
)
@pytest.mark.parametrize(("code", "text"), [pytest.param(*row, id=f"{row[0]}{i}") for i, row in enumerate(ARTICLES)])
def test_articles_in_other_languages_are_refused(code: str, text: str, form: Callable[[str], str]) -> None:
    with pytest.raises(LanguageError) as refused:
        judge_language(form(text), "a.txt")
    assert "\n" not in str(refused.value)
    assert str(refused.value).startswith("a.txt: the article is in ")


@pytest.mark.parametrize(("code", "name"), CALLED.items())
def test_the_language_is_named(code: str, name: str) -> None:
    for text in (text for found, text in ARTICLES if found == code):
        with pytest.raises(LanguageError, match=f"is in {name}.*give a translation"):
            judge_language(text, "a.txt")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("قال رئيس شركة Norvik Energy إن Peter Holm سيغادر منصبه في Ostrava نهاية العام.", "Arabic"),
        ("Norvik Energy社は火曜日、Peter Holm氏が来月末でCEOを退任すると発表した。", "Japanese"),
        (
            "Veldzicht wint met 2-0 van Boskamp. Het elftal van trainer Joris Hamer staat nu op de derde plaats.",
            "Dutch",
        ),
        (
            "The President don talk say fuel price no go come down this year. The labour people no gree, they say "
            "workers don suffer reach. For Okrika, plenty motor no dey road on Monday because drivers dey strike. One "
            "trader, Mama Kemi, tell our reporter say market don dry and nobody dey buy anything.",
            "Nigerian Pidgin",
        ),
    ],
)
def test_names_and_loans_from_english_do_not_hide_another_language(text: str, name: str) -> None:
    with pytest.raises(LanguageError, match=name):
        judge_language(text, "a.txt")


def test_german_as_machines_without_umlauts_write_it() -> None:
    for changes in ({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"}, {"ä": "a", "ö": "o", "ü": "u", "ß": "ss"}):
        text = "Über den Plan für die Brücke hat der Rat nur kurz geredet. Er will später darüber abstimmen."
        with pytest.raises(LanguageError, match="German"):
            judge_language(text.translate(str.maketrans(changes)), "a.txt")


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        ENGLISH.upper(),
        "Yes",
        "",
        "12 14 15",
        "Signed at Last",
        "Holm meets Lacroix in Ostrava",
        "President Rodrigo Salvaterra visited Porto do Norte, the Palácio da Barra said.",
        "Zbigniew Kowalczyk, Władysław Brzozowski, Jarosław Więcek, Mieczysław Żurek and Andrzej Łoś met in Gdynia.",
        "Nguyen Van Loc, Tran Duc Minh and Le Kha Hung attend rites in Thanh Lam.",
        "Van der Meulen, De Wit, Van den Broek, Ten Cate and Van de Ven dine at De Kade in Den Burg.",
        "BANCO DE LA COSTA DEL SUR AND CAJA DE AHORROS Y MONTE DE PIEDAD DE VALDEMAR SIGN PACT",
        "Omar al-Hashim bin Said, Abu Nasr al-Din and Le Comte de la Tour are de facto allies: envoy",
        "SHR 12 CTS VS 13\nNET 1.2 MLN VS 1.3 MLN\nREVS 34.5 MLN VS 33.1 MLN\nAVG SHRS 10.2 MLN VS 10.1 MLN",
        "RAINFALL IN TARVIA\nUPPER STATE: BELMORE NIL, SANDRUM NIL, ORLEN 0.2 MM, KESTRIN NIL, LEDRA NIL.",
        "Results: Real Valdemar 2 Atlético de Altamar 1\nDeportivo de La Costa 0 Celta de Soria 0\nLas Dunas 1 Lugo 3",
        "FC Köllen 3, Borussia Mönchsdorf 0, VfB Grünau 2. Scorers: Höfler 12, 43, pen 60; Größing 5, og; Schäuf 88",
        "Monday: Norges Bank rates, Siegmar results, Banca di Roccalba bulletin. Tuesday: German index, French trade.",
        "Chef Inés Cordal serves pan de muerto con queso, arroz con pollo, sopa de lima and mole negro de Altamar.",
        "The court, sitting en banc, held that res ipsa loquitur applied and the writ of habeas corpus ad subjiciendum "
        "was moot.",
        "The fur trade fades. Fur farms close, fur auctions draw few buyers, and fur is out of fashion, the Fur Board "
        "said.",
        "Die-hard fans, war veterans and a man in a hat came to see men die on stage in the den of the old inn.",
        '"Ah wis gaun tae the kirk wi ma faither, an he wisna weel," said Morag Tulloch, 81. "Ye cannae dae that noo, '
        'the bairns dinna ken whit it wis like." She has lived on the island all her life.',
        '"I no dey fear dem, na God dey," said Tamuno. "Di goment don forget us, dem never send anytin." Residents of '
        "the camp have waited three weeks for food, according to aid workers.",
        "Kūpuna and keiki joined the hālau for the hoʻolauleʻa, where crew members spoke of mālama ʻāina to visitors.",
        "Aleksandr Borisov (Александр Борисов, born in 1931 in Новоречье) was a chemist.",
        f"{ENGLISH}\nDeutsch Français Español Italiano Português Polski",
        f"{sentences(ENGLISH)[0]} “{' '.join(sentences(article_in('es')))}” {' '.join(sentences(ENGLISH)[1:])}",
        f"{ENGLISH}\nEr sang:\nIch habe das nicht gewusst,\nund ich will es auch nicht wissen.\nThen he left.",
    ],
)
def test_english_is_read_without_a_warning(text: str) -> None:
    assert judge_language(text, "a.txt") is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param(f"{ENGLISH}\n{article_in('de')}", "German", id="translation below"),
        pytest.param(f"{article_in('de')}\n{ENGLISH}", "German", id="translation above"),
        pytest.param(f"{ENGLISH} {article_in('fr')}".upper(), "French", id="one line, capitals"),
        pytest.param(f"{ENGLISH}\n{article_in('zh') * 6}", "Chinese", id="another alphabet"),
        pytest.param(f"{ENGLISH}\n{article_in('pcm')}", "Nigerian Pidgin", id="pidgin"),
        pytest.param("\n".join(chain(*zip(sentences(ENGLISH), ITALIAN, strict=False))), "Italian", id="by sentence"),
    ],
)
@pytest.mark.parametrize("declared", [None, "en", "de"])
def test_articles_in_two_languages_are_read_with_a_warning(text: str, name: str, declared: str | None) -> None:
    warning = judge_language(text, "a.txt", declared)
    assert warning is not None
    assert warning.startswith(f"a.txt: a part of the article seems to be in {name}")
    assert "\n" not in warning


@pytest.mark.parametrize(
    ("text", "declared", "right"),
    [
        ("Der Kanzler spricht mit Lacroix", "de", "refused"),
        ("Der Kanzler spricht mit Lacroix", "de-AT", "refused"),
        ("Der Kanzler spricht mit Lacroix", "German", "refused"),
        ("Der Kanzler spricht mit Lacroix", None, None),
        ("Der Kanzler spricht mit Lacroix", "en", None),
        ("El presidente viaja a la capital para hablar con los ministros", None, "warned"),
        ("El presidente viaja a la capital para hablar con los ministros", "es", "refused"),
        ("El presidente viaja a la capital para hablar con los ministros", "eng", None),
        ("Kern visits Zenda.", "de", "warned"),
        ("The chancellor met Lacroix in Ostrava on Monday, and both were pleased.", "nl", None),
        (ENGLISH, "de", None),
        (article_in("de"), "en", "refused"),
        (article_in("de"), "en_GB", "refused"),
        (article_in("de"), "und", "refused"),
    ],
)
def test_what_is_declared_decides_in_doubt_alone(text: str, declared: str | None, right: str | None) -> None:
    try:
        verdict = "warned" if judge_language(text, "a.txt", declared) else None
    except LanguageError:
        verdict = "refused"
    assert verdict == right


def test_records_in_other_languages_fail_one_by_one(tmp_path: Path) -> None:
    file = tmp_path / "a.jsonl"
    texts = (ENGLISH, article_in("de"), ENGLISH.upper(), article_in("pcm"), f"{ENGLISH}\n\n{article_in('fr')}")
    file.write_text("".join(json.dumps({"text": text, "date": "2024-05-01"}) + "\n" for text in texts))
    results = list(read(str(file)))
    assert [type(result) for result in results] == [Reading, Failure, Reading, Failure, Reading]
    assert [len(result.warnings) for result in results if isinstance(result, Reading)] == [0, 0, 1]


@pytest.mark.parametrize("sign", [*'aéяا字"“„«(.!\n ', ". ", "a ", "é.\n", "(a", "„a", "de "])
def test_a_hundred_thousand_signs_of_one_kind_end(sign: str) -> None:
    text = sign * (100_000 // len(sign))
    try:
        assert isinstance(judge_language(text, "a.txt"), str | None)
    except LanguageError:
        assert not sign.isascii()


def test_every_language_has_a_name_and_words_that_english_lacks() -> None:
    known = lexicon()
    speaking = {code for codes in known.speaks_for.values() for code in codes}
    assert speaking == set(known.names) == set(known.words)
    assert all(known.codes[code] == code for code in known.names)
    assert not {"the", "of", "said"} & known.speaks_for.keys()


@pytest.mark.shared
@pytest.mark.parametrize("corpus", ["wire/reuters-21578-sample", "current-events/items", "ner/wikinews"])
def test_no_news_in_english_is_refused(shared: Path, corpus: str) -> None:
    file = shared / "corpora" / f"{corpus}.jsonl"
    if not file.exists():
        pytest.skip("needs the corpora in ../shared")
    for line in file.read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        for text in (record["text"], record["text"].upper(), record.get("title") or ""):
            judge_language(text, record["id"])
