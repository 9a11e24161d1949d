"""Who may be asked: hosts that everybody can reach, and none of a network of one's own.

A public name may lead into a private network, by mistake or on purpose; so what a name stands for is looked at when
the connection is made, for every address on the way. What goes through a proxy is the proxy's concern.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from urllib.request import BaseHandler, HTTPHandler, HTTPSHandler, Request

PRIVATE = "是内部网络的地址，别人打不开"
LOCAL_NAMES = (".localhost", ".local", ".internal", ".lan")


class PrivateNetworkError(OSError):
    """A name leads into a network that the readers of a website cannot reach."""


def is_private(host: str) -> bool:
    """Tell whether a host names, or is, an address that not everybody can reach; 127.1 and 0x7f000001 are 127.0.0.1."""
    host = host.rstrip(".").lower()
    try:
        return not ipaddress.ip_address(_packed(host) or host).is_global
    except ValueError:
        return host == "localhost" or host.endswith(LOCAL_NAMES)


def _packed(host: str) -> bytes:
    """Return the four bytes of an address of IPv4 in any of its forms; nothing for what is none."""
    try:
        return socket.inet_aton(host)
    except (OSError, UnicodeError):
        return b""


def is_unknown(error: OSError) -> bool:
    """Tell whether the directory of names has no such host."""
    return isinstance(error, socket.gaierror) and error.errno != socket.EAI_AGAIN


def is_unasked(error: OSError) -> bool:
    """Tell whether the directory of names could not be asked: most often there is no network."""
    return isinstance(error, socket.gaierror) and error.errno == socket.EAI_AGAIN


def public_only() -> tuple[BaseHandler, ...]:
    """Return what makes an opener of `urllib` refuse private networks, with `PrivateNetworkError`."""
    return _PublicHTTP(), _PublicHTTPS()


def _open(host: str, port: int, timeout: float | None) -> socket.socket:
    """Connect to a host that is public whichever of its addresses one takes, and to no other address than those."""
    found = [str(each[4][0]) for each in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if any(is_private(address) for address in found):
        raise PrivateNetworkError(host)
    for address in found[:-1]:
        try:
            return socket.create_connection((address, port), timeout)
        except OSError:  # another address of the same host may answer; what the last one says counts
            continue
    return socket.create_connection((found[-1], port), timeout)


class _Connection(http.client.HTTPConnection):
    def connect(self) -> None:
        """Connect to a public host."""
        self.sock = _open(self.host, self.port, self.timeout)


class _SecureConnection(http.client.HTTPSConnection):
    def connect(self) -> None:
        """Connect to a public host whose certificate is right."""
        plain = _open(self.host, self.port, self.timeout)
        self.sock = ssl.create_default_context().wrap_socket(plain, server_hostname=self.host)


class _PublicHTTP(HTTPHandler):
    def http_open(self, req: Request) -> http.client.HTTPResponse:
        """Open an address; through a proxy as any other program does."""
        return self.do_open(http.client.HTTPConnection if req.has_proxy() else _Connection, req)


class _PublicHTTPS(HTTPSHandler):
    def https_open(self, req: Request) -> http.client.HTTPResponse:
        """Open an address; through a proxy as any other program does."""
        tunnelled = getattr(req, "_tunnel_host", None)
        return self.do_open(http.client.HTTPSConnection if tunnelled else _SecureConnection, req)
