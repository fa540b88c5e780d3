"""Control characters become JSON's escapes, in short answers and in long ones; all else stays."""
from __future__ import annotations

import json

import peewee
import pytest

from gql.compiler.controls import PIECE, SHORT, escaped
from gql.compiler.dialects import DIALECTS
from models.network import Network

CONTROLS = "".join(map(chr, range(32)))


@pytest.mark.parametrize("length", [0, SHORT])
@pytest.mark.parametrize("odd", [
    CONTROLS, *CONTROLS, "\x7f", "\u0080", "\u2028", "two\r\nlines\r\nof \x02bold\x02 \x0304red", "",
])
def test_what_json_cannot_hold_raw_is_escaped_as_json_writes_it(odd: str, length: int) -> None:
    text = "a" * length + odd
    raw = f'{{"data":{{"greet":"{text}"}}}}'.encode()
    assert escaped(raw) == json.dumps({"data": {"greet": text}}, separators=(",", ":"), ensure_ascii=False).encode()


def test_each_piece_of_a_long_answer_is_looked_through() -> None:
    lengths = (PIECE, 1, PIECE - 1, 2 * PIECE, PIECE, 3 * PIECE // 2, 1)
    text = "".join("a" * (length - 1) + odd for length, odd in zip(lengths, "\n\x1f\x02\r\x01\t\x03", strict=True))
    text += "a" * PIECE
    for start in range(3):
        assert escaped(text[start:].encode()) == json.dumps(text[start:])[1:-1].encode()


def test_an_answer_without_them_is_not_copied() -> None:
    for answer in (b'{"data":{}}', b'{"data":{"greet":"' + b"a" * SHORT + b'"}}'):
        assert escaped(answer) is answer


def test_postgresql_quotes_texts_of_any_collation(engine: str, network: Network) -> None:
    if engine != "postgresql":
        pytest.skip("only PostgreSQL leaves control characters to be escaped")
    network.database.execute_sql(
        "CREATE COLLATION any_case (provider = icu, locale = 'und-u-ks-level2', deterministic = false)")
    text = CONTROLS[1:] + "a\\b\\\\ \"A\" '%' ä 😀"
    for collation in ("any_case", "C", "default"):
        value = peewee.NodeList((peewee.Value(text), peewee.SQL(f'COLLATE "{collation}"')))
        query = peewee.Select(columns=[DIALECTS[engine].quoted(value)])
        sql, parameters = network.database.get_sql_context().sql(query).query()
        found = network.database.cell(sql, parameters)
        assert escaped(found.encode()) == json.dumps(text, ensure_ascii=False).encode()
