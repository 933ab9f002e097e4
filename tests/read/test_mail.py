"""Messages: which words of them are the article, and what their headers say of it."""

from __future__ import annotations

import base64
import io
import random
from collections.abc import Sequence
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path

import pytest
from bundle_shapes import NEXIS_UNI, NEXIS_UNI_WANTED
from reading_pages import BODY, HEADLINE

from kg.errors import KgError
from kg.read import Failure, Reading, read
from kg.read.formats.mail import read_mbox
from kg.read.mail.body import parted
from kg.read.mail.headers import moment_of, sender_of, title_of
from kg.read.mail.parts import unflowed
from kg.read.options import ReadOptions

TEXT = "\n\n".join(BODY)
HTML = f"<html><body><p>{'</p><p>'.join(BODY)}</p></body></html>"
TABLES = (
    "<html><head><style>td {color: red}</style></head><body><div style='display:none'>Preview of what comes</div>"
    f"<table><tr><td><table><tr><td><p>{'</p></td></tr><tr><td><p>'.join(BODY)}</p></td></tr></table></td></tr></table>"
    "</body></html>"
)


def message(text: str | None = TEXT, html: str | None = None, **headers: str) -> EmailMessage:
    made = EmailMessage()
    named = {"Subject": HEADLINE, "From": "The Coast Courier <news@courier.example>"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    named.setdefault("Date", "Fri, 04 Feb 2022 23:30:00 +0800")
    named.setdefault("Message-ID", "<a1@courier.example>")
    for name, value in named.items():
        if value:
            made[name] = value
    if text is not None:
        made.set_content(text)
    if html is not None:
        (made.set_content if text is None else made.add_alternative)(html, subtype="html")
    return made


def results(folder: Path, content: bytes | EmailMessage, name: str = "a.eml") -> list[Reading | Failure]:
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.as_bytes(policy=SMTP))
    return list(read(str(file)))


def reading(folder: Path, content: bytes | EmailMessage) -> Reading:
    (found,) = results(folder, content)
    assert isinstance(found, Reading), found
    return found


def paragraphs(found: Reading) -> list[str]:
    return found.article.text.split("\n\n")


def test_a_newsletter(tmp_path: Path) -> None:
    found = reading(tmp_path, message(List_Id="The Coast Courier <morning.courier.example>"))
    article = found.article
    assert (article.title, article.publisher, article.authors) == (HEADLINE, "The Coast Courier", ())
    assert (article.published, article.published_at) == ("2022-02-04", "2022-02-04T23:30:00+08:00")
    assert article.source_id == "a1@courier.example"
    assert paragraphs(found) == [HEADLINE, *BODY]
    assert not found.warnings


@pytest.mark.parametrize(
    ("text", "html"),
    [
        (None, HTML),
        (TEXT, HTML),
        ("View this message in your browser: https://courier.example/1", HTML),
        ("Your mail program does not show HTML.", TABLES),
        ("", TABLES),
    ],
)
def test_the_part_that_holds_the_article(tmp_path: Path, text: str | None, html: str) -> None:
    assert paragraphs(reading(tmp_path, message(text, html))) == [HEADLINE, *BODY]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "windows-1252", "x-unknown", None])
@pytest.mark.parametrize("coding", ["8bit", "base64", "quoted-printable"])
def test_charsets_and_transfer_encodings(tmp_path: Path, charset: str | None, coding: str) -> None:
    body = ("“Well,” said Café Müller’s owner. " + TEXT).encode("utf-8" if charset == "utf-8" else "cp1252")
    if coding == "base64":
        body = base64.encodebytes(body)
    elif coding == "quoted-printable":
        import quopri

        body = quopri.encodestring(body)
    kind = f'Content-Type: text/plain; charset="{charset}"\n' if charset else ""
    head = (
        f"Subject: =?utf-8?q?Kern_and_Weiss_sign_an_agreement?=\n about the railway\nFrom: news@courier.example\n{kind}"
    )
    content = f"{head}Content-Transfer-Encoding: {coding}\n\n".encode() + body
    found = reading(tmp_path, content)
    assert found.article.title == HEADLINE
    assert "“Well,” said Café Müller’s owner." in found.article.text
    assert found.article.publisher is None
    assert (found.article.published, found.article.source_id) == (None, None)


