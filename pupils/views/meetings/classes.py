"""Pupil progress meetings: of a class, about the children that are chosen."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.audit.services import record_event
from aylsham.editing import carried_out
from aylsham.notices import done
from pupils.forms.meetings.planning import ClassPlanForm
from pupils.paper_codes import PaperKind
from pupils.selectors.actions import colleagues_at
from pupils.selectors.classes import class_of, classes_in_reach
from pupils.selectors.meetings.page import (
    children_to_choose,
    class_meeting_of,
    may_write,
    meeting_page,
)
from pupils.services.meetings.planning import plan_class_meeting
from pupils.services.papers import ask_for_paper
from pupils.views.printing import to_work


@school_view(Permission.LOG_CONTACT)
def class_meeting_add(request: HttpRequest) -> HttpResponse:
    """Choose a class, then its children, the day and who comes."""
    group = _asked_class(request)
    if group is None:
        return render(
            request, "pupils/meetings/classes.html", {"classes": classes_in_reach(request.access)}
        )
    form = ClassPlanForm(
        request.POST or None,
        pupils=children_to_choose(request.access, group),
        colleagues=colleagues_at(request.school, today=request.access.today),
        me=request.user,
    )
    made = []
    if request.method == "POST" and carried_out(
        form,
        lambda: made.append(
            plan_class_meeting(
                class_group=group,
                pupils=form.chosen,
                key=form.cleaned_data["key"],
                guests=form.guests,
                by=request.user,
                **form.facts,
            )
        ),
    ):
        done(request, "The meeting is planned. Invitations are on their way.")
        return redirect("class_meeting", request.school.slug, made[0].pk)
    context = {
        "form": form,
        "heading": f"Pupil progress meeting: {group.name}",
        "submit": "Save and send invitations",
        "cancel_url": reverse("meetings", args=[request.school.slug]),
    }
    return render(request, "pupils/form.html", context)


@school_view(Permission.VIEW_FAMILY_LOG)
def class_meeting(request: HttpRequest, class_meeting) -> HttpResponse:
    """The whole meeting: every child in reach with the words about each."""
    access = request.access
    found = class_meeting_of(access, class_meeting)
    if found is None:
        raise Http404
    page = meeting_page(access, None, found)
    ids = [pupil.pk for pupil in page.pupils]
    record_event(Action.VIEW_MEETING, school=request.school, by=access, pupil_ids=ids)
    context = {
        "page": page,
        "meeting": found,
        "via": ids[0],
        "may_write": may_write(access, found, page),
        "has_come": found.on <= access.today,
    }
    return render(request, "pupils/meetings/class_meeting.html", context)


@school_view(Permission.VIEW_FAMILY_LOG)
@require_POST
def class_meeting_print(request: HttpRequest, class_meeting) -> HttpResponse:
    """Start setting the whole meeting as one PDF, as far as the asker may read it."""
    access = request.access
    found = class_meeting_of(access, class_meeting)
    if found is None:
        raise Http404
    page = meeting_page(access, None, found)
    ids = [pupil.pk for pupil in page.pupils]
    record_event(Action.PRINT, school=request.school, by=access, pupil_ids=ids, subject=found)
    facts = {"page": page, "meeting": found, "school": request.school, "today": access.today}
    first, *others = page.pupils
    first.school = request.school
    _, job = ask_for_paper(
        pupil=first,
        others=others,
        kind=PaperKind.MINUTES,
        html=render_to_string("pupils/print/minutes.html", facts),
        of_on=found.on,
        permission=Permission.VIEW_FAMILY_LOG,
        by=request.user,
    )
    return to_work(job)


def _asked_class(request: HttpRequest):
    """The class that the address names; None as long as none is chosen, 404 out of reach."""
    asked = request.GET.get("class", "")
    if not asked:
        return None
    try:
        group = class_of(request.access, UUID(asked))
    except ValueError:
        group = None
    if group is None:
        raise Http404
    return group
