"""Values of variables and arguments in their types: only the plain cases, all others are the reference executor's."""
from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from graphql import (
    GraphQLEnumType,
    GraphQLError,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    GraphQLScalarType,
    GraphQLSchema,
    Undefined,
    get_named_type,
    type_from_ast,
)

from gql.compiler.document import Definition, Given, Variable
from gql.compiler.errors import BadInput

Variables = Mapping[str, Any]
Coerce = Callable[[Any], Any]
"""From a JSON value, or a literal, to a plain value of a type; raises BadInput for whatever it does not know."""

Read = Callable[[Variables], Any]
"""From the variables of a request to the value of an argument."""

MISSING: Any = object()
"""What a variable is that was not given and has no default."""


def present(value: Any) -> Any:
    """A value, None where it is MISSING."""
    return None if value is MISSING else value


def _unfit(value: object) -> Any:
    raise BadInput(f"a {type(value).__name__} does not fit here")


def _text(value: object) -> str:
    return value if type(value) is str else _unfit(value)


def _id(value: object) -> str:
    return value if type(value) is str else str(value) if type(value) is int else _unfit(value)


def _int(value: object) -> int:
    return value if type(value) is int and -(2**31) <= value < 2**31 else _unfit(value)


def _flag(value: object) -> bool:
    return value if type(value) is bool else _unfit(value)


SCALARS: Mapping[str, Coerce] = {"String": _text, "ID": _id, "Int": _int, "Boolean": _flag}
"""GraphQL's own scalars, but Float, which no argument has; the schema's others parse their values themselves."""

KNOW_NULL = frozenset(SCALARS.values())
"""What takes null for unfit by itself."""


def coercer(type_: GraphQLInputType) -> Coerce:
    """How a value of a type is read; enum values become their names, input objects plain mappings."""
    if isinstance(type_, GraphQLNonNull):
        coerce = _present(type_.of_type)
        return coerce if coerce in KNOW_NULL else _required(coerce)
    return _nullable(_present(type_))


def _present(type_: Any) -> Coerce:
    if isinstance(type_, GraphQLList):
        return _list(coercer(type_.of_type), of_texts=get_named_type(type_).name in ("ID", "String"))
    if isinstance(type_, GraphQLInputObjectType):
        return _object(type_)
    if isinstance(type_, GraphQLEnumType):
        return lambda value: value if type(value) is str and value in type_.values else _unfit(value)
    return SCALARS.get(type_.name) or _own(type_)


def _own(type_: GraphQLScalarType) -> Coerce:
    def coerce(value: Any) -> Any:
        try:
            return type_.parse_value(value)
        except GraphQLError as error:
            raise BadInput(error.message) from None

    return coerce


def _required(coerce: Coerce) -> Coerce:
    return lambda value: _unfit(value) if value is None else coerce(value)


def _nullable(coerce: Coerce) -> Coerce:
    return lambda value: None if value is None else coerce(value)


def _list(coerce: Coerce, *, of_texts: bool) -> Coerce:
    def read(value: Any) -> list[Any]:
        if not isinstance(value, list):
            return [coerce(value)]
        if of_texts and set(map(type, value)) == _TEXTS:  # long lists of ids are common, and this is quick
            return value
        return [coerce(each) for each in value]

    return read


_TEXTS = {str}


def _object(type_: GraphQLInputObjectType) -> Coerce:
    """Its fields are read when one is met first: inputs refer to each other in rings."""
    coercers: dict[str, Coerce] = {}

    def coerce(value: Any) -> dict[str, Any]:
        if not isinstance(value, dict):
            return _unfit(value)  # type: ignore[no-any-return]  # it raises
        for name in value:
            if name not in coercers:
                field = type_.fields.get(name) or _unfit(value)
                coercers[name] = coercer(field.type)
        found = {name: coercers[name](each) for name, each in value.items()}
        _check_whole(type_, found)
        return found

    return coerce


