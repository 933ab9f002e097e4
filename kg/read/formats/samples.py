"""A small article of our own words in every format that kg reads."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Callable, Mapping

TITLE = "Harbour of Zenda is to be widened"
TEXT = (
    "The harbour of Zenda will be widened by 2031, the minister of transport, Ivo Kern, said on Monday.",
    "Two companies of the town are to do the work, and the state will pay a third of it.",
)
"""What every sample says, and what has to come out of it."""


def page() -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT)
    head = f'<head><meta charset="utf-8"><title>{TITLE}</title></head>'
    return f"<!doctype html><html>{head}<body><article><h1>{TITLE}</h1>{paragraphs}</article></body></html>".encode()


def plain() -> bytes:
    return "\n\n".join((TITLE, *TEXT)).encode()


def record() -> bytes:
    return json.dumps({"title": TITLE, "text": "\n\n".join(TEXT)}).encode()


def table() -> bytes:
    return f'title,text\n"{TITLE}","{" ".join(TEXT)}"\n'.encode()


def pdf() -> bytes:
    """One page in Helvetica; PDFium mends the missing cross-reference table."""
    lines = [(20, 770, TITLE), *((10, 740 - 30 * n, line) for n, line in enumerate(TEXT))]
    drawn = "\n".join(f"BT /F1 {size} Tf 50 {y} Td ({line}) Tj ET" for size, y, line in lines).encode()
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R"
        b" /Resources << /Font << /F1 3 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn),
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % numbered for numbered in enumerate(objects, start=1))
    return b"%PDF-1.4\n" + body + b"trailer\n<< /Root 1 0 R /Size 6 >>\n%%EOF\n"


def feed() -> bytes:
    paragraphs = "".join(f"&lt;p&gt;{line}&lt;/p&gt;" for line in TEXT)
    item = f"<item><title>{TITLE}</title><description>{paragraphs}</description></item>"
    return f'<rss version="2.0"><channel><title>Zenda Post</title>{item}</channel></rss>'.encode()


def story() -> bytes:
    """NITF."""
    paragraphs = "".join(f"<p>{line}</p>" for line in TEXT)
    head = f"<body.head><hedline><hl1>{TITLE}</hl1></hedline></body.head>"
    return f"<nitf><body>{head}<body.content>{paragraphs}</body.content></body></nitf>".encode()


def crawl() -> bytes:
    """One answer of a server, as crawlers keep it."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page()
    head = (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:6b0ef3f2-6f7c-4c3a-9f4e-0c1d5a2b7e11>\r\n"
        "WARC-Date: 2026-03-02T10:00:00Z\r\nWARC-Target-URI: https://zenda.example/harbour\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


def columns() -> bytes:
    """Parquet, which only its library writes."""
    import pyarrow  # type: ignore[import-untyped]
    from pyarrow import parquet

    sink = io.BytesIO()
    parquet.write_table(pyarrow.table({"title": [TITLE], "text": ["\n\n".join(TEXT)]}), sink)
    return sink.getvalue()


def zipped(members: Mapping[str, str]) -> bytes:
    sink = io.BytesIO()
    with zipfile.ZipFile(sink, "w") as archive:
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)  # without a time, so that the bytes stay the same
    return sink.getvalue()


def word() -> bytes:
    package = "http://schemas.openxmlformats.org/package/2006"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    part = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Override PartName="/word/document.xml" ContentType="{part}"/>'
    types += '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraphs = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in (TITLE, *TEXT))
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{package}/content-types">{types}</Types>',
            "_rels/.rels": f'<Relationships xmlns="{package}/relationships">'
            f'<Relationship Id="r1" Type="{office}" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{main}"><w:body>{paragraphs}</w:body></w:document>',
        }
    )


def opendocument() -> bytes:
    kind, names = "application/vnd.oasis.opendocument.text", "urn:oasis:names:tc:opendocument:xmlns"
    spaces = f'xmlns:office="{names}:office:1.0" xmlns:text="{names}:text:1.0" office:version="1.2"'
    body = "".join(f"<text:p>{line}</text:p>" for line in (TITLE, *TEXT))
    parts = {
        "content": f"<office:body><office:text>{body}</office:text></office:body>",
        "styles": "<office:styles/>",
        "meta": "<office:meta/>",
    }
    entries = f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/>' + "".join(
        f'<manifest:file-entry manifest:full-path="{name}.xml" manifest:media-type="text/xml"/>' for name in parts
    )
    members = {
        f"{name}.xml": f"<office:document-{name} {spaces}>{inner}</office:document-{name}>"
        for name, inner in parts.items()
    }
    manifest = f'<manifest:manifest xmlns:manifest="{names}:manifest:1.0">{entries}</manifest:manifest>'
    return zipped({"mimetype": kind, "META-INF/manifest.xml": manifest, **members})


def rich() -> bytes:
    return ("{\\rtf1\\ansi " + "\\par\n".join((TITLE, *TEXT)) + "\\par}").encode()


def message() -> bytes:
    head = f"From: Zenda Post <desk@zenda.example>\nSubject: {TITLE}\nDate: Mon, 2 Mar 2026 10:00:00 +0100\n"
    kind = "Content-Type: text/plain; charset=utf-8\n"
    return (head + kind + "\n" + "\n\n".join(TEXT) + "\n").encode()


def mailbox() -> bytes:
    return b"From desk@zenda.example Mon Mar  2 10:00:00 2026\n" + message() + b"\n"


SAMPLES: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "plain text": (".txt", plain),
    "Markdown": (".md", plain),
    "web page": (".html", page),
    "PDF": (".pdf", pdf),
    "JSON Lines": (".jsonl", record),
    "JSON": (".json", record),
    "CSV": (".csv", table),
    "Parquet": (".parquet", columns),
    "RSS or Atom feed": (".rss", feed),
    "XML (feeds, NITF, NewsML)": (".xml", story),
    "WARC": (".warc", crawl),
    "Word document": (".docx", word),
    "RTF document": (".rtf", rich),
    "OpenDocument text": (".odt", opendocument),
    "message": (".eml", message),
    "mailbox": (".mbox", mailbox),
    "archive": (".zip", lambda: zipped({"harbour.txt": plain().decode()})),
    "compressed file": (".txt.gz", lambda: gzip.compress(plain(), mtime=0)),
}
"""For each name in FORMATS the suffix of a file, and what stands in it. A format whose library is an extra makes its
sample only where that is installed."""
