"""The bodies of a message as text, whatever their transfer encoding, character set and line ends."""

from __future__ import annotations

import re
from email.message import EmailMessage

from kg.read.encoding import decode

ADDRESS = re.compile(r"[ \t]*<(?:https?://|mailto:)[^<>\s]*>|[ \t]*\[(?:image|cid|https?):[^\[\]\n]*\]")
SIGNATURE = "-- "


def text_part(message: EmailMessage, kind: str, source: str, *, addresses: bool = False) -> str:
    """The text of the first body of this kind, without the addresses in it unless they are asked for; empty without
    one."""
    part = message.get_body(preferencelist=(kind,))
    content = part.get_payload(decode=True) if part is not None else None
    if part is None or not isinstance(content, bytes) or not content.strip():
        return ""
    text = decode(content, source, part.get_param("charset", failobj=None) and str(part.get_param("charset")))[0]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if kind == "plain" and str(part.get_param("format", "")).casefold() == "flowed":
        text = unflowed(text, str(part.get_param("delsp", "")).casefold() == "yes")
    return ADDRESS.sub("", text) if kind == "plain" and not addresses else text


def unflowed(text: str, delete_space: bool) -> str:
    """Lines that end in a blank go on in the next (RFC 3676); the signature's dashes do not."""
    parts: list[str] = []
    for line in text.split("\n"):
        flows = line.endswith(" ") and line != SIGNATURE and not line.startswith(">")
        line = line[1:] if line.startswith(" ") else line
        parts.append((line[:-1] if delete_space else line) if flows else line + "\n")
    return "".join(parts).removesuffix("\n")
