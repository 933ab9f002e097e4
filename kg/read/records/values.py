"""Plain text out of what fields of records hold: texts, lists, objects, and cells of tables with these written out."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import urlsplit

from kg.read.facts import names
from kg.read.page.bylines import authors_of
from kg.read.page.fragment import text_of_fragment
from kg.read.records.fields import empty

INSIDE_TEXT = (
    *("rendered", "value", "text", "content", "plain", "html", "body", "processed", "#text", "$t", "_", "paragraph"),
    *("paragraphs", "blocks", "data"),
)
INSIDE_NAME = (
    "name",
    "title",
    "main",
    "original",
    "rendered",
    "label",
    "value",
    "text",
    "fullname",
    "#text",
    "en",
    "eng",
)
INSIDE_ADDRESS = ("url", "href", "@id", "permalink", "canonical", "link", "rendered", "domain", "uri", "id")
PERSON = ("firstname", "first_name", "middlename", "lastname", "last_name")
PARAGRAPHS = frozenset("paragraph p text sanitized_html html body unstyled".split())
"""What blocks of text are called where an article is a list of blocks of several kinds."""
ADDRESS = re.compile(r"(?:https?:)?//", re.IGNORECASE)
MAIL = re.compile(r"[^\s@<>]{1,64}@[^\s@<>]{1,255}")
WRITTEN_OUT = re.compile(r"\s*[\[{]\s*(?:['\"{]|u')")
LONGEST_WRITTEN = 4_000
LONGEST_BYLINE = 1_000
CUT = re.compile(r"\s*(?P<mark>\[\s*\+?\d+ chars\]|\[(?:…|\.\.\.)\]|\(more\))\s*\Z|\s*(?:…|\.\.\.)\s*\Z")
ENDS = re.compile(r"[.!?][\"'”’)\]]*(?=\s|\Z)")


def text_in(value: Any) -> str | None:
    """The text that a field holds: a string, paragraphs in a list, blocks of which some are paragraphs, or an object
    around one of these."""
    if isinstance(value, str):
        return None if empty(value) else value
    if isinstance(value, bytes):
        return text_in(value.decode("utf-8", errors="replace"))
    if isinstance(value, Mapping):
        if isinstance(value.get("sections"), list):
            return in_sections(value)
        inner = (value[key] for key in INSIDE_TEXT if key in value)
        return next((text for each in inner if (text := text_in(each))), None)
    if not isinstance(value, list | tuple):
        return None
    blocks = [block for block in value if isinstance(block, Mapping)]
    kinds = [str(block.get("subtype") or block.get("type") or "").casefold() for block in blocks]
    if len(blocks) == len(value) and any(kind in PARAGRAPHS for kind in kinds):
        value = blocks = [block for block, kind in zip(blocks, kinds, strict=True) if kind in PARAGRAPHS]
    found = [text for block in value if not is_record(block) and (text := text_in(block))]
    running = 0 < len(blocks) < len(value)  # a text in which links and names are objects
    return ("" if running else "\n\n").join(found) or None


def in_sections(value: Mapping[str, Any]) -> str | None:
    """The text of an object whose sections each have a heading and paragraphs, with what stands above the first."""
    sections = [each for each in value["sections"] if isinstance(each, Mapping)]
    pieces = [value.get("summary"), *(section.get(key) for section in sections for key in ("headline", "paragraphs"))]
    return "\n\n".join(text for piece in pieces if (text := text_in(piece))) or None


def is_record(value: Any) -> bool:
    """Whether an item of a list is rather a record of its own than a block of text."""
    return isinstance(value, Mapping) and any(key in value for key in ("title", "headline", "url", "link", "author"))


def name_in(value: Any) -> str | None:
    """The name that a field holds, as one line without markup: of a list the first, of an object what it is called."""
    value = unwritten(value)
    if isinstance(value, list | tuple):
        return next((name for each in value if (name := name_in(each))), None)
    if isinstance(value, Mapping):
        inner = (value[key] for key in (*INSIDE_NAME, *INSIDE_ADDRESS) if key in value)
        return next((name for each in inner if (name := name_in(each))), None)
    if empty(value) or isinstance(value, bool | int | float):
        return None
    return " ".join(text_of_fragment(str(value)).split()) or None


def address_in(value: Any) -> str | None:
    """The address that a field holds, None when what it holds is none."""
    if isinstance(value, list | tuple):
        return next((address for each in value if (address := address_in(each))), None)
    if isinstance(value, Mapping):
        return next((address for key in INSIDE_ADDRESS if (address := address_in(value.get(key)))), None)
    text = value.strip() if isinstance(value, str) else ""
    return text if ADDRESS.match(text) else None


def host_or_name(name: str) -> str:
    """Of an address its host, without "www."; another name as it is."""
    if not ADDRESS.match(name):
        return name.removeprefix("www.")
    try:
        return (urlsplit(name).hostname or name).removeprefix("www.")
    except ValueError:
        return name


def authors_in(value: Any) -> tuple[str, ...]:
    """The names of authors: in a list, in objects, as a byline; numbers and addresses are none."""
    return tuple(dict.fromkeys(name for text in author_texts(unwritten(value)) for name in byline(text)))


def author_texts(value: Any) -> Iterable[str]:
    if isinstance(value, list | tuple):
        for each in value:
            yield from author_texts(each)
    elif isinstance(value, Mapping):
        parts = [str(value[key]) for key in PERSON if isinstance(value.get(key), str)]
        inner = next((value[key] for key in ("by", *INSIDE_NAME, "person", "names") if not empty(value.get(key))), None)
        yield from author_texts(inner) if inner is not None else [" ".join(parts)]
    elif isinstance(value, str) and not empty(value):
        yield " ".join(text_of_fragment(value).split())


def byline(text: str) -> tuple[str, ...]:
    if ADDRESS.search(text):
        return ()
    text = " ".join(MAIL.sub("", text[:LONGEST_BYLINE]).split()).strip(" ()<>,;|")
    return authors_of(text if text[:3].casefold() == "by " else f"By {text}") or names(text)


def id_in(value: Any) -> str | None:
    """The id that a field holds, as text; whole numbers without decimals."""
    if isinstance(value, Mapping):
        return next((id_in(value[key]) for key in ("$oid", "rendered", "value", "#text", "_") if key in value), None)
    if isinstance(value, bool) or empty(value) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).split()) or None


def unwritten(value: Any) -> Any:
    """A list or object that a table holds as text, as Python and JSON write them."""
    if not isinstance(value, str) or len(value) > LONGEST_WRITTEN or not WRITTEN_OUT.match(value):
        return value
    try:
        return ast.literal_eval(value.strip().replace(": null", ": None"))
    except (ValueError, SyntaxError, MemoryError, RecursionError):
        return value


def whole_sentences(text: str) -> tuple[str, str, bool]:
    """`text` up to the end of its last whole sentence, what is cut off behind it, and whether a mark says that more
    follows in the source ("[+1234 chars]")."""
    cut = CUT.search(text, max(0, len(text) - 60))
    if cut is None:
        return text, "", False
    text = text[: cut.start()]
    end = max((match.end() for match in ENDS.finditer(text)), default=len(text))
    return text[:end], text[end:].strip(), cut["mark"] is not None