@pytest.mark.parametrize(
    ("subject", "title"),
    [
        ("Kern meets Weiss in Strelsau", "Kern meets Weiss in Strelsau"),
        ("Fwd: Kern meets Weiss in Strelsau", "Kern meets Weiss in Strelsau"),
        ("RE: FW: [news] Kern meets Weiss in Strelsau", "Kern meets Weiss in Strelsau"),
        ("[rail-list] Re[2]: Kern meets Weiss in Strelsau", "Kern meets Weiss in Strelsau"),
        ("AW: WG: Kern meets Weiss in Strelsau", "Kern meets Weiss in Strelsau"),
        ("Ireland: Kern meets Weiss", "Ireland: Kern meets Weiss"),
        ("Regarding: Kern and Weiss", "Regarding: Kern and Weiss"),
        ("Fwd: FYI", None),
        ("", None),
        ("[news]", None),
    ],
)
def test_titles(subject: str, title: str | None) -> None:
    assert title_of(subject) == title


@pytest.mark.parametrize(
    ("sender", "bulk", "forwarded", "authors", "publisher"),
    [
        ("The Coast Courier <news@courier.example>", True, False, (), "The Coast Courier"),
        ("Coast Courier Newsletters <no-reply@courier.example>", True, False, (), "Coast Courier"),
        ("Ann Lee <ann.lee@courier.example>", False, False, ("Ann Lee",), None),
        ("Bo Sandberg <bsandberg@courier.example>", False, False, ("Bo Sandberg",), None),
        ('"Ann Lee, The Coast Courier" <alee@courier.example>', True, False, ("Ann Lee",), "The Coast Courier"),
        ("Ann Lee via Rail List <rail@lists.example>", True, False, ("Ann Lee",), "Rail List"),
        ("Ann Lee at The Coast Courier <news@courier.example>", True, False, ("Ann Lee",), "The Coast Courier"),
        ("The Coast Courier (Ann Lee) <news@courier.example>", True, False, ("Ann Lee",), "The Coast Courier"),
        ("Politics | Harbour Line <line@harbour.example>", True, False, (), "Politics | Harbour Line"),
        ("Ministry of Transport <press@transport.example>", False, False, (), "Ministry of Transport"),
        ("Ann Lee <annlee@gmail.com>", False, False, (), None),
        ("Ann Lee <annlee@gmail.com>", True, False, ("Ann Lee",), None),
        ("Ann Lee <ann.lee@firm.example>", False, True, (), None),
        ("Harbour Insider <hello@harbour.example>", True, False, (), "Harbour Insider"),
        ("news@courier.example", True, False, (), None),
        ("<news@courier.example>", True, False, (), None),
        ('"news@courier.example" <news@courier.example>', True, False, (), None),
        ("", False, False, (), None),
    ],
)
def test_senders(sender: str, bulk: bool, forwarded: bool, authors: Sequence[str], publisher: str | None) -> None:
    assert sender_of(sender, bulk, forwarded) == (authors, publisher)


@pytest.mark.parametrize(
    ("value", "day", "moment"),
    [
        ("Fri, 04 Feb 2022 23:30:00 +0800", "2022-02-04", "2022-02-04T23:30:00+08:00"),
        ("4 Feb 2022 01:02:03 GMT", "2022-02-04", "2022-02-04T01:02:03+00:00"),
        ("4 Feb 2022 01:02:03 -0000", "2022-02-04", "2022-02-04T01:02:03+00:00"),
        ("Friday, February 4, 2022 at 4:05 PM", "2022-02-04", None),
        ("Fri, 34 Feb 2022 23:30:00 +0800", None, None),
        ("Mon, 01 Jan 1900 00:00:00 +0000", None, None),
        ("soon", None, None),
        ("", None, None),
    ],
)
def test_dates(value: str, day: str | None, moment: str | None) -> None:
    assert moment_of(value) == (day, moment)


def test_a_byline_goes_before_the_sender(tmp_path: Path) -> None:
    found = reading(tmp_path, message(f"By Bo Sandberg\n\n{TEXT}", From="Ann Lee <ann.lee@courier.example>"))
    assert found.article.authors == ("Bo Sandberg",)
    found = reading(tmp_path, message(From="Ann Lee <ann.lee@courier.example>"))
    assert found.article.authors == ("Ann Lee",)


QUOTED = "\n".join(f"> {line}" for line in TEXT.split("\n"))
SHORT = "Worth a look."


