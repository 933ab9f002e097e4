"""Documents of word processors: Word, RTF and OpenDocument, whole, damaged and mislabelled."""

from __future__ import annotations

import io
import random
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import docx
import odfdo
import pytest
from bundle_shapes import FACTIVA_TEXT, NEXIS_UNI, PROQUEST
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from reading_pages import BODY, HEADLINE

from kg.errors import KgError
from kg.read import Failure, Reading, read
from kg.read.formats import document as limits
from kg.read.formats.rtf import parse_rtf

HIDDEN = "The minister's aides wrote this for nobody but themselves, they said on Monday."


def results(folder: Path, name: str, content: bytes) -> list[Reading | Failure]:
    file = folder / name
    file.write_bytes(content)
    return list(read(str(file)))


def reading(folder: Path, name: str, content: bytes) -> Reading:
    (found,) = results(folder, name, content)
    assert isinstance(found, Reading), found
    return found


def refusal(folder: Path, name: str, content: bytes) -> str:
    (found,) = results(folder, name, content)
    assert isinstance(found, Failure), found
    assert "\n" not in str(found.error)
    assert str(found.error).startswith(f"{folder / name}: ")
    return str(found.error)


def word(*lines: str, change: Callable[[Any], None] | None = None, style: str | None = None) -> bytes:
    """A Word document of these paragraphs, the first in `style`, changed by `change`."""
    made = docx.Document()
    for i, line in enumerate(lines):
        made.add_paragraph(line, style=style if not i else None)
    if change:
        change(made)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def xml(text: str) -> Any:
    return parse_xml(text.replace(">", f" {nsdecls('w')}>", 1))


def run(text: str, properties: str = "", tag: str = "t") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def paragraph(content: str, properties: str = "") -> Any:
    return xml(f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>")


def with_paragraph(content: str, properties: str = "") -> bytes:
    """The usual article with one paragraph of XML behind its first."""
    return word(HEADLINE, *BODY, change=lambda made: made.paragraphs[1]._p.addnext(paragraph(content, properties)))


def odt(*elements: Any, change: Callable[[Any], None] | None = None) -> bytes:
    made = odfdo.Document("text")
    made.body.clear()
    for element in elements:
        made.body.append(odfdo.Paragraph(element) if isinstance(element, str) else element)
    if change:
        change(made)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def rtf(*lines: str, head: str = "") -> bytes:
    body = "\n".join(f"\\pard\\plain {line}\\par" for line in lines)
    return f"{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0\\fcharset0 Arial;}}}}{head}\n{body}\n}}".encode(
        "cp1252"
    )


WHOLE = "\n\n".join([HEADLINE, *BODY])


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", word(HEADLINE, *BODY, style="Title")),
        ("a.docx", word(HEADLINE, *BODY, style="Heading 1")),
        ("a.docx", word(HEADLINE, *BODY)),
        ("a.odt", odt(odfdo.Header(1, HEADLINE), *BODY)),
        ("a.odt", odt(HEADLINE, *BODY)),
        ("a.rtf", rtf(HEADLINE, *BODY)),
        ("a.rtf", rtf(f"\\s1 {HEADLINE}", *BODY, head="{\\stylesheet{\\s1 heading 1;}}")),
        ("a.doc", rtf(HEADLINE, *BODY)),
        ("a.doc", word(HEADLINE, *BODY)),
        ("a.docx", odt(HEADLINE, *BODY)),
        ("a.rtf", word(HEADLINE, *BODY)),
        ("a.doc", f"<html><body><h1>{HEADLINE}</h1><p>{'</p><p>'.join(BODY)}</p></body></html>".encode()),
    ],
)
def test_a_document_is_an_article(tmp_path: Path, name: str, content: bytes) -> None:
    found = reading(tmp_path, name, content)
    assert (found.article.title, found.article.text) == (HEADLINE, WHOLE)
    assert (found.article.published, found.article.authors, found.article.path) == (None, (), str(tmp_path / name))
    assert all(s.length > 0 for s in found.article.segments)


