"""What the stores of XMPP users mean, read for many users at once."""
from __future__ import annotations

from collections.abc import Collection

from models.base import Tables
from models.query.pages import FIRST_PAGE, Page
from models.xmpp.address import addresses, find_users
from models.xmpp.archive import EVERY_MESSAGE, MessageFilter, MessagePage, read_pages
from models.xmpp.blocklist import Blocklist, read_blocklists
from models.xmpp.list_rows import ListRows
from models.xmpp.room import Room, read_rooms
from models.xmpp.roster import Roster, read_rosters
from models.xmpp.store_rows import StoreRows
from models.xmpp.store_value import StoreValue, read_names, read_values


class XmppViews:
    """The views of one network's users.

    Users are named by the ids of their objects (xmppuser). The methods are synchronous and run on the connection
    of the calling thread, each in one statement unless it says otherwise, for up to 30,000 users. What other
    programs stored is never an error: an odd part is None or left out, as the views say. Secrets are as if they
    did not exist (models.xmpp.secret_stores).
    """

    def __init__(self, tables: Tables) -> None:
        self.rows = StoreRows(tables)
        self.lists = ListRows(self.rows)

    def rosters(self, ids: Collection[int]) -> dict[int, Roster]:
        """The rosters of users; those who have none are left out."""
        return read_rosters(self.rows, ids)

    def blocklists(self, ids: Collection[int]) -> dict[int, Blocklist]:
        """The blocklists of users; those who have none are left out."""
        return read_blocklists(self.rows, ids)

    def rooms(self, ids: Collection[int]) -> dict[int, Room]:
        """The rooms among users of conference services; the others are left out. Two statements."""
        return read_rooms(self.rows, ids)

    def messages(
        self, ids: Collection[int], store: str, wanted: MessageFilter = EVERY_MESSAGE, page: Page = FIRST_PAGE
    ) -> dict[int, MessagePage]:
        """A page of the messages in a store for each user: `archive`, `offline`, a room's `muc_log`, any other list.

        One statement for up to 15,000 users, on MariaDB for up to 500. Raises BadCursor.
        """
        return read_pages(self.lists, ids, store, wanted, page)

    def values(self, ids: Collection[int], store: str) -> dict[int, StoreValue]:
        """What users have in a store, as JSON; those with nothing there are left out.

        Two statements, as those without a keyval may have a list: see `messages`.
        """
        return read_values(self.rows, self.lists, ids, store)

    def store_names(self, ids: Collection[int]) -> dict[int, tuple[str, ...]]:
        """The names of the stores in which users have anything."""
        return read_names(self.rows, ids)

    def users(self, jids: Collection[str]) -> dict[str, int]:
        """The ids of the users with these addresses; those that are nobody's here are left out.

        One statement for up to 15,000.
        """
        return find_users(self.rows, jids)

    def addresses(self, ids: Collection[int]) -> dict[int, str]:
        """The addresses of users, `node@domain`."""
        return addresses(self.rows, ids)
