"""Addresses of evidence bundles."""

from django.urls import path

from reports.views import bundle_files, bundles

_ALL = "<slug:school>/children/<uuid:pupil>/bundles/"
_ONE = f"{_ALL}<uuid:bundle>/"

urlpatterns = [
    path(_ALL, bundles.child_bundles, name="child_bundles"),
    path(f"{_ALL}add/", bundles.bundle_add, name="bundle_add"),
    path(_ONE, bundles.bundle, name="bundle"),
    path(f"{_ONE}change/", bundles.bundle_change, name="bundle_change"),
    path(f"{_ONE}decide/", bundles.bundle_decide, name="bundle_decide"),
    path(f"{_ONE}look/", bundles.bundle_look, name="bundle_look"),
    path(f"{_ONE}make/", bundles.bundle_make, name="bundle_make"),
    path(f"{_ONE}file/", bundle_files.bundle_file, name="bundle_file"),
    path(f"{_ONE}sent/", bundles.bundle_sent, name="bundle_sent"),
    path(f"{_ONE}remove/", bundles.bundle_remove, name="bundle_remove"),
]
