"""Which fields lead back to an object."""
from __future__ import annotations

from models.catalogue import Catalogue, Referrer


def back_to(catalogue: Catalogue, type_name: str) -> tuple[Referrer, ...]:
    """The fields that may refer to objects of a type, secret ones left out: there is no way back along those."""
    return tuple(referrer for referrer in catalogue.referrers(type_name) if not referrer.field.secret)


def back_to_any(catalogue: Catalogue) -> tuple[Referrer, ...]:
    """The fields that refer to objects of any type: every object has the ways back along them."""
    return tuple(Referrer(type_, field, reference) for type_ in catalogue
                 for field, reference in type_.references if reference.target is None and not field.secret)
