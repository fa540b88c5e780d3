"""`edgewise explain`: how a query is answered."""
from __future__ import annotations

import asyncio
import json
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

from gql.commands.lines import show
from gql.compiler.compiler import Compiled, Compiler
from gql.compiler.errors import RequestError, Unplannable
from gql.compiler.explanation import Explanation
from gql.errors import UnexplainableQuery
from gql.opening import open_existing
from gql.schema.build import build_schema
from gql.schema.preparing import valid
from gql.settings import Settings
from models.errors import StoreError
from models.network import Network
from models.principal import LOCAL_ADMIN
from models.rules import FULL


def run(settings: Settings, *, query: str, variables: str, operation_name: str | None) -> int:
    """Print the explanation of a query; return the exit status. Raises models.errors.SetupError."""
    document, values = _read(query), _variables(variables)
    with closing(open_existing(settings)) as network:
        found = asyncio.run(_explained(network, settings, document, values, operation_name))
    show(found.lines)
    return 0


async def _explained(
    network: Network, settings: Settings, text: str, variables: dict[str, Any], name: str | None,
) -> Explanation:
    schema = build_schema(network.catalogue, settings.xmpp.account_host)
    try:
        document = valid(schema, text, name)
        compiler = Compiler(schema.core, network, account_host=schema.account_host)
        compiled = Compiled(schema.core, document, name)
        return await compiler.explain(compiled, variables, FULL, LOCAL_ADMIN)
    except Unplannable as error:
        return Explanation(fallback=str(error))
    except (RequestError, StoreError) as error:
        raise UnexplainableQuery(f"the query cannot be answered: {error}") from None


def _read(source: str) -> str:
    try:
        return sys.stdin.read() if source == "-" else Path(source).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UnexplainableQuery(f"cannot read {source}: {error}; give a file with a GraphQL document, or -") from None


def _variables(text: str) -> dict[str, Any]:
    try:
        found = json.loads(text)
    except json.JSONDecodeError as error:
        raise UnexplainableQuery(f"--variables is no JSON: {error}") from None
    if not isinstance(found, dict):
        raise UnexplainableQuery('--variables has to be an object, such as {"name": "#tea"}')
    return found
