"""RSS and Atom: what an entry says of itself, whole texts and excerpts, aggregators, damaged feeds."""

from __future__ import annotations

from html import escape
from pathlib import Path

import pytest

from kg.errors import ReadError
from kg.read import Failure, Reading, read

FIRST = "Odda Shipping has bought two ferries from the state of Varland for 90 million crowns, it said on Monday."
SECOND = (
    "Berit Sollid, the minister of transport, met the head of Odda Shipping, Knut Aasen, in Haugvik to sign the deal."
)
BODY = f"<p>{FIRST}</p><figure><figcaption>Knut Aasen on a pier.</figcaption></figure><p>{SECOND}</p>"
BRIEF = "Odda Shipping has bought two ferries from the state of Varland."


def rss(*items: str, title: str = "Haugvik Courier") -> str:
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    head = f"<title>{title}</title><link>https://courier.example</link><language>en-gb</language>"
    return f'<?xml version="1.0"?><rss version="2.0" {names}><channel>{head}{"".join(items)}</channel></rss>'


def item(*, content: str = "", description: str = "", more: str = "") -> str:
    told = f"<content:encoded><![CDATA[{content}]]></content:encoded>" if content else ""
    brief = f"<description>{escape(description)}</description>" if description else ""
    return (
        "<item><title>Ferries sold &amp;amp; paid</title><link>https://courier.example/7</link><guid>courier-7</guid>"
        "<pubDate>Mon, 06 Mar 2023 23:30:00 -0800</pubDate><dc:creator>Ane Lund</dc:creator>"
        f"<category>Business</category>{brief}{told}{more}</item>"
    )


SOUND = '<enclosure url="https://courier.example/7.mp3" length="9" type="audio/mpeg"/>'
DUBLIN = "<dc:date>2023-03-06T23:30:00-08:00</dc:date>"
PICTURE = '<enclosure url="https://courier.example/7.jpg" length="9" type="image/jpeg"/>'
ATOM = f"""<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom">
<title>Haugvik Courier</title>
<entry><title>Ferries sold</title><id>tag:courier.example,2023:7</id><updated>2023-03-07T09:00:00+01:00</updated>
<link rel="replies" href="https://courier.example/7/comments"/><link rel="alternate" href="https://courier.example/7"/>
<author><name>Ane Lund</name></author><author><name>Per Moe</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p><p>{SECOND}</p></div></content></entry></feed>"""


def read_all(folder: Path, text: str, name: str = "feed.rss") -> list[Reading | Failure]:
    (folder / name).write_text(text, encoding="utf-8")
    return list(read(str(folder / name)))


def only(folder: Path, text: str, name: str = "feed.rss") -> Reading:
    (found,) = read_all(folder, text, name)
    assert isinstance(found, Reading), found
    return found


@pytest.mark.parametrize("name", ["feed.rss", "feed.xml"])
def test_an_entry_with_its_text(tmp_path: Path, name: str) -> None:
    reading = only(tmp_path, rss(item(content=BODY, description=BRIEF)), name)
    article = reading.article
    assert article.text == f"Ferries sold & paid\n\n{FIRST}\n\n{SECOND}"
    assert (article.publisher, article.published, article.authors) == ("Haugvik Courier", "2023-03-06", ("Ane Lund",))
    assert article.published_at == "2023-03-06T23:30:00-08:00"
    assert (article.url, article.source_id, article.section) == ("https://courier.example/7", "courier-7", "Business")
    assert (article.excerpt, article.path) == (False, f"{tmp_path / name}:1")
    assert reading.dropped == ("Knut Aasen on a pier.",)


