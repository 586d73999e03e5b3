"""What a browser loads on the first visit: the sign-in page and everything that it names."""

import gzip
import re
from pathlib import Path

from django.contrib.staticfiles import finders
from django.test import Client

_NAMED = re.compile(r'(?:href|src)="(/static/[^"]+)"')
#: These are compressed already.
_PACKED = {".woff2", ".png"}


def first_visit() -> int:
    """Compressed bytes."""
    page = Client().get("/accounts/login/").content
    named = {*_NAMED.findall(page.decode())}
    assert named, "the sign-in page names no style and no script"
    return _size(page) + sum(_file(name) for name in named)


def _file(address: str) -> int:
    path = Path(finders.find(address.removeprefix("/static/")))
    data = path.read_bytes()
    return len(data) if path.suffix in _PACKED else _size(data)


def _size(data: bytes) -> int:
    return len(gzip.compress(data, 6))
