"""A small article in every format, to find out whether this installation reads what it claims to read."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable, Mapping

from kg.errors import KgError
from kg.read.formats import FORMATS, Format
from kg.read.options import Reading, ReadOptions
from kg.read.reading import read_stream

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


SAMPLES: Mapping[str, Callable[[], bytes]] = {
    "plain text": plain,
    "Markdown": plain,
    "web page": page,
    "PDF": pdf,
    "JSON Lines": record,
    "CSV": table,
}
"""A sample for each name in FORMATS. A format whose library is an extra makes its sample only where that is there."""


MISSING = re.compile(r"(?P<said>lxml_html_clean)|No module named '(?P<module>[\w.]+)'")
DISTRIBUTIONS = {"docx": "python-docx", "yaml": "PyYAML", "charset_normalizer": "charset-normalizer"}
"""What packages are called whose modules have another name."""


def fault_of(format: Format) -> str | None:
    """Why the sample of a format is not read here, on one line; None when it is.

    Whatever goes wrong is told: what a library raises when a part of it is missing is of any type.
    """
    sample = SAMPLES.get(format.name)
    if sample is None:
        return "no sample of it to try"
    suffix = format.suffixes[0]
    try:
        results = list(read_stream(io.BytesIO(sample()), suffix, f"sample{suffix}", ReadOptions()))
    except KgError as error:
        return str(error)
    except Exception as error:
        return " ".join(f"{type(error).__name__}: {error}".split())
    for result in results:
        if not isinstance(result, Reading):
            return str(result.error)
    texts = [result.article.text for result in results if isinstance(result, Reading)]
    if len(texts) != 1 or any(line not in " ".join(texts[0].split()) for line in TEXT):
        return f"another text came out of it: {' '.join(texts)[:60]!r}"
    return None


def remedy_of(fault: str) -> str:
    """What pip has to install where a part of a library is missing, and kg itself where something else is wrong."""
    missing = MISSING.search(fault)
    if missing is None:
        return "--force-reinstall kg"
    name = missing["said"] or missing["module"].split(".")[0]
    return DISTRIBUTIONS.get(name, name)


def faults() -> dict[str, str]:
    """The formats that are not read here, though their library is said to be installed, with the cause of each."""
    return {format.name: fault for format in FORMATS if format.installed and (fault := fault_of(format))}