@pytest.mark.parametrize(
    ("given", "excerpt"),
    [
        ({"description": BRIEF}, True),
        ({"description": f"<p>{FIRST}</p><p>{SECOND}</p>"}, True),
        ({"description": f"<p>{FIRST}</p><p>{SECOND}</p>" * 4}, False),  # a whole text in the description
        ({"content": f"<p>{FIRST}</p><p>{SECOND} […]</p>"}, True),
        ({"content": f"<p>{FIRST}</p><p>Continue reading on our site</p>"}, True),
        ({"content": f"<p>{FIRST}</p>", "description": BRIEF}, False),
        ({"content": f"<p>{FIRST}</p>", "more": SOUND}, True),  # the announcement of a podcast
        ({"content": f"<p>{FIRST}</p>", "more": PICTURE}, False),
    ],
)
def test_an_excerpt_is_marked(tmp_path: Path, given: dict[str, str], excerpt: bool) -> None:
    reading = only(tmp_path, rss(item(**given)))
    assert reading.article.excerpt is excerpt
    assert any("read as an excerpt" in warning for warning in reading.warnings) is excerpt


def test_atom(tmp_path: Path) -> None:
    for name in ("feed.atom", "feed.xml"):
        reading = only(tmp_path, ATOM, name)
        article = reading.article
        assert article.text == f"Ferries sold\n\n{FIRST}\n\n{SECOND}"
        assert (article.authors, article.url) == (("Ane Lund", "Per Moe"), "https://courier.example/7")
        assert (article.published, article.source_id) == ("2023-03-07", "tag:courier.example,2023:7")
        assert any("date of an update" in warning for warning in reading.warnings)


def test_an_aggregator_names_the_paper_of_each_entry(tmp_path: Path) -> None:
    source = '<source url="https://mail.example">Coast Mail</source>'
    assert only(tmp_path, rss(item(content=BODY, more=source))).article.publisher == "Coast Mail"


@pytest.mark.parametrize("caption", ["Knut Aasen on a pier.", "<![CDATA[Knut <b>Aasen</b> on a pier.]]>"])
@pytest.mark.parametrize("first", [True, False])
def test_a_caption_of_media_rss_is_no_text(tmp_path: Path, caption: str, first: bool) -> None:
    picture = f'<media:content url="https://x.example/p.jpg"><media:description type="plain">{caption * 9}'
    picture += "</media:description></media:content>"
    whole = item(description=BRIEF, more="" if first else picture)
    whole = whole.replace("<description>", picture + "<description>") if first else whole
    text = rss(whole).replace("<rss ", '<rss xmlns:media="http://search.yahoo.com/mrss/" ')
    article = only(tmp_path, text).article
    assert (article.text, article.excerpt) == (f"Ferries sold & paid\n\n{BRIEF}", True)


@pytest.mark.parametrize(
    ("title", "paper"),
    [
        ("Haugvik Courier - World", "Haugvik Courier"),
        ("Haugvik Courier | Top Stories | RSS", "Haugvik Courier"),
        ("HC &gt; Business", "HC"),
        ("Haugvik Courier: Latest headlines", "Haugvik Courier"),
        ("World", "World"),
        ("Haugvik: a town and its ships", "Haugvik: a town and its ships"),
        ("Courier - The paper of the north", "Courier - The paper of the north"),
    ],
)
def test_all_feeds_of_a_paper_are_of_one_paper(tmp_path: Path, title: str, paper: str) -> None:
    assert only(tmp_path, rss(item(content=BODY), title=title)).article.publisher == paper


@pytest.mark.parametrize(
    ("end", "kept"),
    [
        (' ... <a href="https://courier.example/7">Read more</a>', ""),
        (' <a href="https://courier.example/7">Continue reading</a>', ""),
        (" Read the full story here", ""),
        (" They will read more of it.", " They will read more of it."),
    ],
)
def test_the_link_to_the_whole_is_no_text(tmp_path: Path, end: str, kept: str) -> None:
    text = only(tmp_path, rss(item(description=f"{FIRST}{end}"))).article.text
    assert text == f"Ferries sold & paid\n\n{FIRST}{kept}"


