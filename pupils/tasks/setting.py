"""Setting a PDF in a job: what is missing fails, what went wrong is tried again."""

from collections.abc import Callable
from functools import partial

from aylsham.documents.rendering import PangoMissing, PdfProblem, write_pdf
from aylsham.jobs.registry import JobFailed, TryAgain


def set_pages[T](make: Callable[[], T]) -> T:
    """What `make` sets; JobFailed or TryAgain where that did not work."""
    try:
        return make()
    except PangoMissing as problem:
        raise JobFailed(str(problem)) from None  # trying again would not install it
    except PdfProblem as problem:
        raise TryAgain(str(problem)) from None


def write_pages(html: str) -> bytes:
    """The same for one document."""
    return set_pages(partial(write_pdf, html))
