"""Addresses of what a plan says, and of what stands around it."""

from django.urls import path

from ehcp.views import appeals, comparing, ledger, plan_outcomes, sections, standing, versions

_PLAN = "<slug:school>/plans/<uuid:plan>/"
_VERSION = "<slug:school>/plan-versions/<uuid:plan_version>/"

urlpatterns = [
    path(f"{_PLAN}wording/", versions.plan_versions, name="plan_versions"),
    path(f"{_PLAN}wording/add/", versions.version_add, name="version_add"),
    path(f"{_PLAN}section-f/", ledger.plan_ledger, name="plan_ledger"),
    path(f"{_PLAN}section-f/parents/", ledger.plan_ledger_print, name="plan_ledger_print"),
    path(f"{_PLAN}section-f/parents/print/", ledger.plan_sheet_print, name="plan_sheet_print"),
    path(f"{_PLAN}terms/add/", standing.terms_add, name="terms_add"),
    path(f"{_PLAN}appeals/add/", appeals.plan_appeal_add, name="plan_appeal_add"),
    path(f"{_PLAN}appeals/<uuid:decision_appeal>/", appeals.plan_appeal, name="plan_appeal"),
    path(
        f"{_PLAN}appeals/<uuid:decision_appeal>/remove/",
        appeals.plan_appeal_remove,
        name="plan_appeal_remove",
    ),
    path(f"{_PLAN}moved-in/", standing.plan_moved_in, name="plan_moved_in"),
    path(f"{_PLAN}moved-in/remove/", standing.plan_moved_in_remove, name="plan_moved_in_remove"),
    path(
        "<slug:school>/plan-terms/<uuid:plan_terms>/remove/",
        standing.terms_remove,
        name="terms_remove",
    ),
    path(
        "<slug:school>/plan-terms/<uuid:plan_terms>/change/",
        standing.terms_change,
        name="terms_change",
    ),
    path(_VERSION, versions.plan_version, name="plan_version"),
    path(f"{_VERSION}correct/", versions.version_correct, name="version_correct"),
    path(f"{_VERSION}check/", versions.version_check, name="version_check"),
    path(f"{_VERSION}remove/", versions.version_remove, name="version_remove"),
    path(f"{_VERSION}paste/", sections.version_paste, name="version_paste"),
    path(f"{_VERSION}outcomes/", plan_outcomes.version_outcomes, name="version_outcomes"),
    path(f"{_VERSION}compare/", comparing.version_compare, name="version_compare"),
    path(
        f"{_VERSION}section/<slug:plan_section>/",
        sections.version_section,
        name="version_section",
    ),
]
