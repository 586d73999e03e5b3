"""Addresses of concerns and of what is ordinarily available."""

from django.urls import path

from pupils.views import classrooms, concern_drafts, concerns, ordinary

_CHILD = "<slug:school>/children/<uuid:pupil>/concerns/"
_CONCERN = f"{_CHILD}<uuid:concern>/"
_DRAFT = f"{_CHILD}begun/<uuid:concern_draft>/"
_CLASS = "<slug:school>/classes/<uuid:group>/ordinarily-available/"

urlpatterns = [
    path("<slug:school>/concerns/", concerns.concerns, name="concerns"),
    path(f"{_CHILD}add/", concern_drafts.concern_add, name="concern_add"),
    path(f"{_DRAFT}", concern_drafts.concern_draft, name="concern_draft"),
    path(f"{_DRAFT}keep/", concern_drafts.concern_draft_keep, name="concern_draft_keep"),
    path(f"{_DRAFT}discard/", concern_drafts.concern_draft_discard, name="concern_draft_discard"),
    path(_CONCERN, concerns.concern, name="concern"),
    path(f"{_CONCERN}answer/", concerns.concern_answer, name="concern_answer"),
    path(f"{_CONCERN}decide/", concerns.concern_decide, name="concern_decide"),
    path(f"{_CONCERN}review/", concerns.concern_review, name="concern_review"),
    path(_CLASS, classrooms.audits, name="classroom_audits"),
    path(f"{_CLASS}look/", classrooms.audit_add, name="classroom_audit_add"),
    path(f"{_CLASS}<uuid:classroom_audit>/", classrooms.audit, name="classroom_audit"),
    path("<slug:school>/ordinarily-available/", ordinary.statements, name="ordinary_provision"),
    path(
        "<slug:school>/ordinarily-available/<slug:area>/<slug:stage>/",
        ordinary.write,
        name="ordinary_provision_write",
    ),
]
