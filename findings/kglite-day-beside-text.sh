#!/usr/bin/env bash
# kglite 0.21.2, beside what Neo4j 5.26.30 gave for the same statement.
#
# Behaviour: A date is compared with text as if the text were a date, but only where it is a whole day: with a month
# or a year the comparison is null, and DISTINCT holds the two apart that `=` calls equal. Neo4j compares no date
# with text: false, null, null, false.
#
# Output seen (what this script compares with):
#   | = day True
#   | >= day True
#   | < month None
#   | IN days True
#   | distinct 2
#
# Why it matters: News dates have a precision: "2024-05-06" and "2024-06" stand beside each other. A filter that
# passed on the embedded engine drops rows without a word as soon as a month comes along, and gives nothing in
# Neo4j.
#
# kg: Days are text in every statement, and compared with text only (cypher/, kg/graph/days.py).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
PATH=$folder/venv/bin:$PATH
pip install --quiet --no-compile --disable-pip-version-check 'kglite==0.21.2' >"$folder/pip" 2>&1 || {
  echo 'kglite-day-beside-text: not tried: pip could not install what it needs' >&2
  exit 2
}

seen=$(python -W ignore - 2>&1 <<'PY'
import kglite

kglite.set_query_warning_policy("silent")
graph = kglite.KnowledgeGraph()
row = dict(next(iter(graph.cypher(
    "WITH date('2024-05-06') AS day "
    "RETURN day = '2024-05-06' AS a, day >= '2024-05-01' AS b, day < '2024-06' AS c, day IN ['2024-05-06'] AS d"
))))
for told, key in (("= day", "a"), (">= day", "b"), ("< month", "c"), ("IN days", "d")):
    print(told, row[key])
rows = graph.cypher("UNWIND [date('2024-05-06'), '2024-05-06'] AS day RETURN count(DISTINCT day) AS days")
print("distinct", dict(next(iter(rows)))["days"])
PY
) || true

expected=$(sed -n 's/^#   | //p' "$0")
if [[ $seen != "$expected" ]]; then
  printf 'kglite-day-beside-text: changed, now: %s\n' "${seen//$'\n'/ | }" >&2
  exit 1
fi
echo 'kglite-day-beside-text: as described'
