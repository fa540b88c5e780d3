"""Moments as XMPP stores have them."""
from __future__ import annotations

from datetime import datetime

from gql.schema import stored
from models.xmpp.json_form import Moment


def moment(seconds: Moment | None) -> datetime | None:
    """A moment, to the second; None if none was kept, or one that RFC 3339 cannot write."""
    return None if seconds is None else stored.moment(int(seconds))
