"""E-mail files: what hangs on them is checked as if it had come alone."""

import base64
import email
import email.policy
import io
import re
import zipfile
from collections.abc import Callable, Iterator
from email.message import EmailMessage

import olefile

from aylsham.documents.checks.kinds import ALLOWED, ALSO_ON_EMAILS, Checked
from aylsham.documents.checks.names import PROGRAMS
from aylsham.documents.checks.places import without_place
from aylsham.documents.checks.refusal import FileRefused
from aylsham.documents.checks.signatures import (
    has_markup,
    refuse_programs,
    refuse_test_virus,
)
from aylsham.documents.checks.word import check_word

MOST_PARTS = 200
DEEPEST = 5
_HEADERS = ("from", "date", "subject", "to", "message-id", "received")
PICTURES = frozenset(k for k, media_type in ALLOWED.items() if media_type.startswith("image/"))
Check = Callable[[bytes, str, int], Checked]
_NO_EML = FileRefused("This is no e-mail file, whatever its name says. Save the e-mail again.")
_NO_MSG = FileRefused("This is no Outlook file, whatever its name says. Save the e-mail again.")


def check_eml(data: bytes, check: Check, depth: int) -> bytes:
    """The e-mail, without the places where photos on it were taken.

    FileRefused if it is no e-mail, or for anything that hangs on it and would be refused.
    """
    message = _parsed(data)
    kept = data
    for number, part in enumerate(message.walk()):
        if number > MOST_PARTS:
            raise FileRefused("This e-mail has too many parts. Save it as PDF.")
        if part.is_multipart():
            continue
        body = bytes(part.get_payload(decode=True) or b"")  # type: ignore[arg-type]  # decoded
        refuse_test_virus(body)
        name = part.get_filename() or ""
        if name or part.get_content_disposition() == "attachment":
            clean = _check_attachment(name, body, check, depth)
        elif part.get_content_maintype() != "text":
            clean = _check_inline(part, body, check, depth)
        else:
            continue
        if clean != body:
            kept = _with_body(kept, part, clean)
    return kept


def _with_body(data: bytes, part, clean: bytes) -> bytes:
    """The e-mail with other bytes in this part, and every other byte as it came."""
    written = str(part.get_payload()).strip().encode("ascii", "surrogateescape")
    if str(part["content-transfer-encoding"] or "").lower() != "base64" or written not in data:
        raise FileRefused(
            "A photo on this e-mail says where it was taken, and that cannot be taken out here. "
            "Save the e-mail without it, and file the photo by itself."
        )
    line_end = b"\r\n" if b"\r\n" in written or b"\r\n" in data[:2000] else b"\n"
    return data.replace(written, base64.encodebytes(clean).strip().replace(b"\n", line_end))


def _parsed(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=email.policy.default)
    head = data[:64].lstrip()
    names = [name.lower() for name in message.keys()]  # noqa: SIM118 (a name may come twice)
    is_one = "from" in names and sum(name in names for name in _HEADERS) >= 3
    if not is_one or head.startswith(b"<") or not re.match(rb"[A-Za-z][\w-]*:|From ", head):
        raise _NO_EML
    if any(name.startswith("snapshot-content") for name in names):
        raise FileRefused("This is a saved web page. Print it to PDF.")
    return message


def _check_inline(part, body: bytes, check: Check, depth: int) -> bytes:
    """A picture in the text has a type and no name."""
    kind = part.get_content_subtype().lower()
    return _check_attachment(
        f"inline.{ {'jpeg': 'jpg', 'rfc822': 'eml'}.get(kind, kind) }", body, check, depth
    )


