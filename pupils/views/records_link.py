"""The pages of a person who is given records: no account, a secret address and a one-time code.

A GET or HEAD changes nothing before the code, so that a mail scanner cannot use the link up.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from pupils.selectors.requests.links import Given, find_given
from pupils.services.requests.links import DOOR, fetch_bundle
from pupils.services.requests.sharing import is_barred
from pupils.views.printing import pdf_answer
from pupils.views.secret_pages import code_page, code_refusal, is_opened, secret_view


def _allowed(secret: str) -> Given | None:
    """What a secret address gives; a court order that came after sending closes the link."""
    given = find_given(secret)
    return None if given is None or is_barred(given.bundle) else given


given_view = secret_view(_allowed)


@given_view
def records_given(request: HttpRequest, given: Given, secret: str) -> HttpResponse:
    """What waits here; the button sends a code to the named address, or the file comes."""
    if is_opened(request, given):
        return _page(request, given, secret=secret, is_open=True)
    refusal = code_refusal(request, DOOR, given.bundle)
    if refusal is None:
        return redirect("records_given_code", secret)
    return _page(request, given, secret=secret, refusal=refusal)


@given_view
def records_given_code(request: HttpRequest, given: Given, secret: str) -> HttpResponse:
    """The code from the e-mail."""
    return code_page(
        request,
        given,
        secret,
        door=DOOR,
        row=given.bundle,
        start="records_given",
        after="records_given",
    )


@given_view
def records_given_file(request: HttpRequest, given: Given, secret: str) -> HttpResponse:
    """The file, for whoever has given the code."""
    if not is_opened(request, given):
        return redirect("records_given", secret)
    return pdf_answer(fetch_bundle(bundle=given.bundle), "records.pdf")


def _page(request: HttpRequest, given: Given, **context) -> HttpResponse:
    about = {"bundle": given.bundle, "school": given.link.school}
    return render(request, "contribute/records.html", about | context)
