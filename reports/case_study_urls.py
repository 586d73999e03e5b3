"""Addresses of the case studies."""

from django.urls import path

from reports.views import case_studies as views

_CHILD = "<slug:school>/children/<uuid:pupil>/case-study/"
_ONE = f"{_CHILD}<uuid:case_study>/"

urlpatterns = [
    path("<slug:school>/case-studies/", views.case_studies, name="case_studies"),
    path(_CHILD, views.child_case_studies, name="child_case_studies"),
    path(f"{_CHILD}begin/", views.case_study_begin, name="case_study_begin"),
    path(_ONE, views.case_study, name="case_study"),
    path(f"{_ONE}change/", views.case_study_change, name="case_study_change"),
    path(f"{_ONE}voices/", views.case_study_voices, name="case_study_voices"),
    path(f"{_ONE}approve/", views.case_study_approve, name="case_study_approve"),
    path(f"{_ONE}reopen/", views.case_study_reopen, name="case_study_reopen"),
    path(f"{_ONE}take-back/", views.case_study_take_back, name="case_study_take_back"),
    path(f"{_ONE}print/", views.case_study_print, name="case_study_print"),
]
