"""Meetings planned, moved, called off; people invited; agendas worded."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from aylsham.access.decorators import school_view
from aylsham.access.permissions import Permission
from aylsham.audit.codes import Action
from aylsham.changes import TransitionNotAllowed, version_of
from aylsham.editing import carried_out
from aylsham.notices import done, problem
from pupils.forms.meetings.agenda import AgendaForm
from pupils.forms.meetings.people import CallOffForm, InviteForm, ReplyForm
from pupils.forms.meetings.planning import PlanForm, WhenForm
from pupils.meeting_codes import MeetingKind
from pupils.models import AgendaTemplate
from pupils.rules.meetings import agenda_text
from pupils.selectors.actions import colleagues_at
from pupils.selectors.family import contacts_of
from pupils.selectors.identity import Child
from pupils.selectors.meetings.page import open_help_plan
from pupils.selectors.sharing import verdicts_on
from pupils.services.meetings.agendas import (
    TEMPLATE_FIELDS,
    general_items,
    save_template,
    set_agenda,
    template_of,
)
from pupils.services.meetings.inviting import AN_INVITATION, answer, invite, send_again, uninvite
from pupils.services.meetings.planning import call_off, change_meeting, plan_meeting
from pupils.views.meetings.opening import PAGE, TAB, meeting_url, open_invitee, open_to_write
from pupils.views.opening import child_form, child_url, open_child


@school_view(Permission.LOG_CONTACT)
def meeting_add(request: HttpRequest, pupil) -> HttpResponse:
    """Plan a meeting and invite people."""
    child = open_child(request, pupil, Action.VIEW_MEETINGS)
    kind = request.GET.get("kind", "")
    form = PlanForm(
        request.POST or None,
        **_contacts(request, child),
        colleagues=colleagues_at(child.school, today=request.access.today),
        me=request.user,
        initial={"kind": kind} if kind in MeetingKind.values else {},
    )
    made = []

    def plan() -> None:
        data = form.cleaned_data
        help_plan = open_help_plan(child.pupil) if data["kind"] == MeetingKind.TEAM else None
        meeting = plan_meeting(
            pupil=child.pupil,
            key=data["key"] or form.initial["key"],
            kind=data["kind"],
            help_plan=help_plan,
            guests=form.guests,
            by=request.user,
            **form.facts,
        )
        made.append(meeting)

    if request.method == "POST" and carried_out(form, plan):
        if form.has_been:
            return redirect(child_url("meeting_held", child, made[0].pk))
        done(request, "The meeting is planned. Invitations are on their way.")
        return redirect(child_url(PAGE, child, made[0].pk))
    return child_form(
        request,
        child,
        form,
        heading="Plan a meeting",
        submit="Save and send invitations",
        back=TAB,
        template="pupils/meetings/plan_form.html",
    )


def _contacts(request: HttpRequest, child: Child) -> dict[str, object]:
    """Who of the family can be invited, and what stands in the way."""
    contacts = contacts_of(child.pupil)
    verdicts = verdicts_on(contacts, AN_INVITATION, today=request.access.today)
    return {"contacts": contacts, "verdicts": verdicts}


@school_view(Permission.LOG_CONTACT)
def meeting_change(request: HttpRequest, pupil, meeting) -> HttpResponse:
    """Another day, time, place or chair."""
    child, found = open_to_write(request, pupil, meeting)
    form = WhenForm(
        request.POST or None,
        record=found,
        colleagues=colleagues_at(child.school, today=request.access.today),
        me=request.user,
    )
    return _form(
        request,
        child,
        found,
        form,
        lambda: change_meeting(
            meeting=found,
            version=form.cleaned_data["version"],
            is_checked=form.cleaned_data["is_checked"],
            by=request.user,
            **form.facts,
        ),
        heading="Change the meeting",
        note="Whoever was invited hears of a new day, time or place and is asked again.",
    )


@school_view(Permission.LOG_CONTACT)
def meeting_call_off(request: HttpRequest, pupil, meeting) -> HttpResponse:
    """The meeting does not take place."""
    child, found = open_to_write(request, pupil, meeting)
    form = CallOffForm(request.POST or None)
    return _form(
        request,
        child,
        found,
        form,
        lambda: call_off(meeting=found, by=request.user, **form.cleaned_data),
        heading="Call the meeting off",
        submit="Call it off and tell everybody",
        said="Called off. Whoever was invited is told.",
    )


@school_view(Permission.LOG_CONTACT)
def meeting_invite(request: HttpRequest, pupil, meeting) -> HttpResponse:
    """Ask one more person."""
    child, found = open_to_write(request, pupil, meeting)
    form = InviteForm(
        request.POST or None,
        **_contacts(request, child),
        colleagues=colleagues_at(child.school, today=request.access.today),
        may_ask=request.access.can(Permission.ASK_FOR_VIEWS),
    )
    return _form(
        request,
        child,
        found,
        form,
        lambda: invite(meeting=found, guest=form.guest, by=request.user),
        heading="Invite somebody",
        submit="Invite",
        said="Invited.",
    )


@school_view(Permission.LOG_CONTACT)
def meeting_agenda(request: HttpRequest, pupil, meeting) -> HttpResponse:
    """The items of one meeting."""
    child, found = open_to_write(request, pupil, meeting)
    items = [(item.title, item.length) for item in general_items(found)]
    form = AgendaForm(
        request.POST or None,
        initial={"agenda": agenda_text(items), "before": [title for title, _ in items]},
    )
    return _form(
        request,
        child,
        found,
        form,
        lambda: set_agenda(
            meeting=found,
            items=form.cleaned_data["agenda"],
            before=form.cleaned_data["before"] or [],
            by=request.user,
        ),
        heading="Agenda",
    )


@school_view(Permission.LOG_CONTACT)
def invitee_answer(request: HttpRequest, pupil, meeting, invitee) -> HttpResponse:
    """Record an answer that somebody told us."""
    child, found, person = open_invitee(request, pupil, meeting, invitee)
    form = ReplyForm(request.POST or None, invitee=person, shows_note=True)
    return _form(
        request,
        child,
        found,
        form,
        lambda: answer(invitee=person, by=request.user, **form.cleaned_data),
        heading="Record an answer",
        note=person.name,
    )


@school_view(Permission.LOG_CONTACT)
@require_POST
def invitee_again(request: HttpRequest, pupil, meeting, invitee) -> HttpResponse:
    """Send an invitation again."""
    child, found, person = open_invitee(request, pupil, meeting, invitee)
    return _step(
        request,
        child,
        found,
        lambda: send_again(invitee=person, by=request.user),
        "A new invitation is on its way. The earlier link no longer works.",
    )


@school_view(Permission.LOG_CONTACT)
@require_POST
def invitee_remove(request: HttpRequest, pupil, meeting, invitee) -> HttpResponse:
    """Take somebody off the list."""
    child, found, person = open_invitee(request, pupil, meeting, invitee)
    return _step(
        request,
        child,
        found,
        lambda: uninvite(invitee=person, by=request.user),
        "Taken off the list. The link shows nothing any more. Tell them yourself.",
    )


@school_view(Permission.ASK_FOR_VIEWS)
def agendas(request: HttpRequest) -> HttpResponse:
    """With what meetings begin at this school."""
    kinds = [(k.value, k.label, template_of(request.school, k)) for k in MeetingKind]
    return render(request, "pupils/meetings/agendas.html", {"kinds": kinds})


@school_view(Permission.ASK_FOR_VIEWS)
def agenda_template(request: HttpRequest, meeting_kind) -> HttpResponse:
    """Word the agenda of a kind of meeting."""
    if meeting_kind not in MeetingKind.values:
        raise Http404
    school = request.school
    row = AgendaTemplate.objects.filter(school=school, kind=meeting_kind).first()
    form = AgendaForm(
        request.POST or None,
        initial={
            "agenda": agenda_text(template_of(school, meeting_kind)),
            "version": version_of(row, TEMPLATE_FIELDS),
        },
    )
    if request.method == "POST" and carried_out(
        form,
        lambda: save_template(
            school=school,
            kind=meeting_kind,
            items=form.cleaned_data["agenda"],
            version=form.cleaned_data["version"],
            by=request.user,
        ),
    ):
        done(request, "Saved. The next meeting of this kind begins with it.")
        return redirect("agendas", school.slug)
    context = {
        "form": form,
        "heading": f"Agenda: {MeetingKind(meeting_kind).label.lower()}",
        "submit": "Save",
        "cancel_url": reverse("agendas", args=[school.slug]),
    }
    return render(request, "pupils/form.html", context)


def _form(request, child, found, form, change, *, heading, submit="Save", said="Saved.", note=""):
    """A form about a meeting that leads back to it."""
    if request.method == "POST" and carried_out(form, change):
        done(request, said)
        return redirect(meeting_url(child, found))
    return child_form(
        request,
        child,
        form,
        heading=heading,
        submit=submit,
        back=PAGE,
        back_args=(found.pk,),
        note=note,
        tab="meetings",
    )


def _step(request, child, found, change, said: str) -> HttpResponse:
    try:
        change()
        done(request, said)
    except TransitionNotAllowed as refused:
        problem(request, str(refused))
    return redirect(meeting_url(child, found))
