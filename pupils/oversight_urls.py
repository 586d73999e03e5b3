from django.urls import path

from pupils.views import emergencies, grants, history, oversight, papers

_CHILD = "<slug:school>/children/<uuid:pupil>/"

urlpatterns = [
    path(f"{_CHILD}papers/<uuid:paper>/", papers.paper, name="paper"),
    path(f"{_CHILD}history/", history.child_history, name="child_history"),
    path(f"{_CHILD}looks/", oversight.child_looks, name="child_looks"),
    path(f"{_CHILD}access/", grants.child_access, name="child_access"),
    path(f"{_CHILD}access/give/", grants.grant_add, name="grant_add"),
    path("federation/audit/", oversight.federation_audit_log, name="federation_audit_log"),
    path("<slug:school>/audit/", oversight.audit_log, name="audit_log"),
    path("<slug:school>/audit/unusual/", oversight.oddities, name="oddities"),
    path("<slug:school>/audit/sign-ins/", oversight.sign_ins, name="sign_ins"),
    path("<slug:school>/access/", grants.grants, name="grants"),
    path("<slug:school>/access/<uuid:grant>/end/", grants.grant_end, name="grant_end"),
    path("<slug:school>/emergency/", emergencies.emergency, name="emergency"),
    path(
        "<slug:school>/emergency/<uuid:emergency>/close/",
        emergencies.emergency_close,
        name="emergency_close",
    ),
    path("<slug:school>/emergencies/", emergencies.emergencies, name="emergencies"),
    path(
        "<slug:school>/emergencies/<uuid:emergency>/",
        emergencies.emergency_review,
        name="emergency_review",
    ),
]