def _check_attachment(name: str, body: bytes, check: Check, depth: int) -> bytes:
    """The bytes as they are kept."""
    refuse_test_virus(body)
    refuse_programs(body)
    extension = name.rpartition(".")[2].lower().strip()
    if depth >= DEEPEST:
        raise FileRefused("There are e-mails in e-mails in this one. File them one by one.")
    try:
        if extension in ALLOWED:
            found = check(body, f"part.{extension}", depth + 1)
            # A picture keeps its kind and length here: what is around it stays whole.
            return without_place(body) if extension in PICTURES else found.data
        elif extension == "xlsx":
            return check_word(body, kind="xlsx", depth=1)
        elif extension not in ALSO_ON_EMAILS or PROGRAMS.intersection(name.lower().split(".")):
            raise FileRefused("A file of this kind is not taken.")
        elif extension == "gif" and not body.startswith(b"GIF8"):
            raise FileRefused("This is no picture.")
        elif extension != "txt" and has_markup(body[:512]):
            raise FileRefused("It holds a web page.")
    except FileRefused as refusal:
        raise FileRefused(
            f"Something that hangs on this e-mail is refused: {refusal} "
            "Save the e-mail without it, or as PDF."
        ) from None
    return without_place(body) if extension == "gif" else body


def check_msg(data: bytes, check: Check, depth: int) -> bytes:
    """The same for Outlook's own files."""
    kept = data
    for stream, body in _streams(data):
        refuse_test_virus(body)
        if stream[-1].startswith("__substg1.0_37010102"):
            name = _text(data, [*stream[:-1], "__substg1.0_3707"]) or _text(
                data, [*stream[:-1], "__substg1.0_3704"]
            )
            clean = _check_attachment(name or "unnamed", body, check, depth)
            if clean != body:
                kept = _with_stream(kept, stream, clean, len(body))
    return kept


def _with_stream(data: bytes, stream: list[str], clean: bytes, length: int) -> bytes:
    """The Outlook file with other bytes in a stream, which has no room for more or fewer."""
    if len(clean) != length:
        raise FileRefused(
            "A photo in a file on this e-mail says where it was taken, and that cannot be taken "
            "out here. Save the e-mail without the file, and file that by itself."
        )
    into = io.BytesIO(data)
    with olefile.OleFileIO(into, write_mode=True) as outlook:
        outlook.write_stream("/".join(stream), clean)
        return into.getvalue()


def _streams(data: bytes) -> Iterator[tuple[list[str], bytes]]:
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as outlook:
            if not outlook.exists("__properties_version1.0"):
                raise _NO_MSG
            names = outlook.listdir(streams=True, storages=True)
            if len(names) > 5000 or any(n[-1].lower() in ("macros", "vba") for n in names):
                raise _NO_MSG
            _require_nothing_behind(outlook, data)
            for name in outlook.listdir():
                yield name, outlook.openstream(name).read()
    except (OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError):
        raise _NO_MSG from None


def _require_nothing_behind(outlook: olefile.OleFileIO, data: bytes) -> None:
    """No archive behind the last sector in use; what hangs on the e-mail is looked at by itself."""
    used = max((i for i, value in enumerate(outlook.fat) if value != olefile.FREESECT), default=0)
    behind = data[(used + 2) * outlook.sectorsize :]
    if zipfile.is_zipfile(io.BytesIO(behind)):
        raise FileRefused("This file is two in one: it is an archive as well. Save it again.")


def _text(data: bytes, path: list[str]) -> str:
    """A text of an Outlook file, in either of its two ways of writing."""
    with olefile.OleFileIO(io.BytesIO(data)) as outlook:
        for ending, codec in (("001F", "utf-16-le"), ("001E", "cp1252")):
            name = [*path[:-1], path[-1] + ending]
            if outlook.exists(name):
                return outlook.openstream(name).read().decode(codec, "replace").strip("\0 ")
    return ""


def words_of_eml(data: bytes) -> str:
    """Who wrote to whom about what, and the text."""
    message = _parsed(data)
    body = message.get_body(("plain", "html"))
    text = body.get_content() if body is not None else ""
    if body is not None and body.get_content_subtype() == "html":
        text = re.sub(r"<(style|script).*?</\1>|<[^>]+>", " ", text, flags=re.S | re.I)
    return " ".join(filter(None, [message["from"], message["subject"], text]))


def words_of_msg(data: bytes) -> str:
    """The same of an Outlook file: sender, subject, text."""
    return " ".join(_text(data, [f"__substg1.0_{tag}"]) for tag in ("0C1A", "0037", "1000"))
