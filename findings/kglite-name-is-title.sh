#!/usr/bin/env bash
# kglite 0.21.2, beside what Neo4j 5.26.30 gave for the same statements.
#
# Behaviour: `name` and `title` are partly one property. A node created with both has both; setting `name` later
# also overwrites `title` (not the other way round), removing `name` removes `title` too, and a node with neither
# answers both with a text that nobody wrote. In Neo4j they are two properties like any others: title T, name M;
# title T, name null; null, null.
#
# Output seen (what this script compares with):
#   | set name: title M, name M
#   | set title: title U, name N
#   | remove name: title None, name None
#   | neither: title Paper_0, name Paper_0
#
# Why it matters: Articles have titles and entities have names. A graph whose nodes have both loses headlines or
# positions ("Minister") on the first update, and IS NULL never finds a node without a name.
#
# kg: Sets all properties of a node at once, gives titles to articles alone, writes the position that a claim states
# as `title_text`, and takes made-up values out of what it reads (kg/graph/rows.py, kg/graph/embedded.py).
set -euo pipefail

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
PATH=$folder/venv/bin:$PATH
pip install --quiet --no-compile --disable-pip-version-check 'kglite==0.21.2' >"$folder/pip" 2>&1 || {
  echo 'kglite-name-is-title: not tried: pip could not install what it needs' >&2
  exit 2
}

seen=$(python -W ignore - 2>&1 <<'PY'
import kglite

kglite.set_query_warning_policy("silent")
BOTH = "CREATE (n:Paper {title: 'T', name: 'N'})"
for told, statements in (
    ("set name", (BOTH, "MATCH (n:Paper) SET n.name = 'M'")),
    ("set title", (BOTH, "MATCH (n:Paper) SET n.title = 'U'")),
    ("remove name", (BOTH, "MATCH (n:Paper) REMOVE n.name")),
    ("neither", ("CREATE (n:Paper {year: 2024})",)),
):
    graph = kglite.KnowledgeGraph()
    for statement in statements:
        graph.cypher(statement)
    row = dict(next(iter(graph.cypher("MATCH (n:Paper) RETURN n.title AS title, n.name AS name"))))
    print(f"{told}: title {row['title']}, name {row['name']}")
PY
) || true

expected=$(sed -n 's/^#   | //p' "$0")
if [[ $seen != "$expected" ]]; then
  printf 'kglite-name-is-title: changed, now: %s\n' "${seen//$'\n'/ | }" >&2
  exit 1
fi
echo 'kglite-name-is-title: as described'
