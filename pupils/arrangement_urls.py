"""Addresses of access arrangements and of one year's national tests."""

from django.urls import path

from pupils.views import arrangements, national_tests, rooms

_CHILD = "<slug:school>/children/<uuid:pupil>/arrangements/"
_ONE = f"{_CHILD}<uuid:arrangement>/"
_TEST = "<slug:school>/tests/<slug:test>/"

urlpatterns = [
    path(_CHILD, arrangements.child_arrangements, name="child_arrangements"),
    path(f"{_CHILD}add/", arrangements.arrangement_add, name="arrangement_add"),
    path(f"{_CHILD}log/", arrangements.normal_way, name="normal_way"),
    path(_ONE, arrangements.arrangement, name="arrangement"),
    path(f"{_ONE}change/", arrangements.arrangement_change, name="arrangement_change"),
    path(f"{_ONE}step/", arrangements.arrangement_step, name="arrangement_step"),
    path(f"{_ONE}evidence/", arrangements.arrangement_evidence, name="arrangement_evidence"),
    path("<slug:school>/tests/", national_tests.arrangements, name="arrangements"),
    path("<slug:school>/tests/dates/", national_tests.test_dates, name="test_dates"),
    path("<slug:school>/tests/rooms/<uuid:room>/", rooms.test_room, name="test_room"),
    path(f"{_TEST}dates/<slug:day>/", national_tests.test_date, name="test_date"),
    path(f"{_TEST}rooms/", rooms.test_rooms, name="test_rooms"),
    path(f"{_TEST}rooms/add/", rooms.test_room_add, name="test_room_add"),
    path(f"{_TEST}seats/", rooms.test_seats, name="test_seats"),
    path(f"{_TEST}sign/", national_tests.arrangements_sign, name="arrangements_sign"),
    path(f"{_TEST}log.xlsx", national_tests.normal_way_of_year, name="normal_way_of_year"),
]
