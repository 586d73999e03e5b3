"""Timetables and one's own day."""

from django.urls import path

from staff.views import my_day, timetables

urlpatterns = [
    path("<slug:school>/timetable/", timetables.timetable, name="timetable"),
    path("<slug:school>/timetable/export/", timetables.timetable_export, name="timetable_export"),
    path("<slug:school>/my-day/", my_day.day, name="my_day"),
    path("<slug:school>/my-day/calendar/", my_day.calendar_address, name="my_week_calendar"),
]
