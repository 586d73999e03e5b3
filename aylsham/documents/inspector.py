"""The child process that looks into a file from outside: no Django, no network, no secret.

Run as `python -m aylsham.documents.inspector SECONDS MEGABYTES check|words|blocks|photo|voice NAME`; the
file comes in, a line of JSON goes out, and after it the bytes to keep.
"""

import json
import sys

from aylsham.documents.checks.blocks import blocks_of
from aylsham.documents.checks.examining import examine, words_of
from aylsham.documents.checks.names import extension_of
from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.limits import set_limits


def main(seconds: int, megabytes: int, what: str, name: str) -> int:
    """Look into what comes in; the first line says how it went."""
    set_limits(seconds, megabytes)
    data = sys.stdin.buffer.read()
    try:
        head, body = _ANSWERS[what](data, name)
    except FileRefused as refusal:
        head, body = {"refused": str(refusal)}, b""
    sys.stdout.buffer.write(json.dumps(head).encode() + b"\n" + body)
    return 0


def _check(data: bytes, name: str) -> tuple[dict, bytes]:
    found = examine(data, name)
    return {"media_type": found.media_type, "extension": found.extension}, found.data


def _words(data: bytes, name: str) -> tuple[dict, bytes]:
    return {}, words_of(data, extension_of(name)).encode("utf-8", "ignore")


def _blocks(data: bytes, name: str) -> tuple[dict, bytes]:
    return {}, json.dumps(blocks_of(data, extension_of(name))).encode()


def _photo(data: bytes, name: str) -> tuple[dict, bytes]:
    found = examine(data, name)
    if not found.media_type.startswith("image/"):
        raise FileRefused("This is no picture. Choose a photo of the child.")
    from aylsham.documents.checks.pictures import square_photo

    return {"media_type": "image/jpeg", "extension": "jpg"}, square_photo(
        found.data, found.extension
    )


def _voice(data: bytes, name: str) -> tuple[dict, bytes]:
    from aylsham.documents.checks.sounds import examine_sound

    found = examine_sound(data, name)
    told = {"media_type": found.media_type, "extension": found.extension}
    return told | {"seconds": found.seconds}, found.data


_ANSWERS = {
    "check": _check,
    "words": _words,
    "blocks": _blocks,
    "photo": _photo,
    "voice": _voice,
}

if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4]))
