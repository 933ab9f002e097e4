"""What a projection costs on top of the server: a ledger of 100,000 claims into Neo4j, against a bare driver loop.

The bare loop writes the same rows, ready-made in memory, by UNWIND and MERGE in batches of the same size, to a database
with nothing but the uniqueness constraint that MERGE needs. `kg` reads them from the ledger, derives and hashes them,
asks the server what it holds, and keeps all its indexes. Each has a fresh server, warmed up in the same way.

    projection.py [CLAIMS]      exit status 1 when kg has less than .6 of the bare loop's speed, or a second projection
                                of the same ledger writes anything
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

import neo4j

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))
sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests" / "graph"))

import synthetic
from neo4j_server.server import running

from kg.graph.engines import open_store
from kg.graph.held import BATCH, STRUCTURE
from kg.graph.projection import project
from kg.graph.snapshot import Snapshot
from kg.graph.wanted import wanted_rows
from kg.ledger import Ledger
from kg.ontology import Ontology

CLAIMS = 100_000
CLAIMS_AN_ARTICLE = 10
CLAIMS_A_NAME = 20
WARM_UP = 2_000
BAR = 0.6
RELATIONS = Ontology.load().relations

Load = tuple[str, list[dict[str, Any]]]


def make_ledger(path: Path, claims: int) -> Path:
    """A ledger of synthetic articles, resolved."""
    with Ledger.open(path) as ledger:
        made = synthetic.articles(
            Random(1), claims // CLAIMS_AN_ARTICLE, claims=CLAIMS_AN_ARTICLE, names=claims // CLAIMS_A_NAME
        )
        for article, extraction in made:
            ledger.add(article, extraction, b"")
        synthetic.resolve(ledger)
    return path


def loads(path: Path) -> list[Load]:
    """Statements with all their rows, as a program would write them that has nothing else in mind."""
    with Ledger.open(path) as ledger:
        wanted = wanted_rows(Snapshot.of(ledger), RELATIONS)
    nodes: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for kind, made in wanted.nodes.items():
        for node in made:
            labels = f"Entity:{node.label}" if kind == "Entity" else kind
            nodes[labels].append(node.parameters())
    edges: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for link in wanted.edges:
        edges[link.type].append(link.parameters())
    found = [
        (f"UNWIND $rows AS row MERGE (n:Kg:{labels} {{id: row.id}}) SET n = row.properties", rows)
        for labels, rows in nodes.items()
    ]
    ends = "UNWIND $rows AS row MATCH (a:Kg {id: row.source}) MATCH (b:Kg {id: row.target}) "
    for type in STRUCTURE:
        rows = [link.parameters() for link in wanted.links[type]]
        found.append((f"{ends} MERGE (a)-[r:{type}]->(b) SET r = row.properties", rows))
    for type, rows in edges.items():
        found.append((f"{ends} MERGE (a)-[r:{type} {{id: row.id}}]->(b) SET r = row.properties", rows))
    return found


def bare_loop(uri: str, path: Path) -> Iterator[None]:
    """Prepares, then writes on the next step."""
    ready = loads(path)
    with neo4j.GraphDatabase.driver(uri) as driver, driver.session() as session:
        yield
        session.run("CREATE CONSTRAINT bare IF NOT EXISTS FOR (n:Kg) REQUIRE n.id IS UNIQUE").consume()
        for statement, rows in ready:
            for start in range(0, len(rows), BATCH):
                part = rows[start : start + BATCH]
                session.execute_write(lambda tx, text=statement, part=part: tx.run(text, rows=part).consume())
    yield


def kg_project(uri: str, path: Path) -> Iterator[None]:
    """The same from the ledger; the second time must find nothing to write."""
    with Ledger.open(path) as ledger, open_store(uri) as store:
        yield
        assert project(ledger, store, RELATIONS).changed
        yield
        if project(ledger, store, RELATIONS).changed:
            sys.exit("a second projection wrote something")


def seconds(contender: Callable[[str, Path], Iterator[None]], small: Path, large: Path) -> tuple[float, int]:
    """Wall time on a fresh server that has seen the same on a small scale, and how many rows are there then."""
    with running() as server:
        for path in (small, large):
            with open_store(server.uri) as store:
                store.wipe()
            run = contender(server.uri, path)
            next(run)
            start = time.perf_counter()
            next(run)
            taken = time.perf_counter() - start
            next(run, None)
        with open_store(server.uri) as store:
            counts = (
                "MATCH (n:Kg) WHERE NOT n:KgProjection RETURN count(n) AS n",
                "MATCH (:Kg)-[r]->(:Kg) RETURN count(r) AS n",
            )
            rows = sum(store.read(count)[0]["n"] for count in counts)
    return taken, rows


def main(claims: int) -> int:
    with tempfile.TemporaryDirectory() as folder:
        small = make_ledger(Path(folder) / "small.sqlite", WARM_UP)
        large = make_ledger(Path(folder) / "large.sqlite", claims)
        measured = {}
        for name, contender in (("bare loop", bare_loop), ("kg project", kg_project)):
            measured[name], rows = seconds(contender, small, large)
            print(f"{name:12} {measured[name]:7.1f} s   {rows} rows   {rows / measured[name]:7.0f} rows/s", flush=True)
    ratio = measured["bare loop"] / measured["kg project"]
    print(f"speed        {ratio:7.2f}   of the bare loop's, with {claims} claims; the bar is {BAR}")
    return int(ratio < BAR)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS))
