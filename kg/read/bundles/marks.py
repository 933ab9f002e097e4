"""What marks a line among the lines of an export: a counter, a label, a trailer, a rule. Patterns are for whole lines
of bounded length, so that their cost is, too."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kg.read.bundles.labels import LABELS, alone, label_of


class Kind(StrEnum):
    """What a line is, besides text."""

    COUNTER = "counter"
    END = "end"
    IDENTITY = "identity"
    FIELD = "field"
    WIRE = "wire"
    COPYRIGHT = "copyright"
    RULE = "rule"
    FENCE = "fence"
    POSTMARK = "postmark"
    PAGE = "page"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class Mark:
    """`fact` and `label` belong to fields (`value` is the offset of the value in the line), `number` and `total` to
    counters; `sure` says that only exports print such a line."""

    kind: Kind
    fact: str = ""
    label: str = ""
    value: int = 0
    number: int = 0
    total: int = 0
    sure: bool = False


LONGEST = 200
LONGEST_COUNT = 60
LONGEST_IDENTITY = 100
LONGEST_SIGNATURE = 30
"""Characters of a wire's end mark that begins with a letter or a figure."""
DIGIT = re.compile(r"\d")
NOUN = (
    r"(?:documents?|articles?|records?|items?|results?|stor(?:y|ies)|hits?|messages?|e?-?mails?|reports?|entr(?:y|ies)"
    r"|dokumente?n?|artikeln?|documentos?|art[ií]culos?|documenti|articoli|treffer|nachricht(?:en)?|meldung(?:en)?)"
)
COUNTER = re.compile(
    rf"(?:(?P<before>{NOUN})[ ]?(?:no\.?|nr\.?|number|#|:)?[ ]?)?\(?#?(?P<n>\d{{1,5}})\)?"
    rf"(?:[ ]?(?:of|/|von|sur|de|di|van|av|af)[ ]?(?P<m>\d{{1,5}}))?(?:[ ](?P<behind>{NOUN}))?",
    re.IGNORECASE,
)
FRAME = "[](){}<>*=#~_-–—|.: \t\xa0"
END = re.compile(
    r"end of (?:the )?(?:document|article|record|story|report|text|item|message|file)|fin du document|fin de l'article"
    r"|ende des (?:dokuments|artikels)|dokumentende|einde van het (?:document|artikel)"
    r"|fin del (?:documento|art[ií]culo)|fine del documento",
    re.IGNORECASE,
)
IDENTITY = re.compile(
    r"(?:document|dokument|documento|doc|article|record|item) ?(?:id|no\.?|number)?[ :#]{0,3}"
    r"(?P<id>[A-Za-z][A-Za-z0-9_.|-]{9,60})|(?P<news>\w{2,12}[·•][\w.]{6,12}[·•]\S{1,40})",
    re.IGNORECASE,
)
AGENCY = (
    r"(?:reuters?|afp|ap|dpa|upi|pa|tass|itar-tass|xinhua|ansa|efe|kyodo|dow jones newswires|interfax|ria novosti|belga"
    r"|apa|bloomberg(?: news)?|nyt|ips|irna|wam|pti|ians|antara|bernama|yonhap|aap|cp|canadian press|associated press)"
)
WIRE = re.compile(
    r"#(?: ?#){2,9}|[-–—]{1,4} ?(?:0|30) ?[-–—]{1,4}|30 ?[-–—]{1,4}|nnnn|\*{3} ?end ?\*{3}"
    r"|/?[-–—]{0,4} ?(?:ends?|endit) ?[-–—]{0,4}/?"
    rf"|[-–—(/]{{0,3}}(?-i:(?=[A-Z])|(?<=[-–—(/])){AGENCY}[)/–—-]{{0,3}}"
    r"|\((?:end|more to follow|more)\)(?: [\w .,:/()-]{0,80})?|enditem|item end"
    r"|[a-z]{1,6}(?:-[a-z]{1,6})?-\d\d-\d\d-\d\d \d{4} ?[a-z]{2,4}<?",
    re.IGNORECASE,
)
SIGNED = re.compile(r"\s+(?:Enditem|EndItem|Item end|-0-|\(END\)|\(ends\)|###|ENDS|/?ends/)\.?\Z")
"""An end mark behind the last sentence."""
LONGEST_SIGNED = 12
GOES_ON = re.compile(r"\(more", re.IGNORECASE)
COPYRIGHT = re.compile(
    r"(?:©|\(c\)|copyright\b|all rights reserved\b|tous droits réservés\b|alle rechte vorbehalten\b)", re.IGNORECASE
)
RULE = re.compile(r"([_=\-*~#+.•—–])(?: ?\1){2,198}")
ADDRESS = re.compile(r"https?://\S{4,300}")
POSTMARK = re.compile(r"From \S{1,100} .{0,40}\d\d:\d\d.{0,30}")
PAGE = re.compile(r"(?:page|seite|p\.|pg\.?) ?\d{1,4}(?: ?(?:of|/|von|sur|de) ?\d{1,4})?", re.IGNORECASE)
TAG = re.compile(r"</?(?P<name>[A-Za-z][\w.-]{0,30})(?: [^<>]{0,160})?>")
ENCLOSED = re.compile(r"<(?P<name>[A-Za-z][\w.-]{0,30})(?: [^<>]{0,160})?>(?=[^<>])")


