"""Addresses of meetings, invitations and early-help plans."""

from django.urls import path

from pupils.views import help_plans
from pupils.views.meetings import classes, minutes, pages, planning, replies

_CHILD = "<slug:school>/children/<uuid:pupil>/"
_MEETING = f"{_CHILD}meetings/<uuid:meeting>/"
_INVITEE = f"{_MEETING}invited/<uuid:invitee>/"
_HELP = f"{_CHILD}early-help/<uuid:help_plan>/"
_REPLY = "contribute/meeting/<str:secret>/"

urlpatterns = [
    path(f"{_CHILD}meetings/", pages.child_meetings, name="child_meetings"),
    path(f"{_CHILD}meetings/add/", planning.meeting_add, name="meeting_add"),
    path(_MEETING, pages.meeting, name="meeting"),
    path(f"{_MEETING}change/", planning.meeting_change, name="meeting_change"),
    path(f"{_MEETING}off/", planning.meeting_call_off, name="meeting_call_off"),
    path(f"{_MEETING}invite/", planning.meeting_invite, name="meeting_invite"),
    path(f"{_MEETING}agenda/", planning.meeting_agenda, name="meeting_agenda"),
    path(f"{_INVITEE}answer/", planning.invitee_answer, name="invitee_answer"),
    path(f"{_INVITEE}again/", planning.invitee_again, name="invitee_again"),
    path(f"{_INVITEE}remove/", planning.invitee_remove, name="invitee_remove"),
    path(f"{_MEETING}held/", minutes.meeting_held, name="meeting_held"),
    path(f"{_MEETING}minutes/", minutes.meeting_minutes, name="meeting_minutes"),
    path(f"{_MEETING}minutes/draft/", minutes.meeting_draft, name="meeting_draft"),
    path(f"{_MEETING}minutes/done/", minutes.meeting_minutes_done, name="meeting_minutes_done"),
    path(f"{_MEETING}actions/add/", minutes.meeting_action_add, name="meeting_action_add"),
    path(f"{_MEETING}print/", pages.meeting_print, name="meeting_print"),
    path(f"{_MEETING}calendar/", pages.meeting_calendar, name="meeting_calendar"),
    path("<slug:school>/meetings/", pages.meetings, name="meetings"),
    path("<slug:school>/class-meetings/add/", classes.class_meeting_add, name="class_meeting_add"),
    path(
        "<slug:school>/class-meetings/<uuid:class_meeting>/",
        classes.class_meeting,
        name="class_meeting",
    ),
    path(
        "<slug:school>/class-meetings/<uuid:class_meeting>/print/",
        classes.class_meeting_print,
        name="class_meeting_print",
    ),
    path("<slug:school>/meetings/agendas/", planning.agendas, name="agendas"),
    path(
        "<slug:school>/meetings/agendas/<slug:meeting_kind>/",
        planning.agenda_template,
        name="agenda_template",
    ),
    path(_REPLY, replies.meeting_reply, name="meeting_reply"),
    path(f"{_REPLY}calendar/", replies.meeting_reply_calendar, name="meeting_reply_calendar"),
    path(f"{_CHILD}early-help/start/", help_plans.help_plan_start, name="help_plan_start"),
    path(_HELP, help_plans.help_plan, name="help_plan"),
    path(f"{_HELP}change/", help_plans.help_plan_change, name="help_plan_change"),
    path(f"{_HELP}review/", help_plans.help_plan_review, name="help_plan_review"),
    path(f"{_HELP}close/", help_plans.help_plan_close, name="help_plan_close"),
    path(f"{_HELP}actions/add/", help_plans.help_plan_action_add, name="help_plan_action_add"),
]