def test_the_headline_is_the_heading_and_not_the_paper(tmp_path: Path) -> None:
    def head(made: Any) -> None:
        made.paragraphs[0].insert_paragraph_before("The Coast Courier", style="Title")
        made.paragraphs[3].insert_paragraph_before("Why the price rose", style="Heading 2")

    found = reading(tmp_path, "a.docx", word(HEADLINE, *BODY, change=head, style="Heading 1"))
    assert (found.article.title, found.article.publisher) == (HEADLINE, "The Coast Courier")
    assert found.article.text == WHOLE


@pytest.mark.parametrize(
    ("title", "author", "expected", "by"),
    [
        (
            "Kern and Weiss sign agreement on railway",
            "Ann Lee",
            "Kern and Weiss sign agreement on railway",
            ("Ann Lee",),
        ),
        ("Microsoft Word - railway agreement.docx", "Microsoft Office User", BODY[0], ()),
        ("Document1", "python-docx", BODY[0], ()),
        ("Quarterly budget template of the firm", "admin", BODY[0], ()),
        ("", "HP", BODY[0], ()),
    ],
)
def test_properties(tmp_path: Path, title: str, author: str, expected: str, by: tuple[str, ...]) -> None:
    def change(made: Any) -> None:
        made.core_properties.title, made.core_properties.author = title, author

    def change_odt(made: Any) -> None:
        made.meta.title, made.meta.creator = title, author

    expected = "" if expected == BODY[0] else expected
    contents = {"a.docx": word(*BODY, change=change), "a.odt": odt(*BODY, change=change_odt)}
    contents["a.rtf"] = rtf(*BODY, head=f"{{\\info{{\\title {title}}}{{\\author {author}}}}}")
    for name, content in contents.items():
        article = reading(tmp_path, name, content).article
        assert (article.title, article.authors, article.published) == (expected, by, None)


def test_a_byline_goes_before_the_properties(tmp_path: Path) -> None:
    def change(made: Any) -> None:
        made.core_properties.author = "Tom Adler"

    found = reading(tmp_path, "a.docx", word(HEADLINE, "By Ann Lee", "3 May 2021", *BODY, change=change))
    assert (found.article.authors, found.article.published) == (("Ann Lee",), "2021-05-03")


SENTENCE = "The deputy minister {} to Strelsau on Monday, and {}."
KEPT = "The deputy minister went to Strelsau on Monday, and they signed."


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (run("The deputy minister went to Strelsau on Monday, and they signed."), KEPT),
        (
            run("The deputy minister ") + f"<w:del w:id='1'>{run('did not go', tag='delText')}</w:del>"
            f"<w:ins w:id='2'>{run('went')}</w:ins>" + run(" to Strelsau on Monday, and they signed."),
            KEPT,
        ),
        (
            run("The deputy minister ") + run("never ", "<w:strike/>") + run("ever ", "<w:dstrike/>")
            + run("secretly ", "<w:vanish/>") + run("went", '<w:strike w:val="0"/>')
            + run(" to Strelsau on Monday, and they signed."),
            KEPT,
        ),
        (
            run("The deputy minister went to ") + f"<w:hyperlink w:anchor='x'>{run('Strelsau')}</w:hyperlink>"
            + run(" on Monday, and") + "<w:r><w:tab/></w:r>" + f"<w:smartTag>{run('they')}</w:smartTag>"
            + run(" signed."),
            KEPT,
        ),
        (
            run("The deputy minister went to Strelsau on ") + "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
            + run(" DATE \\* ", tag="instrText") + "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run("Monday")
            + "<w:r><w:fldChar w:fldCharType='end'/></w:r>" + run(", and they signed."),
            KEPT,
        ),
        (
            f"<w:moveFrom w:id='3'>{run('they signed. ')}</w:moveFrom>"
            + run("The deputy minister went to Strelsau on Monday, and ")
            + f"<w:moveTo w:id='4'>{run('they signed.')}</w:moveTo>",
            KEPT,
        ),
        (
            run("The deputy minister went to Strelsau on Monday, and ")
            + f"<w:sdt><w:sdtPr/><w:sdtContent>{run('they')}</w:sdtContent></w:sdt>" + run(" signed."),
            KEPT,
        ),
        (
            run("The head of Rolls") + "<w:r><w:noBreakHyphen/></w:r>" + run("Royce went to Strel")
            + "<w:r><w:softHyphen/></w:r>" + run("sau on Monday to sign it."),
            "The head of Rolls-Royce went to Strelsau on Monday to sign it.",
        ),
    ],
)  # fmt: skip
def test_runs_of_a_word_paragraph(tmp_path: Path, content: str, expected: str) -> None:
    found = reading(tmp_path, "a.docx", with_paragraph(content))
    assert found.article.text == "\n\n".join([HEADLINE, BODY[0], expected, *BODY[1:]])


