"""What edgewise relies on in SQLite's driver: files of any name, exact values, errors, interruption."""
from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import apsw
import peewee
import pytest

from models.casemap import CaseMap
from models.database import Database, connect, first_line, transaction
from models.refusals import Refusal, refusal
from models.sqlite import DRIVER_ERRORS

ASCII = CaseMap("ascii")
TABLE = "CREATE TABLE t (id INTEGER PRIMARY KEY, value, name UNIQUE, number NOT NULL CHECK (number > 0))"
ENDLESS = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    with closing(connect(f"sqlite:///{tmp_path}/a.db", ASCII)) as opened:
        opened.execute_sql(TABLE)
        yield opened


@pytest.mark.parametrize("name", ["file:a.db", "a?mode=ro", "a#b", "a%20b", "ä b", os.fsdecode(b"\xff"), ":memory: "])
def test_a_file_may_have_any_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with closing(connect("sqlite:///" + name.replace("%", "%25"), ASCII)) as opened:
        opened.execute_sql("CREATE TABLE t (x)")
    assert [file.name for file in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize("value", [
    None, "", "a\0b", "\U0001f600", 0, 2**63 - 1, -(2**63), 0.1, float("inf"), b"", b"\xff\0", "x" * 3_000_000,
])
def test_a_value_comes_back_as_it_was(database: Database, value: object) -> None:
    database.execute_sql("INSERT INTO t (value, number) VALUES (?, 1)", (value,))
    found, = database.execute_sql("SELECT value FROM t").fetchone()
    assert found == value
    assert type(found) is type(value)


def test_a_single_cell_comes_with_peewees_errors(database: Database) -> None:
    assert database.cell("SELECT CAST(? AS BLOB)", ("ä",)) == "ä".encode()
    with pytest.raises(peewee.OperationalError, match="no such table: nowhere"):
        database.cell("SELECT * FROM nowhere", ())
    with pytest.raises(peewee.IntegrityError):
        database.cell("INSERT INTO t (number) VALUES (-1) RETURNING CAST(id AS BLOB)", ())


@pytest.mark.parametrize("value", [2**63, -(2**63) - 1, "\ud800"])
def test_what_sqlite_cannot_hold_is_refused_and_harms_nothing(database: Database, value: object) -> None:
    with transaction(database):
        database.execute_sql("INSERT INTO t (number) VALUES (1)")
        with pytest.raises((OverflowError, UnicodeEncodeError)):
            database.execute_sql("INSERT INTO t (value, number) VALUES (?, 1)", (value,))
    assert database.execute_sql("SELECT count(*) FROM t").fetchone() == (1,)


@pytest.mark.parametrize(("row", "why"), [
    ((1, "b", 1), Refusal.DUPLICATE), ((2, "a", 1), Refusal.DUPLICATE), ((2, "b", None), Refusal.VALUE),
    ((2, "b", 0), Refusal.VALUE), (("no number", "b", 1), Refusal.VALUE),
])
def test_refusals_are_told_apart(database: Database, row: tuple[object, ...], why: Refusal) -> None:
    insert = "INSERT INTO t (id, name, number) VALUES (?, ?, ?)"
    database.execute_sql(insert, (1, "a", 1))
    with pytest.raises(peewee.PeeweeException) as caught:
        database.execute_sql(insert, row)
    assert refusal(caught.value) is why


@pytest.mark.parametrize(("sql", "words"), [
    ("SELECT [x], '(y)'\nFROM nowhere", "no such table: nowhere"),
    ("SELECT ']' FROM", "incomplete input"),
    ("INSERT INTO t (number) VALUES (NULL)", "NOT NULL constraint failed: t.number"),
])
def test_an_error_is_told_in_sqlites_own_words(database: Database, sql: str, words: str) -> None:
    with pytest.raises(peewee.PeeweeException) as caught:
        database.execute_sql(sql)
    assert first_line(caught.value) == words


def test_a_statement_is_interrupted_from_another_thread_and_its_connection_lives_on(database: Database) -> None:
    connection, ended = database.connection(), threading.Event()

    def interrupt() -> None:  # again and again, as the statement may not have begun; it must not hold the interpreter
        while not ended.wait(0.05):
            connection.interrupt()

    thread = threading.Thread(target=interrupt)
    thread.start()
    with pytest.raises(peewee.OperationalError) as caught:
        database.execute_sql(ENDLESS)
    ended.set()
    thread.join()
    assert first_line(caught.value) == "interrupted"
    assert database.execute_sql("SELECT 1").fetchone() == (1,)


def test_a_result_that_is_read_by_half_hinders_nobody(database: Database) -> None:
    with transaction(database):
        for _ in range(100):
            database.execute_sql("INSERT INTO t (number) VALUES (1)")
    half_read = database.execute_sql("SELECT number FROM t")
    assert half_read.fetchone() == (1,)
    database.execute_sql("DELETE FROM t")
    database.close()
    assert list(half_read) == [(1,)] * 99
    assert half_read.fetchone() is None


def test_texts_in_other_encodings_are_read_beside_everything_else(database: Database) -> None:
    database.execute_sql("INSERT INTO t (id, value, name, number) VALUES (1, CAST(x'41ff' AS TEXT), x'ff', 1.5)")
    database.execute_sql("INSERT INTO t (id, value, number) VALUES (2, '\U0001f600', 2), (3, NULL, 3)")
    sql = "WITH r AS (SELECT * FROM t) SELECT value, name, value, number, ? FROM r WHERE id < ? ORDER BY id DESC -- all"
    assert database.execute_sql(sql, ("p", 9)).fetchall() == [
        (None, None, None, 3, "p"), ("\U0001f600", None, "\U0001f600", 2, "p"),
        ("A\ufffd", b"\xff", "A\ufffd", 1.5, "p"),
    ]


def test_what_a_change_returns_in_another_encoding_is_an_error_and_changes_nothing_twice(database: Database) -> None:
    with pytest.raises(peewee.OperationalError):
        database.execute_sql("INSERT INTO t (value, number) VALUES (CAST(x'ff' AS TEXT), 1) RETURNING value")
    assert database.execute_sql("SELECT count(*) FROM t").fetchone() == (1,)


def test_closing_undoes_an_open_transaction(database: Database) -> None:
    database.execute_sql("BEGIN IMMEDIATE")
    database.execute_sql("INSERT INTO t (number) VALUES (1)")
    database.close()
    assert database.execute_sql("SELECT count(*) FROM t").fetchone() == (0,)


def test_statements_load_no_library(database: Database) -> None:
    with pytest.raises(peewee.OperationalError, match="not authorized"):
        database.execute_sql("SELECT load_extension('libm')")


def test_plans_do_not_depend_on_bound_values(database: Database) -> None:
    """Else each execution with another value behind LIMIT would prepare the statement anew."""
    assert database.connection().config(apsw.SQLITE_DBCONFIG_ENABLE_QPSG, -1) == 1


def test_a_transaction_that_sqlite_has_undone_is_not_taken_for_committed(database: Database) -> None:
    insert = "INSERT INTO u VALUES (1)"

    def write() -> None:
        with transaction(database):
            database.execute_sql(insert)
            with pytest.raises(peewee.IntegrityError):
                database.execute_sql(insert)

    database.execute_sql("CREATE TABLE u (name UNIQUE ON CONFLICT ROLLBACK)")
    with pytest.raises(peewee.OperationalError, match="no transaction is active"):
        write()
    assert database.execute_sql("SELECT count(*) FROM u").fetchone() == (0,)


def test_memory_that_is_not_there_is_an_error_of_the_database() -> None:
    with pytest.raises(peewee.OperationalError), DRIVER_ERRORS:
        raise apsw.NoMemError


def test_a_function_that_is_given_a_text_in_another_encoding_is_an_error_of_the_database(database: Database) -> None:
    with pytest.raises(peewee.OperationalError, match="not in UTF-8"):
        database.execute_sql("SELECT anope_canonicalize(CAST(x'ff' AS TEXT))")


def test_a_cell_that_cannot_be_read_leaves_no_statement_open(tmp_path: Path) -> None:
    database = connect(f"sqlite:///{tmp_path}/cell.db", CaseMap("ascii"))
    database.execute_sql("CREATE TABLE t (a TEXT)")
    database.execute_sql("INSERT INTO t VALUES (CAST(x'ff' AS TEXT)), ('second')")
    with pytest.raises(UnicodeDecodeError):
        database.cell("SELECT a FROM t", ())
    database.execute_sql("DROP TABLE t")  # which an open statement would not let happen
    assert database.cell("SELECT CAST(5 AS BLOB)", ()) == b"5"
