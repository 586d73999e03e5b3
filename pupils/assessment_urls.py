"""Addresses of specialist assessments and of the school's list of tests."""

from django.urls import path

from pupils.views import assessments

_CHILD = "<slug:school>/children/<uuid:pupil>/assessments/"

urlpatterns = [
    path(
        "<slug:school>/children/<uuid:pupil>/time-axis/", assessments.child_axis, name="child_axis"
    ),
    path(_CHILD, assessments.child_assessments, name="child_assessments"),
    path(f"{_CHILD}add/", assessments.assessment_add, name="assessment_add"),
    path(f"{_CHILD}<uuid:assessment>/", assessments.assessment, name="assessment"),
    path(
        f"{_CHILD}<uuid:assessment>/remove/",
        assessments.assessment_remove,
        name="assessment_remove",
    ),
    path("<slug:school>/specialist-tests/", assessments.specialist_tests, name="specialist_tests"),
    path(
        "<slug:school>/specialist-tests/add/",
        assessments.specialist_test_add,
        name="specialist_test_add",
    ),
    path(
        "<slug:school>/specialist-tests/<uuid:specialist_test>/",
        assessments.specialist_test,
        name="specialist_test",
    ),
    path(
        "<slug:school>/specialist-tests/common/<slug:common>/",
        assessments.common_test,
        name="common_test",
    ),
]
