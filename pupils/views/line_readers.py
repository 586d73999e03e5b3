"""Who reads the sensitive lines of a passport: by role, by name, until when."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from aylsham.access.decorators import require, school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.forms.line_readers import ReaderForm
from pupils.selectors.passports.named import (
    closed_line,
    closed_lines,
    people_to_name,
    reader_of,
    role_words,
)
from pupils.services.passports.naming import end_reader, name_reader
from pupils.views.opening import child_form, child_page, child_url, open_child

PAGE = "line_readers"


@school_view(Permission.GRANT_ACCESS)
def readers(request: HttpRequest, pupil) -> HttpResponse:
    """Every sensitive line with those who read it."""
    child = open_child(request, pupil, Action.VIEW_ACCESS)
    require(request, Permission.VIEW_SENSITIVE)
    return child_page(
        request,
        "pupils/passports/readers.html",
        child,
        tab="passport",
        lines=closed_lines(request.access, child.pupil),
        by_role=role_words(),
    )


@school_view(Permission.GRANT_ACCESS)
def add(request: HttpRequest, pupil) -> HttpResponse:
    """Name somebody for one line: `?line=` says which."""
    child = open_child(request, pupil, Action.VIEW_ACCESS)
    require(request, Permission.VIEW_SENSITIVE)
    line = closed_line(request.access, child.pupil, request.GET.get("line", ""))
    if line is None:
        raise Http404
    today = request.access.today
    form = ReaderForm(request.POST or None, adults=people_to_name(request.school, today=today))
    if request.method == "POST" and carried_out(
        form,
        lambda: name_reader(
            pupil=child.pupil, line=line, today=today, by=request.user, **form.facts
        ),
    ):
        done(request, "They read this line now, and are asked to confirm it. It ends by itself.")
        return redirect(child_url(PAGE, child))
    return child_form(
        request,
        child,
        form,
        heading="Who else may read this line?",
        submit="Name them",
        back=PAGE,
        note=f"“{line.text}”",
        hands_over="",
    )


@school_view(Permission.GRANT_ACCESS)
def end(request: HttpRequest, pupil, line_reader) -> HttpResponse:
    """End it before its day; asked for by POST."""
    child = open_child(request, pupil, Action.VIEW_ACCESS)
    require(request, Permission.VIEW_SENSITIVE)
    found = reader_of(child.pupil, line_reader)
    if found is None:
        raise Http404
    if request.method == "POST":
        try:
            end_reader(reader=found, today=request.access.today, by=request.user)
            done(request, "They no longer read this line.")
        except TransitionNotAllowed as refused:
            problem(request, str(refused))
    return redirect(child_url(PAGE, child))
