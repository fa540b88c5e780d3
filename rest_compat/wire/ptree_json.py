"""The JSON of Anope's REST module: strict JSON in, the form of boost's property trees out."""
from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import NoReturn

SLICE = 200
"""How deep the standard library's reader is let go at a time: it recurses."""

INDENT = "    "

# ------------------------------------------------------------------------------------------ in


class InvalidJSON(ValueError):
    """What is not strict JSON in UTF-8, or is no object."""


def read_object(body: bytes) -> dict[str, object]:
    """The members of a JSON object in the order of the body; of equal keys the last one counts, and its place.

    Texts are str, numbers are str as they are spelled, words are True, False and None, arrays are lists and
    objects are dicts. Raises InvalidJSON (contract/rest, "Values"), also for comments, trailing commas, NaN,
    lone surrogates and raw control characters.
    """
    try:
        value = _read(body.decode("utf-8-sig"))
    except ValueError as error:
        raise InvalidJSON(str(error)) from None
    if not isinstance(value, dict):
        raise InvalidJSON("not an object")
    return value


def _read(text: str) -> object:
    if text.count("[") + text.count("{") > SLICE:
        text = _shallow(text)
    value: object = _DECODER.decode(text)
    if "\\ud" in text or "\\uD" in text:
        _refuse_lone_surrogates(value)
    return value


def _shallow(text: str) -> str:
    """The text with every value that lies too deep replaced by a 0, once it has been found to be JSON.

    Raises ValueError if it is none.
    """
    open_slices: list[list[str]] = [[]]
    depth = done = 0
    for match in _MARKS.finditer(text):
        mark = match[0]
        if mark in "[{":
            depth += 1
            if depth % SLICE == 0:
                open_slices[-1].append(text[done:match.start()])
                open_slices.append([])
                done = match.start()
        elif mark in "]}":
            if depth % SLICE == 0 and len(open_slices) > 1:
                _refuse_lone_surrogates(_DECODER.decode("".join(open_slices.pop()) + text[done:match.end()]))
                open_slices[-1].append("0")
                done = match.end()
            depth -= 1
    return "".join(open_slices[-1]) + text[done:]


def _refuse_lone_surrogates(value: object) -> None:
    json.dumps(value, ensure_ascii=False).encode()  # UnicodeEncodeError is a ValueError


def _last_wins(pairs: list[tuple[str, object]]) -> dict[str, object]:
    members: dict[str, object] = {}
    for key, value in pairs:
        members.pop(key, None)
        members[key] = value
    return members


def _refuse(word: str) -> NoReturn:
    raise ValueError(f"{word} is not JSON")


_DECODER = json.JSONDecoder(parse_int=str, parse_float=str, parse_constant=_refuse, object_pairs_hook=_last_wins)
# a text without an end is one mark up to the end: else each quote in it would be tried in turn
_MARKS = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)

# ----------------------------------------------------------------------------------------- out

_SPECIAL = re.compile(r'["\\/\x00-\x1f]')
_ESCAPES = {chr(code): f"\\u{code:04X}" for code in range(0x20)} | {
    '"': '\\"', "\\": "\\\\", "/": "\\/", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t",
}


def is_plain(text: str) -> bool:
    """Whether nothing has to be escaped for sure; four times as fast as a pattern."""
    return text.isprintable() and '"' not in text and "/" not in text and "\\" not in text


def escape(text: str) -> str:
    """The text as it stands between the quotes of a JSON text; 0x7f goes out raw (contract/rest, "JSON out")."""
    return text if is_plain(text) else _SPECIAL.sub(lambda match: _ESCAPES[match[0]], text)


def members(pairs: Iterable[tuple[str, str]], margin: str) -> str:
    """An object of texts at this margin, without a newline at its end; the values are escaped already."""
    lines = ",\n".join(f'{margin}{INDENT}"{escape(key)}": "{value}"' for key, value in pairs)
    return f"{margin}{{\n{lines}\n{margin}}}"


def list_head(key: str) -> str:
    """What a list that is not empty begins with; the elements follow, joined by `LIST_COMMA`."""
    return f'{{\n{INDENT}"{escape(key)}": [\n'


LIST_COMMA = ",\n"
LIST_END = f"\n{INDENT}]\n}}\n"
ELEMENT_MARGIN = INDENT * 2


def empty_list(key: str) -> str:
    """A list of nothing.

    COMPAT: a text, not `[]`: scripts know it (contract/rest, difference c).
    """
    return f'{{\n{INDENT}"{escape(key)}": ""\n}}\n'


def texts_list(key: str, texts: Iterable[str]) -> str:
    """A list of texts, as GET types answers."""
    elements = LIST_COMMA.join(f'{ELEMENT_MARGIN}"{escape(text)}"' for text in texts)
    return list_head(key) + elements + LIST_END if elements else empty_list(key)
