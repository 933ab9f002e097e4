"""NITF, NewsML-G2 and NewsML 1: stories of press agencies, and those that may not be used."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.read import Failure, Reading, read

FIRST = "Odda Shipping has bought two ferries from the state of Varland for 90 million crowns, it said on Monday."
SECOND = (
    "Berit Sollid, the minister of transport, met the head of Odda Shipping, Knut Aasen, in Haugvik to sign the deal."
)
NITF_BODY = f"""<body><body.head><hedline><hl1>Odda buys two ferries</hl1><hl2>Ministers pleased</hl2></hedline>
<byline>By <person>Ane Lund</person> and <person>Per Moe</person></byline><distributor>Varland Press</distributor>
<dateline><location>HAUGVIK</location></dateline></body.head>
<body.content><block><p>{FIRST.replace("Odda Shipping", "<org>Odda Shipping</org>")}</p>
<media media-type="image"><media-caption>Knut Aasen on a pier.</media-caption></media>
<table><tr><td>1</td></tr></table><p>{SECOND}</p></block></body.content><body.end><tagline>ends</tagline></body.end></body>"""
NITF = f"""<?xml version="1.0"?><nitf><head><title>slug-ferries</title><docdata><doc-id id-string="vp-4471"/>
<date.issue norm="20230307T091500+0100"/><doc.copyright holder="Varland Press" year="2023"/></docdata>
<pubdata name="Haugvik Courier" position.section="Business" date.publication="20230308"/></head>{NITF_BODY}</nitf>"""


def g2(body: str, *, status: str = "stat:usable", embargo: str = "") -> str:
    held = f"<embargoed>{embargo}</embargoed>" if embargo else ""
    return f"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:vp.example:4471"
version="3" xml:lang="en">
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="np:VP"><name>Varland Press</name></provider>
<versionCreated>2023-03-07T10:00:00+01:00</versionCreated>{held}<pubStatus qcode="{status}"/></itemMeta>
<contentMeta><contentCreated>2023-03-07T09:15:00+01:00</contentCreated><by>By Ane Lund</by>
<headline>Odda buys two ferries</headline><language tag="en-GB"/></contentMeta>
<contentSet>{body}</contentSet></newsItem>"""


XHTML = (
    '<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head>'
    f"<body><p>{FIRST}</p><p>{SECOND}</p></body></html></inlineXML>"
)
IN_NITF = f'<inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">{NITF_BODY}</nitf></inlineXML>'
NEWSML_1 = f"""<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>vp.example</ProviderId>
<PublicIdentifier>urn:newsml:vp.example:20230307:4471:1</PublicIdentifier></NewsIdentifier></Identification>
<NewsManagement><FirstCreated>20230307T091500+0100</FirstCreated><Status FormalName="Usable"/></NewsManagement>
<NewsComponent><NewsLines><HeadLine>Odda buys two ferries</HeadLine><ByLine>By Ane Lund</ByLine></NewsLines>
<AdministrativeMetadata><Provider><Party FormalName="Varland Press"/></Provider></AdministrativeMetadata>
<ContentItem><DataContent><p>{FIRST}</p><p>{SECOND}</p></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>"""


def read_all(folder: Path, text: str, name: str) -> list[Reading | Failure]:
    (folder / name).write_text(text, encoding="utf-8")
    return list(read(str(folder / name)))


@pytest.mark.parametrize(
    ("name", "text", "publisher", "source_id", "authors"),
    [
        ("a.nitf", NITF, "Haugvik Courier", "vp-4471", ("Ane Lund", "Per Moe")),
        ("a.xml", NITF, "Haugvik Courier", "vp-4471", ("Ane Lund", "Per Moe")),
        ("b.xml", g2(XHTML), "Varland Press", "urn:newsml:vp.example:4471", ("Ane Lund",)),
        ("c.xml", g2(IN_NITF), "Varland Press", "urn:newsml:vp.example:4471", ("Ane Lund", "Per Moe")),
        ("d.xml", NEWSML_1, "Varland Press", "urn:newsml:vp.example:20230307:4471:1", ("Ane Lund",)),
    ],
)
def test_stories(
    tmp_path: Path, name: str, text: str, publisher: str, source_id: str, authors: tuple[str, ...]
) -> None:
    (result,) = read_all(tmp_path, text, name)
    assert isinstance(result, Reading), result
    article = result.article
    assert article.text == f"Odda buys two ferries\n\n{FIRST}\n\n{SECOND}"
    assert (article.publisher, article.source_id, article.authors) == (publisher, source_id, authors)
    assert (article.published, article.published_at) == ("2023-03-07", "2023-03-07T09:15:00+01:00")
    assert article.path == str(tmp_path / name)


def test_a_message_of_several_items(tmp_path: Path) -> None:
    items = g2(XHTML) + g2(XHTML.replace("Monday", "Tuesday"), status="stat:canceled") + g2(XHTML.replace("90", "80"))
    results = read_all(tmp_path, f"<newsMessage><itemSet>{items}</itemSet></newsMessage>", "m.xml")
    assert [type(result) for result in results] == [Reading, Failure, Reading]
    assert isinstance(results[1], Failure)
    assert results[1].source == f"{tmp_path / 'm.xml'}:2"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (g2(XHTML, status="stat:withheld"), "stat:withheld"),
        (g2(XHTML, embargo="2199-01-01T00:00:00Z"), "embargoed until 2199"),
        (g2(XHTML, embargo="soon"), "embargo is no date"),
        (g2('<remoteContent contenttype="image/jpeg" href="x.jpg"/>'), "image/jpeg"),
        ('<packageItem guid="x"><groupSet/></packageItem>', "a package"),
        (NITF.replace("<docdata>", '<docdata management-status="canceled">'), "canceled"),
    ],
)
def test_what_may_not_or_cannot_be_used(tmp_path: Path, text: str, told: str) -> None:
    (result,) = read_all(tmp_path, text, "x.xml")
    assert isinstance(result, Failure)
    assert told in str(result.error)


COLLECTED = f"""<?xml version="1.0" encoding="iso-8859-1"?><newsitem itemid="2286" date="1996-08-21" xml:lang="en">
<title>VARLAND: Odda buys two ferries</title><headline>Odda buys two ferries</headline><byline>Ane Lund</byline>
<dateline>HAUGVIK 1996-08-20</dateline><text><p>{FIRST}</p><p>{SECOND}</p></text><copyright>(c) VP 1996</copyright>
<metadata><codes class="topics"><code code="C18"/></codes><dc element="dc.date.published" value="1996-08-20"/>
<dc element="dc.publisher" value="Varland Press plc"/><dc element="dc.source" value="Varland Press"/></metadata>
</newsitem>"""


def test_a_story_of_a_collection_for_research(tmp_path: Path) -> None:
    (result,) = read_all(tmp_path, COLLECTED, "2286.xml")
    assert isinstance(result, Reading), result
    article = result.article
    assert article.text == f"Odda buys two ferries\n\n{FIRST}\n\n{SECOND}"
    assert (article.publisher, article.published, article.source_id) == ("Varland Press", "1996-08-20", "2286")
    assert article.authors == ("Ane Lund",)


def test_an_embargo_that_is_over(tmp_path: Path) -> None:
    (result,) = read_all(tmp_path, g2(XHTML, embargo="2023-03-07T12:00:00+01:00"), "x.xml")
    assert isinstance(result, Reading)