def test_a_deleted_paragraph_end_joins_two(tmp_path: Path) -> None:
    def change(made: Any) -> None:
        first, second = KEPT.split(" to ", 1)
        ends = paragraph(run(first + " "), "<w:rPr><w:del w:id='1'/></w:rPr>")
        made.paragraphs[1]._p.addnext(ends)
        ends.addnext(paragraph(run("to " + second)))

    assert KEPT in reading(tmp_path, "a.docx", word(HEADLINE, *BODY, change=change)).article.text.split("\n\n")


def test_styles_that_strike_out(tmp_path: Path) -> None:
    def change(made: Any) -> None:
        gone = made.styles.add_style("Taken Back", WD_STYLE_TYPE.CHARACTER)
        gone.font.strike = True
        based = made.styles.add_style("Taken Back Too", WD_STYLE_TYPE.CHARACTER)
        based.base_style = gone
        whole = made.styles.add_style("Secret", WD_STYLE_TYPE.PARAGRAPH)
        whole.font.hidden = True
        line = made.add_paragraph("The deputy minister ")
        line.add_run("never ", style="Taken Back Too")
        line.add_run("went to Strelsau on Monday, and they signed.")
        made.add_paragraph(HIDDEN, style="Secret")

    found = reading(tmp_path, "a.docx", word(HEADLINE, *BODY, change=change))
    assert found.article.text == "\n\n".join([HEADLINE, *BODY, KEPT])
    assert {"never", HIDDEN} <= set(found.dropped)


def test_what_is_no_running_text_of_a_word_document(tmp_path: Path) -> None:
    def change(made: Any) -> None:
        made.sections[0].header.paragraphs[0].text = "The Coast Courier, page one of several"
        made.sections[0].footer.paragraphs[0].text = "Printed by the Harbour Press in Zenda"
        table = made.add_table(rows=2, cols=2)
        table.cell(0, 0).text, table.cell(1, 1).text = "Crowns", "4.1"
        made.add_comment(made.paragraphs[1].runs, text="Is this so?", author="Ann Lee")
        made.add_paragraph("Kern and Weiss at the signing of it", style="Caption")

    found = reading(tmp_path, "a.docx", word(HEADLINE, *BODY, change=change))
    assert found.article.text == WHOLE
    assert {"The Coast Courier, page one of several", "Crowns", "4.1", "Is this so?"} <= set(found.dropped)


def test_a_page_laid_out_by_a_table(tmp_path: Path) -> None:
    def change(made: Any) -> None:
        cell = made.add_table(rows=1, cols=2).cell(0, 0)
        cell.text = HEADLINE
        for line in BODY:
            cell.add_paragraph(line)
        made.tables[0].cell(0, 1).text = "Zenda, 4 May"

    assert reading(tmp_path, "a.docx", word(change=change)).article.text == WHOLE


