"""The types of MemoServ: mailboxes and the memos in them."""
from __future__ import annotations

from models.catalogue import Kind, ObjectType, flag, number, reference, string, time

MEMOINFO = ObjectType(
    "memoinfo", "memoserv/main",
    "The mailbox of an account or a channel, which holds its memos.",
    fields=(
        reference("owner", None, "The account or channel that the memos are for.", depends=True),
        number("memomax", Kind.INT16, "How many memos fit in. 0 accepts none, -1 sets no limit."),
    ),
)

MEMO = ObjectType(
    "memo", "memoserv/main",
    "A short message that waits for an account or a channel until it is read.",
    fields=(
        reference("mi", "memoinfo", "The mailbox that the memo is in.", depends=True),
        time("time", "When the memo was sent."),
        string("sender", "The nickname of the sender."),
        string("text", "What the memo says."),
        flag("unread", "Nobody has read the memo yet."),
        flag("receipt", "The sender wants to be told when the memo is read."),
    ),
)

MEMOIGNORE = ObjectType(
    "memoignore", "memoserv/main",
    "A sender whose memos are dropped without a word.",
    fields=(
        reference("mi", "memoinfo", "The mailbox that drops them.", depends=True),
        string("mask", "The sender, as a nickname or as a mask such as *!*@bad.example.net."),
    ),
)
