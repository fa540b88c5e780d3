"""From text to values: what each kind of field accepts, and in which form it is stored."""
from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from models.catalogue import INTEGER_RANGES, Field, Kind, ObjectID
from models.errors import InvalidReference, InvalidValue

Scalar = str | int | bool | ObjectID | None
"""A value as callers give it: text or an enum's name, a number, a flag, a reference; None is (or becomes) never set."""

ID_LIMIT = 2**64
"""Ids are decimal numbers below this (contract/rest, Addresses); the databases give none above 2**63 - 1."""

FLAGS: Mapping[str, bool] = {"0": False, "1": True, "false": False, "true": True, "": False}

_INTEGER = re.compile(r"[+-]?[0-9]+")
_REFERENCE = re.compile(r"([^:]+):([0-9]+)")
_LONGEST_NUMBER = 20


def parse(field: Field, text: str) -> Scalar:
    """The value that a text stands for in this field: contract/rest, "Values".

    The text is what a PUT has as body and what a JSON text, number or word is spelled like.
    Raises InvalidValue, and InvalidReference for a reference field. Whether the object that a
    reference names exists is the store's question.
    """
    if "\0" in text:
        raise InvalidValue(field.name, "a text cannot hold NUL characters; leave them out")
    if not is_unicode(text):
        raise InvalidValue(field.name, "half of a surrogate pair is no character; send whole ones")
    return _PARSERS[field.kind](field, text)


def parse_reference(text: str, field: Field) -> ObjectID | None:
    """The object that a reference names, None for the empty text; only the form is checked.

    Raises InvalidReference.
    """
    if not text:
        return None
    match = _REFERENCE.fullmatch(text)
    id_ = parse_id(match[2]) if match else None
    if match is None or id_ is None:
        raise InvalidReference(field.name, text)
    return ObjectID(match[1], id_)


def parse_id(text: str) -> int | None:
    """The number that decimal digits spell, None if they are no id; zeros in front are fine."""
    if not (text.isascii() and text.isdigit()):
        return None
    number = _number(text)
    return number if number is not None and number < ID_LIMIT else None


def is_unicode(text: str) -> bool:
    """Whether every character is one: a lone surrogate has no UTF-8 form, and no database takes it."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _number(text: str) -> int | None:
    """The whole number that is spelled, None if it is far too long; int() would refuse or take its time then."""
    digits = text.lstrip("+-0") or "0"
    if len(digits) > _LONGEST_NUMBER:
        return None
    return -int(digits) if text.startswith("-") else int(digits)


def _string(_field: Field, text: str) -> Scalar:
    return text


def _flag(field: Field, text: str) -> Scalar:
    try:
        return FLAGS[text]
    except KeyError:
        raise InvalidValue(field.name, "a flag is 0, 1, true or false") from None


def _integer(field: Field, text: str) -> Scalar:
    if not text:
        return 0
    range_ = INTEGER_RANGES[field.kind]
    number = _number(text) if _INTEGER.fullmatch(text) else None
    if number is None or number not in range_:
        raise InvalidValue(field.name, f"it takes a whole decimal number from {range_[0]} to {range_[-1]}")
    return number


def _enum(field: Field, text: str) -> Scalar:
    if not text:
        return ""
    for name, number in field.values:
        if text in (name, str(number)):
            return name
    raise InvalidValue(field.name, f"it takes one of {', '.join(name for name, _ in field.values)}")


def _reference(field: Field, text: str) -> Scalar:
    return parse_reference(text, field)


_PARSERS: Mapping[Kind, Callable[[Field, str], Scalar]] = {
    Kind.STRING: _string,
    Kind.BOOL: _flag,
    Kind.ENUM: _enum,
    Kind.REFERENCE: _reference,
    **dict.fromkeys(INTEGER_RANGES, _integer),
}
