"""From bytes to text: UTF-8, UTF-16 and UTF-32 for sure, anything else as a guess that is said aloud."""

from __future__ import annotations

import codecs
import unicodedata

from charset_normalizer import from_bytes

from kg.errors import ReadError

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
WHITESPACE = "\t\n\v\f\r\x85\x01\x02\x03\x04\x1a\x1c\x1d\x1e"  # those of transmission too: wires send them
MOST_CONTROLS = 0.005
MOST_DAMAGE = 0.002
"""Share of broken bytes up to which a file is UTF-8 with a fault rather than another encoding."""


def decode(raw: bytes, source: str, declared: str | None = None) -> tuple[str, str | None]:
    """The text of a file and, when its encoding had to be guessed, a warning.

    `declared` is the encoding that the file names itself; it counts where the bytes are not UTF-8. Raises ReadError for
    an empty file and for one that is no text.
    """
    if not raw.strip(b"\x00 \t\r\n"):
        raise ReadError(f"{source}: the file is empty")
    text, warning = as_unicode(raw, source, declared)
    if not text.strip():
        raise ReadError(f"{source}: the file is empty")
    controls = sum(unicodedata.category(char) == "Cc" and char not in WHITESPACE for char in text[:100_000])
    if controls > MOST_CONTROLS * min(len(text), 100_000):
        raise ReadError(f"{source}: not text but binary content; give the article as text, HTML or PDF")
    return text, warning


def as_unicode(raw: bytes, source: str, declared: str | None) -> tuple[str, str | None]:
    encoding = next((name for mark, name in BOMS if raw.startswith(mark)), None) or utf16_without_mark(raw) or "utf-8"
    try:
        return raw.decode(encoding), None
    except UnicodeDecodeError:
        repaired = raw.decode(encoding, errors="replace")
    if declared and declared.casefold() not in ("utf-8", "utf8"):
        try:
            return raw.decode(declared), None
        except (UnicodeDecodeError, LookupError):
            pass
    if encoding != "utf-8" or mostly_utf8(raw, repaired):
        return repaired, f"{source}: damaged {encoding}: broken characters are shown as \N{REPLACEMENT CHARACTER}"
    if b"\x00" in raw:
        raise ReadError(f"{source}: not text but binary content; give the article as text, HTML or PDF")
    best = from_bytes(raw).best()
    if best is None:
        raise ReadError(f"{source}: its encoding cannot be told; save it as UTF-8")
    return str(best), f"{source}: not UTF-8, read as {best.encoding}; save it as UTF-8 to be sure"


def utf16_without_mark(raw: bytes) -> str | None:
    """Western text in UTF-16 has a zero in nearly every second byte."""
    half = min(len(raw), 4096) // 2
    if half and raw[1 : 2 * half : 2].count(0) > 0.7 * half:
        return "utf-16-le"
    if half and raw[0 : 2 * half : 2].count(0) > 0.7 * half:
        return "utf-16-be"
    return None


def mostly_utf8(raw: bytes, repaired: str) -> bool:
    """Whether there are sound multi-byte characters and only a few broken ones."""
    broken = repaired.count("\N{REPLACEMENT CHARACTER}")
    sound = sum(ord(char) > 127 for char in repaired) - broken
    return broken <= max(1, MOST_DAMAGE * len(raw)) and sound > broken
