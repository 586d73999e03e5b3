"""Makes small recordings of every kind, with a place and a name in them."""

import io
import math
import struct
import wave

PLACE = b"52.7N 1.2E Aylsham Recorder Works"


def wav(
    seconds: float = 2, *, hertz: int = 16_000, note: bytes = PLACE, is_loud: bool = True
) -> bytes:
    """A tone, with a title in a chunk behind it."""
    count = int(seconds * hertz)
    values = (round(9000 * math.sin(n / 7)) if is_loud else 0 for n in range(count))
    into = io.BytesIO()
    with wave.open(into, "wb") as sound:
        sound.setnchannels(1)
        sound.setsampwidth(2)
        sound.setframerate(hertz)
        sound.writeframes(b"".join(struct.pack("<h", v) for v in values))
    data = bytearray(into.getvalue())
    note += b"\0" * (len(note) % 2)
    data += b"LIST" + struct.pack("<I", len(note)) + note
    data[4:8] = struct.pack("<I", len(data) - 8)
    return bytes(data)


def mp3(seconds: float = 2, *, behind: bytes = b"TAG" + PLACE.ljust(125, b"\0")) -> bytes:
    """Silent frames of 32 kbit/s at 44.1 kHz, between an ID3v2 title and an ID3v1 one."""
    frame = b"\xff\xfb\x10\xc0" + b"\0" * 100
    count = math.ceil(seconds * 44100 / 1152)
    first = frame[:4] + b"\0" * 17 + b"Info" + b"\0" * 79
    head = b"ID3\x04\0\0" + bytes([0, 0, 0, len(PLACE)]) + PLACE
    return head + first + frame * count + behind


def _box(kind: bytes, *parts: bytes) -> bytes:
    body = b"".join(parts)
    return struct.pack(">I4s", 8 + len(body), kind) + body


def m4a(
    seconds: float = 2, *, handler: bytes = b"soun", codec: bytes = b"mp4a", extra: bytes = b""
) -> bytes:
    """One track of samples of a fifth of a second, with a place, a title and words beside them."""
    count, size, scale = math.ceil(seconds * 5), 40, 1000
    top = _box(b"ftyp", b"M4A \0\0\0\0M4A mp42isom") + _box(b"free", PLACE)
    samples = b"\x21" * size * count
    start = len(top) + 8 + len(PLACE)
    full = b"\0\0\0\0"
    made = struct.pack(">II", 3_800_000_000, 3_800_000_000)
    stbl = _box(
        b"stbl",
        _box(b"stsd", full, struct.pack(">I", 1), _box(codec, b"\0" * 28)),
        _box(b"stts", full, struct.pack(">III", 1, count, scale // 5)),
        _box(b"stsc", full, struct.pack(">IIII", 1, 1, count, 1)),
        _box(b"stsz", full, struct.pack(">II", size, count)),
        _box(b"stco", full, struct.pack(">II", 1, start)),
    )
    mdia = _box(
        b"mdia",
        _box(b"mdhd", full, made, struct.pack(">III", scale, count * scale // 5, 0)),
        _box(b"hdlr", full, b"\0\0\0\0", handler, b"\0" * 12, PLACE),
        _box(b"minf", _box(b"smhd", b"\0" * 8), stbl),
    )
    trak = _box(b"trak", _box(b"tkhd", full, made, b"\0" * 72), mdia)
    moov = _box(
        b"moov", _box(b"mvhd", full, made, b"\0" * 88), trak, _box(b"udta", _box(b"\xa9xyz", PLACE))
    )
    return top + _box(b"mdat", PLACE, samples, PLACE) + moov + extra
