"""The client against a server that speaks the protocol: patience, pauses, what is given up, what is kept secret."""

from __future__ import annotations

import time
from typing import Any

import pytest
from chat_server import ChatServer, Turn, claims, refused, said

from kg.errors import ExtractionError, KgError, PipelineError
from kg.extract.llm.client import REPEATS, Client, Reply
from kg.extract.llm.settings import Settings

MESSAGES = [{"role": "user", "content": "Who met whom?"}]
SCHEMA = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}
GOOD = claims()
BUSY = refused(503, "overloaded")
KEY = "sk-very-secret"


def ask(server: ChatServer, **settings: Any) -> Reply:
    return client(server, **settings).ask(MESSAGES, SCHEMA, 1000)


def client(server: ChatServer, **settings: Any) -> Client:
    return Client(Settings(**{"url": server.url, "model": "m", "timeout": 5.0} | settings), pause=0.001)


def test_a_request_is_as_the_protocol_has_it() -> None:
    with ChatServer(GOOD).running() as server:
        reply = ask(server, key=KEY)
    assert reply == Reply('{"claims": []}', False, 1000, 200, 0)
    form = {"type": "json_schema", "json_schema": {"name": "claims", "strict": True, "schema": SCHEMA}}
    parts = {"max_tokens": 1000, "response_format": form, "temperature": 0}
    assert server.asked == [{"model": "m", "messages": MESSAGES, **parts}]
    assert server.paths == ["/v1/chat/completions"]
    assert server.heads[0]["Authorization"] == f"Bearer {KEY}"


def test_without_a_key_none_is_sent() -> None:
    with ChatServer(GOOD).running() as server:
        ask(server)
    assert "Authorization" not in server.heads[0]


@pytest.mark.parametrize(
    "turn",
    [
        pytest.param(refused(429, "slow down"), id="429"),
        pytest.param(refused(429, "slow down", Retry_After="0"), id="429 with Retry-After"),
        pytest.param(refused(500, "oops"), id="500"),
        pytest.param(Turn("<html>bad gateway</html>", 502), id="502 with a page"),
        pytest.param(BUSY, id="503"),
        pytest.param(Turn(GOOD.body, torn=True), id="broken off"),
        pytest.param(Turn(silent=True), id="silent"),
    ],
)
def test_what_passes_is_asked_again(turn: Turn) -> None:
    with ChatServer(turn, GOOD).running() as server:
        reply = ask(server, timeout=2)
    assert (reply.text, reply.repeats, len(server.asked)) == ('{"claims": []}', 1, 2)
    assert server.asked[0] == server.asked[1]


def test_retry_after_is_kept_to() -> None:
    with ChatServer(refused(429, "slow down", Retry_After="1"), GOOD).running() as server:
        started = time.monotonic()
        ask(server)
    assert time.monotonic() - started >= 1


@pytest.mark.parametrize(
    ("turn", "told", "requests"),
    [
        pytest.param(refused(500, "oops"), "the server says 500 (oops)", REPEATS + 1, id="500"),
        pytest.param(refused(429, "no\nquota"), "the server says 429 (no quota)", REPEATS + 1, id="429"),
        pytest.param(Turn("<b>x</b>", 503), "the server says 503 (<b>x</b>)", REPEATS + 1, id="a page"),
        pytest.param(Turn(silent=True), "no answer within 1 seconds (--extractor-option timeout", 2, id="silent"),
        pytest.param(Turn(GOOD.body, torn=True), "no connection", 2, id="broken off"),
    ],
)
def test_patience_ends(turn: Turn, told: str, requests: int) -> None:
    with ChatServer(turn).running() as server, pytest.raises(ExtractionError) as raised:
        ask(server, timeout=1)
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)
    assert len(server.asked) == requests