def _check_whole(type_: GraphQLInputObjectType, given: Mapping[str, Any]) -> None:
    if _is_one_of(type_) and (len(given) != 1 or None in given.values()):
        _unfit(given)
    if not _required_names(type_).issubset(given):
        _unfit(given)


@cache
def _is_one_of(type_: GraphQLInputObjectType) -> bool:
    """Whether exactly one field has to be given: Strawberry keeps that to itself, graphql-core is not told."""
    return type_.is_one_of or getattr(type_.extensions.get("strawberry-definition"), "is_one_of", False)


@cache
def _required_names(type_: GraphQLInputObjectType) -> frozenset[str]:
    return frozenset(name for name, field in type_.fields.items() if isinstance(field.type, GraphQLNonNull))


def variables_reader(schema: GraphQLSchema, definitions: tuple[Definition, ...]) -> Callable[[Variables], Variables]:
    """How the variables of a request are read. Raises BadInput for whatever is not plain."""
    readers: list[tuple[str, Coerce, Any]] = []
    for each in definitions:
        coerce = coercer(type_from_ast(schema, each.type) or _unfit(each.name))  # type: ignore[arg-type]  # all fit
        readers.append((each.name, coerce, ... if each.default is ... else coerce(each.default)))
    required = [each.name for each in definitions if each.default is ... and _is_required(schema, each)]

    def read(given: Variables) -> Variables:
        for name in required:
            if name not in given:
                _unfit(name)
        return {name: coerce(given[name]) if name in given else default
                for name, coerce, default in readers if name in given or default is not ...}

    return read


def _is_required(schema: GraphQLSchema, definition: Definition) -> bool:
    return isinstance(type_from_ast(schema, definition.type), GraphQLNonNull)


def reader(type_: Any, given: Given, default: Any = Undefined) -> tuple[Read, bool]:
    """How an argument or a part of one is read, and whether it depends on variables."""
    if isinstance(given, Variable):
        return _variable(type_, given.name, default), True
    if not has_variables(given):
        value = coercer(type_)(given)
        return (lambda _: value), False
    inner = type_.of_type if isinstance(type_, GraphQLNonNull) else type_
    if isinstance(inner, GraphQLList):  # what is no list stands for a list of one
        return _items(inner, given if isinstance(given, list) else [given]), True
    assert isinstance(given, dict)  # noqa: S101 - the document is valid
    return Parts(inner, given), True


def has_variables(given: Given) -> bool:
    """Whether a value depends on variables."""
    if isinstance(given, dict):
        return any(map(has_variables, given.values()))
    return any(map(has_variables, given)) if isinstance(given, list) else isinstance(given, Variable)


def _variable(type_: Any, name: str, default: Any) -> Read:
    is_required = isinstance(type_, GraphQLNonNull)
    otherwise = MISSING if default is Undefined else default

    def read(variables: Variables) -> Any:
        value = variables.get(name, otherwise)
        return _unfit(value) if is_required and (value is None or value is MISSING) else value

    return read


class Parts:
    """How an input object is read whose parts depend on variables.

    `readers` are its parts by name. `is_free`: each of them may be left out, as it is where a variable is MISSING.
    """

    def __init__(self, type_: GraphQLInputObjectType, given: Mapping[str, Any]) -> None:
        self._type = type_
        self.readers = tuple([(name, reader(type_.fields[name].type, each)[0]) for name, each in given.items()])
        self.is_free = not _is_one_of(type_) and not _required_names(type_)

    def __call__(self, variables: Variables) -> dict[str, Any]:
        """The input object. Raises BadInput for one that is not whole."""
        found = {name: value for name, each in self.readers if (value := each(variables)) is not MISSING}
        _check_whole(self._type, found)
        return found


def _items(type_: GraphQLList[Any], given: Any) -> Read:
    readers = [reader(type_.of_type, each)[0] for each in given]

    def read(variables: Variables) -> list[Any]:
        return [None if value is MISSING else value for value in (each(variables) for each in readers)]

    return read
