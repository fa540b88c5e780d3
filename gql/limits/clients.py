"""How many operations each client has under way in this process."""
from __future__ import annotations


class UnderWay:
    """Counts the operations of each client; a client is a text: who it is, or where it asks from.

    Each worker process counts its own: with several, a client may have as many times more.
    """

    def __init__(self, most: int) -> None:
        self.most = most
        self._clients: dict[str, int] = {}

    def begin(self, client: str, count: int = 1) -> bool:
        """Count one more, or several; False, and nothing is counted, if the client has too many."""
        begun = self._clients.get(client, 0)
        if begun + count > self.most:
            return False
        self._clients[client] = begun + count
        return True

    def end(self, client: str, count: int = 1) -> None:
        """Count as many less: operations that were begun are over."""
        left = self._clients.pop(client) - count
        if left:
            self._clients[client] = left
