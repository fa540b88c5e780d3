"""How Strawberry wants to be told what was decided from the catalogue: all knowledge of its workings is here."""
from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import MISSING, dataclass
from enum import Enum
from inspect import Parameter, Signature
from types import GenericAlias, new_class
from typing import Annotated, Any, cast

import strawberry
from graphql import (
    DocumentNode,
    FieldNode,
    FragmentSpreadNode,
    GraphQLError,
    GraphQLResolveInfo,
    GraphQLSchema,
    InlineFragmentNode,
    NoSchemaIntrospectionCustomRule,
    SelectionNode,
)
from strawberry.extensions import SchemaExtension
from strawberry.schema.config import StrawberryConfig
from strawberry.types.base import has_object_definition
from strawberry.types.execution import ExecutionContext, ExecutionResult

from gql.schema import fields
from gql.schema.validation import Validator
from gql.schema.validation_rules import RULES

Resolve = Callable[..., Awaitable[Any]]
"""From the source object, the request's Reader and the arguments in their order to a value.

Behind the arguments stands, for each field that the resolver watches, whether the client asks for it.
"""


@dataclass(frozen=True)
class Argument:
    """An argument of a field; without a default it is null when it is not given."""

    name: str
    annotation: Any
    description: str | None
    default: Any = strawberry.UNSET


@dataclass(frozen=True)
class InputField:
    """A field of an input type; if it can be null and has no default, it can be left out."""

    name: str
    annotation: Any
    description: str | None = None
    default: Any = strawberry.UNSET


class Schema(strawberry.Schema):
    """A schema whose documents its caller parses, validates and logs the errors of.

    Strawberry would parse without limits, suggest names to everybody and log users' typing errors with tracebacks.
    """

    def __init__(
        self, query: type, mutation: type, types: Iterable[type], config: StrawberryConfig, account_host: str,
    ) -> None:
        """`account_host` is the XMPP host whose users are accounts, empty if there is none."""
        self.account_host = account_host
        super().__init__(query, mutation, types=types, config=config, extensions=[_Prepared])
        fields.forget()
        self._open = Validator(self._schema, RULES, suggests=True)
        self._hidden = Validator(self._schema, (*RULES, NoSchemaIntrospectionCustomRule), suggests=False)

    @property
    def core(self) -> GraphQLSchema:
        """The schema as graphql-core knows it."""
        return self._schema

    def faults(self, document: DocumentNode, *, introspects: bool) -> list[GraphQLError]:
        """What is not valid in a document, up to a few faults.

        Without `introspects` it may not ask about the schema, and nothing is suggested.
        """
        return (self._open if introspects else self._hidden).faults(document)

    async def run(
        self, document: DocumentNode, name: str | None, variables: dict[str, Any], context: object,
    ) -> ExecutionResult:
        """The result of an operation of a document without faults."""
        return await self.execute(
            "", variables, context, operation_name=name, operation_extensions={_DOCUMENT: document})

    def process_errors(self, errors: list[GraphQLError], execution_context: ExecutionContext | None = None) -> None:
        """Do nothing."""


_DOCUMENT = "document"


class _Prepared(SchemaExtension):
    """Hands Strawberry the document that was parsed and validated before, so that it does neither."""

    def on_operation(self) -> Iterator[None]:
        """Say what the parser and validation would have said: this is the document, and it has no errors."""
        context = self.execution_context
        context.graphql_document = (context.operation_extensions or {})[_DOCUMENT]
        context.pre_execution_errors = []
        yield


def shell(name: str, base: type = object) -> type:
    """A class that others can name in their annotations before it has fields."""
    made = new_class(name, (base,))
    made.__annotations__ = {}
    return made


def optional(annotation: Any) -> Any:
    """The annotation of a field that can be null."""
    return annotation | None


def list_of(shell_: type) -> Any:
    """The annotation of a list of objects."""
    return GenericAlias(list, (shell_,))


def attribute(name: str) -> str:
    """The Python name of a field or argument: no keyword, whatever its GraphQL name is."""
    return f"{name}_"


def add_value(shell_: type, name: str, annotation: Any, description: str, python_name: str | None = None) -> None:
    """Give a shell a field that the schema's default resolver reads, by default under the name's attribute."""
    _add(shell_, python_name or attribute(name), annotation, fields.value(name, description, MISSING))


def add_field(
    shell_: type, name: str, annotation: Any, description: str, resolve: Resolve, arguments: Sequence[Argument] = (),
    watched: Sequence[str] = (),
) -> None:
    """Give a shell a field with a resolver and arguments; `watched` are fields of what it leads to."""
    resolver = _resolver(resolve, arguments, watched)
    _add(shell_, attribute(name), annotation, strawberry.field(resolver=resolver, name=name, description=description))


def add_input(shell_: type, name: str, annotation: Any, description: str | None = None) -> None:
    """Give a shell that becomes an input a field that need not be given."""
    _add(shell_, attribute(name), annotation | None, fields.value(name, description, strawberry.UNSET))