@pytest.mark.parametrize(
    ("body", "dropped"),
    [
        (f"{TEXT}\n\n-- \nAnn Lee\nThe Coast Courier, 4 Quay Street", "4 Quay Street"),
        (f"{TEXT}\n_______________________________________________\nrail mailing list\nrail@lists.example", "mailing"),
        (
            f"{TEXT}\n\nOn Fri, 4 Feb 2022, Tom Adler wrote:\n> I never said that the trains would run on time.",
            "trains",
        ),
        (f"{TEXT}\n\nOn Fri, 4 Feb 2022, Tom Adler\n<tom@rail.example> wrote:\n> I never said that.", "never said"),
        (f"{SHORT}\n\n{QUOTED}", SHORT),
        (f"{SHORT}\n\nOn Fri, 4 Feb 2022, Tom Adler wrote:\n{QUOTED}", SHORT),
        (f"{TEXT}\n\nSent from my telephone", None),
        (f"{TEXT}\n\nYou received this email because you signed up.\nUnsubscribe | Privacy policy\n1 Quay", "1 Quay"),
        (f"{TEXT}\n\nManage your preferences or unsubscribe here\n\nCoast Media, Sylva", "Coast Media"),
        (f"{TEXT}\n\n-----Original Message-----\nFrom: Tom Adler\nSubject: Trains\n\nI never said that.", "never said"),
    ],
)
def test_quoting_and_signatures_are_left_out(tmp_path: Path, body: str, dropped: str | None) -> None:
    found = reading(tmp_path, message(body))
    assert paragraphs(found) == [HEADLINE, *BODY]
    assert dropped is None or any(dropped in line for line in found.dropped)


HEADERS = (
    "From: The Coast Courier <news@courier.example>\n{date}: Thu, 3 Feb 2022 09:00:00 +0100\nSubject: {subject}\nTo: Bo"
)


@pytest.mark.parametrize(
    "above",
    [
        "---------- Forwarded message ---------\n",
        f"{SHORT}\n\nBegin forwarded message:\n\n",
        f"{SHORT}\n\n-----Original Message-----\n",
        f"{SHORT}\n\n",
    ],
)
def test_a_forwarded_article_is_the_article(tmp_path: Path, above: str) -> None:
    headers = HEADERS.format(date="Sent" if "Original" in above else "Date", subject=HEADLINE)
    found = reading(
        tmp_path,
        message(f"{above}{headers}\n\n{TEXT}", Subject="Fwd: look at this one", From="Ann Lee <ann@firm.example>"),
    )
    article = found.article
    assert (article.title, article.publisher, article.authors) == (HEADLINE, "The Coast Courier", ())
    assert article.published == "2022-02-03"
    assert paragraphs(found) == [HEADLINE, *BODY]


def test_a_forward_in_html(tmp_path: Path) -> None:
    forwarded = (
        "<div dir='ltr'>Worth a look.<br><div class='gmail_quote'><div class='gmail_attr'>---------- Forwarded message"
        " ---------<br>From: <b>The Coast Courier</b> <span>&lt;<a href='x'>news@courier.example</a>&gt;</span><br>"
        f"Date: Thu, Feb 3, 2022 at 9:00 AM<br>Subject: {HEADLINE}<br>To: &lt;bo@firm.example&gt;<br></div><br>{HTML}"
        "</div></div>"
    )
    found = reading(tmp_path, message(None, forwarded, Subject="Fwd: x", From="Ann Lee <ann@firm.example>"))
    assert (found.article.title, found.article.publisher) == (HEADLINE, "The Coast Courier")
    assert found.article.published == "2022-02-03"
    assert paragraphs(found) == [HEADLINE, *BODY]


def test_an_answer_in_html_loses_what_it_answers(tmp_path: Path) -> None:
    answer = HTML.replace("</body>", "<blockquote type='cite'><p>I never said that.</p></blockquote>Tail.</body>")
    assert "never said" not in reading(tmp_path, message(None, answer)).article.text


def test_messages_within_a_message(tmp_path: Path) -> None:
    outer = message(SHORT, Subject="Fwd: one", From="Ann Lee <ann@firm.example>")
    outer.add_attachment(message(Message_ID="<in1@courier.example>"))
    found = reading(tmp_path, outer)
    assert (found.article.source_id, found.article.publisher) == ("in1@courier.example", "The Coast Courier")
    outer.add_attachment(message(Message_ID="<in2@courier.example>"))
    both = results(tmp_path, outer)
    assert [item.article.path for item in both if isinstance(item, Reading)] == [
        f"{tmp_path}/a.eml:1",
        f"{tmp_path}/a.eml:2",
    ]


