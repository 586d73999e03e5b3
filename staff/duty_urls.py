"""Addresses of duties, line management and coaching."""

from django.urls import path

from staff.views import coaching, duties, supervision

_HELD = "<slug:school>/who-holds-what/"
_LINE = "<slug:school>/supervision/"
_PAIR = f"{_LINE}<uuid:staff_member>/"
_DAY = f"{_PAIR}days/<uuid:supervision>/"
_TEACHING = "<slug:school>/teaching/"
_CYCLE = f"{_TEACHING}goals/<uuid:coaching_cycle>/"
_VISIT = f"{_TEACHING}visits/<uuid:teaching_visit>/"
_AGREED = f"{_PAIR}agreed/<uuid:line_action>/"

urlpatterns = [
    path(_HELD, duties.held_duties, name="held_duties"),
    path(f"{_HELD}name/", duties.duty_name, name="duty_name"),
    path(f"{_HELD}named/<uuid:duty_holder>/end/", duties.duty_holder_end, name="duty_holder_end"),
    path(f"{_HELD}hand-over/", duties.duty_hand_over, name="duty_hand_over"),
    path(f"{_HELD}handed/<uuid:delegation>/", duties.delegation_change, name="delegation_change"),
    path(f"{_HELD}handed/<uuid:delegation>/back/", duties.delegation_back, name="delegation_back"),
    path(f"{_HELD}away/add/", duties.cover_add, name="cover_add"),
    path(f"{_HELD}away/<uuid:away>/", duties.cover_change, name="cover_change"),
    path(f"{_HELD}away/<uuid:away>/back/", duties.cover_back, name="cover_back"),
    path(_LINE, supervision.my_line, name="my_line"),
    path(_PAIR, supervision.line_of, name="line_of"),
    path(f"{_PAIR}days/add/", supervision.supervision_add, name="supervision_add"),
    path(_DAY, supervision.supervision_change, name="supervision_change"),
    path(f"{_DAY}remove/", supervision.supervision_remove, name="supervision_remove"),
    path(f"{_PAIR}agreed/add/", supervision.line_agree, name="line_agree"),
    path(_AGREED, supervision.line_action_change, name="line_action_change"),
    path(f"{_AGREED}remove/", supervision.line_action_remove, name="line_action_remove"),
    path(f"{_PAIR}show/", supervision.line_show, name="line_show"),
    path(_TEACHING, coaching.coaching, name="coaching"),
    path(f"{_TEACHING}checklist/", coaching.practice_points, name="practice_points"),
    path(f"{_TEACHING}goals/add/", coaching.coaching_start, name="coaching_start"),
    path(_CYCLE, coaching.coaching_cycle, name="coaching_cycle"),
    path(f"{_CYCLE}change/", coaching.coaching_change, name="coaching_change"),
    path(f"{_CYCLE}close/", coaching.coaching_close, name="coaching_close"),
    path(f"{_CYCLE}visits/add/", coaching.cycle_visit_add, name="cycle_visit_add"),
    path(f"{_TEACHING}visits/add/", coaching.visit_add, name="teaching_visit_add"),
    path(_VISIT, coaching.visit, name="teaching_visit"),
    path(f"{_VISIT}change/", coaching.visit_change, name="teaching_visit_change"),
]