def test_xhtml_beside_a_summary(tmp_path: Path) -> None:
    reading = only(tmp_path, ATOM.replace("<content", f"<summary>{BRIEF}</summary><content"), "feed.atom")
    assert reading.article.text == f"Ferries sold\n\n{FIRST}\n\n{SECOND}"
    assert not reading.article.excerpt


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("<author>ane@courier.example (Ane Lund)</author>", ("Ane Lund",)),
        ("<author>Ane Lund &lt;ane@courier.photography&gt;</author>", ("Ane Lund",)),
        ("<author>ane@courier.com (Ane Lund and Per Moe)</author>", ("Ane Lund", "Per Moe")),
        ("<dc:creator>Ane Lund</dc:creator>", ("Ane Lund",)),
    ],
)
def test_authors_with_addresses(tmp_path: Path, written: str, authors: tuple[str, ...]) -> None:
    text = rss(item(content=BODY)).replace("<dc:creator>Ane Lund</dc:creator>", written)
    assert only(tmp_path, text).article.authors == authors


def test_the_date_of_dublin_core_is_that_of_publication(tmp_path: Path) -> None:
    text = rss(item(content=BODY)).replace("<pubDate>Mon, 06 Mar 2023 23:30:00 -0800</pubDate>", DUBLIN)
    reading = only(tmp_path, text)
    assert (reading.article.published, reading.warnings) == ("2023-03-06", ())


def test_what_blog_systems_put_below_is_no_text(tmp_path: Path) -> None:
    below = "<p>The post Ferries sold appeared first on Haugvik Courier.</p>"
    assert "appeared first" not in only(tmp_path, rss(item(content=BODY + below))).article.text


def test_entries_that_cannot_be_read_stop_no_others(tmp_path: Path) -> None:
    german = (
        "Die Reederei hat zwei Fähren vom Staat gekauft, sagte der Minister am Montag, und will sie bald einsetzen. "
    )
    results = read_all(tmp_path, rss(item(), item(content=german * 6), item(content=BODY)))
    assert [type(result) for result in results] == [Failure, Failure, Reading]
    assert [result.source for result in results[:2] if isinstance(result, Failure)] == [
        f"{tmp_path / 'feed.rss'}:{n}" for n in (1, 2)
    ]


def test_a_feed_that_breaks_off_gives_what_is_whole_and_says_so(tmp_path: Path) -> None:
    whole = rss(item(content=BODY), item(content=BODY.replace("Monday", "Tuesday")))
    results = read_all(tmp_path, whole[: whole.rindex("<category>")])
    assert isinstance(results[0], Reading)
    assert isinstance(results[-1], Failure)
    assert "save it again" in str(results[-1].error)


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("feed.rss", rss(), "without entries"),
        ("feed.rss", "no feed at all", "not a readable feed"),
        ("map.xml", '<urlset xmlns="x"><url><loc>https://courier.example/7</loc></url></urlset>', "list of addresses"),
        (
            "subs.xml",
            '<opml version="2.0"><body><outline xmlUrl="https://x.example"/></body></opml>',
            "list of addresses",
        ),
        ("other.xml", "<invoice><total>7</total></invoice>", "<invoice>"),
        ("broken.xml", "plain words", "not XML"),
    ],
)
def test_what_is_no_feed_is_one_clear_line(tmp_path: Path, name: str, text: str, told: str) -> None:
    (result,) = read_all(tmp_path, text, name)
    assert isinstance(result, Failure)
    assert isinstance(result.error, ReadError)
    assert told in str(result.error)
    assert "\n" not in str(result.error)


def test_no_entity_of_a_file_is_expanded_or_fetched(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("hidden words", encoding="utf-8")
    file = (tmp_path / "secret.txt").as_uri()
    text = rss(item(content=BODY)).replace('<?xml version="1.0"?>', f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{file}">]>')
    for result in read_all(tmp_path, text.replace("Ferries sold", "Ferries sold &x;"), "feed.xml"):
        assert "hidden words" not in str(result)
