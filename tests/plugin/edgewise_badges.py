"""Badges that accounts wear: an example of a plug-in for edgewise."""
from __future__ import annotations

from models.catalogue import Kind, ObjectType, flag, number, reference, string
from models.query.callers import Caller
from models.query.conditions import Compare, IsCaller, Not, Through
from models.rules import Audience, Rule

BADGE = ObjectType(
    "badge", "badges",
    "A badge that can be awarded.",
    key=("name",),
    unique=True,
    fields=(
        string("name", "What the badge is called."),
        number("points", Kind.INT32, "How much it counts."),
        string("code", "What redeems the badge.", secret=True),
    ),
)

AWARD = ObjectType(
    "award", "badges",
    "A badge that an account wears.",
    fields=(
        reference("badge", "badge", "The badge.", depends=True),
        reference("account", "account", "Who wears it.", depends=True),
        reference("giver", "account", "Who gave it."),
        flag("hidden", "Not shown to others."),
    ),
)

TYPES = (BADGE, AWARD)
"""What the entry point for types names."""

RULES = {
    "badge": Rule(Audience.PUBLIC, public=("name", "points")),
    "award": Rule(
        Audience.USERS, Not(Compare("hidden", "eq", True)), owner=Through("account", IsCaller(Caller.ACCOUNT)),
        public=("badge", "account"), private=("giver", "hidden"), writes=("hidden",)),
}
"""Who sees them: awards that their owners hide are seen by nobody else."""
