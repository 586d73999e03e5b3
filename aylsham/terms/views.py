"""Terms, INSET days and closures of a school: seen, changed one by one, or pasted as a list."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.dates import academic_year
from aylsham.editing import carried_out
from aylsham.forms import Form
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.models import Closure, Term
from aylsham.notices import done
from aylsham.own_lists import TERMS
from aylsham.terms import services
from aylsham.terms.forms import ClosureForm, LiveForm, NewTermForm, PasteForm, TermForm
from aylsham.terms.reading import read_calendar
from aylsham.terms.selectors import find_closure, find_term, preview_of, years_of


@school_view(Permission.MANAGE_CALENDAR)
@has_file
def terms(request: HttpRequest) -> HttpResponse:
    """The calendar of a school, by academic year."""
    years = years_of(request.school, request.access.today)
    if asks_for_file(request):
        return list_file(request, TERMS, _each_day(years))
    return render(request, "aylsham/terms/terms.html", {"years": years})


@federation_view(Permission.MANAGE_CALENDAR)
def federation_terms(request: HttpRequest) -> HttpResponse:
    """The schools whose calendars the person keeps."""
    return render(
        request, "aylsham/terms/schools.html", {"federation_schools": request.access.schools}
    )


@school_view(Permission.MANAGE_CALENDAR)
def add_term(request: HttpRequest) -> HttpResponse:
    """Add a term."""
    form = NewTermForm(request.POST or None, academic_year=academic_year(request.access.today))
    if request.POST and carried_out(
        form,
        lambda: services.add_term(
            school=request.school, by=request.access.user, **form.cleaned_data
        ),
    ):
        return _changed(request, "The term is added.")
    return _form(request, form, "Add a term")


@school_view(Permission.MANAGE_CALENDAR)
def change_term(request: HttpRequest, term: UUID) -> HttpResponse:
    """Change the days of a term."""
    found = _term(request, term)
    form = TermForm(request.POST or None, record=found)
    if request.POST and carried_out(
        form,
        lambda: services.change_term(term=found, by=request.access.user, **form.cleaned_data),
    ):
        return _changed(request, "The term is changed.")
    return _form(request, form, f"{found.get_name_display()} term")


@school_view(Permission.MANAGE_CALENDAR)
def remove_term(request: HttpRequest, term: UUID) -> HttpResponse:
    """Take a term out."""
    found = _term(request, term)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form, lambda: services.remove_term(term=found, by=request.access.user)
    ):
        return _changed(request, "The term is taken out.")
    return _confirm(request, found)


@school_view(Permission.MANAGE_CALENDAR)
def live(request: HttpRequest) -> HttpResponse:
    """Say from which day the school's own clocks run."""
    form = LiveForm(request.POST or None, record=request.school)
    if request.POST and carried_out(
        form,
        lambda: services.set_live_from(
            school=request.school, by=request.access.user, **form.cleaned_data
        ),
    ):
        return _changed(request, "The day of going live is saved.")
    return _form(request, form, "When the school goes live")


@school_view(Permission.MANAGE_CALENDAR)
def add_closure(request: HttpRequest) -> HttpResponse:
    """Add closed days."""
    form = ClosureForm(request.POST or None, record=None, initial={"kind": "inset"})
    if request.POST and carried_out(
        form,
        lambda: services.add_closure(school=request.school, by=request.access.user, **form.facts),
    ):
        return _changed(request, "The days are added.")
    return _form(request, form, "Add INSET or closed days")


@school_view(Permission.MANAGE_CALENDAR)
def change_closure(request: HttpRequest, closure: UUID) -> HttpResponse:
    """Change closed days."""
    found = _closure(request, closure)
    form = ClosureForm(request.POST or None, record=found)
    if request.POST and carried_out(
        form,
        lambda: services.change_closure(closure=found, by=request.access.user, **form.cleaned_data),
    ):
        return _changed(request, "The days are changed.")
    return _form(request, form, found.get_kind_display())


@school_view(Permission.MANAGE_CALENDAR)
def remove_closure(request: HttpRequest, closure: UUID) -> HttpResponse:
    """Take closed days out."""
    found = _closure(request, closure)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form, lambda: services.remove_closure(closure=found, by=request.access.user)
    ):
        return _changed(request, "The days are taken out.")
    return _confirm(request, found)


@school_view(Permission.MANAGE_CALENDAR)
def paste(request: HttpRequest) -> HttpResponse:
    """Paste a list of term dates: first what it says, then, on request, into the calendar."""
    form = PasteForm(request.POST or None, academic_year=academic_year(request.access.today))
    preview = None
    if request.POST and form.is_valid():
        found = read_calendar(
            form.cleaned_data["text"], academic_year=form.cleaned_data["academic_year"]
        )
        preview = preview_of(request.school, found)
        if (
            "take_over" in request.POST
            and preview.may_go_on
            and carried_out(
                form,
                lambda: services.take_over_calendar(
                    school=request.school, found=found, by=request.access.user
                ),
            )
        ):
            return _changed(request, f"{preview.changes} entries are in the calendar.")
    return render(request, "aylsham/terms/paste.html", {"form": form, "preview": preview})


def _changed(request: HttpRequest, words: str) -> HttpResponse:
    done(request, f"{words} All dates of the school are worked out again.")
    return redirect("terms", request.school.slug)


def _form(request: HttpRequest, form, heading: str) -> HttpResponse:
    return render(request, "aylsham/terms/form.html", {"form": form, "form_heading": heading})


def _confirm(request: HttpRequest, row: Term | Closure) -> HttpResponse:
    return render(request, "aylsham/terms/remove.html", {"row": row})


def _term(request: HttpRequest, pk: UUID) -> Term:
    found = find_term(request.school, pk)
    if found is None:
        raise Http404
    return found


def _closure(request: HttpRequest, pk: UUID) -> Closure:
    found = find_closure(request.school, pk)
    if found is None:
        raise Http404
    return found


def _each_day(years) -> list[tuple]:
    """Every term and closed day with its school year and its kind in words."""
    return [
        (year.words, words, row)
        for year in years
        for words, row in (
            *((term.get_name_display(), term) for term in year.terms),
            *((_closed_words(each), each) for each in year.closures),
        )
    ]


def _closed_words(closure) -> str:
    words = closure.get_kind_display()
    return f"{words}: {closure.note}" if closure.note else words
