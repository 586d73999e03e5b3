"""The text of files, for tests that look for what must not stand in them."""

import html
import io
import re
import subprocess
import zipfile

import pypdf
import pytest

from aylsham.documents import rendering

#: How a document begins that was not set.
UNSET = b"%PDF-unset"


@pytest.fixture
def unset(monkeypatch: pytest.MonkeyPatch) -> None:
    """Documents stay as they are handed to whoever sets them: the same words, at once.

    Whoever asks for everything (`ASK_ALL`) is given real files, which say what was handed over.
    """

    def keep(module, *words, data, **limits):
        return subprocess.CompletedProcess([module], 0, UNSET + data)

    monkeypatch.setattr(rendering, "run_child", keep)


def text_in(data: bytes) -> str:
    """The words and the properties of a PDF, a Word file, a workbook or a text."""
    if data.startswith(UNSET):
        return re.sub(r"\s+", " ", html.unescape(data.removeprefix(UNSET).decode()))
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
