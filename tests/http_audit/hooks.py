"""How schemathesis asks this gateway: values of our scalars, and what it checks of each answer."""
from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import strategies as st
from schemathesis.graphql import nodes

from gql.schema.errors import Code

FAULTS_OF_CLIENTS = set(Code) - {Code.INTERNAL}

MOMENTS = ("2024-05-17T09:30:00Z", "1970-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "2024-02-30T00:00:00Z", "")
NUMBERS = ("0", "-1", "4294967296", "9223372036854775807", "9223372036854775808", "1e3", "")

schemathesis.graphql.scalar("DateTime", st.sampled_from(MOMENTS).map(nodes.String))
schemathesis.graphql.scalar("BigInt", st.sampled_from(NUMBERS).map(nodes.String))
schemathesis.graphql.scalar("JSON", st.text().map(nodes.String) | st.integers().map(nodes.Int))


@schemathesis.check
def no_fault_of_the_server(
    _: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case[Any],
) -> None:
    """An answer, whose errors are all about what the client made up.

    The check of schemathesis's own takes every error of a field for the server's fault.
    """
    assert response.status_code in (200, Code.UNAUTHENTICATED.status), response.text  # made-up passwords are wrong
    content = response.json()
    assert "data" in content or content["errors"], response.text
    for error in content.get("errors", ()):
        assert error["extensions"]["code"] in FAULTS_OF_CLIENTS, error
