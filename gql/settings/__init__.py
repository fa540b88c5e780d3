"""The settings of the gateway: their table, and where their values come from."""
from gql.settings.sources import load
from gql.settings.table import Settings

__all__ = ["Settings", "load"]
