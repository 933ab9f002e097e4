"""The language-model extractor as a whole, against a server that speaks the protocol: what is asked, what comes of it,
what is reported. The schema is looked at as a server would."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from chat_server import ARTICLE, MET, TEXT, ChatServer, Turn, claims, refused, said
from jsonschema import Draft202012Validator

from kg.errors import ExtractionError, PipelineError
from kg.extract.llm.extractor import LlmExtractor
from kg.extract.llm.prompt import instructions, pieces, question
from kg.extract.llm.schema import answer_schema
from kg.extract.llm.settings import Settings
from kg.gazetteer import Gazetteer
from kg.model import Article, Extraction
from kg.ontology import Ontology

ONTOLOGY, GAZETTEER = Ontology.load(), Gazetteer.load()
FALSE = MET | {"quote": "Kalna and Berg shook hands."}


def extractor(server: ChatServer | None, **settings: Any) -> LlmExtractor:
    given = {"url": server.url if server else "", "model": "m-1", "timeout": 5.0} | settings
    return LlmExtractor(Settings(**given), ONTOLOGY, GAZETTEER, pause=0.001)


def run(*turns: Turn, article: Article = ARTICLE, **settings: Any) -> tuple[Extraction, tuple[str, ...], ChatServer]:
    with ChatServer(*turns).running() as server:
        working = extractor(server, **settings)
        (extraction,) = working.extract([article])
        return extraction, working.report(), server


def test_good_and_invented_claims() -> None:
    extraction, report, server = run(claims(MET, FALSE, MET | {"relation": "ADMIRES"}))
    assert [claim.relation for claim in extraction.claims] == ["MET"]
    assert extraction.pipeline == extraction.claims[0].evidence.extractor == "llm-1 m-1"
    assert len(server.asked) == 1
    assert report == (
        "llm: m-1: 1 request, 1,000 tokens in, 200 out",
        "llm: 1 claim kept, 2 dropped (1 relation not of the list, 1 quote not in the article)",
    )


def test_the_cost_is_reported_when_prices_are_known() -> None:
    assert run(claims(), prices=(0.5, 2.0))[1][0].endswith("1,000 tokens in, 200 out, $0.0009")


def test_tokens_are_estimated_where_the_server_does_not_count() -> None:
    body = claims(MET).body
    first, _ = run(Turn({key: body[key] for key in body if key != "usage"}))[1]
    assert "about" in first


def test_what_is_asked() -> None:
    *_, server = run(claims())
    (body,) = server.asked
    system, user = body["messages"]
    assert (system["role"], user["role"]) == ("system", "user")
    assert "Published: 2021-03-10" in user["content"]
    assert "Publisher: Gazette" in user["content"]
    assert f"<text>\n{TEXT}\n</text>" in user["content"]
    assert "SUPPLIES (party/Place - party/Place): " in system["content"]
    assert "MET (party - party, either order): " in system["content"]
    assert "state): holds the top post" in system["content"]
    assert "RELATED_TO" not in json.dumps(body)
    assert body["max_tokens"] == 4 * len(TEXT)


def test_a_long_article_is_asked_about_in_pieces_with_its_lead() -> None:
    parts = [f"Paragraph {number} is about nothing but the number {number}." for number in range(40)]
    article = Article.create(title="", text="\n\n".join(parts))
    *_, server = run(claims(), article=article, chunk=300)
    questions = [body["messages"][1]["content"] for body in server.asked]
    assert len(questions) > 5
    texts = [text.partition("<text>\n")[2].removesuffix("\n</text>") for text in questions]
    assert "\n\n".join(texts) == article.text
    assert all(len(text) <= 300 for text in texts)
    assert ["<lead>" in text for text in questions] == [False] + [True] * (len(questions) - 1)
    assert "Published: unknown" in questions[0]


@pytest.mark.parametrize(
    ("text", "size"), [(TEXT, 60), (TEXT, 3000), ("", 10), ("one", 10), ("a\n\n" * 50, 7), ("x" * 90, 10)]
)
def test_pieces_cover_the_article(text: str, size: int) -> None:
    found = list(pieces(Article.create(title="", text=text), size))
    assert "".join(piece.span.of(text) for piece in found) == text
    assert all(piece.span.of(text).strip() for piece in found)


def test_an_article_without_text_asks_nothing() -> None:
    extraction, report, server = run(claims(), article=Article.create(title="", text=" \n"))
    assert (extraction.claims, report, server.asked) == ((), (), [])


def test_an_answer_that_is_no_json_is_asked_for_again() -> None:
    extraction, report, server = run(said("I found one claim: they met."), claims(MET))
    assert len(extraction.claims) == 1
    assert report[0] == "llm: m-1: 2 requests, 2,000 tokens in, 400 out"
    assert [message["role"] for message in server.asked[1]["messages"]] == ["system", "user", "assistant", "user"]


def test_a_second_answer_that_is_no_json_fails_the_article() -> None:
    with pytest.raises(ExtractionError, match="answer of m-1 is not as asked for: there is no JSON in it"):
        run(said("They met."))


def test_an_answer_that_was_cut_is_asked_for_in_halves() -> None:
    extraction, report, server = run(said('{"claims": [', reason="length"), claims(MET))
    whole, *halves = [body["messages"][1]["content"].partition("<text>\n")[2] for body in server.asked]
    assert len(halves) == 2
    assert [MET["quote"] in text for text in (whole, *halves)].count(True) == 2  # the whole, and one of the halves
    assert len(extraction.claims) == 1
    assert report[1] == "llm: 1 claim kept, 1 dropped (1 quote not in the article)"


def test_one_paragraph_whose_answer_is_always_cut_fails_the_article() -> None:
    with pytest.raises(ExtractionError, match="cut off at its length limit"):
        run(said("", reason="length"))


def test_a_server_that_does_not_know_schemas() -> None:
    extraction, report, server = run(refused(400, "response_format is not supported"), claims(MET))
    assert len(extraction.claims) == 1
    assert ["response_format" in body for body in server.asked] == [True, False]
    assert "(1 repeated)" in report[0]


def test_a_failing_article_gives_nothing_and_later_ones_go_on() -> None:
    with ChatServer(*[refused(500, "oops")] * 5, claims(MET)).running() as server:
        working = extractor(server)
        with pytest.raises(ExtractionError):
            list(working.extract([ARTICLE]))
        (extraction,) = working.extract([ARTICLE])
    assert len(extraction.claims) == 1


def test_a_dry_run_sends_nothing() -> None:
    with ChatServer(claims(MET)).running() as server:
        working = extractor(server, dry_run=True, prices=(1.0, 2.0))
        extractions = list(working.extract([ARTICLE, replace(ARTICLE, id="other")]))
    assert [extraction.claims for extraction in extractions] == [(), ()]
    assert server.asked == []
    (line,) = working.report()
    assert line.startswith("llm: would send 2 requests: about ")
    assert line.endswith("(an estimate; nothing was sent)")


def test_the_estimate_is_what_is_sent() -> None:
    rehearsal = extractor(None, dry_run=True)
    list(rehearsal.extract([ARTICLE]))
    sent = sum(len(part) for piece in pieces(ARTICLE, 3000) for part in (instructions(ONTOLOGY), question(piece)))
    assert f"about {-(-sent // 4):,} tokens in" in rehearsal.report()[0]


def test_twice_is_the_same() -> None:
    assert run(claims(MET, FALSE))[0] == run(claims(MET, FALSE))[0]


def parts_of(schema: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield schema
    nested = [*schema.get("properties", {}).values(), *schema.get("anyOf", ())]
    for part in (*nested, *([schema["items"]] if "items" in schema else ())):
        yield from parts_of(part)


def test_the_schema_is_valid_closed_and_strict() -> None:
    schema = answer_schema(ONTOLOGY)
    Draft202012Validator.check_schema(schema)
    judge = Draft202012Validator(schema)
    assert judge.is_valid({"claims": [MET]})
    assert judge.is_valid({"claims": []})
    for bad in ({"relation": "ADMIRES"}, {"subject": MET["subject"] | {"type": "Town"}}, {"extra": 1}, {"when": "x"}):
        assert not judge.is_valid({"claims": [MET | bad]})
    for part in parts_of(schema):  # what servers with strict structured output ask for
        assert part.keys() <= {"type", "properties", "required", "additionalProperties", "items", "enum", "anyOf"}
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
            assert part["required"] == list(part["properties"])
    relations = schema["properties"]["claims"]["items"]["properties"]["relation"]["enum"]
    assert set(relations) == ONTOLOGY.relations.keys() - {"RELATED_TO"}


def test_without_urllib3_the_extra_is_named() -> None:
    code = (
        "import sys; sys.modules['urllib3'] = None; sys.modules['urllib3.util'] = None\n"
        "from kg.extract.llm.client import Client\n"
        "from kg.extract.llm.settings import Settings\n"
        "Client(Settings())"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=os.environ)
    assert PipelineError.__name__ in done.stderr
    assert "pip install 'kg[llm]'" in done.stderr
