"""The week of people's time."""

from django.urls import path

from staff.views import own_wishes, week_needs, weeks

_WEEK = "<slug:school>/week/"
_NEEDS = f"{_WEEK}needs/"
_PLAN = f"{_WEEK}<uuid:week_plan>/"
_OWN = f"{_WEEK}best-times/"
_PROVISION = f"{_NEEDS}provision/<uuid:provision>/"

urlpatterns = [
    path(_WEEK, weeks.weeks, name="weeks"),
    path(f"{_WEEK}begin/", weeks.week_begin, name="week_begin"),
    path(_NEEDS, week_needs.week_needs, name="week_needs"),
    path(f"{_NEEDS}add/", week_needs.need_add, name="need_add"),
    path(f"{_NEEDS}handovers/add/", week_needs.handover_add, name="handover_add"),
    path(
        f"{_NEEDS}handovers/<uuid:handover>/remove/",
        week_needs.handover_remove,
        name="handover_remove",
    ),
    path(f"{_NEEDS}careful/<uuid:pupil>/end/", week_needs.careful_end, name="careful_end"),
    path(_PROVISION, week_needs.provision_planning, name="provision_planning"),
    path(f"{_PROVISION}times/add/", week_needs.window_add, name="window_add"),
    path(
        f"{_PROVISION}times/<uuid:window>/remove/", week_needs.window_remove, name="window_remove"
    ),
    path(f"{_NEEDS}<uuid:time_need>/", week_needs.need_change, name="need_change"),
    path(f"{_NEEDS}<uuid:time_need>/remove/", week_needs.need_remove, name="need_remove"),
    path(_OWN, own_wishes.own_wishes, name="own_wishes"),
    path(f"{_OWN}<uuid:provision>/add/", own_wishes.own_wish_add, name="own_wish_add"),
    path(
        f"{_OWN}<uuid:provision>/<uuid:window>/remove/",
        own_wishes.own_wish_remove,
        name="own_wish_remove",
    ),
    path(_PLAN, weeks.week_plan, name="week_plan"),
    path(f"{_PLAN}plan/", weeks.week_plan_it, name="week_plan_it"),
    path(f"{_PLAN}gather/", weeks.week_gather, name="week_gather"),
    path(f"{_PLAN}wishes/", weeks.week_wishes, name="week_wishes"),
    path(f"{_PLAN}publish/", weeks.week_publish, name="week_publish"),
    path(f"{_PLAN}end/", weeks.week_end, name="week_end"),
    path(f"{_PLAN}remove/", weeks.week_remove, name="week_remove"),
]