def test_an_export_of_an_archive_that_was_mailed(tmp_path: Path) -> None:
    found = results(tmp_path, message(NEXIS_UNI.replace("\f", ""), Subject="Your delivery: 3 documents"))
    articles = [item.article for item in found if isinstance(item, Reading)]
    assert [article.title for article in articles] == [wanted.title for wanted in NEXIS_UNI_WANTED]
    assert [article.published for article in articles] == [wanted.published for wanted in NEXIS_UNI_WANTED]
    assert articles[1].path == f"{tmp_path}/a.eml:2"


def test_an_article_on_newsletters_keeps_its_words(tmp_path: Path) -> None:
    said = "Readers who unsubscribe cost the paper more than it had thought, its editor told the board on Monday."
    assert said in reading(tmp_path, message(f"{said}\n\n{TEXT}")).article.text


ITEM = (
    "<tr itemscope itemtype='http://schema.org/Article'><td><a href='https://alerts.example/url?rct=j&url={url}&ct=ga'>"
    "<span itemprop='name'>{title}</span></a><div itemprop='publisher'><span itemprop='name'>{paper}</span></div>"
    "<div itemprop='description'>{text}</div></td></tr>"
)
LISTED = (
    "{title}\n{paper}\n{text}\n<https://alerts.example/url?rct=j&url={url}&ct=ga>\nSee all stories on this topic:\n\n"
)
TOLD = [
    {"title": HEADLINE, "paper": "The Coast Courier", "text": f"{BODY[0]} And then ...", "url": "https://c.example/1"},
    {"title": "Farmers oppose it", "paper": "Zenda Post", "text": f"{BODY[1]} ...", "url": "https://z.example/2"},
]
PLAIN_ALERT = (
    '=== News - 2 new results for ["railway"] ===\n\n'
    + "".join(LISTED.format(**told) for told in TOLD)
    + "- - -\nUnsubscribe from this alert:\n<https://alerts.example/remove>\n"
)
HTML_ALERT = (
    "<html><body><table><tr><td>Daily update</td></tr>"
    + "".join(ITEM.format(**told) for told in TOLD)
    + "<tr><td>See more results | Edit this alert</td></tr></table></body></html>"
)


@pytest.mark.parametrize(("text", "html"), [(PLAIN_ALERT, None), (None, HTML_ALERT), (PLAIN_ALERT, HTML_ALERT)])
def test_an_alert_is_the_articles_that_it_tells_of(tmp_path: Path, text: str | None, html: str | None) -> None:
    found = results(tmp_path, message(text, html, Subject="Alert - railway", From="Alerts <no-reply@alerts.example>"))
    articles = [result.article for result in found if isinstance(result, Reading)]
    assert len(found) == len(articles) == 2
    assert [(each.title, each.publisher, each.url) for each in articles] == [
        (told["title"], told["paper"], told["url"]) for told in TOLD
    ]
    assert [each.text for each in articles] == [f"{HEADLINE}\n\n{BODY[0]}", f"Farmers oppose it\n\n{BODY[1]}"]
    assert {(each.excerpt, each.published) for each in articles} == {(True, "2022-02-04")}


def test_a_message_that_only_brings_an_article(tmp_path: Path) -> None:
    made = message("See attached.")
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="article.pdf")
    (failure,) = results(tmp_path, made)
    assert isinstance(failure, Failure)
    assert "article.pdf" in str(failure.error)


def test_attachments_are_named(tmp_path: Path) -> None:
    made = message()
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="Jahresbericht 2022.pdf")
    made.add_attachment(b"\xff\xd8", maintype="image", subtype="jpeg", filename="logo.jpg", disposition="inline")
    (warning,) = reading(tmp_path, made).warnings
    assert "Jahresbericht 2022.pdf;" in warning


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "not a message"),
        (b"Kern met Weiss on Friday.\n\nThey signed it.", "not a message"),
        (b"Subject: x\nFrom: y@z.example\n\n", "no text"),
        (b"Subject: x\nContent-Type: application/pkcs7-mime\nContent-Transfer-Encoding: base64\n\nAAAA", "encrypted"),
        (b"Subject: x\nContent-Type: multipart/report; boundary=b\n\n--b\n\nUndelivered\n--b--\n", "delivery report"),
        (b"Subject: x\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0K\n", "no text"),
        (b"\x00\x01\x02" * 100, "not a message"),
    ],
)
def test_what_is_no_message_is_one_clear_line(tmp_path: Path, content: bytes, cause: str) -> None:
    (failure,) = results(tmp_path, content)
    assert isinstance(failure, Failure)
    assert cause in str(failure.error)
    assert "\n" not in str(failure.error)


