"""Messages: newsletters, alerts and articles that were mailed, one by one (`.eml`) or a mailbox of them (`.mbox`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import policy
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from typing import BinaryIO, cast

from kg.errors import KgError, ReadError
from kg.read.bundles import split_bundle
from kg.read.bundles.readings import read_parts
from kg.read.facts import Facts
from kg.read.mail.alerts import Alert, alerts_in
from kg.read.mail.body import body_of
from kg.read.mail.headers import facts_of
from kg.read.mapped import Mapped
from kg.read.options import Failure, Reading, ReadOptions
from kg.read.page.article import read_page
from kg.read.records.values import whole_sentences

SEPARATOR = re.compile(rb"From \S[^\n]{0,200}\d\d:\d\d[^\n]{0,40}\r?\n?\Z")
"""What a message in a mailbox begins with: "From ann@courier.example Fri Feb  4 16:05:00 2022"."""
STUFFED = re.compile(rb">+From ")
HEADER = re.compile(rb"[!-9;-~]+[ \t]*:")
LARGEST = 128 * 2**20
"""Bytes of one message that are kept, so that no mailbox fills the memory; an article stands far before."""
FEW_WORDS = 12
"""Words of a message that only brings something ("See attached.")."""
CLOSED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")


def read_eml(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """One message, or the messages that it passes on as attachments. Source offsets count in the text of its body."""
    raw = stream.read().lstrip(b"\xef\xbb\xbf\r\n")
    if raw.startswith(b"From "):
        raw = raw.partition(b"\n")[2]
    if not HEADER.match(raw):
        raise ReadError(f"{source}: not a message (no headers); save it from the mail program as .eml")
    messages = articles_in(parsed(raw))
    for i, message in enumerate(messages, start=1):
        yield from read_message(message, source if len(messages) == 1 else f"{source}:{i}", options)


def read_mbox(stream: BinaryIO, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """The messages of a mailbox, one after the other as they are read; the path of the third is "FILE:3"."""
    number = 0
    for raw in messages_in(stream, source):
        for message in articles_in(parsed(raw)):
            number += 1
            yield from read_message(message, f"{source}:{number}", options)
    if not number:
        raise ReadError(f"{source}: the mailbox is empty")


def messages_in(stream: BinaryIO, source: str) -> Iterator[bytes]:
    """The messages as bytes; a separator counts behind a blank line only. ReadError where the file is no mailbox."""
    lines: list[bytes] = []
    size, blank, begun = 0, True, False
    for line in stream:
        if not begun and not line.strip(b"\xef\xbb\xbf\r\n \0"):
            continue
        if not begun:
            line = line.removeprefix(b"\xef\xbb\xbf")
            if not line.startswith(b"From ") and not HEADER.match(line):
                raise ReadError(f"{source}: not a mailbox in mbox format; export the messages as mbox or .eml")
            begun = True
        if blank and SEPARATOR.match(line):
            if lines:
                yield b"".join(lines)
            lines, size = [], 0
        elif size < LARGEST and not (not lines and line.startswith(b"From ")):
            lines.append(line[1:] if STUFFED.match(line) else line)
            size += len(line)
        blank = not line.strip()
    if lines:
        yield b"".join(lines)


def parsed(raw: bytes) -> EmailMessage:
    return BytesParser(policy=policy.default).parsebytes(raw)


def articles_in(message: EmailMessage) -> list[EmailMessage]:
    """The messages that `message` passes on (a digest, forwarded ones), or itself."""
    if message.get_content_type() == "multipart/report":
        return [message]
    return [one for inner in passed_on(message) for one in articles_in(inner)] or [message]


def passed_on(message: MIMEPart) -> Iterator[EmailMessage]:
    """The messages within a message, the outermost of each."""
    if message.get_content_type() == "message/rfc822" and message.is_multipart():
        yield cast(EmailMessage, message.get_payload(0))
    elif message.is_multipart():
        for part in message.iter_parts():
            yield from passed_on(part)


def read_message(message: EmailMessage, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """The article in one message, or those of an archive's export that it brings."""
    try:
        yield from read_body(message, source, options)
    except KgError as error:
        yield Failure(source, error)
    except Exception as error:  # the parser of the standard library fails on some headers
        reason = f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"
        yield Failure(source, ReadError(f"{source}: the message cannot be read ({reason}); save its text as .txt"))


def read_body(message: EmailMessage, source: str, options: ReadOptions) -> Iterator[Reading | Failure]:
    """As `read_message`; raises what is wrong with the message. A byline in the text goes before the sender."""
    if message.get_content_type() in CLOSED:
        raise ReadError(f"{source}: the message is encrypted; save it decrypted")
    if message.get_content_type() == "multipart/report":
        raise ReadError(f"{source}: a delivery report and no article")
    facts = facts_of(message)
    if alerts := alerts_in(message, source):
        yield from read_alerts(alerts, source, options, facts)
        return
    body = body_of(message, source)
    if body.inner is not None:
        facts = replace(body.inner, source_id=facts.source_id)
    named = attachments_of(message)
    warnings = (f"{source}: attachments are not read: {named}; save them beside it",) if named else ()
    if named and len(body.text.split()) < FEW_WORDS:
        raise ReadError(f"{source}: the article is in what is attached ({named}); save that and give it")
    text = Mapped.whole(body.text)
    parts = split_bundle(text, source, sure=True)
    if parts:
        yield from read_parts(parts, source, options, Facts(source_id=facts.source_id), warnings, by_line=False)
        return
    reading = read_page(text, source, options, replace(facts, authors=()), warnings)
    article = reading.article
    if not article.authors and facts.authors:
        article = replace(article, authors=facts.authors)
    yield replace(reading, article=article, dropped=(*body.dropped, *reading.dropped))


def read_alerts(alerts: list[Alert], source: str, options: ReadOptions, facts: Facts) -> Iterator[Reading | Failure]:
    """The articles that an alert tells of, each as an excerpt; of their dates only that of the alert is known."""
    for i, alert in enumerate(alerts, start=1):
        place = f"{source}:{i}"
        text, cut, _ = whole_sentences(alert.text)
        known = Facts(
            title=alert.title,
            publisher=alert.publisher,
            url=alert.url,
            published=facts.published,
            language=facts.language,
            excerpt=True,
        )
        told = "an alert holds only some words of an article, and its own date is taken; it is read as an excerpt"
        try:
            reading = read_page(Mapped.whole(text), place, options, known, (f"{place}: {told}",))
        except KgError as error:
            yield Failure(place, error)
        else:
            yield replace(reading, dropped=(*([cut] if cut else []), *reading.dropped))


def attachments_of(message: EmailMessage) -> str:
    """The names of what is attached, pictures within the text apart."""
    names = []
    for part in message.walk():
        name = part.get_filename()
        if name and not part.is_multipart() and (part.is_attachment() or part.get_content_maintype() != "image"):
            names.append(" ".join(str(name).split()))
    return ", ".join(names)
