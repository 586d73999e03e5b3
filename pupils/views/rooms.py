"""Rooms in test week: added, filled, printed."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed
from aylsham.clock import academic_year
from aylsham.documents.rendering import PdfProblem
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.arrangement_codes import NationalTest
from pupils.forms.arrangements import RoomForm
from pupils.selectors.arrangements import pupils_of_test
from pupils.selectors.rooms import room_of, rooms_of, week_of_tests
from pupils.services.arrangements.rooms import print_rooms
from pupils.services.arrangements.week import (
    add_test_room,
    change_test_room,
    remove_test_room,
    seat_child,
)
from pupils.views.national_tests import form_page, known_test, saw
from pupils.views.printing import pdf_answer


@school_view(Permission.VIEW_NEEDS)
def test_rooms(request: HttpRequest, test) -> HttpResponse:
    """Who sits where with what; with `?as=pdf` a sheet for each room."""
    known_test(test)
    week = week_of_tests(request.access, test)
    is_paper = request.GET.get("as") == "pdf"
    saw(request, Action.PRINT if is_paper else Action.VIEW_ARRANGEMENTS, week.children)
    if is_paper:
        try:
            printed = print_rooms(
                week, request.school, NationalTest(test).label, today=request.access.today
            )
        except PdfProblem as refused:
            problem(request, str(refused))
            return redirect("test_rooms", request.school.slug, test)
        except TransitionNotAllowed as refused:
            problem(request, str(refused))
            return redirect("test_rooms", request.school.slug, test)
        return pdf_answer(printed, f"test-rooms-{request.access.today:%Y-%m-%d}.pdf")
    context = {
        "week": week,
        "test": test,
        "test_words": NationalTest(test).label,
        "may_edit": request.access.can(Permission.EDIT_ARRANGEMENTS),
    }
    return render(request, "pupils/tests/rooms.html", context)


@school_view(Permission.EDIT_ARRANGEMENTS)
@require_POST
def test_seats(request: HttpRequest, test) -> HttpResponse:
    """Say where each child sits; only what differs is changed."""
    known_test(test)
    rooms = {str(room.pk): room for room in rooms_of(request.access, test)}
    children = {child.pupil_id: child for child in week_of_tests(request.access, test).children}
    seated = 0
    for pupil in pupils_of_test(request.access, test).filter(pk__in=list(children)):
        value = request.POST.get(f"room-{pupil.pk}")
        is_same = value in (None, str(children[pupil.pk].room_id or ""))
        if is_same or (value and value not in rooms):
            continue
        seat_child(
            pupil=pupil,
            academic_year=academic_year(request.access.today),
            test=test,
            room=rooms.get(value or ""),
            by=request.user,
        )
        seated += 1
    done(request, f"{seated} seat{'' if seated == 1 else 's'} changed.")
    return redirect("test_rooms", request.school.slug, test)


@school_view(Permission.EDIT_ARRANGEMENTS)
def test_room_add(request: HttpRequest, test) -> HttpResponse:
    """Add a room."""
    known_test(test)
    form = RoomForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_test_room(
            school=request.school,
            academic_year=academic_year(request.access.today),
            test=test,
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "The room is added.")
        return redirect("test_rooms", request.school.slug, test)
    return form_page(request, form, "Add a room", _rooms_url(request, test))


@school_view(Permission.EDIT_ARRANGEMENTS)
def test_room(request: HttpRequest, room: UUID) -> HttpResponse:
    """Change a room, or take it away."""
    row = _found(room_of(request.access, room))
    form = RoomForm(request.POST or None, record=row)
    if request.method == "POST" and "remove" in request.POST:
        remove_test_room(room=row, by=request.user)
        done(request, "The room is gone. Its children need another one.")
        return redirect("test_rooms", request.school.slug, row.test)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_test_room(
            room=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "The room is changed.")
        return redirect("test_rooms", request.school.slug, row.test)
    return form_page(
        request, form, "Change a room", _rooms_url(request, row.test), "pupils/tests/room.html"
    )


def _rooms_url(request: HttpRequest, test: str) -> str:
    return reverse("test_rooms", args=[request.school.slug, test])


def _found(row):
    if row is None:
        raise Http404
    return row
