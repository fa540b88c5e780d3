"""A schema to measure documents against."""
from __future__ import annotations

import pytest

from gql.schema.build import build_schema
from gql.schema.quirks import Schema
from models.builtin import BUILTIN_TYPES
from models.catalogue import Catalogue


@pytest.fixture(scope="session")
def schema() -> Schema:
    """The schema of the built-in types."""
    return build_schema(Catalogue(BUILTIN_TYPES))
