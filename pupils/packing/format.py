"""The open format of a record, version 1: names of the files in the pack, and what seals them.

`record-1.schema.json` beside this file describes `record.json` in full.
"""

import hashlib
import json
from typing import Any

from django.utils.crypto import constant_time_compare, salted_hmac

FORMAT, VERSION = "aylsham-record", 1
RECORD, READABLE, CTF, MANIFEST, README = (
    "record.json",
    "record.pdf",
    "record-ctf.xml",
    "manifest.json",
    "README.txt",
)
SALT = "pupils.packing.manifest"


def canonical(value: Any) -> bytes:
    """The same bytes for the same value, wherever it was made."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def manifest_of(files: dict[str, bytes]) -> dict[str, Any]:
    """What is in a pack, with the digest of each file, signed by this installation."""
    listed = {name: hashlib.sha256(data).hexdigest() for name, data in sorted(files.items())}
    return {
        "format": FORMAT,
        "version": VERSION,
        "files": listed,
        "signature": _signature(listed),
    }


def is_signed_here(manifest: dict[str, Any]) -> bool:
    """Whether this very installation made the pack."""
    return constant_time_compare(manifest["signature"], _signature(manifest["files"]))


def check_code(manifest: dict[str, Any]) -> str:
    """Sixteen letters and figures that only this very pack has: told apart from the pack."""
    digest = hashlib.sha256(canonical(manifest["files"])).hexdigest()[:16]
    return "-".join(digest[n : n + 4] for n in range(0, 16, 4))


def is_check_code(manifest: dict[str, Any], typed: str) -> bool:
    """Whether somebody typed the code of this pack, with or without its hyphens."""
    bare = "".join(typed.lower().split()).replace("-", "")
    return constant_time_compare(bare, check_code(manifest).replace("-", ""))


def _signature(listed: dict[str, str]) -> str:
    return salted_hmac(SALT, canonical(listed), algorithm="sha256").hexdigest()