def _add(shell_: type, python_name: str, annotation: Any, field: Any) -> None:
    setattr(shell_, python_name, field)
    shell_.__annotations__[python_name] = annotation


def _resolver(resolve: Resolve, arguments: Sequence[Argument], watched: Sequence[str]) -> Any:
    """Strawberry learns the arguments from the signature, which it lets a function say itself.

    It leaves out arguments that were not given and have no default.
    """
    names = [attribute(argument.name) for argument in arguments]

    async def resolver(root: Any, info: strawberry.Info, **values: Any) -> Any:
        asked = _asked(info._raw_info) if watched else ()
        return await resolve(root, info.context, *map(values.get, names), *(name in asked for name in watched))

    resolver.__signature__ = Signature([_ROOT, _INFO, *map(_parameter, arguments)])  # type: ignore[attr-defined]  # set
    return resolver


def _asked(info: GraphQLResolveInfo[Any]) -> set[str]:
    """The names of the fields that a query asks for below one; such as may yet be skipped count too."""
    found: set[str] = set()
    for node in info.field_nodes:
        found.update(_names(info, node.selection_set.selections if node.selection_set else ()))
    return found


def _names(info: GraphQLResolveInfo[Any], selections: Iterable[SelectionNode]) -> Iterator[str]:
    for node in selections:
        if isinstance(node, FieldNode):
            yield node.name.value
        elif isinstance(node, InlineFragmentNode):
            yield from _names(info, node.selection_set.selections)
        elif isinstance(node, FragmentSpreadNode):
            yield from _names(info, info.fragments[node.name.value].selection_set.selections)


# strawberry passes these two by name, the source as `root`
_ROOT = Parameter("root", Parameter.KEYWORD_ONLY, annotation=Any)
_INFO = Parameter("info", Parameter.KEYWORD_ONLY, annotation=strawberry.Info)


def _parameter(argument: Argument) -> Parameter:
    described = strawberry.argument(name=argument.name, description=argument.description)
    return Parameter(attribute(argument.name), Parameter.KEYWORD_ONLY,
                     annotation=Annotated[argument.annotation, described], default=argument.default)


def freeze_interface(shell_: type, name: str, description: str, name_of: Callable[[Any], str]) -> None:
    """Make a shell an interface; `name_of` says which type an object behind it has."""
    shell_.resolve_type = staticmethod(lambda source, *_: name_of(source))  # type: ignore[attr-defined]  # Strawberry's
    strawberry.interface(shell_, name=name, description=description)


def freeze_type(shell_: type, name: str, description: str) -> None:
    """Make a shell an object type. Its sources are no instances of it: whoever resolves an edge knows the type."""
    shell_.is_type_of = staticmethod(lambda *_: True)  # type: ignore[attr-defined]  # Strawberry's
    own = {attribute("id"), *shell_.__annotations__}
    made: Any = strawberry.type(shell_, name=name, description=description)
    # strawberry puts what is inherited before what a type is about; a stable sort puts it behind
    made.__strawberry_definition__.fields.sort(key=lambda field: field.python_name not in own)


def freeze_input(shell_: type, name: str, description: str, *, one_of: bool = False) -> None:
    """Make a shell an input type; `one_of`: exactly one of its fields has to be given."""
    strawberry.input(shell_, name=name, description=description, one_of=one_of or None)


def described_enum(members: type[Enum], description: str) -> type[Enum]:
    """An enum type with the names of some members, which are described by their values."""
    make: Any = Enum
    values = {one.name: strawberry.enum_value(one.name, description=one.value) for one in members}
    name = members.__name__
    return cast(type[Enum], strawberry.enum(make(name, values), name=name, description=description))


def enum(name: str, values: Mapping[str, str], description: str) -> type[Enum]:
    """An enum type: the names of its values, and what each is stored as."""
    make: Any = Enum  # mypy wants enums to be written down
    members = {one: strawberry.enum_value(value, description=f"Stored as {value}.") for one, value in values.items()}
    return cast(type[Enum], strawberry.enum(make(name, members), name=name, description=description))


def input_type(name: str, description: str, parts: Sequence[InputField], *, one_of: bool = False) -> type:
    """An input type; with `one_of` exactly one of its fields has to be given. See `given`."""
    made = new_class(name)
    made.__annotations__ = {attribute(part.name): part.annotation for part in parts}
    for part in parts:
        setattr(made, attribute(part.name), fields.value(part.name, part.description, part.default))
    strawberry.input(made, name=name, description=description, one_of=one_of or None)
    return made


def given(source: object) -> dict[str, Any]:
    """The fields that a client gave in an input object, by their GraphQL names; and those with defaults."""
    return {name.removesuffix("_"): value for name, value in vars(source).items() if value is not strawberry.UNSET}


def plain(value: Any) -> Any:
    """What a client gave, without Strawberry's classes: inputs as mappings, enum values as their names."""
    if isinstance(value, list):
        return [plain(one) for one in value]
    if isinstance(value, Enum):
        return value.name
    return {name: plain(one) for name, one in given(value).items()} if has_object_definition(value) else value
