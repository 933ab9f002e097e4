#!/usr/bin/env bash
# odfdo 3.27.3.
#
# Behaviour: The text of a paragraph holds an editor's comment, its author and time in the middle of the sentence.
# get_paragraphs() also gives the paragraphs of comments and of tracked deletions, first of all, as if they were the
# document's. get_formatted_text() of the same file keeps all three apart.
#
# Output seen (what this script compares with):
#   | paragraph: 'Orla Venn resigned.'
#   | paragraph: 'The Not proven!\nLena Foss 2024-05-06 10:00:00vote was close.'
#   | paragraph: 'Not proven!'
#   | get_formatted_text: 'The [*]vote was close.\n\n----\n[*] Not proven!\n'
#
# Why it matters: A draft from a newsroom opens with the sentence that was deleted, and its sentences have doubts of
# an editor in them. Both would be quoted as the article.
#
# kg: Walks the elements itself: deletions, comments and notes are left out of the text and listed as dropped
# (kg/read/formats/odt.py).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
PATH=$folder/venv/bin:$PATH
pip install --quiet --no-compile --disable-pip-version-check 'odfdo==3.27.3' >"$folder/pip" 2>&1 || {
  echo 'odfdo-comment: not tried: pip could not install what it needs' >&2
  exit 2
}

seen=$(python -W ignore - 2>&1 <<'PY'
import io

from odfdo import Document, Element

SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
INFO = "<dc:creator>Lena Foss</dc:creator><dc:date>2024-05-06T10:00:00</dc:date>"
document = Document("text")
document.body.clear()
for xml in (
    f'<text:tracked-changes {SPACES}><text:changed-region text:id="c1"><text:deletion>'
    f"<office:change-info>{INFO}</office:change-info><text:p>Orla Venn resigned.</text:p>"
    "</text:deletion></text:changed-region></text:tracked-changes>",
    f'<text:p {SPACES}><text:change text:change-id="c1"/>The <office:annotation>{INFO}<text:p>Not proven!</text:p>'
    "</office:annotation>vote was close.</text:p>",
):
    document.body.append(Element.from_tag(xml))
file = io.BytesIO()
document.save(file)
file.seek(0)
document = Document(file)
for paragraph in document.body.get_paragraphs():
    print("paragraph:", repr(paragraph.text_recursive))
print("get_formatted_text:", repr(document.get_formatted_text()))
PY
) || true

expected=$(sed -n 's/^#   | //p' "$0")
if [[ $seen != "$expected" ]]; then
  printf 'odfdo-comment: changed, now: %s\n' "${seen//$'\n'/ | }" >&2
  exit 1
fi
echo 'odfdo-comment: as described'
