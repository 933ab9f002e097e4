#!/usr/bin/env bash
# prefixdate 0.6.1, which FollowTheMoney (4.11.2) cleans all its dates with: its Article gives the same values.
#
# Behaviour: One moment in two ISO spellings becomes two values: with "Z" the seconds are cut off, whatever they
# are, with "+00:00" they stay, and no value tells its zone. A time of another zone is turned to UTC, so that an
# article of a New York evening is dated the next day.
#
# Output seen (what this script compares with):
#   | 2024-03-01T23:30:15Z -> 2024-03-01T23:30
#   | 2024-03-01T23:30:15+00:00 -> 2024-03-01T23:30:15
#   | 2024-03-01T23:30:15-05:00 -> 2024-03-02T04:30:15
#
# Why it matters: Two feeds spell one publication time differently and the article has two of them; "on Friday",
# counted from the value of the last line, is a day off.
#
# kg: Keeps the local day as written and, apart from it, the moment with its zone as written (kg/read/facts.py).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
PATH=$folder/venv/bin:$PATH
pip install --quiet --no-compile --disable-pip-version-check 'prefixdate==0.6.1' >"$folder/pip" 2>&1 || {
  echo 'prefixdate-one-moment: not tried: pip could not install what it needs' >&2
  exit 2
}

seen=$(python -W ignore - 2>&1 <<'PY'
from prefixdate import parse

for stated in ("2024-03-01T23:30:15Z", "2024-03-01T23:30:15+00:00", "2024-03-01T23:30:15-05:00"):
    print(stated, "->", parse(stated).text)
PY
) || true

expected=$(sed -n 's/^#   | //p' "$0")
if [[ $seen != "$expected" ]]; then
  printf 'prefixdate-one-moment: changed, now: %s\n' "${seen//$'\n'/ | }" >&2
  exit 1
fi
echo 'prefixdate-one-moment: as described'
