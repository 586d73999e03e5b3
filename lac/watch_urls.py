from django.urls import path

from lac.views import meetings, moves, training, watch, watch_tasks

WATCH = "<slug:school>/children/<uuid:pupil>/care/watch/"
TASK = f"{WATCH}seen/<uuid:watch_task>/"
SDQ = f"{WATCH}sdq/<uuid:sdq_total>/"
MEETINGS = "<slug:school>/care/meetings/"
MEETING = f"{MEETINGS}<uuid:care_meeting>/"
ACTION = f"{MEETINGS}actions/<uuid:care_action>/"
MOVES = "<slug:school>/children/<uuid:pupil>/care/moves/"
SHARED = f"{MOVES}shared/<uuid:information_shared>/"
FILE = f"{MOVES}file/<uuid:safeguarding_file>/"

urlpatterns = [
    path("federation/care/watch/", watch.federation_watch, name="federation_watch"),
    path("<slug:school>/care/watch/", watch.watch, name="watch"),
    path("<slug:school>/care/watch/week/", watch.watch_week, name="watch_week"),
    path("<slug:school>/care/watch/rules/", watch.watch_rules, name="watch_rules"),
    path(WATCH, watch.child_watch, name="child_watch"),
    path(TASK, watch_tasks.watch_task, name="watch_task"),
    path(f"{TASK}close/", watch_tasks.watch_close, name="watch_close"),
    path(f"{TASK}again/", watch_tasks.watch_reopen, name="watch_reopen"),
    path(f"{TASK}told/", watch_tasks.watch_told, name="watch_told"),
    path(f"{WATCH}sdq/add/", watch_tasks.sdq_add, name="sdq_add"),
    path(f"{SDQ}change/", watch_tasks.sdq_change, name="sdq_change"),
    path(f"{SDQ}remove/", watch_tasks.sdq_remove, name="sdq_remove"),
    path(MEETINGS, meetings.meetings, name="care_meetings"),
    path(f"{MEETINGS}add/", meetings.meeting_add, name="care_meeting_add"),
    path(MEETING, meetings.meeting, name="care_meeting"),
    path(f"{MEETING}change/", meetings.meeting_change, name="care_meeting_change"),
    path(f"{MEETING}remove/", meetings.meeting_remove, name="care_meeting_remove"),
    path(
        f"{MEETINGS}children/<uuid:care_meeting_child>/",
        meetings.meeting_child,
        name="care_meeting_child",
    ),
    path(f"{MEETING}actions/add/", meetings.action_add, name="care_action_add"),
    path(f"{ACTION}change/", meetings.action_change, name="care_action_change"),
    path(f"{ACTION}done/", meetings.action_done, name="care_action_done"),
    path(f"{ACTION}again/", meetings.action_reopen, name="care_action_reopen"),
    path(f"{ACTION}remove/", meetings.action_remove, name="care_action_remove"),
    path("<slug:school>/care/training/", training.care_training, name="care_training"),
    path(MOVES, moves.care_moves, name="care_moves"),
    path(f"{MOVES}shared/add/", moves.shared_add, name="care_shared_add"),
    path(f"{SHARED}change/", moves.shared_change, name="care_shared_change"),
    path(f"{SHARED}remove/", moves.shared_remove, name="care_shared_remove"),
    path(f"{MOVES}file/add/", moves.file_add, name="care_file_add"),
    path(f"{FILE}change/", moves.file_change, name="care_file_change"),
    path(f"{FILE}remove/", moves.file_remove, name="care_file_remove"),
]
