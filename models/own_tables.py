"""Tables that only edgewise knows: who may ask, and who tried to."""
from __future__ import annotations

from collections.abc import Container, Mapping

from models.database import Database

TOKENS, SESSIONS, FAILURES = "edgewise_token", "edgewise_session", "edgewise_failure"

OWN_TABLES: Mapping[str, str] = {
    TOKENS: "hash {key} NOT NULL PRIMARY KEY, name {key} NOT NULL UNIQUE, scopes {key} NOT NULL,"
            " created BIGINT NOT NULL, expires BIGINT",
    SESSIONS: "hash {key} NOT NULL PRIMARY KEY, source {key} NOT NULL, subject {text} NOT NULL, proof {key} NOT NULL,"
              " expires BIGINT NOT NULL",
    FAILURES: "name {key} NOT NULL PRIMARY KEY, failures INTEGER NOT NULL, latest BIGINT NOT NULL",
}
"""Their columns. A key is ASCII of up to 64 characters, such as a hash in hexadecimal digits; times are seconds."""

_TYPES: Mapping[str, Mapping[str, str]] = {
    "sqlite": {"key": "TEXT", "text": "TEXT"},
    "postgresql": {"key": "VARCHAR(64)", "text": "TEXT"},
    "mysql": {
        "key": "VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin",
        "text": "LONGTEXT CHARACTER SET utf8mb4 COLLATE utf8mb4_nopad_bin",
    },
}


def create_own(database: Database, found: Container[str]) -> None:
    """Create those that are missing; the caller holds the schema lock."""
    for table, columns in OWN_TABLES.items():
        if table not in found:
            database.execute_sql(f"CREATE TABLE IF NOT EXISTS {table} ({columns.format(**_TYPES[database.engine])})")
