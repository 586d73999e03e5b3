from django.urls import path

from aylsham.timescales import views

urlpatterns = [
    path("federation/dates/", views.federation_rules, name="federation_dates"),
    path("federation/dates/<str:code>/", views.federation_rule, name="federation_date_rule"),
    path("<slug:school>/dates/", views.school_rules, name="dates"),
    path("<slug:school>/dates/<str:code>/", views.school_rule, name="date_rule"),
]
