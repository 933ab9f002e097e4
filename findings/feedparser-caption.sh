#!/usr/bin/env bash
# feedparser 6.0.14.
#
# Behaviour: In an RSS item with a picture in Media RSS, the caption of the picture (media:description) is put into
# the entry's own text. Behind the description it becomes entry.content, the place of the full article; before it,
# it becomes entry.summary and the description moves to entry.content. Nothing tells it from the article's words
# (reported as feedparser issue 53 in 2016, still open).
#
# Output seen (what this script compares with):
#   | caption last: summary = Orla Venn was elected chair. | content = Tomas Brekke in an old picture.
#   | caption first: summary = Tomas Brekke in an old picture. | content = Orla Venn was elected chair.
#
# Why it matters: A reader that prefers content to summary, as one should, takes the caption for the article: who is
# in an archive picture becomes who is in the news, and the story itself is gone.
#
# kg: Takes captions out of the feed before feedparser sees it (kg/read/formats/feed.py).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
PATH=$folder/venv/bin:$PATH
pip install --quiet --no-compile --disable-pip-version-check 'feedparser==6.0.14' >"$folder/pip" 2>&1 || {
  echo 'feedparser-caption: not tried: pip could not install what it needs' >&2
  exit 2
}

seen=$(python -W ignore - 2>&1 <<'PY'
import feedparser

CAPTION = (
    '<media:content url="https://news.example/p.jpg">'
    "<media:description>Tomas Brekke in an old picture.</media:description></media:content>"
)
TEXT = "<description>Orla Venn was elected chair.</description>"
for order, inner in (("caption last", TEXT + CAPTION), ("caption first", CAPTION + TEXT)):
    entry = feedparser.parse(
        '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/"><channel><title>Tarn Herald</title>'
        f"<item><title>Council elects Venn</title>{inner}</item></channel></rss>"
    ).entries[0]
    content = entry.content[0].value if "content" in entry else None
    print(f"{order}: summary = {entry.get('summary')} | content = {content}")
PY
) || true

expected=$(sed -n 's/^#   | //p' "$0")
if [[ $seen != "$expected" ]]; then
  printf 'feedparser-caption: changed, now: %s\n' "${seen//$'\n'/ | }" >&2
  exit 1
fi
echo 'feedparser-caption: as described'
