"""From a catalogue to a schema: names first, then shells, then fields, then Strawberry's types."""
from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from strawberry.schema.config import StrawberryConfig

from gql.naming import Names
from gql.schema.mutation import build_mutation
from gql.schema.objects import Objects
from gql.schema.query import build_query
from gql.schema.quirks import Schema
from gql.schema.scalars import SCALARS
from gql.schema.viewer import build_viewer
from models.catalogue import Catalogue


def build_schema(catalogue: Catalogue, account_host: str = "") -> Schema:
    """The schema over all types of a catalogue; executing it takes a loading.Reader as context.

    `account_host` is the XMPP host whose users are the accounts of the same name, empty if there is none.
    Raises CatalogueError where two names would be the same.
    """
    with _without_collections():
        objects = Objects(catalogue, Names(catalogue), account_host)
        viewer = build_viewer(objects)
        config = StrawberryConfig(auto_camel_case=False, default_resolver=objects.read, scalar_map=SCALARS)
        return Schema(
            build_query(objects, viewer), build_mutation(objects, viewer), objects.types.values(), config, account_host)


@contextmanager
def _without_collections() -> Iterator[None]:
    """Look for no garbage: a build makes hundreds of thousands of objects and drops few; that took a fifth of it."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
