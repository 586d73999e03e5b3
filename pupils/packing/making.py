"""A pack as one file: a readable record, the open format, a CTF and the documents."""

import io
import zipfile
from collections.abc import Mapping
from typing import Any

from pupils.packing.ctf import ctf_of
from pupils.packing.format import (
    CTF,
    FORMAT,
    MANIFEST,
    READABLE,
    README,
    RECORD,
    VERSION,
    canonical,
    manifest_of,
)
from pupils.selectors.transfers.contents import Contents

#: No time stands in the file, so that the same record makes the same pack.
NO_TIME = (1980, 1, 1, 0, 0, 0)
README_WORDS = """This is the record of one child, made with Aylsham for the child's next school.

record.pdf       to read, with an index
record.json      the same in an open format; its schema is record-1.schema.json of Aylsham
record-ctf.xml   a common transfer file with the SEN sections, for the school's own system; if that
                 asks for a name, call it 9990001_CTF_9990002_001.xml with the numbers of the
                 sending and of your school
documents/       the files of the record, as record.json names them
manifest.json    the digest of each file; Aylsham refuses a pack that was changed
"""


def record_of(contents: Contents, *, school: Any, made_on: str) -> dict[str, Any]:
    """`record.json` as a value."""
    return {
        "format": FORMAT,
        "version": VERSION,
        "made_on": made_on,
        "school": {
            "name": school.name,
            "urn": school.urn,
            "la_code": school.la_code,
            "establishment_number": school.establishment_number,
        },
        "pupil": contents.pupil,
        "people": contents.people,
        "roles": contents.roles,
        "tables": contents.tables,
        "files": [
            {"digest": f.digest, "name": f.name, "media_type": f.media_type} for f in contents.files
        ],
        "held_back": {held.value: counts for held, counts in contents.held.items()},
    }


def pack_of(
    record: dict[str, Any], *, pdf: bytes, files: Mapping[str, bytes], there: Any = None
) -> tuple[bytes, dict[str, Any]]:
    """The zip, and its manifest. `files`: bytes by their name in the pack."""
    inside = {
        README: README_WORDS.encode(),
        RECORD: canonical(record),
        CTF: ctf_of(record, there=there),
        **({READABLE: pdf} if pdf else {}),
        **files,
    }
    manifest = manifest_of(inside)
    inside[MANIFEST] = canonical(manifest)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in sorted(inside.items()):
            archive.writestr(zipfile.ZipInfo(name, NO_TIME), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue(), manifest
