"""Addresses of the surveys: at school, and behind a secret link."""

from django.urls import path

from reports.views import survey_answers as answers
from reports.views import surveys as views

_ALL = "<slug:school>/surveys/"
_ONE = f"{_ALL}<uuid:survey>/"

urlpatterns = [
    path(_ALL, views.surveys, name="surveys"),
    path(f"{_ALL}add/", views.survey_add, name="survey_add"),
    path(f"{_ALL}with-children/", answers.surveys_with_children, name="surveys_with_children"),
    path(_ONE, views.survey, name="survey"),
    path(f"{_ONE}change/", views.survey_change, name="survey_change"),
    path(f"{_ONE}send/", views.survey_send, name="survey_send"),
    path(f"{_ONE}remind/", views.survey_remind, name="survey_remind"),
    path(f"{_ONE}slips/", views.survey_slips, name="survey_slips"),
    path(f"{_ONE}close/", views.survey_close, name="survey_close"),
    path(f"{_ONE}discard/", views.survey_discard, name="survey_discard"),
    path(f"{_ONE}words/", views.survey_words, name="survey_words"),
    path(f"{_ONE}child/", answers.survey_child, name="survey_child"),
]
#: Stands before the addresses of schools.
public_urlpatterns = [
    path("contribute/survey/<str:secret>/", answers.survey_link, name="survey_link"),
]
