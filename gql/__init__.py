"""The GraphQL door and the gateway around all doors."""
