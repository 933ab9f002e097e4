"""The Neo4j engine, through the official driver. The only module that imports it.

The driver repeats transactions on transient errors and lost connections with exponential back-off, for half a minute.
A connection lost while it commits it leaves to us, since it cannot know whether the server had done so; we know that
every statement of a projection may be run twice without harm, and run it again.
"""

from __future__ import annotations

import contextlib
import logging
import os
import ssl
from collections.abc import Mapping
from types import TracebackType
from typing import Any, Self

import neo4j
from neo4j.exceptions import (
    AuthError,
    ConfigurationError,
    DriverError,
    IncompleteCommit,
    Neo4jError,
    ServiceUnavailable,
)
from neo4j.time import Duration

from kg import __version__
from kg.errors import GraphError
from kg.graph.base import READ_TIMEOUT, wipe_in_batches
from kg.graph.values import node, path, plain, relationship

# The driver logs every retry at length; who runs a program that set up no logging should not see that.
logging.getLogger("neo4j").addHandler(logging.NullHandler())

CONNECT_TIMEOUT = 10.0
"""Seconds to wait for the server to take a connection."""

COMMIT_ATTEMPTS = 5
"""How often a statement is run whose commit went unanswered. No pause of ours between them: the driver's own back-off
waits for a server that is gone."""


class Neo4jStore:
    """A GraphStore on a Neo4j server, in one database."""

    # Given a second label, the planner may take that label's index for an empty one, and scan it once a row.
    id_label: str | None = "Kg"

    def __init__(self, driver: neo4j.Driver, name: str, database: str | None) -> None:
        self.name = name
        self._driver = driver
        self._database = database

    @staticmethod
    def connect(uri: str | None = None, database: str | None = None) -> Neo4jStore:
        """Connect to `uri` (None: NEO4J_URI) and `database` (None: NEO4J_DATABASE), with NEO4J_USERNAME and
        NEO4J_PASSWORD where set.

        Without a password the server is asked without credentials; without a database the user's own is used. Raises
        GraphError when nothing answers, the credentials are refused or the database does not exist.
        """
        uri = uri or os.environ.get("NEO4J_URI")
        if not uri:
            raise GraphError("neo4j: no address; set NEO4J_URI or give one such as neo4j://localhost:7687")
        password = os.environ.get("NEO4J_PASSWORD")
        auth = (os.environ.get("NEO4J_USERNAME", "neo4j"), password) if password else None
        database = database or os.environ.get("NEO4J_DATABASE") or None
        try:
            driver = neo4j.GraphDatabase.driver(
                uri,
                auth=auth,
                user_agent=f"kg/{__version__}",
                connection_timeout=CONNECT_TIMEOUT,
                notifications_min_severity="OFF",  # hints such as "unknown label" are no news on a new graph
            )
        except (ConfigurationError, ValueError) as error:
            raise GraphError(f"{uri}: {_line(error)}; give an address such as neo4j://localhost:7687") from error
        try:
            with driver.session(database=database) as session:  # asked once, where execute_query would try for long
                session.run("RETURN 1").consume()
        except (Neo4jError, DriverError, OSError, ValueError) as error:
            driver.close()
            raise _explained(uri, error) from error
        return Neo4jStore(driver, uri, database)

    def read(
        self, statement: str, parameters: Mapping[str, Any] | None = None, *, timeout: float | None = READ_TIMEOUT
    ) -> list[dict[str, Any]]:
        """See GraphStore."""
        records = self._run(statement, parameters, neo4j.RoutingControl.READ, timeout)
        return [
            {column: plain(value, _translate) for column, value in zip(record.keys(), record.values(), strict=True)}
            for record in records
        ]

    def write(self, statement: str, parameters: Mapping[str, Any] | None = None) -> None:
        """See GraphStore."""
        self._run(statement, parameters, neo4j.RoutingControl.WRITE, None)

    def wipe(self) -> None:
        """See GraphStore."""
        wipe_in_batches(self)

    def close(self) -> None:
        """Close the connections; what was written is durable already."""
        self._driver.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _run(
        self, statement: str, parameters: Mapping[str, Any] | None, routing: neo4j.RoutingControl, timeout: float | None
    ) -> list[neo4j.Record]:
        query, given = neo4j.Query(statement, timeout=timeout), dict(parameters or {})
        try:
            for _ in range(COMMIT_ATTEMPTS - 1):
                with contextlib.suppress(IncompleteCommit):
                    return self._executed(query, given, routing)
            return self._executed(query, given, routing)
        except (Neo4jError, DriverError, OSError, ValueError, TypeError) as error:
            raise _explained(self.name, error) from error

    def _executed(
        self, query: neo4j.Query, parameters: dict[str, Any], routing: neo4j.RoutingControl
    ) -> list[neo4j.Record]:
        return self._driver.execute_query(query, parameters, routing_=routing, database_=self._database).records


def _translate(value: Any) -> Any:
    """The driver's own types, as the plain shapes of `kg.graph.values`."""
    if isinstance(value, neo4j.graph.Node):
        return node(value.labels, dict(value))
    if isinstance(value, neo4j.graph.Relationship):
        return relationship(value.type, dict(value))
    if isinstance(value, neo4j.graph.Path):
        return path(value.nodes, value.relationships)
    if isinstance(value, Duration):
        return f"P{value.months}M{value.days}DT{value.seconds}S"
    if hasattr(value, "iso_format"):
        return value.iso_format()
    return value


def _explained(where: str, error: BaseException) -> GraphError:
    """One line with the way out. Of the server's own messages the first line says what matters."""
    if isinstance(error, AuthError):
        return GraphError(f"{where}: refused the credentials; set NEO4J_USERNAME and NEO4J_PASSWORD")
    if certificate := _refused_certificate(error):
        return GraphError(
            f"{where}: the certificate is not to be trusted ({certificate}); +ssc instead of +s takes any"
        )
    if isinstance(error, ServiceUnavailable | OSError):
        hint = "; +ssc instead of +s takes a certificate that nobody vouches for" if "+s:" in where else ""
        way_out = f"start one, or mend address and port{hint}"  # by routing the driver does not say that it was refused
        return GraphError(f"{where}: no Neo4j server answers ({_line(error)}); {way_out}")
    if isinstance(error, Neo4jError) and error.code == "Neo.ClientError.Database.DatabaseNotFound":
        return GraphError(f"{where}: {_line(error)}; give one that SHOW DATABASES lists (--database, NEO4J_DATABASE)")
    return GraphError(f"{where}: {_line(error)}")


def _refused_certificate(error: BaseException | None) -> str | None:
    """Why a certificate was refused, where that is behind an error of the driver's."""
    while error is not None:
        if isinstance(error, ssl.SSLCertVerificationError):
            return error.verify_message
        error = error.__cause__ or error.__context__
    return None


def _line(error: BaseException) -> str:
    text = error.message if isinstance(error, Neo4jError) and error.message else str(error)
    return text.strip().splitlines()[0].strip() if text.strip() else type(error).__name__
