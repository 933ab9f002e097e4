"""Web pages: title, date, authors and other facts of the article itself; what is text and what is not."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from web_pages import ADDRESS, BODY, HEADLINE, article, document, only, texts

from kg.read import Reading, ReadOptions, read


def ld(*items: dict[str, Any]) -> str:
    return "".join(f'<script type="application/ld+json">{json.dumps(item)}</script>' for item in items)


def meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


DAY = "2021-05-03"
CANONICAL = f'<link rel="canonical" href="{ADDRESS}">'
STORY = {"@type": "NewsArticle", "headline": HEADLINE, "url": ADDRESS}
OTHER = {"@type": "NewsArticle", "headline": "Storm kills three", "url": "https://coast.example/storm"}


@pytest.mark.parametrize(
    ("title", "head"),
    [
        (f"{HEADLINE} | Coast Courier", ""),
        (f"{HEADLINE} - Coast Courier", ""),
        (f"{HEADLINE} – The Coast Courier", ""),
        (f"{HEADLINE} — CoastCourier.example", ""),
        (f"{HEADLINE} | Business | Coast Courier", ""),
        (f"{HEADLINE} - World News - Coast Courier", ""),
        (f"{HEADLINE} | Rail and road | Coast Courier", meta("article:section", "Rail and road")),
        (f"Coast Courier | {HEADLINE}", ""),
        (f"Coast Courier: {HEADLINE}", meta("og:title", HEADLINE)),
        (HEADLINE, meta("og:title", f"{HEADLINE} | Coast Courier")),
        (f"{HEADLINE} | coastmail", '<link rel="canonical" href="https://www.coastmail.example/1">'),
    ],
)
@pytest.mark.parametrize("heading", [True, False])
def test_a_headline_ends_before_its_site(tmp_path: Path, title: str, head: str, heading: bool) -> None:
    body = article() if heading else f"<div>{texts(BODY)}</div>"
    assert only(tmp_path, document(body, title, head)).article.title == HEADLINE


@pytest.mark.parametrize(
    "headline",
    [
        f"{HEADLINE} – live",
        f"{HEADLINE} - as it happened",
        "Coast Courier sold to farmers",
        "Farmers buy the Coast Courier",
        "Kern - the man who would not sign",
        "Railway | the long way to Modena",
    ],
)
def test_a_headline_keeps_what_is_its_own(tmp_path: Path, headline: str) -> None:
    for body in (article(headline=headline), f"<div>{texts(BODY)}</div>"):
        assert only(tmp_path, document(body, f"{headline} | Coast Courier")).article.title == headline


def test_the_printed_headline_goes_before_the_stated_one(tmp_path: Path) -> None:
    page = document(article(), f"{HEADLINE}: what we know | Coast Courier", meta("og:title", "Kern and Weiss sign"))
    assert only(tmp_path, page).article.title == HEADLINE


@pytest.mark.parametrize(
    ("title", "headline"),
    [
        ("Kern and Weiss sign", HEADLINE),  # cut short
        ("Rail deal: what it means for the coast | Coast Courier", HEADLINE),  # written for search engines
        ("Coast Courier", HEADLINE),
    ],
)
def test_a_title_element_of_its_own_wording(tmp_path: Path, title: str, headline: str) -> None:
    assert only(tmp_path, document(article(), title)).article.title == headline


def test_a_kicker_is_no_part_of_the_headline(tmp_path: Path) -> None:
    page = f"<article><h1><span>Transport</span> {HEADLINE}</h1>{texts(BODY)}</article>"
    assert only(tmp_path, document(page, head=meta("og:title", HEADLINE))).article.title == HEADLINE


def test_the_site_s_name_is_no_headline(tmp_path: Path) -> None:
    page = f"<header><h1>Coast Courier</h1></header><main><h2>{HEADLINE}</h2>{texts(BODY)}</main>"
    assert only(tmp_path, document(page)).article.title == HEADLINE


OLD = {**OTHER, "datePublished": "2020-01-01"}
NEW = {**STORY, "datePublished": DAY}
LISTED = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": OLD}]}
WRAPPED = f'<script type="application/ld+json">//<![CDATA[\n{json.dumps(NEW)}\n//]]></script>'
BROKEN = '<script type="application/ld+json">{broken</script>'


@pytest.mark.parametrize(
    ("head", "day", "moment"),
    [
        (ld({**STORY, "datePublished": f"{DAY}T23:30:00+02:00"}), DAY, f"{DAY}T23:30:00+02:00"),
        (ld({**STORY, "datePublished": f"{DAY}T23:30:00.000Z"}), DAY, f"{DAY}T23:30:00Z"),
        (ld(NEW), DAY, None),
        (ld(OLD, NEW), DAY, None),
        (ld({"@graph": [OLD, NEW]}), DAY, None),
        (ld(LISTED, {"@type": "WebPage", "mainEntity": NEW}), DAY, None),
        (ld(OLD), None, None),
        (ld(OLD) + meta("article:published_time", DAY), DAY, None),
        (ld({"@type": ["Article", "NewsArticle"], "datePublished": DAY}), DAY, None),
        (ld({"@type": "NewsArticle", "mainEntityOfPage": {"@id": ADDRESS}, "datePublished": DAY}), DAY, None),
        (ld({**STORY, "dateModified": "2021-05-04"}), None, None),
        (ld({"@type": "WebPage", "datePublished": DAY}), DAY, None),
        (WRAPPED, DAY, None),
        (BROKEN + meta("datePublished", "3 May 2021"), DAY, None),
        (meta("article:modified_time", "2021-05-04"), None, None),
        (meta("article:published_time", f"{DAY}T21:30:00Z"), DAY, f"{DAY}T21:30:00Z"),
    ],
)
def test_the_date_is_the_one_of_the_article(tmp_path: Path, head: str, day: str | None, moment: str | None) -> None:
    reading = only(tmp_path, document(article(), head=CANONICAL + head))
    assert (reading.article.published, reading.article.published_at) == (day, moment)
    assert bool(reading.warnings) == (day is None)


THIRD = f'<time datetime="{DAY}">3 May</time>'
FIFTH = '<time datetime="2021-05-05">5 May</time>'
DECK = "Ministers say that the line will carry freight from 2031, but critics doubt the cost."


@pytest.mark.parametrize(
    ("before", "day"),
    [
        (f'<p>By Ann Lee</p><p><time datetime="{DAY}T10:00:00Z">3 May</time></p>', DAY),
        (f"<div>Published {THIRD}, updated {FIFTH}</div>", DAY),
        (f'<p class="standfirst">{DECK}</p><time>3 May 2021</time>', DAY),
        (f"<p>Updated {FIFTH}</p>", None),
        (f"<p>Last updated: {FIFTH}</p>", None),
    ],
)
def test_a_date_beside_the_headline(tmp_path: Path, before: str, day: str | None) -> None:
    assert only(tmp_path, document(article(before=before))).article.published == day


def test_a_date_of_another_story_is_none(tmp_path: Path) -> None:
    time = '<time itemprop="datePublished" datetime="2020-01-01">1 Jan</time>'
    aside = f"<aside><article>{time} Storm kills three</article></aside>"
    assert only(tmp_path, document(aside + article())).article.published is None


@pytest.mark.parametrize(
    ("head", "before", "authors"),
    [
        (ld({**STORY, "author": {"@type": "Person", "name": "Ann Lee"}}), "", ("Ann Lee",)),
        (ld({**STORY, "author": [{"name": "Ann Lee"}, {"name": "Bo Xu"}]}), "", ("Ann Lee", "Bo Xu")),
        (ld({**STORY, "author": "By Ann Lee and Bo Xu"}), "", ("Ann Lee", "Bo Xu")),
        (ld({**STORY, "author": ["Ann Lee", "ann.lee@coast.example"]}), "", ("Ann Lee",)),
        (ld({**OTHER, "author": {"name": "Eva Holt"}}, STORY), "<p>By Ann Lee</p>", ("Ann Lee",)),
        (ld({**STORY, "author": {"@type": "Organization", "name": "Coast Courier"}}), "", ()),
        (ld({**STORY, "author": {"@type": "Person", "name": "Coast Courier Staff"}}), "", ()),
        (meta("author", "Ann Lee, Political Editor"), "", ("Ann Lee",)),
        (meta("author", "Ann Lee | Senior Reporter"), "", ("Ann Lee",)),
        (meta("author", "Coast Courier"), "", ()),
        (meta("author", "Web Desk"), "", ()),
        (meta("article:author", "https://social.example/coast"), "<p>By Ann Lee in Zenda</p>", ("Ann Lee",)),
        ("", "<p>By Ann Lee Email the author</p>", ("Ann Lee",)),
        ("", '<div>By <a href="/ann">Ann Lee</a> and <a href="/bo">Bo Xu</a></div>', ("Ann Lee", "Bo Xu")),
        ("", "<p>By Staff Reporter</p>", ()),
        ("", "<div><a href='/a'>Ann Lee</a><span>Transport Correspondent</span></div>", ("Ann Lee",)),
        ("", "<div><a href='/authors/ann-lee'>Ann Lee</a></div>", ("Ann Lee",)),
        ("", "<p><a href='/tags/tom-adler'>Tom Adler</a></p>", ()),
    ],
)
def test_authors_are_persons(tmp_path: Path, head: str, before: str, authors: tuple[str, ...]) -> None:
    reading = only(tmp_path, document(article(before=before), head=CANONICAL + head))
    assert reading.article.authors == authors
    assert reading.article.text == "\n\n".join([HEADLINE, *BODY])


def test_other_facts(tmp_path: Path) -> None:
    head = CANONICAL + meta("article:section", "Business") + '<meta name="parsely-post-id" content="rail-17">'
    found = only(tmp_path, document(article(), head=head)).article
    assert (found.section, found.source_id, found.url) == ("Business", "rail-17", ADDRESS)
    assert only(tmp_path, document(article(), head=ld({**STORY, "articleSection": ["Rail"]}))).article.section == "Rail"
    assert only(tmp_path, document(article(), head=ld(STORY))).article.url == ADDRESS
    given = only(tmp_path, document(article(), head=head), ReadOptions(url="https://x.example/1", title="Signed"))
    assert (given.article.url, given.article.title) == ("https://x.example/1", "Signed")


@pytest.mark.parametrize(
    ("marked", "text", "gone"),
    [
        ("Kern met <s>Adler</s> Holm.", "Kern met Holm.", "Adler"),
        ("Kern met <del>Adler</del><ins>Holm</ins>.", "Kern met Holm.", "Adler"),
        ("Kern met <strike>Adler</strike> <u>Holm</u>.", "Kern met Holm.", "Adler"),
        (
            'Kern met <span style="color:red; text-decoration: line-through">Adler</span> Holm.',
            "Kern met Holm.",
            "Adler",
        ),
        ('Kern met <span class="line-through">Adler</span> Holm.', "Kern met Holm.", "Adler"),
        ("Kern met Holm <del>and Adler</del>, he said.", "Kern met Holm, he said.", "and Adler"),
        ("<s>Kern met Adler.</s> Kern met Holm.", "Kern met Holm.", "Kern met Adler."),
        ("<span hidden>Kern met Adler.</span> Kern met Holm.", "Kern met Holm.", "Kern met Adler."),
        ('Kern won 45<sup><a href="#n3">3</a></sup> seats.', "Kern won 45 seats.", "3"),
        ("Kern met Holm.<sup>[a]</sup>", "Kern met Holm.", "[a]"),
    ],
)
def test_struck_out_words_are_no_text(tmp_path: Path, marked: str, text: str, gone: str) -> None:
    tail = " The two spoke about the railway for an hour, a minister told reporters on Friday."
    reading = only(tmp_path, document(article([*BODY, marked + tail])))
    assert reading.article.text.endswith("\n\n" + text + tail)
    assert reading.dropped == (gone,)


@pytest.mark.parametrize(
    "kept",
    [
        '<span style="text-decoration: underline">Kern</span>',
        "<ins>Kern</ins>",
        "<span class='striking'>Kern</span>",
    ],
)
def test_other_marks_stay(tmp_path: Path, kept: str) -> None:
    line = f"{kept} spoke about the railway for an hour, a minister told reporters on Friday."
    assert "Kern spoke about the railway" in only(tmp_path, document(article([*BODY, line]))).article.text


FURNITURE = [
    "<figure><img><figcaption>Ivo Kern and Tom Adler shake hands in Strelsau on Friday.</figcaption></figure>",
    "<div class='wp-caption'><img><p class='wp-caption-text'>Ivo Kern meets Tom Adler in Strelsau.</p></div>",
    "<p>Photograph: Jan Novak/AP</p>",
    "<div><img><em>Ivo Kern and Tom Adler shake hands in Strelsau.</em></div>",
    "<div><img><span class='caption'>Kern and Adler shake hands.</span><span class='credit'>Jan Novak</span></div>",
    "<div class='paywall'><h3>Keep reading for 1 crown</h3><p>This article is for subscribers only.</p></div>",
    "<div id='comments'><h2>2 comments</h2><p>I think that Kern has sold the railway to his friends.</p></div>",
    "<div class='newsletter'><p>Sign up for our morning newsletter to get the top stories in your inbox.</p></div>",
    "<p>Email the author</p>",
    "<p>Follow Ann Lee on Twitter @annlee</p>",
    "<p>Contact Ann Lee at ann@coast.example</p>",
    "<p>Senior Reporter</p>",
    "<div class='audio'>Listen to this article · 5 min</div>",
    "<p>5 min read</p>",
    "<p>Advertisement</p>",
    "<p>Share this article</p>",
    "<p>We use cookies to give you the best experience on our site.</p>",
    "<p>Subscribe to continue reading this article.</p>",
    "<p>Unlock this article with a free account.</p>",
    "<p>Related: <a href='/s/1'>Storm kills three on northern coast</a></p>",
    "<p>Ann Lee covers railways for the Coast Courier. She lives in Zenda with the painter Eva Holt.</p>",
    "<p>Ann Lee is a reporter.</p><p>She was born in Modena.</p>",
]


@pytest.mark.parametrize("furniture", FURNITURE)
def test_what_is_no_text_of_the_article(tmp_path: Path, furniture: str) -> None:
    page = document(article(before="<p>By Ann Lee</p>", behind=furniture))
    assert only(tmp_path, page).article.text == "\n\n".join([HEADLINE, *BODY])


QUESTIONS = ("Did you meet Marta Weiss in April?", "Will you sign?", "Who pays for the line?", "And the farmers?")
ANSWERS = (
    "No, I did not.",
    "Yes.",
    "Both countries pay, and I have said so from the first day of the talks.",
    "Never.",
)
INTRO = "Ivo Kern has led Ruritania since 2018. He spoke to Ann Lee of the Coast Courier in his office in Strelsau."


@pytest.mark.parametrize(
    "form",
    [
        "<p><strong>{q}</strong></p><p>{a}</p>",
        "<p><b>{q}</b><br>{a}</p>",
        "<dl><dt>{q}</dt><dd>{a}</dd></dl>",
        '<div class="question">{q}</div><div class="answer">{a}</div>',
        "<h3>{q}</h3><p>{a}</p>",
        "<p><em>{q}</em></p><p>{a}</p>",
        "<p><b>Q:</b> {q}</p><p><b>A:</b> {a}</p>",
        "<p><strong>Coast Courier:</strong> {q}</p><p><strong>Ivo Kern:</strong> {a}</p>",
        "<p>CC: {q}</p><p>IK: {a}</p>",
    ],
)
def test_interviews_keep_every_question_and_answer(tmp_path: Path, form: str) -> None:
    pairs = "".join(form.format(q=q, a=a) for q, a in zip(QUESTIONS, ANSWERS, strict=True))
    page = document(f"<article><h1>Kern speaks of the railway</h1><p>{INTRO}</p>{pairs}</article>", "Kern speaks")
    kept = only(tmp_path, page).article.text.split("\n\n")
    speakers = [re.sub("<[^<>]*>", "", part) for part in re.split(r"\{q\}|\{a\}", form)[:2]]
    said = [
        who + text for pair in zip(QUESTIONS, ANSWERS, strict=True) for who, text in zip(speakers, pair, strict=True)
    ]
    assert kept[2:] == said


@pytest.mark.parametrize(
    ("charset", "encoding"),
    [
        ('<meta charset="windows-1252">', "cp1252"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">', "cp1252"),
        ('<meta charset="utf-8">', "utf-8"),
        ('<meta charset="windows-1251">', "cp1251"),
    ],
)
def test_declared_encodings(tmp_path: Path, charset: str, encoding: str) -> None:
    line = "“The line is no gift” – so said Weiss on Friday, and the farmers of Modena agreed with her at once."
    page = document(article([*BODY, line])).replace('<meta charset="utf-8">', charset)
    (tmp_path / "page.html").write_bytes(page.encode(encoding))
    (reading,) = list(read(str(tmp_path / "page.html")))
    assert isinstance(reading, Reading)
    assert line in reading.article.text
    assert not any("UTF-8" in warning for warning in reading.warnings)


def test_the_encoding_of_an_xhtml_page(tmp_path: Path) -> None:
    page = document(
        article([*BODY, "The café of Zenda’s station will be rebuilt as well, the minister of transport said."])
    )
    page = '<?xml version="1.0" encoding="windows-1252"?>' + page.replace('<meta charset="utf-8">', "")
    (tmp_path / "page.xhtml").write_bytes(page.encode("cp1252"))
    (reading,) = list(read(str(tmp_path / "page.xhtml")))
    assert isinstance(reading, Reading)
    assert "The café of Zenda’s station" in reading.article.text


def test_entities(tmp_path: Path) -> None:
    headline = "Kern &amp; Weiss&#8217;s agreement on the railway"
    page = document(
        article(
            [
                *BODY,
                "R&amp;D costs of 3&nbsp;million crowns &mdash; a third &#x2014; are paid by Sylvania&#39;s state.",
            ],
            headline,
        )
    )
    found = only(tmp_path, page.replace(f"<title>{HEADLINE}", f"<title>{headline}")).article
    assert found.title == "Kern & Weiss’s agreement on the railway"
    assert "R&D costs of 3 million crowns — a third — are paid by Sylvania's state." in found.text
