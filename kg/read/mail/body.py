"""The words of a message: its plain text, or its HTML where the plain text is a stub; quoting and signatures out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import EmailMessage

from kg.errors import ReadError
from kg.read.facts import Facts
from kg.read.mail.footers import footer_start
from kg.read.mail.headers import decoded, moment_of, sender_of, title_of
from kg.read.mail.parts import SIGNATURE, text_part
from kg.read.page.fragment import read_fragment

STUB = re.compile(
    r"\b(?:view|read|see|open)\b[^.\n]{0,60}\b(?:browser|online|web (?:page|version))\b"
    r"|\b(?:does|do|can) ?not\b[^.\n]{0,40}\bHTML\b|\bHTML (?:version|format|e-?mail)\b",
    re.IGNORECASE,
)
STUB_SHARE = 0.5
LEAST_SHARE = 0.2
"""Share of the words of the HTML below which the plain text is a stub, with and without saying so."""
ADDRESS_LINE = re.compile(r"(?:[^\n:]{0,60}:)?[ \t]*[<\[(]?https?://[^\s<>]+[>\])]?")
QUOTE = re.compile(r"[ \t]?>")
WROTE = re.compile(
    r"(?:On |Am |Le |El |Il )?[^\n]{6,200}\b(?:wrote|writes|said|schrieb|a écrit|escribió|ha scritto):[ \t]*"
)
ORIGINAL = re.compile(
    r"[ \t]*(?:-{2,} ?(?:original|forwarded|weitergeleitete) (?:message|nachricht)[^\n]{0,60}|begin forwarded message:"
    r"|_{20,})[ \t]*",
    re.IGNORECASE,
)
FIELD = re.compile(
    r"[ \t]*\*?(?P<name>from|date|sent|subject|to|cc|bcc|reply-to|von|betreff|datum|an)\*?[ \t]*:"
    r"(?P<value>[^\n]*)",
    re.IGNORECASE,
)
LONGEST_SIGNATURE = 15
LIST_FOOTER = re.compile(r"[_=-]{30,}[ \t]*")
SENT_FROM = re.compile(r"(?:sent from my|get outlook for)\b[^\n]{0,40}", re.IGNORECASE)
MOST_HEADER_LINES = 24
FEW_WORDS = 40
"""Words above a forwarded or quoted message that are a note on it and no article."""


@dataclass(frozen=True, slots=True)
class Body:
    """The article's text, what was left out of it, and what a forwarded message inside says of itself."""

    text: str
    dropped: tuple[str, ...] = ()
    inner: Facts | None = None


def body_of(message: EmailMessage, source: str) -> Body:
    """The text of `message` (not of messages within it). ReadError when it holds none."""
    plain, html = text_part(message, "plain", source), text_part(message, "html", source)
    dropped: tuple[str, ...] = ()
    if html:
        html, dropped = read_fragment(without_quotes(html))
    if html and is_stub(plain, html):
        text = html
    else:
        text, dropped = plain, ()
    if not text.strip():
        raise ReadError(f"{source}: no text in the message; save the article from its attachment or its page")
    return parted([line for line in text.split("\n") if not ADDRESS_LINE.fullmatch(line.strip())], dropped)


def is_stub(plain: str, html: str) -> bool:
    share = len(plain.split()) / max(1, len(html.split()))
    return share < LEAST_SHARE or (share < STUB_SHARE and STUB.search(plain) is not None)


def without_quotes(markup: str) -> str:
    """HTML without the message that it answers; a forwarded one stays."""
    if "cite" not in markup and "quote" not in markup.casefold():
        return markup
    from lxml import html  # type: ignore[import-untyped]

    root = html.document_fromstring(markup.encode("utf-8", "replace"), parser=html.HTMLParser(encoding="utf-8"))
    for element in root.xpath("//blockquote[@type='cite'] | //*[contains(@class, 'gmail_quote')]"):
        theirs = " ".join(element.itertext())
        around = words_in([" ".join(root.itertext())]) - words_in([theirs])
        if element.getparent() is not None and around >= FEW_WORDS and "orwarded message" not in theirs[:200]:
            element.drop_tree()
    return str(html.tostring(root, encoding="unicode"))


