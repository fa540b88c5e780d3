"""Sockets that listen before anything else is done, so that a port in use costs nothing."""
from __future__ import annotations

import errno
import socket
import ssl

from gql.errors import CannotListen, SettingsError

BACKLOG = 2048


def listen(host: str, port: int) -> list[socket.socket]:
    """Sockets that listen on all addresses of the host; port 0: on one free port.

    Clients may connect at once and wait for the server. Raises CannotListen.
    """
    sockets: list[socket.socket] = []
    refused: OSError | None = None
    for family, address in _addresses(host, port):
        try:
            sockets.append(_listening(family, address, sockets[0].getsockname()[1] if sockets else port))
        except OSError as error:
            if error.errno != errno.EADDRNOTAVAIL:  # "localhost" may name an IPv6 address that is not there
                close(sockets)
                raise _explained(error, host, port) from None
            refused = error
    if refused and not sockets:
        raise _explained(refused, host, port)
    return sockets


def close(sockets: list[socket.socket]) -> None:
    """Close them all."""
    for one in sockets:
        one.close()


def check_tls(certificate: str, key: str) -> bool:
    """Whether connections are to be encrypted; raises SettingsError for files that cannot do that."""
    if not certificate and not key:
        return False
    if not (certificate and key):
        raise SettingsError("TLS needs both files: give server.tls_cert and server.tls_key, or neither")
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key, password=_no_password)
    except (OSError, ValueError) as error:
        raise SettingsError(
            f"cannot serve TLS with {certificate} and {key}: {getattr(error, 'strerror', None) or error}; "
            "server.tls_cert and server.tls_key have to be PEM files that belong together") from None
    return True


def _no_password() -> str:
    raise ValueError("the key has a password")


def base_url(host: str, sockets: list[socket.socket], *, tls: bool = False) -> str:
    """How a browser reaches the sockets: scheme, host and port."""
    return f"{'https' if tls else 'http'}://{f'[{host}]' if ':' in host else host}:{sockets[0].getsockname()[1]}"


def _addresses(host: str, port: int) -> list[tuple[socket.AddressFamily, str]]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError):
        raise CannotListen(f"cannot listen on {host!r}: no such host; give --host an address of this machine") from None
    return list(dict.fromkeys((family, str(address[0])) for family, _, _, _, address in found))


def _listening(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    sock = socket.socket(family, socket.SOCK_STREAM)
    try:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            sock.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        sock.bind((address, port))
        sock.listen(BACKLOG)
    except OSError:
        sock.close()
        raise
    return sock


def _explained(error: OSError, host: str, port: int) -> CannotListen:
    if error.errno == errno.EADDRINUSE:
        return CannotListen(f"port {port} of {host} is in use; stop what listens there or choose another with --port")
    if error.errno == errno.EACCES:
        return CannotListen(f"port {port} needs more rights than you have; choose one above 1023 with --port")
    return CannotListen(f"cannot listen on {host}: {error.strerror}; give --host an address of this machine")
