"""The GraphQL schema, generated from a catalogue, and what its resolvers read through."""
from gql.schema.build import build_schema
from gql.schema.loading import Reader

__all__ = ["Reader", "build_schema"]
