"""Bytes on the wire of the legacy doors."""
