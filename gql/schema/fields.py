"""Strawberry's fields, built quickly: thousands of them share a few hundred annotations."""
from __future__ import annotations

from functools import cache
from typing import Any

from strawberry.annotation import StrawberryAnnotation
from strawberry.types.base import StrawberryObjectDefinition
from strawberry.types.field import StrawberryField

_NAMESPACE: dict[str, Any] = {}
"""Annotations name no names, as they are made of classes; without a namespace Strawberry evaluates them anew."""


class SharedField(StrawberryField):
    """A field without a resolver whose annotation is evaluated once for all fields that share it.

    Strawberry by itself evaluates the annotation of each field several times, which made up half of the build.
    """

    def resolve_type(self, *, type_definition: StrawberryObjectDefinition | None = None) -> Any:
        """The type, which is never generic."""
        if self.type_annotation is None:
            return super().resolve_type(type_definition=type_definition)
        return self.type_annotation.resolve()

    def _set_type(self, annotation: Any) -> None:
        self.type_annotation = None if annotation is None else _shared(annotation)

    type = property(lambda self: self.resolve_type(), _set_type)


@cache
def _shared(annotation: Any) -> StrawberryAnnotation:
    return StrawberryAnnotation(annotation, namespace=_NAMESPACE)


def forget() -> None:
    """Let go of the classes of a schema that was built."""
    _shared.cache_clear()


def value(name: str, description: str | None, default: object) -> Any:
    """A field of an object, or of an input; one that has to be given has dataclasses.MISSING as default."""
    return SharedField(graphql_name=name, description=description, default=default)
