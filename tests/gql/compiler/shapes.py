"""What the generator has to know of a schema, read from the schema itself."""
from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLNamedType,
    GraphQLObjectType,
    GraphQLSchema,
    get_named_type,
    graphql_sync,
    is_input_object_type,
    is_interface_type,
    is_leaf_type,
    is_object_type,
    is_required_argument,
)

Output = GraphQLNamedType


class Shapes:
    """The types of one schema and how they belong together."""

    def __init__(self, schema: GraphQLSchema) -> None:
        self.schema = schema
        query = schema.query_type
        assert query
        self.query: GraphQLObjectType = query

    @cached_property
    def lists(self) -> Mapping[str, tuple[str, GraphQLField]]:
        """For each type of objects the field of Query that lists them, and its name."""
        found = {}
        for name, field in self.query.fields.items():
            if node := self.node_of(get_named_type(field.type)):
                found[node.name] = (name, field)
        return found

    @cached_property
    def owners(self) -> Mapping[str, GraphQLObjectType]:
        """For each input that filters or orders objects the type of these objects."""
        found: dict[str, GraphQLObjectType] = {}
        for _, field in self.lists.values():
            node = self.node_of(get_named_type(field.type))
            for argument in field.args.values():
                if node and is_input_object_type(named := get_named_type(argument.type)):
                    found[named.name] = node
        return found

    @cached_property
    def one_ofs(self) -> frozenset[str]:
        """The inputs of which exactly one field is given; Strawberry says so in introspection alone."""
        found = graphql_sync(self.schema, "{ __schema { types { name isOneOf } } }").data
        assert found
        return frozenset(type_["name"] for type_ in found["__schema"]["types"] if type_["isOneOf"])

    def node_of(self, type_: GraphQLNamedType) -> GraphQLObjectType | None:
        """The type of the nodes of a connection; None for other types."""
        nodes = type_.fields.get("nodes") if isinstance(type_, GraphQLObjectType) else None
        named = get_named_type(nodes.type) if nodes else None
        return named if isinstance(named, GraphQLObjectType) else None

    def is_stored(self, type_: GraphQLNamedType) -> bool:
        """Whether a type is one of objects with an id, or an interface of them."""
        return is_interface_type(type_) or (
            isinstance(type_, GraphQLObjectType) and any(one.name == "Node" for one in type_.interfaces))

    def is_view(self, type_: GraphQLNamedType) -> bool:
        """Whether a type is neither one of objects with an id nor a part of a list of those: what stores mean."""
        if not isinstance(type_, GraphQLObjectType) or self.is_stored(type_) or type_.name in self._parts:
            return False
        node = self.node_of(type_)
        return node is None or not self.is_stored(node)

    @cached_property
    def _parts(self) -> frozenset[str]:
        """The types that connections consist of."""
        lists = [get_named_type(field.type) for _, field in self.lists.values()]
        return frozenset(get_named_type(part.type).name
                         for one in lists if isinstance(one, GraphQLObjectType) for part in one.fields.values())

    def fields(self, type_: GraphQLNamedType) -> Mapping[str, GraphQLField]:
        """The fields of a type; of a connection those of its nodes."""
        node = self.node_of(type_) or type_
        return node.fields if isinstance(node, GraphQLObjectType | GraphQLInterfaceType) else {}

    def objects(self, type_: GraphQLNamedType) -> list[GraphQLObjectType]:
        """The types of objects that may stand where a type is named."""
        if isinstance(type_, GraphQLObjectType):
            return [type_]
        return [one for one in self.schema.type_map.values() if is_object_type(one)
                and any(interface.name == type_.name for interface in one.interfaces)]


def is_plain(field: GraphQLField) -> bool:
    """Whether a field is a value that needs no argument."""
    return is_leaf_type(get_named_type(field.type)) and needs_nothing(field)


def needs_nothing(field: GraphQLField) -> bool:
    """Whether a field can be asked for without arguments."""
    return not any(map(is_required_argument, field.args.values()))
