"""Addresses of the page on which schools stand side by side."""

from django.urls import path

from reports.views import compared as views

urlpatterns = [
    path("federation/schools/", views.schools_compared, name="compared"),
    path("federation/schools/count/", views.compared_count, name="compared_count"),
]
