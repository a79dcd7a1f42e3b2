"""The addresses by which a class is reached, and their QR code."""

import socket
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from urllib.parse import urlsplit

import segno

_ANYWHERE = "192.0.2.1"
"""An address that nobody has (RFC 5737): no packet is sent to find the way there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassAddress:
    """By what a class is reached."""

    learners: str
    """What learners open, with a slash at the end."""
    token: str
    """What lets the teacher in; nobody else may know it."""

    @property
    def host(self) -> str:
        """The host that learners open, with its port."""
        return urlsplit(self.learners).netloc

    @property
    def secure(self) -> bool:
        """Whether the way there is encrypted."""
        return self.learners.startswith("https:")

    @property
    def teacher(self) -> str:
        """What the teacher opens."""
        return f"{self.learners}teach/{self.token}"

    def join(self, code: str) -> str:
        """Return what a phone opens that has read the code of a class."""
        return f"{self.learners}j/{code}"

    def svg(self, code: str) -> bytes:
        """Return the QR code to join as a picture."""
        drawn = BytesIO()
        _qr(self.join(code)).save(drawn, "svg", border=2)
        return drawn.getvalue()


def squares(address: str) -> tuple[tuple[bool, ...], ...]:
    """Return the QR code of an address, row by row: whether each square is dark."""
    return tuple(tuple(map(bool, row)) for row in _qr(address).matrix_iter(border=2))


def _qr(address: str) -> segno.QRCode:
    return segno.make(address, error="m", micro=False)


def of_this_machine() -> tuple[str, ...]:
    """Return the addresses of this machine on its networks, the likeliest first."""
    found = [_toward(_ANYWHERE)]
    with suppress(OSError):
        about = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        found += [str(one[4][0]) for one in about]
    return tuple(dict.fromkeys(one for one in found if one and not one.startswith("127.")))


def _toward(address: str) -> str | None:
    """Return from which address of this machine the way to another one leads."""
    with suppress(OSError), socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        probe.connect((address, 9))
        return str(probe.getsockname()[0])
    return None
