"""The school day: bells, rooms, protected lessons."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.changes import TransitionNotAllowed
from aylsham.clock import academic_year
from aylsham.editing import carried_out
from aylsham.forms import Form
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.notices import done, problem
from staff.forms.school_days import LessonForm, RoomForm, SchoolDayForm
from staff.list_files import BELL_TIMES
from staff.selectors.school_days import (
    bells_of,
    classes_now,
    lesson_of,
    room_of,
    school_day_of,
    school_day_page,
)
from staff.services.school_days import (
    add_school_day,
    change_school_day,
    free_lesson,
    keep_room,
    protect_lesson,
    remove_room,
    remove_school_day,
    start_school_days,
)

PAGE = "school_day"
BELLS = "staff/day/bells_form.html"


@school_view(Permission.VIEW_STAFF)
@has_file
def school_day(request: HttpRequest) -> HttpResponse:
    """Bells by year groups, rooms and lessons nobody is taken from."""
    if asks_for_file(request):
        return list_file(
            request,
            BELL_TIMES,
            [(day, bell) for day in school_day_page(request.access).days for bell in day.bells],
        )
    context = {
        "page": school_day_page(request.access),
        "may_keep": request.access.can(Permission.KEEP_STAFF),
    }
    return render(request, "staff/day/page.html", context)


@school_view(Permission.KEEP_STAFF)
@require_POST
def school_day_start(request: HttpRequest) -> HttpResponse:
    """Usual bells for each part of the school, to be put right."""
    try:
        made = start_school_days(
            school=request.school, starts_on=_year_begins(request), by=request.user
        )
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    else:
        done(request, f"Usual bells are set, {made} in all. Now put your own times in.")
    return redirect(PAGE, request.school.slug)


@school_view(Permission.KEEP_STAFF)
def bells_add(request: HttpRequest) -> HttpResponse:
    """Bells from a day on, beginning with those of another day."""
    key = _like(request)
    like = school_day_of(request.access, key) if key else None
    initial = {"starts_on": request.access.today}
    if like:
        initial |= {"name": like.name, "year_groups": like.year_groups}
    form = SchoolDayForm(
        request.POST or None,
        years=request.school.year_groups,
        bells=bells_of(like),
        initial=initial,
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: add_school_day(
            school=request.school,
            bells=form.bells,
            by=request.user,
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        return _back(request, "The bells are kept.")
    return _shown(request, form, "New bells", "Save", BELLS)


@school_view(Permission.KEEP_STAFF)
def bells_change(request: HttpRequest, staff_day) -> HttpResponse:
    """Put bells right."""
    day = _or_404(school_day_of(request.access, staff_day))
    years = list(dict.fromkeys([*request.school.year_groups, *day.year_groups]))
    form = SchoolDayForm(request.POST or None, record=day, years=years, bells=bells_of(day))
    if request.method == "POST" and carried_out(
        form,
        lambda: change_school_day(
            day=day,
            bells=form.bells,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        return _back(request, "The bells are changed.")
    remove = reverse("bells_remove", args=[request.school.slug, day.pk])
    return _shown(request, form, "Change the bells", "Save", BELLS, remove_url=remove)


@school_view(Permission.KEEP_STAFF)
def bells_remove(request: HttpRequest, staff_day) -> HttpResponse:
    """Take out bells that never held."""
    day = _or_404(school_day_of(request.access, staff_day))
    return _removed(request, f"{day.name}", lambda: remove_school_day(day=day, by=request.user))


@school_view(Permission.KEEP_STAFF)
def room_add(request: HttpRequest) -> HttpResponse:
    """Add a room."""
    form = RoomForm(request.POST or None)
    if request.method == "POST" and carried_out(
        form,
        lambda: keep_room(
            school=request.school,
            by=request.user,
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        return _back(request, "The room is kept.")
    return _shown(request, form, "Add a room", "Add it")


@school_view(Permission.KEEP_STAFF)
def room_change(request: HttpRequest, staff_room) -> HttpResponse:
    """Put a room right."""
    room = _or_404(room_of(request.access, staff_room))
    form = RoomForm(request.POST or None, record=room)
    if request.method == "POST" and carried_out(
        form,
        lambda: keep_room(
            school=request.school,
            room=room,
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        return _back(request, "The room is changed.")
    remove = reverse("room_remove", args=[request.school.slug, room.pk])
    return _shown(request, form, "Change the room", "Save", remove_url=remove)


@school_view(Permission.KEEP_STAFF)
def room_remove(request: HttpRequest, staff_room) -> HttpResponse:
    """The room is no longer used."""
    room = _or_404(room_of(request.access, staff_room))
    return _removed(request, room.name, lambda: remove_room(room=room, by=request.user))


@school_view(Permission.KEEP_STAFF)
def lesson_add(request: HttpRequest) -> HttpResponse:
    """A lesson that nobody of a class is taken from."""
    form = LessonForm(request.POST or None, classes=classes_now(request.access))
    if request.method == "POST" and carried_out(
        form,
        lambda: protect_lesson(
            class_group=form.cleaned_data["class_group"],
            by=request.user,
            key=form.cleaned_data["key"],
            **form.facts,
        ),
    ):
        return _back(request, "Nobody is taken from that lesson.")
    return _shown(request, form, "Protect a lesson", "Protect it")


@school_view(Permission.KEEP_STAFF)
def lesson_remove(request: HttpRequest, protected_lesson) -> HttpResponse:
    """Children may be taken out of it again."""
    row = _or_404(lesson_of(request.access, protected_lesson))
    words = f"{row.class_group.name}, {row.get_weekday_display()}: {row.name}"
    return _removed(request, words, lambda: free_lesson(lesson=row, by=request.user))


def _removed(request: HttpRequest, words: str, remove) -> HttpResponse:
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(form, remove):
        return _back(request, "It is taken out.")
    template = "layouts/take_out.html"
    return _shown(request, form, "Take this out?", "Take it out", template, words=words)


def _or_404(row):
    if row is None:
        raise Http404
    return row


def _like(request: HttpRequest) -> UUID | None:
    """The bells that the address names to begin with."""
    try:
        return UUID(request.GET.get("like", ""))
    except ValueError:
        return None


def _year_begins(request: HttpRequest):
    """The first of September of this school year."""
    today = request.access.today
    return today.replace(year=academic_year(today), month=9, day=1)


def _back(request: HttpRequest, words: str) -> HttpResponse:
    done(request, words)
    return redirect(PAGE, request.school.slug)


def _shown(
    request: HttpRequest, form, heading: str, submit: str, template: str = "", **more
) -> HttpResponse:
    cancel = reverse(PAGE, args=[request.school.slug])
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": cancel}
    return render(request, template or "staff/day/form.html", context | more)
