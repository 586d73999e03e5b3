from django.urls import path

from aylsham.reminders import views

urlpatterns = [
    path("my/reminders/", views.reminders, name="reminders"),
    path("my/reminders/calendar/", views.make_calendar, name="make_calendar"),
    path("my/reminders/calendar/end/", views.end_calendar, name="end_calendar"),
    path("<slug:school>/holiday-cover/", views.cover, name="holiday_cover"),
]
