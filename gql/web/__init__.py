"""The /graphql door: GraphQL over HTTP, and GraphiQL for browsers."""