def mark_of(text: str) -> Mark | None:
    """What marks a line, of those marks that need no neighbours."""
    if len(text) > LONGEST:
        return field_of(text)
    if not text[0].isalnum() and (found := sign_of(text)):
        return found
    size = len(text)
    if size <= LONGEST_SIGNATURE and WIRE.fullmatch(text):
        return Mark(Kind.WIRE, label=text.casefold())
    if size <= LONGEST_COUNT and (found := count_of(text)):
        return found
    if size <= LONGEST_IDENTITY and text.count(" ") < 4 and DIGIT.search(text) and (named := IDENTITY.fullmatch(text)):
        group = "id" if named["id"] else "news"
        return Mark(Kind.IDENTITY, "id", value=named.start(group), sure=True)
    first = text[0]
    if first in "©(cCaAtT" and COPYRIGHT.match(text) and label_of(text) is None:
        return Mark(Kind.COPYRIGHT, "copyright")
    if first == "F" and text.startswith("From ") and POSTMARK.fullmatch(text):
        return Mark(Kind.POSTMARK, sure=True)
    return field_of(text)


def sign_of(text: str) -> Mark | None:
    """Rules, tags, and the marks that wires make of signs."""
    if text[0] == "<" and (tag := ENCLOSED.match(text) or TAG.fullmatch(text)):
        name = tag["name"].casefold()
        if name in LABELS and text[1] != "/":
            return Mark(Kind.FIELD, LABELS[name], name, tag.end())
        return Mark(Kind.TAG, label=name, sure=text[1] != "/") if tag.end() == len(text) else None
    if text == "---":
        return Mark(Kind.FENCE)
    if WIRE.fullmatch(text):
        return Mark(Kind.WIRE, label=text)
    rule = RULE.fullmatch(text)
    return Mark(Kind.RULE, label=rule[1]) if rule else None


def count_of(text: str) -> Mark | None:
    """Page numbers, counters and the words "End of Document"."""
    bare = text.strip(FRAME)
    if not DIGIT.search(bare):
        return Mark(Kind.END, sure=True) if bare[:1] in "eEfFdD" and END.fullmatch(bare) else None
    if PAGE.fullmatch(text):
        return Mark(Kind.PAGE)
    counter = COUNTER.fullmatch(bare)
    if counter and (counter["m"] or counter["before"] or bare != text):
        sure = bool(counter["m"] and (counter["before"] or counter["behind"]))
        return Mark(Kind.COUNTER, number=int(counter["n"]), total=int(counter["m"] or 0), sure=sure)
    return None


def field_of(text: str) -> Mark | None:
    if text.startswith("http") and ADDRESS.fullmatch(text):
        return Mark(Kind.FIELD, "url", "address")
    if found := label_of(text):
        return Mark(Kind.FIELD, *found)
    if stands := alone(text):
        return Mark(Kind.FIELD, *stands, value=len(text))
    return None