def parted(lines: list[str], dropped: tuple[str, ...]) -> Body:
    """The article among the lines of a message."""
    start = next((i for i in range(len(lines)) if is_forward(lines, i)), None)
    if start is not None:
        above = lines[:start]
        fields, below = fields_of(lines, start + 1 if ORIGINAL.fullmatch(lines[start]) else start)
        if words_in(above) < FEW_WORDS:
            inner = parted(below, (*dropped, *spoken(above)))
            return Body(inner.text, inner.dropped, inner.inner or forwarded_facts(fields))
        lines, dropped = above, (*dropped, *spoken(below))
    quoted = [bool(QUOTE.match(line)) for line in lines]
    own = [line for line, is_quoted in zip(lines, quoted, strict=True) if not is_quoted]
    theirs = [QUOTE.sub("", line, count=1) for line, is_quoted in zip(lines, quoted, strict=True) if is_quoted]
    if words_in(own) < FEW_WORDS <= words_in(theirs):
        return parted([line.removeprefix(" ") for line in theirs], (*dropped, *spoken(own)))
    if theirs:
        own = [line for i, line in enumerate(lines) if not quoted[i] and not introduces(lines, quoted, i)]
    kept, signature = without_signature(own)
    return Body("\n".join(kept), (*dropped, *spoken(theirs), *spoken(signature)))


def is_forward(lines: list[str], i: int) -> bool:
    """Whether the message that was forwarded or answered begins at line `i`: its headers, with or without a rule."""
    if ORIGINAL.fullmatch(lines[i]):
        return len(fields_of(lines, i + 1)[0]) >= 2
    match = FIELD.fullmatch(lines[i])
    if not match or match["name"].casefold() not in ("from", "von"):
        return False
    fields = fields_of(lines, i)[0]
    return len(fields) >= 3 and not fields.keys().isdisjoint({"subject", "betreff"})


def fields_of(lines: list[str], start: int) -> tuple[dict[str, str], list[str]]:
    """The headers that stand in the text from `start` on, and the lines behind them."""
    fields: dict[str, str] = {}
    last = ""
    for i in range(start, min(len(lines), start + MOST_HEADER_LINES)):
        match = FIELD.fullmatch(lines[i])
        if match:
            last = match["name"].casefold()
            fields[last] = match["value"].strip(" *")
        elif lines[i].strip() and last and i + 1 < len(lines) and FIELD.fullmatch(lines[i + 1]):
            fields[last] += " " + lines[i].strip()  # a long header goes on
        elif lines[i].strip():
            return fields, lines[i:]
    return fields, lines[start + MOST_HEADER_LINES :]


def forwarded_facts(fields: dict[str, str]) -> Facts:
    sender = decoded(fields.get("from") or fields.get("von") or "")
    authors, publisher = sender_of(sender, bulk=False, forwarded=False)
    day, moment = moment_of(fields.get("date") or fields.get("sent") or fields.get("datum") or "")
    title = title_of(fields.get("subject") or fields.get("betreff") or "")
    return Facts(title=title, publisher=publisher, published=day, published_at=moment, authors=authors)


def introduces(lines: list[str], quoted: list[bool], i: int) -> bool:
    """ "On Friday, Ann Lee wrote:" above what she wrote, on one line or two."""
    if lines[i].startswith("On ") and i + 1 < len(lines) and not WROTE.fullmatch(lines[i]):
        i += 1
    following = next((quoted[j] for j in range(i + 1, len(lines)) if lines[j].strip()), False)
    return following and WROTE.fullmatch(lines[i]) is not None


def without_signature(lines: list[str]) -> tuple[list[str], list[str]]:
    """The lines, and those of the sender's signature and the list's footer at their end."""
    end = len(lines)
    for i in range(max(1, len(lines) - LONGEST_SIGNATURE), len(lines)):
        if lines[i] == SIGNATURE or lines[i].rstrip() == "--" or LIST_FOOTER.fullmatch(lines[i]):
            end = i
            break
    footer = footer_start(lines[:end])
    kept = [line for line in lines[:footer] if not SENT_FROM.fullmatch(line.strip())]
    return kept, [*lines[footer:end], *lines[end + 1 :]]


def words_in(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)


def spoken(lines: list[str]) -> list[str]:
    return [line.strip() for line in lines if line.strip()]