def mailbox(messages: Sequence[EmailMessage]) -> bytes:
    return b"".join(
        b"From ann@courier.example Fri Feb  4 16:05:00 2022\n"
        + made.as_bytes().replace(b"\nFrom the", b"\n>From the")
        + b"\n\n"
        for made in messages
    )


def test_a_mailbox(tmp_path: Path) -> None:
    third = message(f"{TEXT}\n\nFrom the capital it is four hours to Zenda by the new line, the two ministries said.")
    content = mailbox([message(), message("", Message_ID="<empty@x.example>"), third])
    for name, packed in (("a.mbox", content), ("b.MBX", content.replace(b"\n", b"\r\n"))):
        first, empty, last = results(tmp_path, packed, name)
        assert isinstance(first, Reading)
        assert isinstance(empty, Failure)
        assert isinstance(last, Reading)
        assert (first.article.path, empty.source, last.article.path) == tuple(
            f"{tmp_path}/{name}:{n}" for n in (1, 2, 3)
        )
        assert paragraphs(last)[-1].startswith("From the capital")


@pytest.mark.parametrize("content", [b"", b"no mailbox\n", b"*mbx*\r\n", b"\x00" * 500, b"{}\n"])
def test_what_is_no_mailbox(tmp_path: Path, content: bytes) -> None:
    (failure,) = results(tmp_path, content, "a.mbox")
    assert isinstance(failure, Failure)
    assert "mailbox" in str(failure.error)


def test_a_mailbox_is_read_message_by_message() -> None:
    class Endless(io.RawIOBase):
        """A mailbox that never ends: who reads it whole never comes back."""

        piece = mailbox([message()])

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: bytearray) -> int:  # type: ignore[override]
            part = self.piece[: len(buffer)]
            buffer[: len(part)] = part
            self.piece = self.piece[len(part) :] or mailbox([message()])
            return len(part)

    found = read_mbox(io.BufferedReader(Endless()), "a.mbox", ReadOptions())
    assert [type(next(found)) for _ in range(3)] == [Reading] * 3


def test_flowed_lines() -> None:
    assert unflowed("one \ntwo\nthree \n\n-- \nAnn\n", False) == "one two\nthree \n-- \nAnn\n"
    assert unflowed("one \ntwo\n", True) == "onetwo\n"
    assert unflowed(" From here\n", False) == "From here\n"


@pytest.mark.parametrize("sign", ["-", "_", ">", " ", "*", "On ", "From: ", "x", "<"])
def test_a_hundred_thousand_signs_are_no_trouble(sign: str) -> None:
    line = sign * (100_000 // len(sign))
    parted([line, line, TEXT], ())
    title_of(line)
    sender_of(f"{line} <a@b.example>", False, False)


@pytest.mark.parametrize("share", [0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99])
def test_a_message_that_is_cut_off(tmp_path: Path, share: float) -> None:
    made = message(TEXT, HTML)
    made.add_attachment(message())
    whole = made.as_bytes()
    for content, name in ((whole, "a.eml"), (mailbox([message(), made]), "a.mbox")):
        for item in results(tmp_path, content[: int(share * len(content))], name):
            assert isinstance(item, Reading) or "\n" not in str(item.error)


def test_flipped_bytes_never_raise(tmp_path: Path) -> None:
    chance = random.Random(5)
    made = message(TEXT, TABLES)
    made.add_attachment(b"%PDF-", maintype="application", subtype="pdf", filename="Übersicht.pdf")
    whole = made.as_bytes()
    for _ in range(150):
        content = bytearray(whole)
        for _ in range(5):
            content[chance.randrange(len(content))] = chance.randrange(256)
        for item in results(tmp_path, bytes(content)):
            assert isinstance(item, Reading) or (isinstance(item.error, KgError) and "\n" not in str(item.error))
