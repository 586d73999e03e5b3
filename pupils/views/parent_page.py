"""A parent's page: no account, a secret address and a one-time code.

A GET or HEAD before the code changes nothing, so that a mail scanner cannot use the link up. The
sharing rules are asked at every opening: whoever may not read the page any more finds nothing.
"""

from functools import wraps

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham import clock
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from pupils.forms.parents import ChooseSlotForm, MessageForm
from pupils.selectors.agreements.links import find_agreeing
from pupils.selectors.bookings.parent import Bookable, bookable_rounds
from pupils.selectors.contributions import find_invited
from pupils.selectors.documents import versions_of
from pupils.selectors.parents.pages import PageOpened, find_page, paper_of, view_of
from pupils.services.agreements import asking as agreements
from pupils.services.bookings.booking import book_slot, cancel_booking
from pupils.services.contributions import asking
from pupils.services.meetings import inviting
from pupils.services.parents.pages import is_barred
from pupils.services.parents.reading import DOOR, note_read, open_paper, write_to_school
from pupils.views.document_files import document_file
from pupils.views.secret_pages import (
    View,
    code_page,
    code_refusal,
    gone,
    is_opened,
    note_opened,
    secret_view,
)

HOME = "parent_page_home"


def _allowed(secret: str) -> PageOpened | None:
    """The page of a secret address; an order or another address since then closes it."""
    found = find_page(secret)
    return found if found and not is_barred(found.page) else None


def page_view(view: View) -> View:
    """What stands behind the code; without it the way leads back to the door."""

    @secret_view(_allowed)
    @wraps(view)
    def wrapped(request: HttpRequest, found: PageOpened, secret: str) -> HttpResponse:
        if not is_opened(request, found):
            return redirect("parent_page", secret)
        return view(request, found, secret)

    return wrapped


@secret_view(_allowed)
def parent_page(request: HttpRequest, found: PageOpened, secret: str) -> HttpResponse:
    """Whose page it is; the button sends a code to the named address."""
    if is_opened(request, found):
        return redirect(HOME, secret)
    refusal = code_refusal(request, DOOR, found.page)
    if refusal is None:
        return redirect("parent_page_code", secret)
    return _render(request, found, "contribute/page_start.html", refusal=refusal)


@secret_view(_allowed)
def parent_page_code(request: HttpRequest, found: PageOpened, secret: str) -> HttpResponse:
    """The code from the e-mail."""
    return code_page(
        request,
        found,
        secret,
        door=DOOR,
        row=found.page,
        start="parent_page",
        after=HOME,
    )


@page_view
def parent_page_home(request: HttpRequest, found: PageOpened, secret: str) -> HttpResponse:
    """The page itself; from it lead the ways to answer a meeting or a question, and to write."""
    page, today = found.page, clock.today()
    shown = view_of(page, today=today)
    if request.method == "POST" and (way := _way_on(request, shown)):
        return way
    form = MessageForm(request.POST if "message" in request.POST else None)
    if form.is_bound and carried_out(form, lambda: write_to_school(page=page, **form.facts)):
        return redirect(f"{reverse(HOME, args=[secret])}?sent")
    if request.method == "GET":
        note_read(page)
    return _render(
        request,
        found,
        "contribute/page.html",
        view=shown,
        form=form,
        secret=secret,
        today=today,
        is_sent="sent" in request.GET,
        is_booked="booked" in request.GET,
        is_given_back="given_back" in request.GET,
    )


def _way_on(request: HttpRequest, shown) -> HttpResponse | None:
    """The page of what was chosen, if it is this person's: a meeting, questions, a letter, a plan."""
    chosen = request.POST.get("meeting", "")
    for each in shown.meetings:
        if str(each.invitee.pk) == chosen and not inviting.is_barred(each.invitee):
            return redirect("meeting_reply", inviting.new_link(each.invitee, each.invitee.meeting))
    chosen = request.POST.get("ask", "")
    for ask in (*shown.asks, *shown.letters):
        if str(ask.pk) == chosen and not asking.is_barred(ask):
            link = asking.new_link(ask)
            # The code that opened this page went to the same address.
            note_opened(request, find_invited(link))
            return redirect("contribute_answer", link)
    chosen = request.POST.get("agreement", "")
    for ask in shown.agreements:
        if str(ask.pk) == chosen and not agreements.is_barred(ask):
            link = agreements.new_link(ask)
            note_opened(request, find_agreeing(link))
            return redirect("agree_answer", link)
    return None


@page_view
def parent_page_times(request: HttpRequest, found: PageOpened, secret: str) -> HttpResponse:
    """The times of the round that `?round=` names: one is chosen, changed, or given back."""
    offered = _offered(found, request.GET.get("round", ""))
    if offered is None:
        return gone(request)
    if "give_back" in request.POST and offered.booking:
        try:
            cancel_booking(booking=offered.booking)
            return redirect(f"{reverse(HOME, args=[secret])}?given_back")
        except TransitionNotAllowed:
            return gone(request)
    form = ChooseSlotForm(request.POST or None, offered=offered)
    contact = found.page.contact
    if request.method == "POST" and carried_out(
        form, lambda: book_slot(contact=contact, **form.facts)
    ):
        return redirect(f"{reverse(HOME, args=[secret])}?booked")
    context = {"offered": offered, "form": form, "secret": secret}
    return _render(request, found, "contribute/times.html", **context)


def _offered(found: PageOpened, key: str) -> Bookable | None:
    contact = found.page.contact
    contact.pupil = found.page.pupil
    rounds = bookable_rounds(contact, today=clock.today())
    return next((each for each in rounds if str(each.round.pk) == key), None)


@page_view
def parent_page_paper(request: HttpRequest, found: PageOpened, secret: str) -> HttpResponse:
    """The paper that `?paper=` names, as a download."""
    paper = paper_of(found.page, request.GET.get("paper", ""), today=clock.today())
    if paper is None:
        return gone(request)
    try:
        open_paper(page=found.page, paper=paper)
    except TransitionNotAllowed:
        return gone(request)
    return document_file(paper.document, versions_of(paper.document)[0])


def _render(request: HttpRequest, found: PageOpened, template: str, **context) -> HttpResponse:
    about = {"page": found.page, "school": found.link.school, "child": found.page.pupil}
    return render(request, template, about | context)
