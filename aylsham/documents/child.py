"""The child process that sets a PDF: HTML in, PDF out, no Django, no network.

Run as `python -m aylsham.documents.child SECONDS MEGABYTES`.
"""

import base64
import mimetypes
import sys
from pathlib import Path

from aylsham.documents.fonts import with_fonts
from aylsham.documents.languages import tag_languages
from aylsham.documents.limits import set_limits

STATIC = Path(__file__).resolve().parent.parent.parent / "static"
#: Addresses of our own files: `own:fonts/atkinson-next.woff2`.
SCHEME = "own:"
#: A child's photo, put into the document itself by us: the child process can read no file of it.
PHOTO = "data:image/jpeg;base64,"
PANGO_IS_MISSING = 3


def main(seconds: int, megabytes: int) -> int:
    """Set what comes in; the exit status says how it went."""
    set_limits(seconds, megabytes)
    try:
        import weasyprint  # noqa: F401 (whether it is there)
    except (ImportError, OSError):
        return PANGO_IS_MISSING
    html = sys.stdin.buffer.read().decode()
    tag_languages(html)
    sys.stdout.buffer.write(pdf_of(html))
    return 0


def pdf_of(html: str) -> bytes:
    """A document as PDF/UA-1. ImportError or OSError where the libraries are missing."""
    import weasyprint

    document = weasyprint.HTML(string=with_fonts(html), url_fetcher=own_files(), base_url=SCHEME)
    return document.write_pdf(pdf_variant="pdf/ua-1")


def own_files():
    """A fetcher that serves the files of our own look and a photo in the document; nothing else."""
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class OwnFiles(URLFetcher):
        def fetch(self, url, headers=None):
            if url.startswith(PHOTO):
                photo = base64.b64decode(url.removeprefix(PHOTO))
                return URLFetcherResponse(url, photo, {"Content-Type": "image/jpeg"})
            path = (STATIC / url.removeprefix(SCHEME)).resolve()
            if not url.startswith(SCHEME) or not path.is_relative_to(STATIC) or not path.is_file():
                raise ValueError("not a file of ours")
            # A style sheet is taken for one only if it says so.
            kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    return OwnFiles(allowed_protocols=())


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]), int(sys.argv[2])))
