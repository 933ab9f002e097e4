#!/usr/bin/env bash
# warcio 1.8.1 with brotli 1.2.1; fastwarc 2.0.1 beside it.
#
# Behaviour: A crawled page that was sent with `Content-Encoding: br` cannot be read by warcio's content_stream().
# Without brotli its packed bytes come back as if they were the page; with brotli installed, every read() raises
# AttributeError. The more is installed the less is read, and neither says what is missing.
#
# Output seen (what this script compares with):
#   | warcio, no brotli: the packed bytes
#   | warcio, with brotli: AttributeError: 'brotli.Decompressor' object has no attribute 'unused_data'
#   | fastwarc: <p>Orla Venn leads the council of Tarn.</p>
#
# Why it matters: Crawls of news sites hold such pages, since browsers and crawlers ask for Brotli. A builder that
# takes warcio, the usual library, loses these articles or feeds noise to its language filter.
#
# kg: Reads WARC with fastwarc and auto_decode="all" (kg/read/formats/warc.py).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
PATH=$folder/venv/bin:$PATH
pip install --quiet --no-compile --disable-pip-version-check 'warcio==1.8.1' >"$folder/pip" 2>&1 || {
  echo 'warcio-brotli: not tried: pip could not install what it needs' >&2
  exit 2
}

cat >"$folder/read.py" <<'PY'
import io
import sys

from warcio.archiveiterator import ArchiveIterator
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

PACKED = bytes.fromhex(  # <p>Orla Venn leads the council of Tarn.</p>
    "0b15803c703e4f726c612056656e6e206c656164732074686520636f756e63696c206f66205461726e2e3c2f703e03"
)
crawl = io.BytesIO()
writer = WARCWriter(crawl, gzip=True)
headers = StatusAndHeaders(
    "200 OK", [("Content-Type", "text/html"), ("Content-Encoding", "br")], protocol="HTTP/1.1"
)
writer.write_record(
    writer.create_warc_record("https://news.example/1", "response", payload=io.BytesIO(PACKED), http_headers=headers)
)
crawl.seek(0)
if sys.argv[1] == "fastwarc":
    from fastwarc.warc import ArchiveIterator as Records

    for record in Records(crawl, auto_decode="content"):
        print("fastwarc:", record.reader.read().decode())
else:
    for record in ArchiveIterator(crawl):
        try:
            page = record.content_stream().read()
            told = "the packed bytes" if page == PACKED else page.decode()
        except Exception as error:
            told = f"{type(error).__name__}: {error}"
        print(f"warcio, {sys.argv[1]}: {told}")
PY
seen=$(
  {
    python -W ignore "$folder/read.py" 'no brotli'
    pip install --quiet --no-compile --disable-pip-version-check 'brotli==1.2.1'
    python -W ignore "$folder/read.py" 'with brotli'
    pip install --quiet --no-compile --disable-pip-version-check 'fastwarc==2.0.1'
    python -W ignore "$folder/read.py" fastwarc
  } 2>&1
) || true

expected=$(sed -n 's/^#   | //p' "$0")
if [[ $seen != "$expected" ]]; then
  printf 'warcio-brotli: changed, now: %s\n' "${seen//$'\n'/ | }" >&2
  exit 1
fi
echo 'warcio-brotli: as described'
