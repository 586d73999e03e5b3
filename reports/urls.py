from django.urls import path

from reports.views import due, home

urlpatterns = [
    path("federation/", home.federation_home, name="federation_home"),
    path("federation/due/", due.federation_due, name="federation_due"),
    path("<slug:school>/", home.school_home, name="school_home"),
    path("<slug:school>/due/", due.due, name="due"),
]
