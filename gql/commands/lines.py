"""What commands print for people, line by line."""
from __future__ import annotations

from collections.abc import Iterable


def show(lines: Iterable[object]) -> None:
    """Print each; what UTF-8 has no form for, such as a byte in the name of a file, is printed as an escape."""
    for line in lines:
        print(str(line).encode(errors="backslashreplace").decode())
