"""Values of arguments, and the two ways in which a document says them: literally, or by variables."""
from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from graphql import GraphQLInputType, is_enum_type, is_non_null_type
from graphql.language.print_string import print_string
from graphql.type import get_named_type, get_nullable_type


class Way(Enum):
    """How a value comes into the document."""

    LITERAL = "as a literal"
    VARIABLE = "as a variable"
    DEFAULT = "as the default of a variable that is not given"
    OVERRIDDEN = "as a variable with another default"
    MISSING = "not at all: as a variable that is not given"


@dataclass(frozen=True)
class Value:
    """A value of an input type: a scalar, a mapping, a list, None; a single value stands for a list of one.

    `firm`: a variable has to be declared as one that cannot be null.
    """

    type: GraphQLInputType
    content: Any
    way: Way = Way.LITERAL
    firm: bool = False

    @property
    def is_missing(self) -> bool:
        """Whether there is none."""
        return self.way is Way.MISSING

    def json(self) -> Any:
        """The value as JSON."""
        if isinstance(self.content, Value):
            return self.content.json()
        if isinstance(self.content, list):
            return [item.json() for item in self.content]
        if isinstance(self.content, dict):
            return {name: value.json() for name, value in self.content.items() if not value.is_missing}
        return self.content


class Mode(Enum):
    """Which values become variables."""

    DRAWN = "as each value says"
    LITERALS = "none"
    VARIABLES = "every argument as a whole"


@dataclass
class Variables:
    """The variables of one operation, collected while it is written."""

    mode: Mode
    declared: dict[str, str] = field(default_factory=dict)
    given: dict[str, Any] = field(default_factory=dict)

    def written(self, name: str, value: Value, *, inside: bool = False) -> str | None:
        """What stands for a value behind `name:`; None if it is left out with its name."""
        if self.mode is Mode.DRAWN and value.way is not Way.LITERAL:
            return f"${self._declared(name, value)}"
        if value.is_missing:
            return None
        if self.mode is Mode.VARIABLES and not inside:
            return f"${self._declared(name, Value(value.type, value.content, Way.VARIABLE))}"
        return self._literal(name, value)

    def _literal(self, name: str, value: Value) -> str:
        if isinstance(value.content, Value):
            return str(self.written(name, value.content, inside=True))
        if isinstance(value.content, list):
            return f"[{', '.join(str(self.written(name, item, inside=True)) for item in value.content)}]"
        if isinstance(value.content, dict):
            parts = ((key, self.written(key, inner, inside=True)) for key, inner in value.content.items())
            return f"{{{', '.join(f'{key}: {text}' for key, text in parts if text is not None)}}}"
        return scalar(value.type, value.content)

    def _declared(self, name: str, value: Value) -> str:
        type_ = str(value.type if value.firm or value.way in (Way.VARIABLE, Way.OVERRIDDEN)
                    else get_nullable_type(value.type))
        if value.firm and not is_non_null_type(value.type):
            type_ += "!"
        if value.way is Way.DEFAULT:
            type_ = f"{type_} = {_constant(value)}"
        elif value.way is Way.OVERRIDDEN:
            type_ = f"{type_} = {_other(value)}"
        given = {} if value.way in (Way.DEFAULT, Way.MISSING) else {"value": value.json()}
        return self._name(name, type_, given)

    def _name(self, wish: str, type_: str, given: Mapping[str, Any]) -> str:
        """A name for a variable of a type; one that has the same type and value serves again."""
        name, number = wish, 1
        while name in self.declared:
            held = {"value": self.given[name]} if name in self.given else {}
            if self.declared[name] == type_ and json.dumps(held) == json.dumps(given):
                return name
            number += 1
            name = f"{wish}{number}"
        self.declared[name] = type_
        self.given.update(dict.fromkeys((name,) if given else (), next(iter(given.values()), None)))
        return name


def scalar(type_: GraphQLInputType, content: Any) -> str:
    """A scalar or an enum's value as a literal."""
    if isinstance(content, str):
        return content if is_enum_type(get_named_type(type_)) else print_string(content)
    return json.dumps(content)


def _constant(value: Value) -> str:
    """A literal without variables."""
    return str(Variables(Mode.LITERALS).written("", value if value.way is Way.LITERAL else _literally(value)))


def _literally(value: Value) -> Value:
    return Value(value.type, value.content)


def _other(value: Value) -> str:
    """A default that is not used: the same, as long as it is no mere text or number."""
    if isinstance(value.content, bool):
        return json.dumps(not value.content)
    if isinstance(value.content, int):
        return "1"
    return _constant(_literally(value))
