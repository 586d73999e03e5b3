"""The whole check of one file: its name, its bytes, what is inside; without Django."""

from collections.abc import Callable
from importlib import import_module

from aylsham.documents.checks import signatures
from aylsham.documents.checks.kinds import ALLOWED, MAX_BYTES, MEGABYTES, Checked, require_allowed
from aylsham.documents.checks.names import extension_of
from aylsham.documents.checks.refusal import FileRefused

#: Longest text that the search keeps, in characters.
MOST_WORDS = 300_000


def examine(data: bytes, name: str, depth: int = 0) -> Checked:
    """The file as it will be kept; FileRefused says why not."""
    extension = extension_of(name)
    require_size(len(data))
    signatures.refuse_test_virus(data)
    require_allowed(extension)
    signatures.refuse_programs(data)
    if extension == "pdf":
        signatures.refuse_two_in_one(data, but="pdf")
        data = _of("pdf", "check_pdf")(data)
    elif extension == "docx":
        signatures.refuse_two_in_one(data, but="zip")
        data = _of("word", "check_word")(data)
    elif extension in ("eml", "msg"):
        signatures.refuse_two_in_one(data, but=extension)
        data = _of("emails", f"check_{extension}")(data, examine, depth)
    else:
        signatures.refuse_two_in_one(data, but="picture")
        data, extension = _of("pictures", "clean_picture")(data, extension)
    return Checked(data, ALLOWED[extension], extension)


def require_size(size: int) -> None:
    """Refused by its size before it is read any further."""
    if not size:
        raise FileRefused("The file is empty.")
    if size > MAX_BYTES:
        raise FileRefused(
            f"The file is {size / 1_000_000:,.0f} MB. Files over {MEGABYTES} MB are not taken: "
            "save it smaller, or scan with fewer dots."
        )


def words_of(data: bytes, extension: str) -> str:
    """What a person would read in a file that was taken; nothing for a picture."""
    readers = {"pdf": "pdf", "docx": "word", "eml": "emails", "msg": "emails"}
    names = {"docx": "words_of_word"}
    text = ""
    if extension in readers:
        text = _of(readers[extension], names.get(extension, f"words_of_{extension}"))(data)
    return " ".join(text.replace("\0", " ").split())[:MOST_WORDS]


def _of(module: str, name: str) -> Callable:
    """A check of one kind of file; its libraries are loaded for such a file alone."""
    return getattr(import_module(f"aylsham.documents.checks.{module}"), name)
