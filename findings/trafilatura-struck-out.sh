#!/usr/bin/env bash
# trafilatura 2.3.1.
#
# Behaviour: Words that a page strikes out (s, del), as corrected articles do, stand in the plain text like any
# others, next to those that replace them. The same call with output_format="markdown" marks them, so the library
# knows them.
#
# Output seen (what this script compares with):
#   | txt: Tomas Brekke resigned from stayed on the board of Halden Rail, the company said in a note sent on Tuesday.
#   | txt: The railway paid 30 million paid 3 million crowns for the land, the minutes of the board say.
#   | markdown: Tomas Brekke ~~resigned from~~ stayed on the board of Halden Rail, the company said in a note sent on Tuesday.
#   | markdown: The railway ~~paid 30 million~~ paid 3 million crowns for the land, the minutes of the board say.
#
# Why it matters: What a paper took back becomes an affirmed claim, quoted with its source.
#
# kg: Takes struck-out words out of pages before it extracts, and lists them among what it dropped
# (kg/read/web/retracted.py).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
PATH=$folder/venv/bin:$PATH
pip install --quiet --no-compile --disable-pip-version-check 'trafilatura==2.3.1' 'lxml_html_clean==0.4.6' >"$folder/pip" 2>&1 || {
  echo 'trafilatura-struck-out: not tried: pip could not install what it needs' >&2
  exit 2
}

seen=$(python -W ignore - 2>&1 <<'PY'
import trafilatura

PARAGRAPHS = (
    "The council of Tarn elected Orla Venn as its chair on Monday, and the vote was not close, members said in the hall.",
    "Tomas Brekke <s>resigned from</s> stayed on the board of Halden Rail, the company said in a note sent on Tuesday.",
    "The railway <del>paid 30 million</del> <ins>paid 3 million</ins> crowns for the land, the minutes of the board say.",
)

page = "<html><body><article><h1>Council elects Venn</h1>" + "".join(f"<p>{p}</p>" for p in PARAGRAPHS) + "</article></body></html>"
for form in ("txt", "markdown"):
    text = trafilatura.extract(page, output_format=form, include_formatting=form == "markdown")
    for line in text.splitlines():
        if line.startswith(("Tomas", "The railway")):
            print(f"{form}: {line}")
PY
) || true

expected=$(sed -n 's/^#   | //p' "$0")
if [[ $seen != "$expected" ]]; then
  printf 'trafilatura-struck-out: changed, now: %s\n' "${seen//$'\n'/ | }" >&2
  exit 1
fi
echo 'trafilatura-struck-out: as described'
