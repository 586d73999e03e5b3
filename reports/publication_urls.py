"""Addresses of what a school publishes."""

from django.urls import path, register_converter

from reports.publications.kind import Kind
from reports.publications.kinds import KINDS
from reports.views import publications as views


class DocumentKind:
    """`sen-information-report` in an address: a kind of document, and nothing else."""

    regex = "|".join(KINDS)

    def to_python(self, value: str) -> Kind:
        """The kind."""
        return next(kind for kind in KINDS.values() if kind.address == value)

    def to_url(self, value: str | Kind) -> str:
        """The kind, or its code."""
        return str(value)


register_converter(DocumentKind, "document")

_ALL = "<slug:school>/<document:document_kind>/"
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
    path(f"{_ONE}text/", views.publication_text, name="publication_text"),
    path(f"{_ONE}html/", views.publication_html, name="publication_html"),
    path(f"{_ONE}pdf/", views.publication_pdf, name="publication_pdf"),
]