def test_three_failures_in_a_row_end_the_run_but_two_do_not() -> None:
    one = [BUSY] * (REPEATS + 1)
    with ChatServer(*one, *one, GOOD, *one, *one, *one).running() as server:
        patient = client(server)
        for good in (False, False, True, False, False):
            if good:
                patient.ask(MESSAGES, SCHEMA, 1000)
            else:
                with pytest.raises(ExtractionError):
                    patient.ask(MESSAGES, SCHEMA, 1000)
        with pytest.raises(PipelineError, match="3 failures in a row"):
            patient.ask(MESSAGES, SCHEMA, 1000)


@pytest.mark.parametrize("status", [401, 402, 403, 404, 405, 302])
def test_what_will_not_pass_is_not_asked_again(status: int) -> None:
    told = rf"says {status} \(no\); check KG_LLM_URL"
    elsewhere = refused(status, "no", Location="/elsewhere")
    with ChatServer(elsewhere).running() as server, pytest.raises(PipelineError, match=told):
        ask(server)
    assert len(server.asked) == 1


def test_no_server() -> None:
    with ChatServer(GOOD).running() as server:
        url = server.url
    with pytest.raises(PipelineError, match=r"Connection refused.*is the server running"):
        Client(Settings(url=url, model="m"), pause=0.001).ask(MESSAGES, SCHEMA, 1000)


@pytest.mark.parametrize(
    ("complaints", "dropped"),
    [
        pytest.param(["Invalid parameter: 'response_format' of type 'json_schema'"], {"response_format"}, id="schema"),
        pytest.param(["Unsupported value: 'temperature'"], {"temperature"}, id="temperature"),
        pytest.param(["bad request"], {"max_tokens"}, id="no reason"),
        pytest.param(["bad request"] * 2, {"max_tokens", "response_format"}, id="no reason, twice"),
        pytest.param(["bad request"] * 3, {"max_tokens", "response_format", "temperature"}, id="three times"),
    ],
)
def test_what_a_server_does_not_know_is_left_out_from_then_on(complaints: list[str], dropped: set[str]) -> None:
    with ChatServer(*(refused(400, text) for text in complaints), GOOD).running() as server:
        adapting = client(server)
        assert adapting.ask(MESSAGES, SCHEMA, 1000).repeats == len(complaints)
        assert adapting.ask(MESSAGES, SCHEMA, 1000).repeats == 0
    assert server.asked[0].keys() - server.asked[-1].keys() == dropped
    assert server.asked[-2] == server.asked[-1]


def test_a_request_refused_in_any_form_costs_later_ones_nothing() -> None:
    with ChatServer(*[refused(400, "context too long")] * 4, GOOD).running() as server:
        one = client(server)
        with pytest.raises(ExtractionError, match="context too long"):
            one.ask(MESSAGES, SCHEMA, 1000)
        one.ask(MESSAGES, SCHEMA, 1000)
    assert "response_format" in server.asked[-1]


@pytest.mark.parametrize(
    ("turn", "told"),
    [
        pytest.param(Turn("it works!"), "no chat completion", id="text"),
        pytest.param(Turn({"choices": []}), "no chat completion", id="no choice"),
        pytest.param(Turn([1]), "no chat completion", id="list"),
        pytest.param(said(None, refusal="I will not."), r"refused \(I will not\.\)", id="refusal"),
        pytest.param(said("", reason="content_filter"), r"refused \(content_filter\)", id="filter"),
    ],
)
def test_answers_that_are_none(turn: Turn, told: str) -> None:
    with ChatServer(turn).running() as server, pytest.raises(ExtractionError, match=told):
        ask(server)


@pytest.mark.parametrize("usage", [None, {}, {"prompt_tokens": "many"}, []])
def test_tokens_that_the_server_does_not_count(usage: object) -> None:
    with ChatServer(Turn(GOOD.body | {"usage": usage})).running() as server:
        assert (ask(server).tokens_in, ask(server).tokens_out) == (None, None)


def test_a_server_cannot_make_kg_show_the_key() -> None:
    telling = refused(401, f"Incorrect API key provided: {KEY}.")
    with ChatServer(telling).running() as server, pytest.raises(KgError) as raised:
        ask(server, key=KEY)
    assert KEY not in str(raised.value)
    assert KEY not in repr(Settings(key=KEY))
