"""From bytes to text: UTF-8, UTF-16 and UTF-32 for sure, anything else as a guess that is said aloud."""

from __future__ import annotations

import codecs
import re

from kg.errors import ReadError
from kg.read.western import western

BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
QUOTE_LEAD = b"\xe2"
"""First byte of UTF-8's quotation marks and dashes, and no letter that English words end in."""
CONTROL = re.compile(r"[\x00\x05-\x08\x0e-\x19\x1b\x1f\x7f]")
"""Control characters but for blanks, line breaks and those of transmission, which wires send along."""
SOUND = re.compile("[^\x00-\x7f\N{REPLACEMENT CHARACTER}]+")
SAMPLE = 100_000
MOST_CONTROLS = 0.005
FEW_CONTROLS = 8
"""Control characters that no text is refused for: old wires begin and end with some."""
MOST_DAMAGE = 0.002
"""Share of broken bytes up to which a file is UTF-8 with a fault rather than another encoding."""
LATIN = frozenset("ascii us-ascii iso-8859-1 iso8859-1 iso_8859-1 latin-1 latin1 l1 windows-1252 cp1252".split())
"""Names under which windows-1252 is sent, as browsers know (WHATWG Encoding Standard, 4.2)."""
NO_TEXT = "not text but binary content; give the article as text, HTML or PDF"


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
    controls = len(CONTROL.findall(text, 0, SAMPLE))
    if controls > max(FEW_CONTROLS, MOST_CONTROLS * min(len(text), SAMPLE)):
        raise ReadError(f"{source}: {NO_TEXT}")
    return text, warning


def as_unicode(raw: bytes, source: str, declared: str | None) -> tuple[str, str | None]:
    encoding = next((name for mark, name in BOMS if raw.startswith(mark)), None) or utf16_without_mark(raw) or "utf-8"
    try:
        return raw.decode(encoding), None
    except UnicodeDecodeError as error:
        cut_off = error.reason == "unexpected end of data" and (len(raw) - error.start > 1 or raw[-1] in QUOTE_LEAD)
        repaired = raw.decode(encoding, errors="replace")
    named = (declared or "").strip().casefold()
    if named and named not in ("utf-8", "utf8"):
        try:
            return raw.decode("cp1252" if named in LATIN else named), None
        except (UnicodeDecodeError, LookupError):
            pass
    if encoding != "utf-8" or mostly_utf8(raw, repaired, cut_off):
        return repaired, f"{source}: damaged {encoding}: broken characters are shown as \N{REPLACEMENT CHARACTER}"
    if b"\x00" in raw:
        raise ReadError(f"{source}: {NO_TEXT}")
    text, encoding = guessed(raw, source)
    return text, f"{source}: not UTF-8, read as {encoding}; save it as UTF-8 to be sure"


def guessed(raw: bytes, source: str) -> tuple[str, str]:
    """Text and name of the likeliest single-byte or East Asian encoding."""
    found = western(raw)
    if found:
        return found
    from charset_normalizer import from_bytes

    best = from_bytes(raw).best()
    if best is None:
        raise ReadError(f"{source}: its encoding cannot be told; save it as UTF-8")
    return str(best), best.encoding


def utf16_without_mark(raw: bytes) -> str | None:
    """Western text in UTF-16 has a zero in nearly every second byte."""
    half = min(len(raw), 4096) // 2
    if half and raw[1 : 2 * half : 2].count(0) > 0.7 * half:
        return "utf-16-le"
    if half and raw[0 : 2 * half : 2].count(0) > 0.7 * half:
        return "utf-16-be"
    return None


def mostly_utf8(raw: bytes, repaired: str, cut_off: bool) -> bool:
    """Whether only a few characters are broken, and more are sound or the broken one is the last, cut off in itself."""
    broken = repaired.count("\N{REPLACEMENT CHARACTER}")
    sound = sum(map(len, SOUND.findall(repaired)))
    return broken <= max(1, MOST_DAMAGE * len(raw)) and (sound > broken or cut_off)
