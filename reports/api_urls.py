"""Addresses of the answers to other systems."""

from django.urls import path

from reports.api.resources import RESOURCES
from reports.views import api

urlpatterns = [
    path("federation/api/openapi.json", api.api_document, name="api_document"),
    *(
        path(f"<slug:school>/api/{r.scope.value}/", api.answer_of(r), name=f"api_{r.scope.value}")
        for r in RESOURCES
    ),
]
