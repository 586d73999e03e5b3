"""Sound of a phone (.m4a, ISO/IEC 14496-12): one track of sound is kept; place, time, titles are not.

What goes is overwritten where it stands, so that the sound stays where the file says it is.
"""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from aylsham.documents.checks.refusal import BROKEN_SOUND, FileRefused

#: What may stay inside each box; everything else is blanked.
_KEPT = {
    b"moov": (b"mvhd", b"trak"),
    b"trak": (b"tkhd", b"edts", b"mdia"),
    b"mdia": (b"mdhd", b"hdlr", b"minf"),
    b"minf": (b"smhd", b"dinf", b"stbl"),
    b"stbl": (b"stsd", b"stts", b"stsc", b"stsz", b"stco", b"co64", b"sgpd", b"sbgp"),
}
_DATED = (b"mvhd", b"tkhd", b"mdhd")
#: A minute of the shortest frames is a few thousand.
_MOST_ENTRIES = 20_000


@dataclass(frozen=True)
class _Box:
    kind: bytes
    start: int  # of its head
    body: int
    end: int


def sound_of_mp4(data: bytes) -> tuple[bytes, float]:
    """(the file with nothing but its sound, seconds); FileRefused for anything else."""
    top = list(_boxes(data, 0, len(data)))
    kinds = [box.kind for box in top]
    if kinds[:1] != [b"ftyp"] or kinds.count(b"moov") != 1 or b"mdat" not in kinds:
        raise FileRefused(BROKEN_SOUND)
    out = bytearray(data)
    found: dict[Any, Any] = {}
    for box in top:
        if box.kind == b"moov":
            _clean(data, out, box, found)
        elif box.kind not in (b"ftyp", b"mdat"):
            _blank(out, box)
    if found.get("tracks") != 1 or found.get("hdlr") != b"soun" or found.get("codec") != b"mp4a":
        raise FileRefused("This file holds more than sound, or sound of an unusual kind.")
    sound = [box for box in top if box.kind == b"mdat"]
    for box in sound:
        out[box.body : box.end] = bytes(box.end - box.body)
    for start, end in _samples(data, found):
        if not any(box.body <= start <= end <= box.end for box in sound):
            raise FileRefused(BROKEN_SOUND)
        out[start:end] = data[start:end]
    return bytes(out), _seconds(data, found)


def _boxes(data: bytes, at: int, end: int) -> Iterator[_Box]:
    while at < end:
        size, kind = struct.unpack_from(">I4s", data, at)
        body = at + 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", data, body)
            body += 8
        stop = end if size == 0 else at + size
        if stop < body or stop > end:
            raise FileRefused(BROKEN_SOUND)
        yield _Box(kind, at, body, stop)
        at = stop


def _clean(data: bytes, out: bytearray, parent: _Box, found: dict) -> None:
    for box in _boxes(data, parent.body, parent.end):
        if box.kind not in _KEPT[parent.kind]:
            _blank(out, box)
            continue
        found[box.kind] = box
        if box.kind in _KEPT:
            _clean(data, out, box, found)
        if box.kind == b"trak":
            found["tracks"] = found.get("tracks", 0) + 1
        elif box.kind in _DATED:
            width = 16 if data[box.body] == 1 else 8
            out[box.body + 4 : box.body + 4 + width] = bytes(width)
        elif box.kind == b"hdlr":
            found["hdlr"] = data[box.body + 8 : box.body + 12]
            out[box.body + 24 : box.end] = bytes(box.end - box.body - 24)
        elif box.kind == b"stsd":
            found["codec"] = data[box.body + 12 : box.body + 16]


def _blank(out: bytearray, box: _Box) -> None:
    out[box.start + 4 : box.start + 8] = b"free"
    out[box.body : box.end] = bytes(box.end - box.body)


def _table(data: bytes, found: dict, kind: bytes, columns: str, *, skip: int = 0) -> list[tuple]:
    """The rows of a table of the sound: a count, then so many rows."""
    box = found.get(kind)
    if box is None:
        raise FileRefused(BROKEN_SOUND)
    at = box.body + 4 + skip
    (count,) = struct.unpack_from(">I", data, at)
    row = struct.Struct(f">{columns}")
    if count > _MOST_ENTRIES or at + 4 + count * row.size > box.end:
        raise FileRefused(BROKEN_SOUND)
    return list(row.iter_unpack(data[at + 4 : at + 4 + count * row.size]))


def _seconds(data: bytes, found: dict) -> float:
    head = found[b"mdhd"].body
    at = head + (20 if data[head] == 1 else 12)
    (scale,) = struct.unpack_from(">I", data, at)
    return sum(n * each for n, each in _table(data, found, b"stts", "II")) / scale


def _samples(data: bytes, found: dict) -> Iterator[tuple[int, int]]:
    """(start, end) of the bytes of each chunk of sound."""
    offsets = (
        _table(data, found, b"co64", "Q") if b"co64" in found else _table(data, found, b"stco", "I")
    )
    runs = _table(data, found, b"stsc", "III")
    sizes = iter(_sizes(data, found))
    firsts = [first for first, _, _ in runs]
    run = -1
    for number, (start,) in enumerate(offsets, 1):
        if run + 1 < len(runs) and firsts[run + 1] == number:
            run += 1
        if run < 0 or runs[run][1] > _MOST_ENTRIES:
            raise FileRefused(BROKEN_SOUND)
        length = sum(next(sizes, 0) for _ in range(runs[run][1]))
        yield start, start + length


def _sizes(data: bytes, found: dict) -> list[int]:
    box = found.get(b"stsz")
    if box is None:
        raise FileRefused(BROKEN_SOUND)
    same, count = struct.unpack_from(">II", data, box.body + 4)
    if same:
        return [same] * min(count, _MOST_ENTRIES)
    return [size for (size,) in _table(data, found, b"stsz", "I", skip=4)]
