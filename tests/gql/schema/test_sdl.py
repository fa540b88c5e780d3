"""The schema as its readers see it."""
from __future__ import annotations

from pathlib import Path

from graphql import GraphQLInterfaceType, GraphQLObjectType, GraphQLSchema, build_schema, validate_schema

from gql.schema.quirks import Schema
from models.builtin import BUILTIN_TYPES

COMMITTED = Path(__file__).parents[3] / "schema.graphql"


def types(sdl: GraphQLSchema) -> list[GraphQLObjectType | GraphQLInterfaceType]:
    return [t for t in sdl.type_map.values()
            if isinstance(t, GraphQLObjectType | GraphQLInterfaceType) and not t.name.startswith("__")]


def test_the_committed_schema_is_current(schema: Schema) -> None:
    assert COMMITTED.read_text() == schema.as_str() + "\n", "run: edgewise schema > schema.graphql"


def test_the_committed_schema_is_valid() -> None:
    assert validate_schema(build_schema(COMMITTED.read_text())) == []


def test_every_type_and_field_is_described(schema: Schema) -> None:
    for type_ in types(build_schema(schema.as_str())):
        assert type_.description, type_.name
        for name, field in type_.fields.items():
            assert field.description, f"{type_.name}.{name}"


def test_every_type_of_the_catalogue_is_an_object_with_a_list(schema: Schema) -> None:
    sdl = build_schema(schema.as_str())
    objects = [t for t in types(sdl) if isinstance(t, GraphQLObjectType) and t.interfaces]
    assert len(objects) == len(BUILTIN_TYPES)
    assert all([i.name for i in t.interfaces] == ["Object", "Node"] for t in objects)
    assert sdl.query_type
    listed = {str(field.type) for field in sdl.query_type.fields.values()}
    assert {f"{t.name}Connection!" for t in objects} <= listed


def test_secrets_are_not_in_the_schema(schema: Schema) -> None:
    secrets = [field.name for type_ in BUILTIN_TYPES for field in type_.fields if field.secret]
    assert secrets
    account = build_schema(schema.as_str()).type_map["Account"]
    assert isinstance(account, GraphQLObjectType)
    assert "email" in account.fields
    assert not {"pass", "password", "passwordHash", "passcode"} & set(account.fields)


def test_what_an_object_is_about_comes_before_what_every_object_has(schema: Schema) -> None:
    nick = build_schema(schema.as_str()).type_map["Nick"]
    assert isinstance(nick, GraphQLObjectType)
    names = list(nick.fields)
    assert names[:2] == ["id", "nick"]
    assert names[-1] == "operNotes"
