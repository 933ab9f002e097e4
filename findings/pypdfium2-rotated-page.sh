#!/usr/bin/env bash
# pypdfium2 5.15.2 (PDFium inside).
#
# Behaviour: On a page with /Rotate 90 whose text stands upright for the reader, get_text_bounded() without
# arguments gives all words and the first line end, but glues every later line to the one before. get_text_range()
# on the same page keeps the line ends, and so does get_text_bounded() with /Rotate 0.
#
# Output seen (what this script compares with):
#   | rotated, get_text_bounded: 'Orla Venn leads the council\r\nof Tarn, members saidafter the vote on Monday atthe hall.'
#   | rotated, get_text_range: 'Orla Venn leads the council\r\nof Tarn, members said\r\nafter the vote on Monday at\r\nthe hall.'
#   | upright, get_text_bounded: 'Orla Venn leads the council\r\nof Tarn, members said\r\nafter the vote on Monday at\r\nthe hall.'
#
# Why it matters: Scans and landscape pages carry /Rotate. get_text_bounded() is the one that the documentation
# recommends for full Unicode; with it two words in each line become one that no name and no verb is found in.
#
# kg: Turns the page until its text stands upright and builds the lines from the places of the characters
# (kg/read/formats/pdf_rows.py).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
PATH=$folder/venv/bin:$PATH
pip install --quiet --no-compile --disable-pip-version-check 'pypdfium2==5.15.2' >"$folder/pip" 2>&1 || {
  echo 'pypdfium2-rotated-page: not tried: pip could not install what it needs' >&2
  exit 2
}

seen=$(python -W ignore - 2>&1 <<'PY'
import pypdfium2


def page_with(lines, rotation=0, matrix="1 0 0 1 0 0"):
    """A page of one column in Helvetica, as plain as PDF can be."""
    drawn = " ".join(f"({line}) Tj T*" for line in lines)
    content = f"q {matrix} cm BT /F1 12 Tf 14 TL 72 500 Td {drawn} ET Q"
    objects = (
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Rotate {rotation}"
        " /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    )
    file, starts = "%PDF-1.4\n", []
    for number, each in enumerate(objects, start=1):
        starts.append(len(file))
        file += f"{number} 0 obj\n{each}\nendobj\n"
    table = "".join(f"{start:010d} 00000 n \n" for start in starts)
    file += f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n"
    file += f"{file.index('xref')}\n%%EOF\n"
    return pypdfium2.PdfDocument(file.encode())[0]


LINES = ["Orla Venn leads the council", "of Tarn, members said", "after the vote on Monday at", "the hall."]
rotated = page_with(LINES, 90, "0 1 -1 0 612 0").get_textpage()
print("rotated, get_text_bounded:", ascii(rotated.get_text_bounded()))
print("rotated, get_text_range:", ascii(rotated.get_text_range()))
print("upright, get_text_bounded:", ascii(page_with(LINES).get_textpage().get_text_bounded()))
PY
) || true

expected=$(sed -n 's/^#   | //p' "$0")
if [[ $seen != "$expected" ]]; then
  printf 'pypdfium2-rotated-page: changed, now: %s\n' "${seen//$'\n'/ | }" >&2
  exit 1
fi
echo 'pypdfium2-rotated-page: as described'
