"""Pages of meetings about children in care, and of what was agreed in them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.changes import TransitionNotAllowed
from aylsham.editing import carried_out
from aylsham.forms import Form
from aylsham.list_files import asks_for_file, has_file, list_file
from aylsham.models import User
from aylsham.notices import done, problem
from lac.forms.meetings import ActionForm, MeetingForm, SaidForm
from lac.list_files import MEETINGS
from lac.models import CareMeeting
from lac.selectors.meetings import (
    action_of,
    child_of,
    children_of,
    meeting_line,
    meeting_lines,
    meeting_of,
)
from lac.selectors.signs import watched
from lac.services.meetings import (
    add_care_action,
    add_meeting,
    change_care_action,
    change_meeting,
    finish_care_action,
    remove_care_action,
    remove_meeting,
    reopen_care_action,
    say_of_child,
)
from lac.views.opening import found
from lac.views.parts import parts_of_school
from pupils.models import Pupil
from pupils.selectors.adults import NEAR_CHILDREN, posts_at


@school_view(Permission.READ_CARE)
@has_file
def meetings(request: HttpRequest) -> HttpResponse:
    """Every meeting of the school about children in care."""
    lines = meeting_lines(request.access, request.school)
    _was_seen(request, {child.pupil_id for line in lines for child in line.children})
    if asks_for_file(request):
        return list_file(request, MEETINGS, lines)
    context = {
        "lines": lines,
        "may_edit": request.access.can(Permission.EDIT_CARE),
        "parts": parts_of_school(request.access, "care_meetings"),
    }
    return render(request, "lac/meetings/list.html", context)


@school_view(Permission.READ_CARE)
def meeting(request: HttpRequest, care_meeting) -> HttpResponse:
    """One meeting: who came, what was said, what was agreed."""
    line = meeting_line(request.access, _meeting(request, care_meeting))
    _was_seen(request, {child.pupil_id for child in line.children})
    may_edit = request.access.can(Permission.EDIT_CARE)
    return render(request, "lac/meetings/page.html", {"line": line, "may_edit": may_edit})


@school_view(Permission.EDIT_CARE)
def meeting_add(request: HttpRequest) -> HttpResponse:
    """Record a meeting."""
    today = request.access.today
    form = MeetingForm(request.POST or None, pupils=_pupils(request), initial={"held_on": today})
    if request.method == "POST" and form.is_valid():
        kept: list[CareMeeting] = []
        facts = form.facts | {k: form.cleaned_data[k] for k in ("children", "key")}
        if carried_out(
            form,
            lambda: kept.append(add_meeting(school=request.school, by=request.user, **facts)),
        ):
            done(request, "The meeting is recorded. Add what was said of each child, and actions.")
            return redirect(_page(request, kept[0].pk))
    cancel = reverse("care_meetings", args=[request.school.slug])
    return _form(request, form, "Record a meeting", "Record it", cancel)


@school_view(Permission.EDIT_CARE)
def meeting_change(request: HttpRequest, care_meeting) -> HttpResponse:
    """Put a meeting right."""
    row = _meeting(request, care_meeting)
    spoken = children_of(request.access, row)
    form = MeetingForm(
        request.POST or None,
        record=row,
        pupils=_pupils(request) | spoken,
        initial={"children": [pupil.pk for pupil in spoken]},
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: change_meeting(
            meeting=row,
            children=list(form.cleaned_data["children"]),
            version=form.cleaned_data["version"],
            by=request.user,
            **form.facts,
        ),
    ):
        done(request, "It is changed.")
        return redirect(_page(request, row.pk))
    return _form(request, form, "Change a meeting", "Save", _page(request, row.pk))


@school_view(Permission.EDIT_CARE)
def meeting_remove(request: HttpRequest, care_meeting) -> HttpResponse:
    """Take out a meeting that was entered by mistake."""
    row = _meeting(request, care_meeting)
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and carried_out(
        form, lambda: remove_meeting(meeting=row, by=request.user)
    ):
        done(request, "It is taken away. The history keeps what it said.")
        return redirect(reverse("care_meetings", args=[request.school.slug]))
    context = {
        "what": "this",
        "which": f"Meeting of {row.held_on:%-d %B %Y}",
        "note": "Its actions go with it.",
        "form": form,
        "cancel_url": _page(request, row.pk),
    }
    return render(request, "pupils/take_away.html", context)


@school_view(Permission.EDIT_CARE)
def meeting_child(request: HttpRequest, care_meeting_child) -> HttpResponse:
    """What the meeting said of one child."""
    row = found(child_of(request.access, request.school, care_meeting_child))
    _was_seen(request, {row.pupil_id})
    form = SaidForm(request.POST or None, record=row)
    back = _page(request, row.meeting_id)
    if request.method == "POST" and carried_out(
        form,
        lambda: say_of_child(
            child=row,
            said=form.cleaned_data["said"],
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "It is kept.")
        return redirect(back)
    return _form(request, form, "What was said of one child", "Keep it", back, child=row.pupil)


@school_view(Permission.EDIT_CARE)
def action_add(request: HttpRequest, care_meeting) -> HttpResponse:
    """Agree on something."""
    row = _meeting(request, care_meeting)
    pupils, people = children_of(request.access, row), _people(request)
    form = ActionForm(request.POST or None, pupils=pupils, people=people)
    if request.method == "POST" and carried_out(
        form,
        lambda: add_care_action(
            meeting=row, by=request.user, key=form.cleaned_data["key"], **form.facts
        ),
    ):
        done(request, "It is agreed, and due on its day.")
        return redirect(_page(request, row.pk))
    return _form(request, form, "Add an action", "Add it", _page(request, row.pk))


@school_view(Permission.EDIT_CARE)
def action_change(request: HttpRequest, care_action) -> HttpResponse:
    """Put an action right."""
    row = found(action_of(request.access, request.school, care_action))
    form = ActionForm(
        request.POST or None,
        record=row,
        pupils=children_of(request.access, row.meeting),
        people=_people(request),
    )
    back = _page(request, row.meeting_id)
    if request.method == "POST" and carried_out(
        form,
        lambda: change_care_action(
            action=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
    ):
        done(request, "It is changed.")
        return redirect(back)
    return _form(request, form, "Change an action", "Save", back)


@school_view(Permission.EDIT_CARE)
@require_POST
def action_done(request: HttpRequest, care_action) -> HttpResponse:
    """It is done."""
    today = request.access.today
    return _pressed(
        request,
        care_action,
        lambda row: finish_care_action(action=row, done_on=today, by=request.user),
        "It is done.",
    )


@school_view(Permission.EDIT_CARE)
@require_POST
def action_reopen(request: HttpRequest, care_action) -> HttpResponse:
    """It was not done after all."""
    return _pressed(
        request,
        care_action,
        lambda row: reopen_care_action(action=row, by=request.user),
        "It is due again.",
    )


@school_view(Permission.EDIT_CARE)
@require_POST
def action_remove(request: HttpRequest, care_action) -> HttpResponse:
    """Take out what was agreed by mistake; the history keeps it."""
    return _pressed(
        request,
        care_action,
        lambda row: remove_care_action(action=row, by=request.user),
        "It is taken away. The history keeps what it said.",
    )


def _pressed(request: HttpRequest, care_action, change, words: str) -> HttpResponse:
    row = found(action_of(request.access, request.school, care_action))
    meeting_id = row.meeting_id
    try:
        change(row)
        done(request, words)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(_page(request, meeting_id))


def _meeting(request: HttpRequest, pk) -> CareMeeting:
    return found(meeting_of(request.access, request.school, pk))


def _page(request: HttpRequest, pk) -> str:
    return reverse("care_meeting", args=[request.school.slug, pk])


def _pupils(request: HttpRequest):
    children = watched([request.school], request.access.today)
    return (Pupil.objects.visible_to(request.access) & children).in_register_order()


def _people(request: HttpRequest):
    posts = posts_at(request.school, today=request.access.today, roles=NEAR_CHILDREN)
    return User.objects.filter(pk__in=posts.order_by().values("user")).order_by("name")


def _was_seen(request: HttpRequest, pupil_ids) -> None:
    record_event(
        Action.VIEW_CARE, school=request.school, by=request.access, pupil_ids=sorted(pupil_ids)
    )


def _form(request: HttpRequest, form, heading: str, submit: str, cancel_url: str, **more):
    context = {"form": form, "heading": heading, "submit": submit, "cancel_url": cancel_url}
    return render(request, "lac/meetings/form.html", context | more)
