"""The GraphQL schema, generated from a catalogue, and what its resolvers read through."""
from gql.schema.build import build_schema
from gql.schema.loading import Reader
from gql.schema.quirks import Schema

__all__ = ["Reader", "Schema", "build_schema"]