BOX = (
    '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    "<mc:Choice Requires='wps'><w:drawing><w:txbxContent>{0}</w:txbxContent></w:drawing></mc:Choice>"
    "<mc:Fallback><w:pict><w:txbxContent>{0}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)


def test_text_boxes(tmp_path: Path) -> None:
    repeated = BODY[1][:60]
    boxes = BOX.format(f"<w:p>{run(KEPT)}</w:p>") + BOX.format(f"<w:p>{run(repeated)}</w:p>")
    found = reading(tmp_path, "a.docx", with_paragraph(boxes))
    assert found.article.text == "\n\n".join([HEADLINE, *BODY, KEPT])
    assert repeated in found.dropped


def test_soft_line_ends_and_wrapped_lines(tmp_path: Path) -> None:
    lines = [HEADLINE, "\n\n".join(BODY)]
    assert reading(tmp_path, "a.docx", word(*lines)).article.text == WHOLE


def styled(name: str, **properties: str) -> odfdo.Style:
    return odfdo.Style("text", name=name, area="text", **properties)


def test_what_was_taken_back_in_an_opendocument(tmp_path: Path) -> None:
    line = odfdo.Element.from_tag(
        '<text:p>The deputy minister <text:span text:style-name="T1">never </text:span><text:span text:style-name="T2">'
        'ever </text:span><text:span text:style-name="T3">secretly </text:span><text:span>went</text:span><text:s/>to '
        '<text:a xlink:href="x">Strelsau</text:a>\n   on<text:tab/>Monday,<text:note text:note-class="footnote">'
        "<text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body>"
        "</text:note> and <office:annotation><text:p>Is it so?</text:p></office:annotation>they signed.</text:p>"
    )
    tracked = odfdo.Element.from_tag(
        '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>never went there</text:p>'
        "</text:deletion></text:changed-region></text:tracked-changes>"
    )

    def change(made: Any) -> None:
        made.insert_style(styled("T1", **{"style:text-line-through-style": "solid"}), automatic=True)
        made.insert_style(styled("T2", display="none"), automatic=True)
        made.insert_style(styled("T4", **{"style:text-line-through-style": "solid"}))
        based = styled("T3")
        based.set_attribute("style:parent-style-name", "T4")
        made.insert_style(based, automatic=True)

    table = odfdo.Table("Prices", width=2, height=1)
    table.set_value("A1", "Crowns")
    found = reading(
        tmp_path, "a.odt", odt(tracked, odfdo.Header(1, HEADLINE), BODY[0], line, table, *BODY[1:], change=change)
    )
    assert found.article.text == "\n\n".join([HEADLINE, BODY[0], KEPT, *BODY[1:]])
    for words in ("never", "ever", "secretly", "never went there", "1 A note.", "Is it so?", "Crowns"):
        assert words in found.dropped


def test_lists_and_sections_of_an_opendocument(tmp_path: Path) -> None:
    section = odfdo.Element.from_tag(f'<text:section text:name="s"><text:p>{BODY[0]}</text:p></text:section>')
    box = odfdo.Element.from_tag(
        f"<text:p><draw:frame><draw:text-box><text:p>{KEPT}</text:p></draw:text-box></draw:frame></text:p>"
    )
    content = odt(odfdo.Header(1, HEADLINE), section, odfdo.List([BODY[1]]), box, BODY[2])
    assert reading(tmp_path, "a.odt", content).article.text == "\n\n".join([WHOLE, KEPT])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (r"K\'e4rn met \u321?ukasz and \u8220\'93Weiss\u8221\'94.", "Kärn met Łukasz and “Weiss”."),
        (r"\'93Well\'94, said Weiss.", "“Well”, said Weiss."),
        (r"{\uc2 K\u228ae met} Weiss \emdash  in \ldblquote Zenda\rdblquote .", "Kä met Weiss — in “Zenda”."),
        (r"Kern {\strike never }met {\v not }Weiss {\deleted neither }here.", "Kern met Weiss here."),
        (r"\strike Denied.\strike0 Kern \striked1 never\plain met Weiss here.", "Kern met Weiss here."),
        (r"\v\strike Denied.\v0  not \strike0 Kern met Weiss here.", "Kern met Weiss here."),
        (r"Kern met {\revised Weiss} at Rolls\_Royce in Strel\-sau.", "Kern met Weiss at Rolls-Royce in Strelsau."),
        (r'Kern met {\field{\*\fldinst{HYPERLINK "http://x"}}{\fldrslt{\ul Weiss}}} here.', "Kern met Weiss here."),
        (r"Kern met Weiss{\footnote\pard A note\par} here{\*\annotation really?}.", "Kern met Weiss here."),
        (r"{\pict\wmetafile8 0102abcd}Kern met Weiss {\*\shppict{\pict 00}}here.", "Kern met Weiss here."),
        (r"Kern met {\object{\*\objdata 01}{\result words}}Weiss{\*\bkmkstart x} here.", "Kern met Weiss here."),
        (r"Kern \{and\} Weiss in a caf\u233\'e9 \u-10179?\u-8704?.", "Kern {and} Weiss in a café 😀."),
    ],
)
def test_rtf(tmp_path: Path, line: str, expected: str) -> None:
    found = [p.text for p in parse_rtf(rtf(HEADLINE, line)).paragraphs if p.text.strip()]
    assert [" ".join(text.split()) for text in found] == [HEADLINE, expected]


