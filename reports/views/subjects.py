"""Subjects as their leaders see them: barriers, what is tried, actions; who leads which."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.list_files import asks_for_file, has_file, list_file
from pupils.selectors.actions import colleagues_at
from reports.forms.access_plan import GiveUpForm
from reports.forms.objectives import StepDoneForm
from reports.forms.subjects import LeadsForm, SubjectActionForm
from reports.leaders_list_files import SUBJECTS
from reports.models import PlanStep
from reports.selectors.briefs import open_objectives
from reports.selectors.subjects import (
    action_of,
    lead_ids,
    may_open,
    sees_all_subjects,
    subject_page,
    subjects_page,
)
from reports.services import subjects as services
from reports.services.objectives import finish_row, give_up_row, take_up_row
from reports.subject_codes import Subject
from reports.views.plan_rows import form_page, press

LEAD = Permission.LEAD_SUBJECT


@school_view(LEAD)
@has_file
def subjects(request: HttpRequest) -> HttpResponse:
    """The subjects that the asker may open, with what is to be done in them."""
    page = subjects_page(request.access)
    if asks_for_file(request):
        return list_file(request, SUBJECTS, page.lines)
    context = {
        "page": page,
        "sees_all": sees_all_subjects(request.access),
    }
    return render(request, "reports/subjects/list.html", context)


@school_view(LEAD)
def subject(request: HttpRequest, led_subject) -> HttpResponse:
    """One subject: what stands in the way, what helps, what is done."""
    found = _subject(request, led_subject)
    context = {
        "page": subject_page(request.access, found),
        "may_choose": request.access.can(Permission.LEAD_TEACHING),
        "sees_all": sees_all_subjects(request.access),
    }
    return render(request, "reports/subjects/page.html", context)


@school_view(Permission.LEAD_TEACHING)
def subject_leads(request: HttpRequest, led_subject) -> HttpResponse:
    """Say who leads a subject."""
    found = _subject(request, led_subject)
    form = LeadsForm(
        request.POST or None, adults=_adults(request), leads=lead_ids(request.school, found)
    )
    return form_page(
        request,
        form,
        lambda: services.choose_leads(
            school=request.school,
            subject=found,
            today=request.access.today,
            by=request.user,
            **form.cleaned_data,
        ),
        back=_home(request, found),
        heading=f"Who leads {found.label}",
        submit="Save",
        said="It is saved.",
        crumbs=_crumbs(request, found),
    )


@school_view(LEAD)
def subject_action_add(request: HttpRequest, led_subject) -> HttpResponse:
    """Add an action to a subject."""
    found = _subject(request, led_subject)
    mine = request.user.pk if request.user.pk in lead_ids(request.school, found) else ""
    form = _form(request, initial={"owner_id": mine})
    return form_page(
        request,
        form,
        lambda: services.add_action(
            school=request.school, subject=found, by=request.user, **form.facts
        ),
        back=_home(request, found),
        heading="Add an action",
        submit="Add it",
        said="The action is added.",
        crumbs=_crumbs(request, found),
    )


@school_view(LEAD)
def subject_action(request: HttpRequest, subject_action) -> HttpResponse:
    """Change an action that is still to be done."""
    row = _action(request, subject_action)
    form = _form(request, record=row)
    args = [request.school.slug, row.pk]
    ways = (("It is done", "subject_action_done"), ("Give it up", "subject_action_give_up"))
    return form_page(
        request,
        form,
        lambda: services.change_action(
            action=row, version=form.cleaned_data["version"], by=request.user, **form.facts
        ),
        back=_home(request, row.subject),
        heading="Change the action",
        submit="Save",
        said="It is changed.",
        crumbs=_crumbs(request, Subject(row.subject)),
        links=tuple((label, reverse(name, args=args)) for label, name in ways if row.is_to_do),
    )


@school_view(LEAD)
def subject_action_done(request: HttpRequest, subject_action) -> HttpResponse:
    """Say since when an action is done, and what came of it."""
    row = _action(request, subject_action)
    form = StepDoneForm(request.POST or None, initial={"evidence": row.evidence})
    form.fields["evidence"].label = "What came of it"
    return form_page(
        request,
        form,
        lambda: finish_row(row=row, by=request.user, **form.cleaned_data),
        back=_home(request, row.subject),
        heading="The action is done",
        submit="It is done",
        said="It is done.",
        crumbs=_crumbs(request, Subject(row.subject)),
        about=row.what,
    )


@school_view(LEAD)
def subject_action_give_up(request: HttpRequest, subject_action) -> HttpResponse:
    """Give an action up, with a reason."""
    row = _action(request, subject_action)
    form = GiveUpForm(request.POST or None)
    return form_page(
        request,
        form,
        lambda: give_up_row(row=row, why=form.cleaned_data["why"], by=request.user),
        back=_home(request, row.subject),
        heading="Give it up",
        submit="Give it up",
        said="It is given up. The reason stays in the record.",
        crumbs=_crumbs(request, Subject(row.subject)),
        about=row.what,
    )


@school_view(LEAD)
@require_POST
def subject_action_take_up(request: HttpRequest, subject_action) -> HttpResponse:
    """Take an action up again."""
    row = _action(request, subject_action)
    back = _home(request, row.subject)
    return press(
        request,
        lambda: take_up_row(row=row, by=request.user),
        back=back,
        said="It is under way again.",
    )


def _form(request: HttpRequest, **more) -> SubjectActionForm:
    aims = open_objectives(request.school)
    return SubjectActionForm(request.POST or None, adults=_adults(request), objectives=aims, **more)


def _adults(request: HttpRequest) -> list:
    return colleagues_at(request.school, today=request.access.today)


def _subject(request: HttpRequest, code: str) -> Subject:
    """A subject that the asker may open; others are refused."""
    if code not in Subject.values:
        raise Http404
    if not may_open(request.access, code):
        raise PermissionDenied
    return Subject(code)


def _action(request: HttpRequest, pk) -> PlanStep:
    row = action_of(request.school, pk)
    if row is None:
        raise Http404
    _subject(request, row.subject)
    return row


def _home(request: HttpRequest, subject: str) -> str:
    return reverse("subject", args=[request.school.slug, str(subject)])


def _crumbs(request: HttpRequest, subject: Subject) -> tuple:
    every = reverse("subjects", args=[request.school.slug])
    return (("Subjects", every), (subject.label, _home(request, subject.value)))
