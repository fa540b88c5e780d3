"""Spots are found and finished, what is innermost first."""
from __future__ import annotations

from gql.compiler.stores.spots import Raw, finish


def told(number: int, raw: Raw) -> bytes:
    cells = b"+".join(raw.head)
    records = b"|".join(b"+".join(record) for record in raw.records)
    return b"<%d:%b:%b>" % (number, cells, records)


def test_texts_without_spots_stay_as_they_are() -> None:
    assert finish(b'{"data":{"a":"\\u0002"}}', told) == b'{"data":{"a":"\\u0002"}}'


def test_spots_have_cells_and_records() -> None:
    assert finish(b"[\x020\x03,\x0212\x1fa\x1f\x1eb\x1fc\x1e\x03]", told) == b"[<0::>,<12:a+:b+c|>]"


def test_spots_inside_of_spots_are_finished_first() -> None:
    inner = b"\x021\x1fx\x1ey\x1f\x022\x03\x03"
    assert finish(b"\x020\x1f" + inner + b"\x1ek\x1f" + inner + b"\x03", told) == (
        b"<0:<1:x:y+<2::>>:k+<1:x:y+<2::>>>")
