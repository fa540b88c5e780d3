"""What stands in the stores of XMPP users: the statement writes raw rows, Python makes the answer's JSON of them."""
