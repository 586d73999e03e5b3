"""Addresses of what a school publishes."""

from django.urls import path

from reports.views import publications as views

_ALL = "<slug:school>/sen-information-report/"
_ONE = f"{_ALL}<uuid:publication>/"

urlpatterns = [
    path(_ALL, views.publications, name="publications"),
    path(f"{_ALL}start/", views.publication_start, name="publication_start"),
    path(_ONE, views.publication, name="publication"),
    path(f"{_ONE}words/", views.publication_words, name="publication_words"),
    path(f"{_ONE}step/", views.publication_step, name="publication_step"),
    path(f"{_ONE}publish/", views.publication_publish, name="publication_publish"),
    path(f"{_ONE}back/", views.publication_back, name="publication_back"),
    path(f"{_ONE}withdraw/", views.publication_withdraw, name="publication_withdraw"),
    path(f"{_ONE}print/", views.publication_print, name="publication_print"),
    path(f"{_ONE}word/", views.publication_word, name="publication_word"),
    path(f"{_ONE}html/", views.publication_html, name="publication_html"),
    path(f"{_ONE}pdf/", views.publication_pdf, name="publication_pdf"),
]
