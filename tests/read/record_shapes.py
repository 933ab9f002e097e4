"""Two records each as known tools and services write them, with words of our own, and what is to be read from them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from reading_pages import BODY, HEADLINE

TEXT = "\n\n".join(BODY)
MARKUP = "".join(f"<p>{paragraph}</p>" for paragraph in BODY)
OTHER = "Farmers in Zenda oppose the railway"
OTHER_TEXT = "The farmers' union said on Monday that the line would cut through two hundred fields near Zenda."
OTHER_MARKUP = f"<p>{OTHER_TEXT.replace(chr(39), '&#39;')}</p>"
URL, OTHER_URL = "https://coast.example/rail", "https://coast.example/farms"
AT = "2021-05-03T07:30:00Z"


@dataclass(frozen=True)
class Expected:
    """What the first of the two records is read as; the second has OTHER as title and its text."""

    publisher: str | None
    published_at: str | None = AT
    authors: tuple[str, ...] = ("Ann Lee",)
    url: str | None = URL
    section: str | None = None
    source_id: str | None = None
    published: str = "2021-05-03"
    excerpt: bool = False


def two(first: dict[str, Any], **other: Any) -> list[dict[str, Any]]:
    return [first, {**first, **other}]


def lines(records: list[Any]) -> str:
    return "".join(json.dumps(record) + "\n" for record in records)


NEWS_PLEASE = two(
    {
        "authors": ["Ann Lee"],
        "date_download": "2021-06-01 10:00:00",
        "date_modify": None,
        "date_publish": "2021-05-03 07:30:00",
        "description": "A deal.",
        "filename": "coast.example%2Frail.json",
        "language": "en",
        "maintext": TEXT,
        "source_domain": "www.coast.example",
        "title": HEADLINE,
        "url": URL,
    },
    maintext=OTHER_TEXT,
    title=OTHER,
)
NEWSPAPER = two(
    {
        "url": URL,
        "source_url": "https://www.coast.example",
        "title": HEADLINE,
        "top_image": "https://coast.example/a.jpg",
        "authors": ["Ann Lee"],
        "publish_date": "2021-05-03T07:30:00+00:00",
        "summary": "",
        "meta_lang": "en",
        "meta_description": "A deal.",
        "text": TEXT,
    },
    text=OTHER_TEXT,
    title=OTHER,
)
TRAFILATURA = two(
    {
        "title": HEADLINE,
        "author": "Ann Lee; Bo Sandberg",
        "hostname": "coast.example",
        "date": "2021-05-03",
        "fingerprint": "f3a1",
        "id": "t-7",
        "raw_text": " ".join(BODY),
        "text": "\n".join(BODY),
        "language": None,
        "source": URL,
        "source-hostname": "Coast Courier",
        "excerpt": "A deal.",
        "categories": "World;Rail",
    },
    text=OTHER_TEXT,
    raw_text=OTHER_TEXT,
    title=OTHER,
)
NEWSAPI = {
    "status": "ok",
    "totalResults": 2,
    "articles": two(
        {
            "source": {"id": None, "name": "Coast Courier"},
            "author": "Ann Lee",
            "title": f"{HEADLINE} - Coast Courier",
            "description": BODY[1],
            "url": URL,
            "urlToImage": None,
            "publishedAt": AT,
            "content": f"{BODY[0]}\r\nSylvanian Rail will run the tra… [+1234 chars]",
        },
        title=f"{OTHER} - Coast Courier",
        content=f"{OTHER_TEXT} It has\u2026 [+99 chars]",
    ),
}
GUARDIAN = {
    "response": {
        "status": "ok",
        "total": 2,
        "results": two(
            {
                "id": "world/2021/may/03/rail",
                "type": "article",
                "sectionId": "world",
                "sectionName": "World news",
                "webPublicationDate": AT,
                "webTitle": HEADLINE,
                "webUrl": URL,
                "apiUrl": "https://content.example/rail",
                "fields": {
                    "headline": HEADLINE,
                    "byline": "Ann Lee in Strelsau",
                    "bodyText": " ".join(BODY),
                    "body": MARKUP,
                    "publication": "Coast Courier",
                },
            },
            webTitle=OTHER,
            fields={"bodyText": OTHER_TEXT, "body": OTHER_MARKUP},
        ),
    }
}
NEW_YORK_TIMES = {
    "response": {
        "docs": two(
            {
                "abstract": "A deal.",
                "web_url": URL,
                "snippet": "A deal.",
                "lead_paragraph": BODY[0],
                "source": "Coast Courier",
                "headline": {"main": HEADLINE, "kicker": None},
                "keywords": [{"name": "glocations", "value": "Zenda"}],
                "pub_date": "2021-05-03T07:30:00+0000",
                "news_desk": "Foreign",
                "section_name": "World",
                "byline": {
                    "original": "By Ann Lee and Bo Sandberg",
                    "person": [{"firstname": "Ann", "lastname": "Lee"}],
                },
                "_id": "article/1",
                "uri": "article/1",
            },
            lead_paragraph=OTHER_TEXT,
            headline={"main": OTHER},
        ),
        "meta": {"hits": 2},
    }
}
EVENT_REGISTRY = {
    "articles": {
        "results": two(
            {
                "uri": "6543",
                "lang": "eng",
                "date": "2021-05-04",
                "time": "01:00:00",
                "dateTime": "2021-05-04T01:00:00Z",
                "dateTimePub": AT,
                "url": URL,
                "title": HEADLINE,
                "body": TEXT,
                "source": {"uri": "coast.example", "dataType": "news", "title": "Coast Courier"},
                "authors": [{"uri": "ann_lee@coast.example", "name": "Ann Lee", "type": "author"}],
            },
            body=OTHER_TEXT,
            title=OTHER,
        ),
        "totalResults": 2,
    }
}
WEBZ = {
    "posts": two(
        {
            "thread": {"uuid": "u", "url": URL, "site_full": "www.coast.example", "site": "coast.example"},
            "uuid": "u77",
            "url": URL,
            "author": "Ann Lee",
            "published": "2021-05-03T07:30:00.000+03:00",
            "title": HEADLINE,
            "text": TEXT,
            "language": "english",
        },
        text=OTHER_TEXT,
        title=OTHER,
    )
}
CC_NEWS = two(
    {
        "title": HEADLINE,
        "text": TEXT,
        "domain": "www.coast.example",
        "date": "2021-05-03 07:30:00",
        "description": "A deal.",
        "url": URL,
        "image_url": "https://coast.example/a.jpg",
    },
    text=OTHER_TEXT,
    title=OTHER,
)
CC_NEWS_PLAIN = two(
    {
        "requested_url": URL,
        "plain_text": TEXT,
        "published_date": "2021-05-03",
        "title": HEADLINE,
        "author": "Ann Lee",
        "language": "en",
        "sitename": "Coast Courier",
    },
    plain_text=OTHER_TEXT,
    title=OTHER,
)
ELASTICSEARCH = [
    {
        "_index": "news",
        "_id": f"e{i}",
        "_source": {"title": title, "body": text, "published_at": 1620027000000, "by": "Ann Lee"},
    }
    for i, (title, text) in enumerate([(HEADLINE, TEXT), (OTHER, OTHER_TEXT)], start=1)
]
BULK = [
    part
    for i, (title, text) in enumerate([(HEADLINE, TEXT), (OTHER, OTHER_TEXT)], start=1)
    for part in ({"index": {"_id": f"b{i}"}}, {"title": title, "body": text, "date": AT, "byline": "BY ANN LEE"})
]
MONGO = two(
    {
        "_id": {"$oid": "5f00aa"},
        "title": HEADLINE,
        "text": TEXT,
        "published": {"$date": AT},
        "author": {"name": "Ann Lee"},
    },
    title=OTHER,
    text=OTHER_TEXT,
)
WORDPRESS = two(
    {
        "id": 7,
        "date": "2021-05-03T07:30:00",
        "date_gmt": "2021-05-03T05:30:00",
        "guid": {"rendered": "https://coast.example/?p=7"},
        "link": URL,
        "title": {"rendered": HEADLINE},
        "content": {"rendered": MARKUP, "protected": False},
        "excerpt": {"rendered": "<p>A deal [&hellip;]</p>"},
        "author": 3,
        "categories": [4, 5],
    },
    title={"rendered": OTHER},
    content={"rendered": OTHER_MARKUP},
)
LINKED_DATA = {
    "@context": "https://schema.org",
    "@graph": [
        {"@type": "WebSite", "name": "Coast Courier", "url": "https://coast.example"},
        *two(
            {
                "@type": "NewsArticle",
                "headline": HEADLINE,
                "datePublished": "2021-05-03T07:30:00+02:00",
                "author": [{"@type": "Person", "name": "Ann Lee"}],
                "publisher": {"@type": "Organization", "name": "Coast Courier"},
                "articleSection": "World",
                "mainEntityOfPage": {"@id": URL},
                "articleBody": TEXT,
            },
            headline=OTHER,
            articleBody=OTHER_TEXT,
        ),
    ],
}
BLOCKS = two(
    {
        "id": "w1",
        "article_url": URL,
        "title": HEADLINE,
        "author": "Ann Lee",
        "published_date": 1620027000000,
        "source": "Coast Courier",
        "contents": [
            {"content": "World", "type": "kicker"},
            {"content": HEADLINE, "type": "title"},
            {"content": 1620027000000, "type": "date"},
            {"fullcaption": "Kern and Weiss in Zenda", "type": "image"},
            *({"content": paragraph, "subtype": "paragraph", "type": "sanitized_html"} for paragraph in BODY),
            {"type": "author_info", "name": "Ann Lee", "bio": "Ann Lee reports from Strelsau."},
        ],
    },
    title=OTHER,
    contents=[{"content": OTHER_MARKUP, "subtype": "paragraph", "type": "sanitized_html"}],
)
SNAPSHOT = two(
    {
        "an": "CC0001",
        "title": HEADLINE,
        "snippet": BODY[0],
        "body": "\n\n".join(BODY[1:]),
        "publication_date": 1620000000000,
        "publication_datetime": 1620027000000,
        "source_name": "Coast Courier",
        "byline": "By Ann Lee",
        "language_code": "en",
        "section": "A",
    },
    title=OTHER,
    snippet="",
    body=OTHER_TEXT,
)
WRAPPED = {
    "data": [
        {"type": "article", "id": f"{i}", "attributes": {"title": title, "body": {"value": text}, "created": AT}}
        for i, (title, text) in enumerate([(HEADLINE, MARKUP), (OTHER, OTHER_MARKUP)], start=1)
    ]
}
KEYED = {
    "a1": {"title": HEADLINE, "text": TEXT, "date": AT, "author": "Ann Lee"},
    "a2": {"title": OTHER, "text": OTHER_TEXT, "date": AT, "author": "Bo Sandberg"},
}
COLUMNS = {
    "title": {"0": HEADLINE, "1": OTHER},
    "text": {"0": TEXT, "1": OTHER_TEXT},
    "date": {"0": 1620027000000, "1": None},
}
SPLIT = {"columns": ["title", "text", "date"], "index": [0, 1], "data": [[HEADLINE, TEXT, AT], [OTHER, OTHER_TEXT, AT]]}

JSON_FEED = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Coast Courier",
    "home_page_url": "https://coast.example",
    "language": "en",
    "items": two(
        {
            "id": "f1",
            "url": URL,
            "title": HEADLINE,
            "content_html": MARKUP,
            "summary": "A deal.",
            "date_published": AT,
            "authors": [{"name": "Ann Lee", "url": "https://coast.example/ann"}],
        },
        title=OTHER,
        content_html=OTHER_MARKUP,
    ),
}
NINJS_1 = two(
    {
        "uri": "urn:x:1",
        "type": "text",
        "versioncreated": AT,
        "pubstatus": "usable",
        "headline": HEADLINE,
        "byline": "By Ann Lee",
        "language": "en",
        "body_xhtml": MARKUP,
        "infosource": [{"name": "Coast Wire", "code": "cw"}],
    },
    headline=OTHER,
    body_xhtml=OTHER_MARKUP,
)
NINJS_3 = two(
    {
        "uri": "urn:x:1",
        "type": "text",
        "versionCreated": "2021-05-04T00:00:00Z",
        "firstCreated": AT,
        "pubStatus": "usable",
        "headlines": [{"role": "main", "value": HEADLINE}],
        "by": "Ann Lee",
        "bodies": [{"role": "main", "contentType": "text/html", "value": MARKUP}],
        "infoSources": [{"name": "Coast Wire"}],
    },
    headlines=[{"role": "main", "value": OTHER}],
    bodies=[{"role": "main", "contentType": "text/html", "value": OTHER_MARKUP}],
)

LOCAL = "2021-05-03T07:30:00"
SHAPES: dict[str, tuple[str, str, Expected]] = {
    "news-please": (".jsonl", lines(NEWS_PLEASE), Expected("coast.example", LOCAL)),
    "news-please, array": (".json", json.dumps(NEWS_PLEASE, indent=2), Expected("coast.example", LOCAL)),
    "newspaper": (".json", json.dumps(NEWSPAPER), Expected("coast.example")),
    "trafilatura": (
        ".jsonl",
        lines(TRAFILATURA),
        Expected("Coast Courier", None, ("Ann Lee", "Bo Sandberg"), section="World", source_id="t-7"),
    ),
    "NewsAPI": (".json", json.dumps(NEWSAPI), Expected("Coast Courier", excerpt=True)),
    "Guardian": (
        ".json",
        json.dumps(GUARDIAN, indent=1),
        Expected("Coast Courier", section="World news", source_id="world/2021/may/03/rail"),
    ),
    "New York Times": (
        ".json",
        json.dumps(NEW_YORK_TIMES),
        Expected(
            "Coast Courier", authors=("Ann Lee", "Bo Sandberg"), section="World", source_id="article/1", excerpt=True
        ),
    ),
    "Event Registry": (".json", json.dumps(EVENT_REGISTRY), Expected("Coast Courier", source_id="6543")),
    "webz.io": (
        ".json",
        json.dumps(WEBZ),
        Expected("coast.example", "2021-05-03T07:30:00+03:00", source_id="u77"),
    ),
    "CC-News": (".jsonl", lines(CC_NEWS), Expected("coast.example", LOCAL, ())),
    "CC-News, plain text": (".ndjson", lines(CC_NEWS_PLAIN), Expected("Coast Courier", None)),
    "Elasticsearch, hits": (".jsonl", lines(ELASTICSEARCH), Expected(None, url=None, source_id="e1")),
    "Elasticsearch, answer": (
        ".json",
        json.dumps({"took": 1, "hits": {"total": {"value": 2}, "hits": ELASTICSEARCH}}),
        Expected(None, url=None, source_id="e1"),
    ),
    "Elasticsearch, bulk": (".jsonl", lines(BULK), Expected(None, url=None, source_id="b1")),
    "MongoDB": (".json", lines(MONGO), Expected(None, url=None, source_id="5f00aa")),
    "WordPress": (".json", json.dumps(WORDPRESS), Expected("coast.example", LOCAL, (), source_id="7")),
    "linked data": (
        ".json",
        json.dumps(LINKED_DATA),
        Expected("Coast Courier", "2021-05-03T07:30:00+02:00", section="World"),
    ),
    "blocks": (".jsonl", lines(BLOCKS), Expected("Coast Courier", source_id="w1")),
    "snapshot": (".json", json.dumps(SNAPSHOT), Expected("Coast Courier", url=None, section="A", source_id="CC0001")),
    "JSON Feed": (".json", json.dumps(JSON_FEED), Expected("Coast Courier", source_id="f1")),
    "ninjs 1.3": (".json", json.dumps(NINJS_1), Expected("Coast Wire", url=None, source_id="urn:x:1")),
    "ninjs 3.0": (".jsonl", lines(NINJS_3), Expected("Coast Wire", url=None, source_id="urn:x:1")),
    "JSON:API": (".json", json.dumps(WRAPPED), Expected(None, authors=(), url=None, source_id="1")),
    "objects under keys": (".json", json.dumps(KEYED), Expected(None, url=None, source_id="a1")),
    "data frame by columns": (".json", json.dumps(COLUMNS), Expected(None, authors=(), url=None)),
    "data frame, split": (".json", json.dumps(SPLIT), Expected(None, authors=(), url=None)),
}
