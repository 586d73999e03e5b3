"""Asking ClamAV, where a school runs it: its socket, and nothing from another library."""

import contextlib
import socket
import struct

from django.conf import settings

from aylsham.documents.checks.refusal import FileRefused

CHUNK = 1 << 20
SECONDS = 60
#: Rather none than one that nobody looked at.
OUT_OF_REACH = "The virus scanner does not answer, so nothing is taken just now. Try again later."


def scan(data: bytes) -> None:
    """FileRefused for a virus, or when the scanner that is set up does not answer."""
    address = settings.CLAMAV_SOCKET
    if not address:
        return
    try:
        answer = _ask(address, data)
    except OSError:
        raise FileRefused(OUT_OF_REACH) from None
    if answer.endswith(b"FOUND"):
        raise FileRefused("A virus was found in this file. It is not kept. Tell whoever sent it.")
    if not answer.endswith(b"OK"):
        raise FileRefused(OUT_OF_REACH)


def _ask(address: str, data: bytes) -> bytes:
    """ClamAV's INSTREAM: pieces with their length before them, a nought at the end."""
    with contextlib.closing(_connected(address)) as clam:
        clam.sendall(b"zINSTREAM\0")
        for at in range(0, len(data), CHUNK):
            piece = data[at : at + CHUNK]
            clam.sendall(struct.pack("!I", len(piece)) + piece)
        clam.sendall(struct.pack("!I", 0))
        answer = b""
        while piece := clam.recv(4096):
            answer += piece
    return answer.strip(b"\0\n ")


def _connected(address: str) -> socket.socket:
    if not address.startswith("/"):
        host, _, port = address.rpartition(":")
        return socket.create_connection((host, int(port)), timeout=SECONDS)
    unix = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    unix.settimeout(SECONDS)
    try:
        unix.connect(address)
    except OSError:
        unix.close()
        raise
    return unix
