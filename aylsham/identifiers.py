"""Keys that sort by time, so that new rows land at the end of every index; and reading them."""

import datetime as dt
import os
import time
import uuid


def uuid7() -> uuid.UUID:
    """A version 7 UUID: 48 bits of milliseconds, then 74 random bits (RFC 9562)."""
    milliseconds = time.time_ns() // 1_000_000
    random = int.from_bytes(os.urandom(10))
    value = (milliseconds & (2**48 - 1)) << 80
    value |= 0x7 << 76
    value |= (random >> 62 & 0xFFF) << 64
    value |= 0b10 << 62
    value |= random & (2**62 - 1)
    return uuid.UUID(int=value)


def made_at(key: uuid.UUID) -> dt.datetime:
    """When a version 7 UUID was made, to the millisecond."""
    return dt.datetime.fromtimestamp((key.int >> 80) / 1000, dt.UTC)


def as_key(text: str) -> uuid.UUID | None:
    """The key that somebody sent as text; None where it is none."""
    try:
        return uuid.UUID(text)
    except ValueError:
        return None
