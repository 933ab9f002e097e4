#!/usr/bin/env bash
# newsmlg2 1.1, a library for NewsML-G2.
#
# Behaviour: A headline, byline or description that holds an inline element (the standard allows a, span, ruby,
# inline, and br in descriptions) is read up to that element only. Written out again, the element is kept but every
# word behind it is gone, without an error.
#
# Output seen (what this script compares with):
#   | read: Council elects | By | Orla Venn was elected.
#   | written: <headline>Council elects<inline>Orla Venn</inline></headline>
#   | written: <by>By<span>Lena Foss</span></by>
#
# Why it matters: Agencies mark names in headlines with inline elements: the library drops just the words behind the
# name, so what happened is lost, and so is a second author.
#
# kg: Reads NewsML-G2 as XML and takes all text of an element (kg/read/news/): the headline below is "Council elects
# Orla Venn as chair of Halden Rail", with two authors.
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
PATH=$folder/venv/bin:$PATH
pip install --quiet --no-compile --disable-pip-version-check 'newsmlg2==1.1' >"$folder/pip" 2>&1 || {
  echo 'newsmlg2-inline: not tried: pip could not install what it needs' >&2
  exit 2
}

seen=$(python -W ignore - 2>&1 <<'PY'
from NewsMLG2 import NewsMLG2Document

ITEM = b"""<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.33"
 conformance="power" guid="tag:news.example,2024:1" version="1" xml:lang="en">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:TARN"/>
<versionCreated>2024-05-06T10:00:00+02:00</versionCreated></itemMeta>
<contentMeta><by>By <span>Lena Foss</span> and Tomas Brekke</by>
<headline>Council elects <inline>Orla Venn</inline> as chair of Halden Rail</headline>
<description role="drol:summary">Orla Venn was elected.<br/>Tomas Brekke was not.</description></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml"/></contentSet></newsItem>"""
document = NewsMLG2Document(ITEM)
content = document.get_item().contentmeta
print("read:", content.headline, "|", content.by, "|", content.description)
lines = [line.strip() for line in document.to_xml_string().splitlines()]
for start in ("<headline", "<by"):
    print(*("written: " + line for line in lines if line.startswith(start)), sep="\n")
PY
) || true

expected=$(sed -n 's/^#   | //p' "$0")
if [[ $seen != "$expected" ]]; then
  printf 'newsmlg2-inline: changed, now: %s\n' "${seen//$'\n'/ | }" >&2
  exit 1
fi
echo 'newsmlg2-inline: as described'
