"""What the schema says about itself beyond the catalogue's own descriptions."""
from __future__ import annotations

from collections.abc import Mapping

from models.catalogue import Field, ObjectType, Referrer

ID = "The type and the number of the object, such as `account:10`. A number is never given again."
NODE = "Whatever has an id that `node` takes."
OBJECT = "An object of the network. Some references take objects of any type; their ways back are here."
QUERY = (
    "Where all queries begin: any object by its `id`, one object of a type, or all objects of a type. Lists are pages "
    "of 50 objects, or as many as `first` says, up to 1000; the next page is behind the `endCursor` that `after` "
    "takes. `last` and `before` go the other way. `where` says which objects, `orderBy` in which order; by default "
    "that is the order of ids."
)
NODE_FIELD = "The object with an id, null if there is none."
NODE_ID = "What an object has as its `id`."
NODES_FIELD = "The objects with some ids, in their order, up to 1000; null where there is none."
NODES_IDS = "What objects have as their `id`."
TYPES = "All types of objects: what a frontend needs to draw the model."
REFS = (
    "The objects of a type that refer to this one through any of their fields, each once, in the order of ids: up to "
    "`first`, which is at most 1000, with ids behind `after`."
)
TYPE_NAME = "The types of objects."
CURSOR = "Marks the place of the object in this list; `after` and `before` take it, even when the object is gone."
TOTAL = "How many objects the whole list has."
OBJECT_WHERE = "What an object of any type is. Give one field: the type, and what holds for it."
OBJECT_ORDER_BY = "By what to order where a reference leads to objects of any type. Give one field: the type."
DIRECTION = "Up or down. Of texts the first 191 characters count."
VIEWER = "Who asks."
VIEWER_ROLE = "What somebody who asks is."
VIEWER_NAME = (
    "A JID, the display of an account, `token:` and the name of a token, or `local` for a program of a trusted "
    "network; empty for nobody in particular."
)
VIEWER_ACCOUNT = "The account of the viewer on the IRC services, null if there is none."
VIEWER_USER = "The XMPP user that the viewer is, null if there is none."
LOGIN = (
    "Begin a session. Its token is what a frontend sends from then on, as `Authorization: Bearer TOKEN`. The rest of "
    "this request is answered to who has logged in."
)
LOGIN_USER = "A JID, the name of a user of the default XMPP host, or a nickname of an account of the IRC services."
LOGIN_PROOF = "The password on that server."
LOGIN_GIVES = "What to send as `Authorization: Bearer TOKEN`. Nobody can look it up again."
LOGOUT = "End the session whose token came with this request. False if it came without one."
SET_PROOF = (
    "Gives an account of the IRC services another password: one's own, for administrators any. Its sessions end. What "
    "is stored is a hash by bcrypt, as Anope's module enc_bcrypt makes it."
)
NEW_PROOF = "The password: on one line, and of 72 bytes at most."
AFTER = "The id to begin behind, as a rule that of the last object so far."


def of_type(type_: ObjectType) -> str:
    """The catalogue's description, or where the type comes from."""
    return type_.description or f"Objects of the type {type_.name}."


def of_field(field: Field) -> str:
    """The catalogue's description, or what the field is stored as; and what a delete of its target does."""
    text = field.description or f"Stored as {field.name}."
    if field.reference and field.reference.depends:
        text += " This is deleted along with it."
    return text


def of_backward(referrer: Referrer, type_name: str, field_name: str) -> str:
    """What the list of those objects is that refer to this one; the names are GraphQL's."""
    text = f"Every {type_name} that has this as its `{field_name}`."
    if referrer.reference.depends:
        text += " They are deleted along with this."
    return text


def of_list(type_: ObjectType, type_name: str) -> str:
    """What the list of all objects of a type is."""
    return f"Every {type_name}. {of_type(type_)}"


def of_input(field: Field) -> str:
    """What a field is, where it is given."""
    return field.description or f"Stored as {field.name}."


def of_where(type_name: str) -> str:
    """What the input is that says which objects of a type are meant."""
    return (f"Which {type_name} is meant: everything that is said of its fields, of what they lead to, and of what "
            "leads back to it holds. What ends in `Id` compares the id that a reference holds.")


def of_order_by(type_name: str) -> str:
    """What the input is that orders the objects of a type."""
    return f"By what to order a list of {type_name}. Give one field; for several, give several of these in a list."


def of_lookup(type_name: str, key: tuple[str, ...]) -> str:
    """What the look-up of one object is."""
    other = " and ".join(f"`{name}`" for name in key)
    return f"The {type_name} with this `id`{f' or {other}' if key else ''}; null if there is none."


def of_lookup_id(type_: ObjectType) -> str:
    """What the id is that looks up one object."""
    return f"Its id, such as `{type_.name}:10`."


def of_key(type_: ObjectType, position: int) -> str:
    """What an argument is that belongs to the natural key of a type."""
    if type_.name in ADDRESSES:
        return ADDRESSES[type_.name][position]
    field = type_.field(type_.key[position])
    text = of_field(field)
    return text if field.reference or len(type_.key) > 1 else f"{text} Upper and lower case are the same."


ADDRESSES: Mapping[str, tuple[str, ...]] = {
    "xmppuser": ("The address, such as `alice@example.com`.",),
    "xmppstore": ("The address of the owner, such as `alice@example.com`.", "The name of the store, such as `roster`."),
}
"""The keys that run through references."""

MUTATION = "Where all changes begin. Each mutation is one transaction: what fails changes nothing."
TRANSACTION = "Carries out several operations in their order, all of them or, if one fails, none."
OPERATIONS = "What to do, first things first."
OPERATION = "One thing to do; give exactly one of the fields."
TRANSACTION_OPERATION = "A step of a transaction."
AS = ("A name for the object that is made or changed. Later operations write it with a `$` where they take an id:"
      " `as: \"alice\"` here, `account: \"$alice\"` there.")
DO = "What to do in this step."
EXPECT = "Values that the object must still have; if one of them has changed, the code is CONFLICT and nothing is done."
DRY_RUN = "Change nothing: only answer what would be done."
DELETE_PAYLOAD = "All that a delete does, or with `dryRun` would do."
DELETED = "The objects that go: first the object itself, then those that go along with it."
UNSET = "The fields of other objects that refer to one of these and are null afterwards."
CHANGED = "The fields of other objects that get another value, such as the founder of a channel that is inherited."
UNSET_FIELD = "A field that is null after a delete, as what it refers to is gone."
CHANGED_FIELD = "A field that has another value after a delete."
CHANGED_VALUE = "Its new value; of a reference the id."
OPERATION_RESULT = "What one operation of a transaction came to."
RESULT_OBJECT = "The object as it is when all operations are through; null if it is deleted."
RESULT_DELETION = "What a delete took along; null for other operations."


def of_creation(type_: ObjectType, type_name: str) -> str:
    """What the input is that makes an object."""
    return f"A new {type_name}. {of_type(type_)}"


def of_update(type_name: str) -> str:
    """What the input of an update is."""
    return f"The {type_name} to change, and what to change: fields that are left out stay as they are, null unsets."


def of_expectation(type_name: str) -> str:
    """What the values are that an object must still have."""
    return f"What a {type_name} is expected to be like. Fields that are left out do not matter."
