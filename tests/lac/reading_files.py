"""The text of files, for tests that look for what must not stand in them."""

import io
import re
import zipfile

import pypdf


def text_in(data: bytes) -> str:
    """The words and the properties of a PDF, a Word file, a workbook or a text."""
    if data.startswith(b"%PDF"):
        reader = pypdf.PdfReader(io.BytesIO(data))
        about = " ".join(str(value) for value in (reader.metadata or {}).values())
        # A line that was broken is one again.
        pages = " ".join(page.extract_text() for page in reader.pages)
        return re.sub(r"\s+", " ", f"{pages} {about}")
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            said = [parts.read(name).decode(errors="ignore") for name in parts.namelist()]
        return re.sub(r"<[^>]+>", " ", "\n".join(said))
    return data.decode(errors="ignore").replace("\r\n ", "")
