#!/usr/bin/env bash
# pypdfium2 5.15.2 (PDFium inside).
#
# Behaviour: A hyphen at the end of a line disappears together with the line end, and one sign stands for both:
# U+FFFE from get_text_range(), U+0002 from get_text_bounded(). U+FFFE is no character of Unicode, U+0002 a control.
# The same is done to the hyphen of a double name.
#
# Output seen (what this script compares with):
#   | get_text_range: 'The board of Halden\ufffeBrekke met and spoke of a group of inves\ufffetors in Tarn.'
#   | get_text_bounded: 'The board of Halden\x02Brekke met and spoke of a group of inves\x02tors in Tarn.'
#
# Why it matters: A cleaning step that drops controls and non-characters makes one word of the company HaldenBrekke
# and the name is resolved to nobody; one that splits there makes two. Which sign comes depends on the method.
#
# kg: Reads both signs as hyphen and line end, and joins only where the text itself shows a divided word
# (kg/read/formats/pdf_rows.py, kg/read/page/hyphens.py).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
PATH=$folder/venv/bin:$PATH
pip install --quiet --no-compile --disable-pip-version-check 'pypdfium2==5.15.2' >"$folder/pip" 2>&1 || {
  echo 'pypdfium2-line-end-hyphen: not tried: pip could not install what it needs' >&2
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


text = page_with(["The board of Halden-", "Brekke met and spoke of a group of inves-", "tors in Tarn."]).get_textpage()
print("get_text_range:", ascii(text.get_text_range()))
print("get_text_bounded:", ascii(text.get_text_bounded()))
PY
) || true

expected=$(sed -n 's/^#   | //p' "$0")
if [[ $seen != "$expected" ]]; then
  printf 'pypdfium2-line-end-hyphen: changed, now: %s\n' "${seen//$'\n'/ | }" >&2
  exit 1
fi
echo 'pypdfium2-line-end-hyphen: as described'
