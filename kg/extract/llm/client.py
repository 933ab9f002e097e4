"""Talks to an OpenAI-compatible endpoint: one request, one answer, with patience for a busy server.

urllib3 does the work: it repeats after 429, 5xx, broken and silent connections with growing pauses, keeps to the
server's Retry-After, and brings no other package along.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from kg.errors import ExtractionError, PipelineError
from kg.extract.llm.settings import Settings

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse, PoolManager
    from urllib3.util import Retry

Message = Mapping[str, str]

REPEATS = 4
LONGEST_WAIT = 120
"""Seconds that a Retry-After is followed at most."""
BUSY = (408, 409, 425, 429, 500, 502, 503, 504, 529)
HOPELESS = (401, 402, 403, 404, 405)
"""Statuses that every other request would get as well."""
PATIENCE = 3
"""Requests in a row that may go without an answer before the run is given up."""
SHOWN = 200
"""Characters of a server's message that are shown."""


@dataclass(frozen=True, slots=True)
class Reply:
    """`text` is what the model wrote; `cut` says that it ran into its length limit. Tokens are None where the server
    does not count them; `repeats` is how often the request was sent again."""

    text: str
    cut: bool
    tokens_in: int | None
    tokens_out: int | None
    repeats: int


class Client:
    """One endpoint and model. Remembers which parts of a request the server does not know."""

    def __init__(self, settings: Settings, *, pause: float = 1.0) -> None:
        """`pause` is the unit, in seconds, of the growing pauses. Raises PipelineError without urllib3."""
        try:
            from urllib3.util import Retry
        except ImportError:
            raise PipelineError("extractor llm: its packages are missing; pip install 'kg[llm]'") from None
        self._settings = settings
        self._retry: Retry = Retry(
            total=REPEATS,
            connect=1,
            read=1,  # a server too slow once is too slow the next time, and works on what it was asked before
            redirect=False,
            allowed_methods=None,  # POST as well: asking again changes nothing there
            status_forcelist=BUSY,
            backoff_factor=pause,
            raise_on_status=False,
            retry_after_max=LONGEST_WAIT,
        )
        self._pool = _pool(settings)
        self._optional = ["max_tokens", "response_format", "temperature"]  # not every server takes them all
        self._failures = 0

    def ask(self, messages: Sequence[Message], schema: Mapping[str, Any], limit: int) -> Reply:
        """The model's answer, held to `schema` and to `limit` tokens where the server can.

        Raises ExtractionError when this request fails, PipelineError when all others would fail too: wrong key, address
        or model, no server, or several requests in a row without an answer.
        """
        try:
            body, repeats = self._send(messages, schema, limit)
        except ExtractionError as error:
            self._failures += 1
            if self._failures == PATIENCE:
                raise PipelineError(f"{error}; given up after {PATIENCE} failures in a row") from None
            raise
        self._failures = 0
        return _read(body, repeats)

    def _send(self, messages: Sequence[Message], schema: Mapping[str, Any], limit: int) -> tuple[Any, int]:
        """The body of a good answer, and how often the request was repeated."""
        optional, repeats, parts = list(self._optional), 0, self._parts(schema, limit)
        while True:
            kept = {name: parts[name] for name in optional}
            status, body, again = self._post({"model": self._settings.model, "messages": list(messages), **kept})
            repeats += again
            if status == 200:
                self._optional = optional  # only what made it work: other requests are refused for other reasons
                return body, repeats
            told = f"extractor llm: {self._settings.url}: {self._told(status, body)}"
            if status in (400, 422) and optional:
                optional.remove(next((name for name in optional if name in told), optional[0]))
                repeats += 1
            elif status in HOPELESS or status < 400:
                raise PipelineError(f"{told}; check KG_LLM_URL, KG_LLM_MODEL and KG_LLM_API_KEY")
            else:
                raise ExtractionError(told)

    def _parts(self, schema: Mapping[str, Any], limit: int) -> dict[str, Any]:
        form = {"name": "claims", "strict": True, "schema": schema}
        return {
            "max_tokens": limit,
            "response_format": {"type": "json_schema", "json_schema": form},
            "temperature": 0,
        }

    def _post(self, body: Mapping[str, Any]) -> tuple[int, Any, int]:
        """Status, decoded body and number of repeats."""
        from urllib3.exceptions import HTTPError, MaxRetryError, NewConnectionError, SSLError

        headers = {"Content-Type": "application/json"}
        if self._settings.key:
            headers["Authorization"] = f"Bearer {self._settings.key}"
        url = f"{self._settings.url}/chat/completions"
        try:
            response = self._pool.request(
                "POST", url, body=json.dumps(body).encode(), headers=headers, retries=self._retry
            )
        except HTTPError as error:
            cause = error.reason if isinstance(error, MaxRetryError) and error.reason else error
            gone = isinstance(cause, NewConnectionError | SSLError)
            told = f"extractor llm: {self._settings.url}: {_words(cause, gone, self._settings.timeout)}"
            if gone:
                raise PipelineError(f"{told}; is the server running, and KG_LLM_URL right?") from None
            raise ExtractionError(told) from None
        return response.status, _decoded(response), len(response.retries.history) if response.retries else 0

    def _told(self, status: int, body: Any) -> str:
        """Status and the server's own message, on one line and without the key."""
        error = body.get("error", body) if isinstance(body, dict) else body
        message = error.get("message", error) if isinstance(error, dict) else error
        words = " ".join(str(message).split())
        if self._settings.key:
            words = words.replace(self._settings.key, "…")
        return f"the server says {status}" + (f" ({words[:SHOWN]})" if words else "")


def _pool(settings: Settings) -> PoolManager:
    """Connections straight to the host, or through the proxy that the environment names."""
    from urllib3 import PoolManager, ProxyManager, Timeout

    timeout = Timeout(connect=min(10.0, settings.timeout), read=settings.timeout)
    parts = urlsplit(settings.url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if proxy and not proxy_bypass(parts.netloc):
        return ProxyManager(proxy, timeout=timeout)
    return PoolManager(timeout=timeout)


def _decoded(response: BaseHTTPResponse) -> Any:
    """The body as JSON, else as text."""
    text = response.data.decode("utf-8", errors="replace")
    try:
        return json.loads(text)
    except ValueError:
        return text


def _words(cause: Exception, gone: bool, timeout: float) -> str:
    from urllib3.exceptions import TimeoutError

    if isinstance(cause, TimeoutError) and not gone:  # that there is no server is a TimeoutError to urllib3, too
        return f"no answer within {timeout:g} seconds (--extractor-option timeout=SECONDS)"
    return "no connection (" + " ".join(str(cause).split()).rpartition(": ")[2][:SHOWN] + ")"


def _read(body: Mapping[str, Any], repeats: int) -> Reply:
    """The first choice of a chat completion."""
    try:
        choice = body["choices"][0]
        message = choice["message"]
        text, refusal = message.get("content"), message.get("refusal")
    except (KeyError, IndexError, TypeError, AttributeError):
        raise ExtractionError("extractor llm: the server's answer is no chat completion; check KG_LLM_URL") from None
    reason = choice.get("finish_reason")
    if refusal or reason == "content_filter":
        raise ExtractionError(f"extractor llm: the model refused ({str(refusal or reason)[:SHOWN]})")
    usage = body.get("usage") or {}
    counts = [usage.get(key) if isinstance(usage, dict) else None for key in ("prompt_tokens", "completion_tokens")]
    tokens_in, tokens_out = (count if isinstance(count, int) else None for count in counts)
    return Reply(text if isinstance(text, str) else "", reason == "length", tokens_in, tokens_out, repeats)
