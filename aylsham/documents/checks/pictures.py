"""Pictures: what they show is kept, where and with what they were taken is not."""

import contextlib
import io
import struct
import warnings
import zlib
from collections.abc import Iterator

from PIL import Image, ImageFile, ImageOps

from aylsham.documents.checks.refusal import FileRefused

MOST_PIXELS = 120_000_000
QUALITY = 90
ORIENTATION = 0x0112
_FORMATS = {
    "jpg": "JPEG",
    "jpeg": "JPEG",
    "png": "PNG",
    "webp": "WEBP",
    "heic": "HEIF",
    "heif": "HEIF",
}
_BROKEN = "This picture is damaged, or no picture at all. Take or save it again."
#: Parts of a PNG that make the picture; all others are left out.
PNG_KEPT = (
    b"IHDR",
    b"PLTE",
    b"tRNS",
    b"IDAT",
    b"IEND",
    b"gAMA",
    b"cHRM",
    b"sRGB",
    b"pHYs",
    b"sBIT",
)
#: EXIF with nothing in it but which way is up.
UPRIGHT = b"Exif\0\0MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0%c\0\0\0\0\0\0"


def clean_picture(data: bytes, extension: str) -> tuple[bytes, str]:
    """(the picture without place, camera and attachments; its ending): HEIC becomes JPEG."""
    wanted = _FORMATS[extension]
    picture, orientation = _opened(data, wanted)
    if wanted == "HEIF":
        return _written(picture, "JPEG"), "jpg"
    if wanted == "JPEG":
        return _jpeg(data, orientation), "jpg"
    if orientation != 1:
        return _written(picture, wanted), extension
    return (_png(data) if wanted == "PNG" else _webp(data)), extension


def square_photo(data: bytes, extension: str, *, side: int = 320) -> bytes:
    """The middle of a picture as a square JPEG that shows a face beside a name."""
    picture, _ = _opened(data, _FORMATS[extension])
    upright = ImageOps.exif_transpose(picture).convert("RGB")
    small = ImageOps.fit(upright, (side, side), centering=(0.5, 0.4))
    return _written(small, "JPEG")


def _opened(data: bytes, wanted: str) -> tuple[Image.Image, int]:
    """The decoded picture and which way is up; a small decoding is enough to see that it is one."""
    if wanted == "HEIF":
        import pi_heif

        pi_heif.register_heif_opener()
    try:
        with _strictly():
            picture = Image.open(io.BytesIO(data), formats=[wanted])
            if picture.width * picture.height > MOST_PIXELS:
                raise FileRefused("This picture has more dots than any camera makes.")
            orientation = picture.getexif().get(ORIENTATION, 1)
            picture.load()
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        raise FileRefused("This picture has more dots than any camera makes.") from None
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, ArithmeticError):
        raise FileRefused(_BROKEN) from None
    except (struct.error, zlib.error, EOFError, RuntimeError):
        raise FileRefused(_BROKEN) from None
    return picture, orientation if orientation in range(1, 9) else 1


@contextlib.contextmanager
def _strictly() -> Iterator[None]:
    """No half pictures and no bombs, whatever another library has told Pillow to put up with."""
    before = ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS
    ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = False, MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES, Image.MAX_IMAGE_PIXELS = before


def _written(picture: Image.Image, kind: str) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    has_holes = kind != "JPEG" and upright.has_transparency_data
    upright = upright.convert("RGBA" if has_holes else "RGB")
    clean = Image.new(upright.mode, upright.size)
    clean.paste(upright)
    into = io.BytesIO()
    clean.save(into, kind, quality=QUALITY)
    return into.getvalue()


def _jpeg(data: bytes, orientation: int) -> bytes:
    """The same picture bit by bit, with colours, without everything else."""
    out = bytearray(b"\xff\xd8")
    if orientation != 1:
        exif = UPRIGHT % orientation
        out += b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif
    for marker, segment in segments_of(data):
        is_note = 0xE0 <= marker <= 0xEF or marker == 0xFE
        if not is_note or is_colour(marker, segment):
            out += segment
    return bytes(out + b"\xff\xd9")


def is_colour(marker: int, segment: bytes) -> bool:
    """Whether a note of a JPEG says how its colours are meant."""
    return (
        (marker == 0xE0 and segment[4:9] == b"JFIF\0")
        or (marker == 0xE2 and segment[4:16] == b"ICC_PROFILE\0")
        or (marker == 0xEE and segment[4:9] == b"Adobe")
    )


def segments_of(data: bytes) -> Iterator[tuple[int, bytes]]:
    """(marker, whole segment) up to the end of the picture; a scan brings its dots along."""
    at = 2
    while at + 4 <= len(data):
        while data[at : at + 1] == b"\xff" and data[at + 1 : at + 2] == b"\xff":
            at += 1
        marker = data[at + 1]
        if data[at] != 0xFF or marker == 0:
            raise FileRefused(_BROKEN)
        if marker == 0xD9:
            return
        end = at + 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if marker == 0xDA:
            end = _end_of_scan(data, end)
        yield marker, data[at:end]
        at = end


def _end_of_scan(data: bytes, at: int) -> int:
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        if data[at + 1] == 0 or 0xD0 <= data[at + 1] <= 0xD7:
            at += 2
        elif data[at + 1] == 0xFF:
            at += 1
        else:
            return at


def _png(data: bytes) -> bytes:
    out, at = bytearray(data[:8]), 8
    while at + 12 <= len(data):
        length, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        if kind in PNG_KEPT:
            out += data[at : at + 12 + length]
        if kind == b"IEND":
            return bytes(out)
        at += 12 + length
    raise FileRefused(_BROKEN)


def _webp(data: bytes) -> bytes:
    """Without EXIF and XMP, and without the flags that promise them."""
    body, at = bytearray(), 12
    end = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at + 8 <= end:
        kind = data[at : at + 4]
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        length += length & 1
        chunk = bytearray(data[at : at + 8 + length])
        if kind == b"VP8X":
            chunk[8] &= ~(0x08 | 0x04)
        if kind in (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ICCP", b"ANIM", b"ANMF"):
            body += chunk
        at += 8 + length
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body
