"""Rules about who may see what: what one says of a type, and what all of them come to for one caller."""
from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum

from models.catalogue import Field, ObjectType
from models.principal import Principal, Role
from models.query.callers import Caller, ids
from models.query.conditions import (
    EVERYTHING,
    NOTHING,
    All,
    AnyOf,
    Condition,
    IsCaller,
    Not,
    Quantifier,
    Related,
    Through,
)


class Audience(Enum):
    """Who sees the objects of a type, from many to few; each sees what the next one sees, too."""

    PUBLIC = "public"  # everybody, whether logged in or not
    USERS = "users"    # whoever has logged in
    OWNER = "owner"
    ADMIN = "admin"


@dataclass(frozen=True)
class Rule:
    """Who may see and change the objects of one type.

    `rows` says who sees the objects that meet `listed`. Whatever that is, owners see theirs, unless `rows` is ADMIN:
    `owner` says whose an object is, `reader` who else sees it as its owner does. `public` fields are shown to all who
    see the object, except where their condition in `unless` holds; `private` ones to owners and readers; all others
    to admins. Owners may write `writes`, delete if `deletes`, and make objects if there are `links`: the fields by
    which a new object is theirs. `passwords` are secrets that owners may set, but nobody sees.
    """

    rows: Audience = Audience.ADMIN
    listed: Condition = EVERYTHING
    owner: Condition = NOTHING
    reader: Condition = NOTHING
    public: tuple[str, ...] = ()
    private: tuple[str, ...] = ()
    unless: Mapping[str, Condition] = field(default_factory=dict)
    writes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    deletes: bool = False
    passwords: tuple[str, ...] = ()


CLOSED = Rule()
"""The rule of types that have none."""


@dataclass(frozen=True)
class Opening:
    """What an operator says of a type beyond its rule: who sees its objects, and which fields are for whom."""

    rows: Audience | None = None
    public: tuple[str, ...] = ()
    private: tuple[str, ...] = ()

    def applied(self, rule: Rule) -> Rule:
        """The rule with all this."""
        moved = {*self.public, *self.private}
        return replace(
            rule, rows=self.rows or rule.rows,
            public=(*(name for name in rule.public if name not in moved), *self.public),
            private=(*(name for name in rule.private if name not in moved), *self.private))


class Rules:
    """The rules of one network by the names of types."""

    def __init__(self, rules: Mapping[str, Rule], openings: Mapping[str, Opening] | None = None) -> None:
        changed = {name: opening.applied(rules.get(name, CLOSED)) for name, opening in (openings or {}).items()}
        self._rules = {**rules, **changed}
        self._known: dict[Hashable, Access] = {}

    def __getitem__(self, type_name: str) -> Rule:
        """The rule of a type, CLOSED if there is none."""
        return self._rules.get(type_name, CLOSED)

    def items(self) -> Iterable[tuple[str, Rule]]:
        """The rules with the names of their types."""
        return self._rules.items()

    def access(self, principal: Principal) -> Access:
        """What a caller may do; all callers with the same key share it."""
        kind = principal.role, principal.account is None, principal.user is None
        access = self._known.get(kind)
        if access is None:
            callers = frozenset(ids(principal)) if principal.role is Role.USER else frozenset[Caller]()
            access = self._known[kind] = Access(self, principal.role, callers)
        return access


class Access:
    """What callers of one kind may see and change, as conditions on the objects of each type.

    Secrets are beyond all conditions: nothing asks for them.
    """

    def __init__(self, rules: Rules, role: Role, callers: frozenset[Caller] = frozenset()) -> None:
        """`callers`: which of the objects that a caller can be these are."""
        self._rules, self._role, self._callers = rules, role, callers

    @property
    def key(self) -> Hashable:
        """What is equal for callers for whom statements are the same text."""
        return self._role, self._callers

    @property
    def is_full(self) -> bool:
        """Whether there is no condition at all."""
        return self._role is Role.ADMIN

    def can_be(self, caller: Caller) -> bool:
        """Whether these callers are somebody of that kind."""
        return caller in self._callers

    def rows(self, type_: ObjectType) -> Condition:
        """Which objects of a type may be seen."""
        if self.is_full:
            return EVERYTHING
        rule = self._rules[type_.name]
        wide = rule.rows is Audience.PUBLIC or (rule.rows is Audience.USERS and self._role is Role.USER)
        return self._simplest(AnyOf((rule.listed if wide else NOTHING, _readable(rule))))

    def cell(self, type_: ObjectType, field_: Field) -> Condition:
        """For which of the objects that may be seen a field is shown."""
        if self.is_full:
            return EVERYTHING
        rule, name = self._rules[type_.name], field_.name
        if field_.secret or name not in (*rule.public, *rule.private):
            return NOTHING
        if rule.rows is Audience.OWNER:  # whoever sees the object at all sees it as its owner does
            return EVERYTHING
        if name in rule.private:
            return self._simplest(_readable(rule))
        return self._simplest(AnyOf((Not(rule.unless.get(name, NOTHING)), _readable(rule))))

    def owned(self, type_: ObjectType) -> Condition:
        """Which objects are the caller's to change."""
        rule = self._rules[type_.name]
        if self.is_full:
            return EVERYTHING
        return NOTHING if rule.rows is Audience.ADMIN else self._simplest(rule.owner)

    def rule(self, type_: ObjectType) -> Rule:
        """The rule of a type."""
        return self._rules[type_.name]

    def _simplest(self, condition: Condition) -> Condition:
        return simplest(condition, self._callers)


def _readable(rule: Rule) -> Condition:
    """Which objects somebody sees as their owner does."""
    return NOTHING if rule.rows is Audience.ADMIN else AnyOf((rule.owner, rule.reader))


def simplest(condition: Condition, callers: Collection[Caller]) -> Condition:
    """What a condition comes to for a caller who is no other objects than these; NOTHING if it cannot hold."""
    match condition:
        case IsCaller(caller):
            return condition if caller in callers else NOTHING
        case Not(inner):
            return _not(simplest(inner, callers))
        case Through(name, inner, target) if inner != EVERYTHING:
            found = simplest(inner, callers)
            return NOTHING if found == NOTHING else Through(name, found, target)
        case Related(type_name, name, Quantifier.SOME, inner) if inner != EVERYTHING:
            found = simplest(inner, callers)
            return NOTHING if found == NOTHING else Related(type_name, name, Quantifier.SOME, found)
        case All(parts):
            return _all([simplest(part, callers) for part in parts])
        case AnyOf(parts):
            return _any([simplest(part, callers) for part in parts])
    return condition


def _not(condition: Condition) -> Condition:
    if condition in (NOTHING, EVERYTHING):
        return EVERYTHING if condition == NOTHING else NOTHING
    return Not(condition)


def _all(parts: Sequence[Condition]) -> Condition:
    left = [part for part in parts if part != EVERYTHING]
    return NOTHING if NOTHING in left else left[0] if len(left) == 1 else All(tuple(left))


def _any(parts: Sequence[Condition]) -> Condition:
    left = [part for part in parts if part != NOTHING]
    return EVERYTHING if EVERYTHING in left else left[0] if len(left) == 1 else AnyOf(tuple(left))


FULL = Access(Rules({}), Role.ADMIN)
"""What admins may do."""
