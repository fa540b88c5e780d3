"""How each engine writes JSON."""
from __future__ import annotations

from collections.abc import Mapping

from gql.compiler.dialects.dialect import Dialect
from gql.compiler.dialects.mariadb import Mariadb
from gql.compiler.dialects.postgresql import Postgresql
from gql.compiler.dialects.sqlite import Sqlite

DIALECTS: Mapping[str, Dialect] = {"sqlite": Sqlite(), "postgresql": Postgresql(), "mysql": Mariadb()}
"""By engine."""
