"""The pages of a person who is given records: no account, a secret address and a one-time code.

A GET or HEAD changes nothing before the code, so that a mail scanner cannot use the link up.
"""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from aylsham import clock
from aylsham.access.decorators import public_view
from aylsham.changes import TransitionNotAllowed
from pupils.forms.contributions import CodeForm
from pupils.rules.asking import MOST_WRONG_CODES
from pupils.selectors.requests.links import Given, find_given
from pupils.services.contributions.asking import may_be_asked
from pupils.services.requests.links import check_records_code, fetch_bundle, send_records_code
from pupils.views.contribute import is_opened, note_opened, private
from pupils.views.printing import pdf_answer


def given_view(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """A page behind a secret address: found, still allowed, private; otherwise one same 404."""

    # Nobody can forge a request to an address of 256 random bits that they do not know.
    @csrf_exempt
    @require_http_methods(["GET", "HEAD", "POST"])
    @public_view
    @wraps(view)
    def wrapped(request: HttpRequest, secret: str) -> HttpResponse:
        given = find_given(secret)
        if given is None or _is_refused(given):
            return private(render(request, "contribute/gone.html", status=404))
        return private(view(request, given, secret))

    return wrapped


def _is_refused(given: Given) -> bool:
    """A court order that came after sending closes the link."""
    return may_be_asked(given.bundle.case.contact, today=clock.today()).is_refused


@given_view
def records_given(request: HttpRequest, given: Given, secret: str) -> HttpResponse:
    """What waits here; the button sends a code to the named address, or the file comes."""
    if is_opened(request, given):
        return _page(request, given, secret, is_open=True)
    refusal = ""
    if request.method == "POST":
        try:
            send_records_code(bundle=given.bundle)
            return redirect("records_given_code", secret)
        except TransitionNotAllowed as refused:
            refusal = str(refused)
    return _page(request, given, secret, refusal=refusal)


@given_view
def records_given_code(request: HttpRequest, given: Given, secret: str) -> HttpResponse:
    """The code from the e-mail."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if check_records_code(bundle=given.bundle, code=form.cleaned_data["code"]):
            note_opened(request, given)
            return redirect("records_given", secret)
        left = MOST_WRONG_CODES - given.bundle.wrong_codes - 1
        if left <= 0:
            return render(request, "contribute/gone.html", status=404)
        tries = "1 try" if left == 1 else f"{left} tries"
        form.add_error("code", f"This is not the newest code. You have {tries} left.")
    return _page(request, given, secret, "contribute/records_code.html", form=form)


@given_view
def records_given_file(request: HttpRequest, given: Given, secret: str) -> HttpResponse:
    """The file, for whoever has given the code."""
    if not is_opened(request, given):
        return redirect("records_given", secret)
    return pdf_answer(fetch_bundle(bundle=given.bundle), "records.pdf")


def _page(
    request: HttpRequest, given: Given, secret: str, template="contribute/records.html", **context
) -> HttpResponse:
    about = {"bundle": given.bundle, "school": given.link.school, "secret": secret}
    return render(request, template, about | context)
