"""MP3 (ISO/IEC 11172-3, layer III): its frames are kept, everything between them is not."""

from dataclasses import dataclass

from aylsham.documents.checks.refusal import BROKEN_SOUND, FileRefused

#: kbit/s by the header's index, for MPEG 1, and for MPEG 2 and 2.5.
_RATES_1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_RATES_2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
#: Samples a second by version and index.
_HERTZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
#: What players and recorders write behind the sound.
_BEHIND = (b"TAG", b"APETAGEX", b"LYRICSBEGIN", b"ID3", b"3DI")
_FEWEST_FRAMES = 10


@dataclass(frozen=True)
class _Frame:
    length: int  # bytes
    samples: int
    hertz: int


def frames_of_mp3(data: bytes) -> tuple[bytes, float]:
    """(the frames without titles and pictures, seconds); FileRefused for anything else."""
    at, frames, seconds, hertz = _after_id3(data), bytearray(), 0.0, 0
    count = 0
    while frame := _frame_at(data, at):
        if hertz not in (0, frame.hertz):
            raise FileRefused(BROKEN_SOUND)
        hertz = frame.hertz
        whole = data[at : at + frame.length]
        if len(whole) < frame.length:
            at = len(data)
            break  # the recorder was stopped in the middle of it
        if not _is_note(whole):
            frames += whole
            seconds += frame.samples / frame.hertz
            count += 1
        at += frame.length
    rest = data[at:]
    if count < _FEWEST_FRAMES or (rest.strip(b"\0") and not rest.startswith(_BEHIND)):
        raise FileRefused(BROKEN_SOUND)
    return bytes(frames), seconds


def _after_id3(data: bytes) -> int:
    at = 0
    while data[at : at + 3] == b"ID3":
        size = 0
        for byte in data[at + 6 : at + 10]:
            size = size << 7 | byte & 0x7F
        at += 10 + size + (10 if data[at + 5] & 0x10 else 0)
    while data[at : at + 1] == b"\0":
        at += 1
    return at


def _frame_at(data: bytes, at: int) -> _Frame | None:
    head = data[at : at + 4]
    if len(head) < 4 or head[0] != 0xFF or head[1] & 0xE0 != 0xE0:
        return None
    version, layer = head[1] >> 3 & 3, head[1] >> 1 & 3
    rate, hertz, padding = head[2] >> 4, head[2] >> 2 & 3, head[2] >> 1 & 1
    if version not in _HERTZ or layer != 1 or rate in (0, 15) or hertz == 3:
        return None
    is_first = version == 3
    kbits = (_RATES_1 if is_first else _RATES_2)[rate]
    per_second = _HERTZ[version][hertz]
    length = (144 if is_first else 72) * kbits * 1000 // per_second + padding
    return _Frame(length, 1152 if is_first else 576, per_second)


def _is_note(frame: bytes) -> bool:
    """The first frame of many files is no sound: it says which program made them."""
    return frame[4:40].lstrip(b"\0").startswith((b"Xing", b"Info", b"VBRI"))