@pytest.mark.parametrize(
    ("head", "text", "expected"),
    [
        ("\\ansi\\ansicpg1252", b"caf\\'e9 \\'93x\\'94", "café “x”"),
        ("\\ansi\\ansicpg1250", b"\\'a3\\'f3d\\'9f", "Łódź"),
        ("\\ansi\\ansicpg1251", b"\\'cc\\'ee\\'f1\\'ea\\'e2\\'e0", "Москва"),
        ("\\ansi\\ansicpg10000", b"caf\\'8e \\'d2x\\'d3", "café “x”"),
        ("\\mac", b"caf\\'8e", "café"),
        ("\\pca", b"caf\\'82", "café"),
        ("\\ansi\\ansicpg65001", b"caf\\'c3\\'a9", "café"),
        ("\\ansi\\ansicpg99999", b"caf\\'e9", "café"),
        ("\\ansi", "“café”".encode("cp1252"), "“café”"),
        ("\\ansi", "“café” 😀".encode(), "“café” 😀"),
        ("\\ansi{\\fonttbl{\\f1\\fcharset204 Arial Cyr;}}\\f1", b"\\'cc\\'ee\\'f1\\'ea\\'e2\\'e0", "Москва"),
    ],
)
def test_code_pages_of_rtf(head: str, text: bytes, expected: str) -> None:
    assert parse_rtf(b"{\\rtf1" + head.encode() + b" " + text + b"\\par}").paragraphs[0].text == expected


def test_what_is_no_running_text_of_an_rtf_document(tmp_path: Path) -> None:
    extra = "{\\header\\pard The Coast Courier\\par}{\\*\\generator Writer 1;}{\\*\\unknown nobody knows it}"
    table = "\\trowd\\cellx1\\cellx2\\pard\\intbl Crowns\\cell 4.1\\cell\\row\\pard"
    box = f"{{\\shp{{\\*\\shpinst{{\\shptxt\\pard {KEPT}\\par}}}}{{\\shprslt{{\\pard {KEPT}\\par}}}}}}"
    found = reading(tmp_path, "a.rtf", rtf(HEADLINE, BODY[0], table + box, *BODY[1:], head=extra))
    assert found.article.text == "\n\n".join([WHOLE, KEPT])
    assert {"The Coast Courier", "Crowns", "4.1"} <= set(found.dropped)


def test_binary_pictures_in_rtf(tmp_path: Path) -> None:
    content = rtf(HEADLINE, *BODY).replace(b"\\pard", b"{\\pict\\bin7 {{}\\'}}}\\pard", 1)
    assert reading(tmp_path, "a.rtf", content).article.text == WHOLE


@pytest.mark.parametrize("name", ["a.docx", "a.rtf", "a.odt"])
@pytest.mark.parametrize("export", [NEXIS_UNI, FACTIVA_TEXT, PROQUEST])
def test_exports_of_archives_are_cut_as_their_text_is(tmp_path: Path, name: str, export: str) -> None:
    lines = export.replace("\f", "").split("\n")
    made = {"a.docx": lambda: word(*lines), "a.odt": lambda: odt(*lines), "a.rtf": lambda: rtf(*map(escaped, lines))}
    found, wanted = results(tmp_path, name, made[name]()), results(tmp_path, "a.txt", export.encode())
    assert len(wanted) > 1
    assert [stated(item) for item in found] == [stated(item) for item in wanted]
    assert [item.article.path for item in found if isinstance(item, Reading)][-1] == f"{tmp_path / name}:{len(wanted)}"


def escaped(line: str) -> str:
    return "".join(char if char.isascii() else f"\\u{ord(char)}?" for char in re.sub(r"([\\{}])", r"\\\1", line))


def stated(item: Reading | Failure) -> tuple[object, ...]:
    assert isinstance(item, Reading)
    article = item.article
    return (article.title, " ".join(article.text.split()), article.publisher, article.published, article.authors)


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)


