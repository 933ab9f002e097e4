#!/usr/bin/env bash
# trafilatura 2.3.1.
#
# Behaviour: Title and date come from the first article in the page's JSON-LD, even when that item has the address
# of another story and a second item has this page's own address and headline.
#
# Output seen (what this script compares with):
#   | title: Storm closes the pass
#   | date: 2019-01-02
#   | url: https://news.example/council
#
# Why it matters: Sites list related stories as JSON-LD articles. Every claim of the page is then filed under
# another headline and, worse, another day: five years off here, which moves relative dates, orders of events and
# whose term of office it was.
#
# kg: Takes title and date from the item whose address or headline is the page's (kg/read/web/jsonld.py).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
PATH=$folder/venv/bin:$PATH
pip install --quiet --no-compile --disable-pip-version-check 'trafilatura==2.3.1' 'lxml_html_clean==0.4.6' >"$folder/pip" 2>&1 || {
  echo 'trafilatura-other-story: not tried: pip could not install what it needs' >&2
  exit 2
}

seen=$(python -W ignore - 2>&1 <<'PY'
import json

import trafilatura

ITEMS = [
    {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Storm closes the pass",
     "url": "https://news.example/storm", "datePublished": "2019-01-02T08:00:00Z"},
    {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Council of Tarn elects Orla Venn",
     "url": "https://news.example/council", "datePublished": "2024-05-06T08:00:00Z"},
]
page = (
    "<html><head><title>Council of Tarn elects Orla Venn</title>"
    '<link rel="canonical" href="https://news.example/council">'
    f'<script type="application/ld+json">{json.dumps(ITEMS)}</script></head>'
    "<body><article><h1>Council of Tarn elects Orla Venn</h1>"
    "<p>The council of Tarn elected Orla Venn as its chair on Monday, members said.</p></article></body></html>"
)
found = trafilatura.extract_metadata(page)
print("title:", found.title)
print("date:", found.date)
print("url:", found.url)
PY
) || true

expected=$(sed -n 's/^#   | //p' "$0")
if [[ $seen != "$expected" ]]; then
  printf 'trafilatura-other-story: changed, now: %s\n' "${seen//$'\n'/ | }" >&2
  exit 1
fi
echo 'trafilatura-other-story: as described'
