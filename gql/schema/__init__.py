"""The GraphQL schema, generated from a catalogue, and what its resolvers read through."""
