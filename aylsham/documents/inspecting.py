"""Looking into a file from outside, in a child process with limits of time and memory."""

import json
import subprocess
from dataclasses import dataclass

from aylsham.documents.checks.examining import require_size
from aylsham.documents.checks.kinds import SOUNDS, Checked
from aylsham.documents.checks.names import extension_of
from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.checks.sounds import Sound, require_sound_size
from aylsham.documents.sandbox import run_child
from aylsham.documents.scanning import scan

SECONDS = 30
MEGABYTES = 1024
GAVE_UP = "This file could not be looked through, so it is not kept. Print it to PDF and try again."


@dataclass(frozen=True)
class Upload:
    """A file from outside: the name that it came with, and its bytes."""

    name: str
    data: bytes

    @classmethod
    def of(cls, file) -> "Upload":
        """From a file of a form; one over the limit is not read at all."""
        if file.size:
            require_size(file.size)
        return cls(file.name, file.read())


def check_file(upload: Upload) -> Checked:
    """The file as it may be kept; FileRefused says why not."""
    return _checked("check", upload)


def check_photo(upload: Upload) -> Checked:
    """A picture as a small square photo; FileRefused says why not."""
    return _checked("photo", upload)


def check_voice(upload: Upload) -> Sound:
    """A recording with nothing in it but its sound; FileRefused says why not."""
    require_sound_size(len(upload.data))
    head, body = _looked_into("voice", upload)
    return Sound(body, head["media_type"], head["extension"], head["seconds"])


def check_packed(upload: Upload) -> Checked | Sound:
    """A file of a record that another school sent: a document, or a recording of a voice."""
    is_sound = extension_of(upload.name) in SOUNDS
    return check_voice(upload) if is_sound else check_file(upload)


def read_words(data: bytes, extension: str) -> str:
    """The words of a file that was kept; FileRefused when they cannot be had within the limits."""
    return _asked("words", data, extension)[1].decode()


def read_blocks(data: bytes, extension: str) -> list[dict]:
    """The pieces of a file that was checked (see `checks.blocks`); FileRefused as above."""
    return json.loads(_asked("blocks", data, extension)[1])


def _checked(what: str, upload: Upload) -> Checked:
    head, body = _looked_into(what, upload)
    return Checked(body, head["media_type"], head["extension"])


def _looked_into(what: str, upload: Upload) -> tuple[dict, bytes]:
    # The cheap ones first: a child process takes a quarter of a second.
    extension = extension_of(upload.name)
    require_size(len(upload.data))
    scan(upload.data)
    return _asked(what, upload.data, extension)


def _asked(what: str, data: bytes, extension: str) -> tuple[dict, bytes]:
    try:
        child = run_child(
            "aylsham.documents.inspector",
            what,
            f"file.{extension}",  # others on the machine can read the words of a command
            data=data,
            seconds=SECONDS,
            megabytes=MEGABYTES,
        )
    except subprocess.TimeoutExpired:
        raise FileRefused(GAVE_UP) from None
    head, line_end, body = child.stdout.partition(b"\n")
    if child.returncode or not line_end:
        raise FileRefused(GAVE_UP)
    told = json.loads(head)
    if "refused" in told:
        raise FileRefused(told["refused"])
    return told, body
