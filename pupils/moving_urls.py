"""Addresses of moves to another class or school."""

from django.urls import path

from pupils.views import (
    arrivals,
    incoming,
    moving,
    moving_lists,
    moving_parts,
    record_link,
    september,
    transfers,
)

_CHILD = "<slug:school>/children/<uuid:pupil>/moving/"
_PLAN = f"{_CHILD}<uuid:move_plan>/"
_SENT = f"{_CHILD}records/<uuid:transfer>/"
_ASKED = f"{_CHILD}previous/<uuid:previous_record>/"
_CAME = "<slug:school>/moves/incoming/"
_LINK = "contribute/record/<str:secret>/"

urlpatterns = [
    path(_CHILD, moving.child_moving, name="child_moving"),
    path(f"{_CHILD}start/", moving.move_start, name="move_start"),
    path(_PLAN, moving.move_change, name="move_change"),
    path(f"{_PLAN}not-known/", moving.move_not_known, name="move_not_known"),
    path(f"{_PLAN}ask-back/", september.move_ask_back, name="move_ask_back"),
    path(f"{_PLAN}close/", moving.move_end, name="move_end"),
    path(f"{_PLAN}steps/add/", moving.move_step_add, name="move_step_add"),
    path(f"{_PLAN}passport/", moving.transition_print, name="transition_print"),
    path(f"{_PLAN}passport/measure/", moving.transition_measure, name="transition_measure"),
    path(f"{_PLAN}visits/add/", moving_parts.visit_add, name="move_visit_add"),
    path(f"{_PLAN}settings/add/", moving_parts.setting_add, name="next_setting_add"),
    path(f"{_PLAN}questions/add/", moving_parts.question_add, name="move_question_add"),
    path(f"{_CHILD}visits/<uuid:visit>/", moving_parts.visit_change, name="move_visit"),
    path(f"{_CHILD}settings/<uuid:setting>/", moving_parts.setting_change, name="next_setting"),
    path(
        f"{_CHILD}questions/<uuid:move_question>/",
        moving_parts.question_answer,
        name="move_question_answer",
    ),
    path(f"{_CHILD}records/send/", transfers.transfer_start, name="transfer_start"),
    path(_SENT, transfers.transfer, name="transfer"),
    path(f"{_SENT}release/", transfers.transfer_release, name="transfer_release"),
    path(f"{_SENT}download/", transfers.transfer_download, name="transfer_download"),
    path(f"{_SENT}arrived/", transfers.transfer_receipt, name="transfer_receipt"),
    path(f"{_SENT}again/", transfers.transfer_again, name="transfer_again"),
    path(f"{_SENT}back/", transfers.transfer_withdraw, name="transfer_withdraw"),
    path(f"{_CHILD}previous/ask/", arrivals.previous_record_ask, name="previous_record_ask"),
    path(_ASKED, arrivals.previous_record, name="previous_record"),
    path(f"{_ASKED}again/", arrivals.previous_record_chase, name="previous_record_chase"),
    path(f"{_ASKED}came/", arrivals.previous_record_came, name="previous_record_came"),
    path(f"{_ASKED}nothing/", arrivals.previous_record_nothing, name="previous_record_nothing"),
    path("<slug:school>/moves/arrivals/", arrivals.arrivals, name="arrivals"),
    path(_CAME, incoming.incoming, name="incoming"),
    path(f"{_CAME}<uuid:incoming>/", incoming.incoming_one, name="incoming_record"),
    path(f"{_CAME}<uuid:incoming>/return/", incoming.incoming_return, name="incoming_return"),
    path(_LINK, record_link.record_link, name="record_link"),
    path(f"{_LINK}code/", record_link.record_link_code, name="record_link_code"),
    path(f"{_LINK}fetch/", record_link.record_link_fetch, name="record_link_fetch"),
    path("<slug:school>/moves/", moving_lists.moves, name="moves"),
    path("<slug:school>/moves/lessons/", september.move_lessons, name="move_lessons"),
    path(
        "<slug:school>/moves/lessons/<uuid:move_lesson>/",
        september.move_lesson,
        name="move_lesson",
    ),
    path("<slug:school>/moves/checklists/", moving_lists.move_templates, name="move_templates"),
    path(
        "<slug:school>/moves/checklists/<slug:move_kind>/",
        moving_lists.move_template_write,
        name="move_template_write",
    ),
]
