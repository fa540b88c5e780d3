"""The figures of the /graphql door, beside hand-written SQL behind a route, its own other road, and other servers."""
