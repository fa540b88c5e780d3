"""The catalogue: what it refuses, and what it says about types."""
from __future__ import annotations

import dataclasses

import pytest

from models.catalogue import Catalogue, Field, Kind, ObjectID, ObjectType, enum, flag, number, reference, string, time
from models.errors import CatalogueError, UnknownField, UnknownType

PERSON = ObjectType("person", "test", "A person.", key=("name",), fields=(
    string("name", "The name."),
    reference("boss", "person", "The superior."),
))
BADGE = ObjectType("badge", "test", "A badge.", fields=(
    reference("holder", "person", "Who wears it.", depends=True),
    reference("giver", "person", "Who gave it."),
))
NOTE = ObjectType("note", "test", "A note.", fields=(reference("about", None, "What it is about.", depends=True),))


@pytest.fixture
def catalogue() -> Catalogue:
    return Catalogue((PERSON, BADGE, NOTE))


def referrers(catalogue: Catalogue, name: str) -> list[str]:
    return [f"{r.type.name}.{r.field.name}" for r in catalogue.referrers(name)]


def test_types_keep_their_order(catalogue: Catalogue) -> None:
    assert [t.name for t in catalogue] == ["person", "badge", "note"]


def test_type_is_found_by_name(catalogue: Catalogue) -> None:
    assert catalogue["badge"] is BADGE
    assert "badge" in catalogue
    assert "medal" not in catalogue


def test_unknown_type_is_an_error(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownType, match="'medal'"):
        catalogue["medal"]
    with pytest.raises(UnknownType, match="'medal'"):
        catalogue.referrers("medal")


def test_field_is_found_by_name() -> None:
    assert PERSON.field("name") is PERSON.fields[0]


def test_unknown_field_is_an_error() -> None:
    with pytest.raises(UnknownField, match="person has no field 'age'"):
        PERSON.field("age")


def test_referrers_are_all_fields_that_may_point_at_a_type(catalogue: Catalogue) -> None:
    assert referrers(catalogue, "person") == ["person.boss", "badge.holder", "badge.giver", "note.about"]


def test_reference_to_any_type_refers_to_every_type(catalogue: Catalogue) -> None:
    assert referrers(catalogue, "badge") == ["note.about"]
    assert referrers(catalogue, "note") == ["note.about"]


def test_referrer_knows_what_a_delete_does(catalogue: Catalogue) -> None:
    assert [r.reference.depends for r in catalogue.referrers("person")] == [False, True, False, True]


def test_references_of_a_type_are_in_field_order() -> None:
    assert [field.name for field, _ in BADGE.references] == ["holder", "giver"]


def test_two_types_of_one_name_are_refused() -> None:
    with pytest.raises(CatalogueError, match="two types are called badge"):
        Catalogue((PERSON, BADGE, BADGE))


def test_reference_to_a_missing_type_is_refused() -> None:
    with pytest.raises(CatalogueError, match=r"badge\.holder refers to person, which is no type"):
        Catalogue((BADGE,))


@pytest.mark.parametrize("names", [("name", "name"), ("id",)], ids=["twice", "id"])
def test_two_fields_of_one_name_are_refused(names: tuple[str, ...]) -> None:
    with pytest.raises(CatalogueError, match="type person: two fields have one name"):
        ObjectType("person", "test", "A person.", fields=tuple(string(name, "Text.") for name in names))


def test_key_that_is_no_field_is_refused() -> None:
    with pytest.raises(CatalogueError, match="type person: its key names age"):
        ObjectType("person", "test", "A person.", fields=(string("name", "The name."),), key=("name", "age"))


@pytest.mark.parametrize(("field", "default"), [
    (string("f", ""), ""), (enum("f", "", A=0), ""), (reference("f", None, ""), ""),
    (flag("f", ""), "0"), (time("f", ""), "0"), (number("f", Kind.UINT32, ""), "0"),
], ids=lambda value: value.kind.value if isinstance(value, Field) else "")
def test_default_is_zero_or_nothing(field: Field, default: str) -> None:
    assert field.default == default


def test_object_id_prints_as_reference() -> None:
    assert str(ObjectID("account", 8)) == "account:8"


def test_fingerprint_stays_while_nothing_changes(catalogue: Catalogue) -> None:
    assert catalogue.fingerprint == Catalogue((PERSON, BADGE, NOTE)).fingerprint


@pytest.mark.parametrize("changed", [
    dataclasses.replace(NOTE, description="Another note."),
    dataclasses.replace(NOTE, discovered=True),
    dataclasses.replace(NOTE, fields=(reference("about", None, "What it is about."),)),
    dataclasses.replace(NOTE, fields=(*NOTE.fields, string("text", "What it says."))),
], ids=["description", "discovered", "depends", "field"])
def test_fingerprint_changes_with_any_fact(catalogue: Catalogue, changed: ObjectType) -> None:
    assert catalogue.fingerprint != Catalogue((PERSON, BADGE, changed)).fingerprint


def test_fingerprint_changes_with_the_order(catalogue: Catalogue) -> None:
    assert catalogue.fingerprint != Catalogue((BADGE, PERSON, NOTE)).fingerprint
