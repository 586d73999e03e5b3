"""Element 3: the council's letters, and each child against element 2."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from aylsham.access.decorators import federation_view, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event, record_events
from aylsham.editing import carried_out
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done
from provision.forms.element_3 import LetterForm
from provision.list_files import ELEMENT_3, ELEMENT_3_OF_SCHOOLS
from provision.rules.elements import financial_year
from provision.rules.graduated_map import SURE_WORDS
from provision.selectors.element_3 import element_3_year, letter_of
from provision.selectors.federation_element_3 import federation_element_3
from provision.services.element_3 import add_letter, change_letter
from provision.views.parts import federation_parts, parts

PAGE, OF_ALL = "element_3", "federation_element_3"


@school_view(Permission.VIEW_COSTS)
@has_file
def element_3(request: HttpRequest) -> HttpResponse:
    """What the letters give, what is planned from it, and each child above element 2."""
    page = element_3_year(request.access, _asked_year(request))
    record_event(
        Action.VIEW_COSTS,
        school=request.school,
        by=request.access,
        pupil_ids=[line.pupil.pk for line in page.children],
    )
    if asks_for_file(request):
        return list_file(
            request, ELEMENT_3, page.children, [("Financial year", f"{page.year}/{page.year + 1}")]
        )
    context = {
        "parts": parts(request, PAGE),
        "page": page,
        "years": list(_years(financial_year(request.access.today))),
        "sure": SURE_WORDS,
        "may_keep": request.access.can(Permission.KEEP_RATES),
        "several": len(request.access.schools_with(Permission.VIEW_COSTS)) > 1,
    }
    return render(request, "provision/element_3/page.html", context)


@federation_view(Permission.VIEW_COSTS)
@has_file
def element_3_of_all(request: HttpRequest) -> HttpResponse:
    """What each school holds of element 3, by financial year."""
    access = request.access
    page = federation_element_3(access, _asked_year(request))
    shown = {line.school: () for line in page.schools}
    record_events(Action.VIEW_COSTS, by=access, pupil_ids_by_school=shown)
    if asks_for_file(request):
        return list_file(
            request,
            ELEMENT_3_OF_SCHOOLS,
            page.schools,
            [("Financial year", f"{page.year}/{page.year + 1}")],
        )
    context = {
        "parts": federation_parts(request, OF_ALL),
        "page": page,
        "years": list(_years(financial_year(access.today))),
    }
    return render(request, "provision/element_3/federation.html", context)


@school_view(Permission.KEEP_RATES)
def letter_add(request: HttpRequest) -> HttpResponse:
    """Write down a letter."""
    this = financial_year(request.access.today)
    form = LetterForm(
        request.POST or None, years=_years(this), lines=(), initial={"financial_year": this}
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: add_letter(
            school=request.school,
            lines=form.lines,
            by=request.user,
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        done(request, "The letter is written down.")
        return redirect(_back(request, form))
    return _form(request, form, "A letter about element 3")


@school_view(Permission.KEEP_RATES)
def letter_change(request: HttpRequest, funding_letter) -> HttpResponse:
    """Put a letter right."""
    letter = letter_of(request.access, funding_letter)
    if letter is None:
        raise Http404
    years = sorted({*_years(financial_year(request.access.today)), letter.financial_year})
    lines = list(letter.lines.all())
    form = LetterForm(request.POST or None, record=letter, years=years, lines=lines)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_letter(
            letter=letter,
            lines=form.lines,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "The letter is changed.")
        return redirect(_back(request, form))
    return _form(request, form, "Change the letter")


def _asked_year(request: HttpRequest) -> int:
    """The financial year that the address names, or this one."""
    this = financial_year(request.access.today)
    near = {str(year): year for year in _years(this)}
    return near.get(request.GET.get("year", ""), this)


def _years(this: int) -> range:
    return range(this - 2, this + 2)


def _back(request: HttpRequest, form) -> str:
    year = form.cleaned_data["financial_year"]
    return f"{reverse(PAGE, args=[request.school.slug])}?year={year}"


def _form(request: HttpRequest, form, heading: str) -> HttpResponse:
    context = {
        "form": form,
        "heading": heading,
        "submit": "Save",
        "cancel_url": reverse(PAGE, args=[request.school.slug]),
    }
    return render(request, "provision/element_3/form.html", context)
