from django.urls import path

from lac.views import watch, watch_tasks

WATCH = "<slug:school>/children/<uuid:pupil>/care/watch/"
TASK = f"{WATCH}seen/<uuid:watch_task>/"
SDQ = f"{WATCH}sdq/<uuid:sdq_total>/"

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
]