def zipped(members: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


TEXT_KIND, SHEET_KIND = (b"application/vnd.oasis.opendocument." + kind for kind in (b"text", b"spreadsheet"))


@pytest.mark.parametrize(
    ("name", "content", "cause"),
    [
        ("a.docx", b"", "not a .docx document"),
        ("a.docx", b"docx", "not a .docx document"),
        ("a.rtf", b"some rtf", "not a .rtf document"),
        ("a.rtf", b"Kern met Weiss in Strelsau.", "save it as .docx"),
        ("a.odt", b"\x00" * 40, "not a .odt document"),
        ("a.docx", OLE, "Word 97 to 2003; save it as .docx"),
        ("a.doc", OLE, "save it as .docx"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        ("a.docx", zipped({"a.txt": b"x"}), "another zipped file"),
        ("a.docx", zipped({"word/document.xml": b"<x/>"}), "damaged Word document"),
        ("a.odt", zipped({"mimetype": SHEET_KIND, "content.xml": b"<x/>"}), "another zipped file"),
        ("a.odt", zipped({"mimetype": TEXT_KIND, "content.xml": b"<x"}), "damaged OpenDocument"),
        ("a.odt", zipped({"content.xml": b"x", "META-INF/manifest.xml": b"<encryption-data/>"}), "password"),
        ("a.docx", word(), "no text"),
        ("a.rtf", rtf(), "no text"),
        ("a.odt", odt(), "no text"),
    ],
)
def test_what_is_refused_says_the_way_out(tmp_path: Path, name: str, content: bytes, cause: str) -> None:
    assert cause in refusal(tmp_path, name, content)


def test_a_document_that_unpacks_to_too_much(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "UNCHECKED", 2**20)
    assert "unpacks to 64 MiB" in refusal(tmp_path, "a.docx", zipped({"word/document.xml": bytes(2**26)}))


def test_entities_that_grow(tmp_path: Path) -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "words ">{levels}]>'
    for name, member, content in (
        ("a.docx", "word/document.xml", word(HEADLINE, *BODY)),
        ("a.odt", "content.xml", odt(HEADLINE, *BODY)),
    ):
        file = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
            for info in old.infolist():
                text = old.read(info)
                if info.filename == member:
                    head, _, rest = text.decode().partition("?>")
                    text = f"{head}?>{bomb}{rest.replace(BODY[1], '&e11;')}".encode()
                new.writestr(info.filename, text)
        for item in results(tmp_path, name, file.getvalue()):
            assert isinstance(item, Failure) or len(item.article.text) < 10_000


WHOLES = {"a.docx": word(HEADLINE, *BODY), "a.odt": odt(HEADLINE, *BODY), "a.rtf": rtf(HEADLINE, *BODY)}


@pytest.mark.parametrize("name", WHOLES)
@pytest.mark.parametrize("share", [0.001, 0.05, 0.3, 0.6, 0.9, 0.999])
def test_a_document_that_is_cut_off(tmp_path: Path, name: str, share: float) -> None:
    whole = WHOLES[name]
    (item,) = results(tmp_path, name, whole[: int(share * len(whole))])
    if isinstance(item, Failure):
        assert "\n" not in str(item.error)
    else:
        assert any("cut off" in warning for warning in item.warnings)


@pytest.mark.parametrize("name", WHOLES)
def test_flipped_bytes_never_raise(tmp_path: Path, name: str) -> None:
    chance = random.Random(11)
    for _ in range(60):
        content = bytearray(WHOLES[name])
        for _ in range(4):
            content[chance.randrange(len(content))] = chance.randrange(256)
        for item in results(tmp_path, name, bytes(content)):
            assert isinstance(item, Reading) or (isinstance(item.error, KgError) and "\n" not in str(item.error))


@pytest.mark.parametrize("sign", ["{", "}", "\\", "\\'", "\\u8220", "\\par", "x", "\\strike", "{\\*", "\\fonttbl"])
def test_a_hundred_thousand_signs_are_no_trouble(sign: str) -> None:
    parse_rtf(b"{\\rtf1 " + (sign * (100_000 // len(sign))).encode() + b"}")
