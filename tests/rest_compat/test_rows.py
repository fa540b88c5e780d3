"""How an object is printed."""
from __future__ import annotations

import pytest

from models.catalogue import Field, Kind, ObjectType, flag, number, reference, string
from models.objects import Row
from models.stored import Stored
from rest_compat import rows
from rest_compat.rows import RowWriter

FIELDS = (
    string("name", ""),
    number("level", Kind.INT32, ""),
    reference("ci", "channel", ""),
    reference("obj", None, ""),
    flag("NOEXPIRE", "", optional=True),
    string("100%s", "", optional=True),
)
TYPE = ObjectType("thing", "test", "", FIELDS)


def written(*values: Stored) -> str:
    return RowWriter(TYPE)(Row(7, values))


def test_unset_fields_have_their_default_unless_they_are_optional() -> None:
    assert written(None, None, None, None, None, None) == (
        '{\n    "name": "",\n    "level": "0",\n    "ci": "",\n    "obj": "",\n    "id": "7"\n}'
    )


def test_all_values_are_texts_and_references_name_their_type() -> None:
    assert written("x", -5, 16, "account:8", 0, "") == (
        '{\n    "name": "x",\n    "level": "-5",\n    "ci": "channel:16",\n    "obj": "account:8",\n'
        '    "NOEXPIRE": "0",\n    "100%s": "",\n    "id": "7"\n}'
    )


def test_values_are_escaped_and_never_taken_for_a_form() -> None:
    assert '"name": "%s \\"a\\/b\\"\\n"' in written('%s "a/b"\n', 1, None, None, None, None)
    assert '"name": "%s"' in written("%s", None, None, None, None, None)


def test_margin_is_before_every_line() -> None:
    text = RowWriter(ObjectType("t", "test", "", FIELDS[:1]), " " * 8)(Row(7, ("x",)))
    assert text == '        {\n            "name": "x",\n            "id": "7"\n        }'


def test_types_without_fields_are_written() -> None:
    empty: tuple[Field, ...] = ()
    assert RowWriter(ObjectType("t", "test", "", empty))(Row(7, ())) == '{\n    "id": "7"\n}'


def test_rows_of_many_shapes_do_not_fill_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rows, "MOST_LAYOUTS", 4)
    write = RowWriter(TYPE)
    for shape in range(2**6):
        write(Row(7, tuple(1 if shape >> bit & 1 else None for bit in range(6))))
        assert len(write._layouts) <= 4
    assert write(Row(7, (None, 5, None, None, None, None))) == written(None, 5, None, None, None, None)
