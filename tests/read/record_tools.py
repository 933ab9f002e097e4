"""Two records each of further services and programs: facts beside the text, items in items, lines above a header."""

from __future__ import annotations

import json
from typing import Any

from reading_pages import BODY, HEADLINE
from record_shapes import AT, MARKUP, OTHER, OTHER_MARKUP, OTHER_TEXT, TEXT, URL, Expected, lines, two

LOCAL = "2021-05-03T07:30:00"


def around(records: list[dict[str, Any]], name: str, **beside: Any) -> list[dict[str, Any]]:
    return [{name: record, **beside} for record in records]


ONE_PAGE = {
    "url": URL,
    "statusCode": 200,
    "article": {
        "headline": HEADLINE,
        "datePublished": AT,
        "authors": [{"name": "Ann Lee", "nameRaw": "By Ann Lee"}],
        "breadcrumbs": [{"name": "World", "url": "https://coast.example/world"}],
        "articleBody": TEXT,
        "url": URL,
    },
}
OTHER_PAGE = {**ONE_PAGE, "article": {**ONE_PAGE["article"], "headline": OTHER, "articleBody": OTHER_TEXT}}  # type: ignore[dict-item]


def in_markdown(title: str, text: str) -> dict[str, Any]:
    beside = {"title": f"{title} | Coast Courier", "ogSiteName": "Coast Courier", "sourceURL": URL, "publishedTime": AT}
    return {"success": True, "data": {"markdown": text, "metadata": beside}}


CLEANED = two(
    {
        "meta": {"lang": "en", "canonical": URL},
        "domain": "coast.example",
        "title": HEADLINE,
        "cleaned_text": TEXT,
        "authors": ["Ann Lee"],
        "publish_date": AT,
    },
    title=OTHER,
    cleaned_text=OTHER_TEXT,
)
PLAINTEXT = two(
    {"title": HEADLINE, "plaintext": TEXT, "authors": ["Ann Lee"], "publishing_date": "2021-05-03 07:30:00+00:00"},
    title=OTHER,
    plaintext=OTHER_TEXT,
)
SECTIONS = two(
    {
        "title": HEADLINE,
        "body": {"summary": [BODY[0]], "sections": [{"headline": [], "paragraphs": list(BODY[1:])}]},
        "authors": ["Ann Lee"],
        "publishing_date": AT,
    },
    title=OTHER,
    body={"summary": [], "sections": [{"headline": [], "paragraphs": [OTHER_TEXT]}]},
)
AGENCY = two(
    {
        "uri": "https://api.wire.example/content/4d56",
        "type": "text",
        "versioncreated": "2021-05-04T08:00:00Z",
        "firstcreated": AT,
        "pubstatus": "usable",
        "title": "EU--Rail",
        "headline": HEADLINE,
        "bylines": [{"by": "By Ann Lee", "title": "Coast Wire Writer"}],
        "body_nitf": f'<block id="Main">{MARKUP}</block>',
    },
    headline=OTHER,
    body_nitf=OTHER_MARKUP,
)
READER = two(
    {
        "id": "tag:reader.example,2005:item/7",
        "crawlTimeMsec": "1620027000000",
        "published": 1620027000,
        "title": HEADLINE,
        "canonical": [{"href": URL}],
        "alternate": [{"href": URL}],
        "origin": {"streamId": "feed/3", "htmlUrl": "https://coast.example/", "title": "Coast Courier"},
        "summary": {"content": MARKUP},
        "author": "Ann Lee",
    },
    title=OTHER,
    summary={"content": OTHER_MARKUP},
)
MONITORED = two(
    {"Date": "2021-05-03", "Headline": HEADLINE, "URL": URL, "Opening Text": BODY[0], "Hit Sentence": BODY[0][:20]},
    Headline=OTHER,
    **{"Opening Text": OTHER_TEXT},
)
HARVESTED = two({"title": HEADLINE, "full_text": TEXT, "url": URL, "time_published": "20210503T073000"})
HARVESTED[1] |= {"title": OTHER, "full_text": OTHER_TEXT}
SCANNED = two({"id": "/sn83/1/", "date": "20210503", "headline": HEADLINE, "ocr_eng": TEXT})
SCANNED[1] |= {"headline": OTHER, "ocr_eng": OTHER_TEXT}
REPORT = (
    'Report:,Bulk Download\r\nBrand:,Coast\r\nFrom:,"Sat May 01 2021"\r\n\r\n'
    "Query Id,Date,Title,Url,Domain,Author,Full Text\r\n"
    f'9,2021-05-03 07:30:00.0,"{HEADLINE}",{URL},coast.example,Ann Lee,"{TEXT.replace(chr(34), chr(34) * 2)}"\r\n'
    f'9,2021-05-03 07:30:00.0,"{OTHER}",{URL},coast.example,Ann Lee,"{OTHER_TEXT}"\r\n'
)
ANSWER = {"status": "ok", "message": "Success", "articles": CLEANED}

TOOLS: dict[str, tuple[str, str, Expected]] = {
    "page in an object": (".jsonl", lines([ONE_PAGE, OTHER_PAGE]), Expected(None)),
    "Markdown": (
        ".jsonl",
        lines([in_markdown(HEADLINE, TEXT), in_markdown(OTHER, OTHER_TEXT)]),
        Expected("Coast Courier", authors=()),
    ),
    "cleaned text": (".json", json.dumps(CLEANED), Expected("coast.example")),
    "answer with a message": (".json", json.dumps(ANSWER), Expected("coast.example")),
    "plaintext": (".jsonl", lines(PLAINTEXT), Expected(None, url=None)),
    "sections": (".json", json.dumps(SECTIONS), Expected(None, url=None)),
    "items of an agency": (
        ".json",
        json.dumps({"data": {"items": around(AGENCY, "item")}}),
        Expected(None, url="https://api.wire.example/content/4d56", source_id="https://api.wire.example/content/4d56"),
    ),
    "feed reader": (
        ".json",
        json.dumps({"id": "starred", "title": "Starred", "items": READER}),
        Expected("Coast Courier", source_id="tag:reader.example,2005:item/7"),
    ),
    "monitoring": (".json", json.dumps(MONITORED), Expected(None, None, (), excerpt=True)),
    "date by another name": (".json", json.dumps(HARVESTED), Expected(None, LOCAL, ())),
    "scanned pages": (".json", json.dumps(SCANNED), Expected(None, None, (), url=None, source_id="/sn83/1/")),
    "lines above the header": (".csv", REPORT, Expected("coast.example", LOCAL)),
}
NO_RECORDS = {
    "an error": json.dumps({"status": "error", "code": "apiKeyInvalid", "message": "Your key is not valid."}),
    "no results": json.dumps({"status": "ok", "message": "Success", "articles": []}),
}
