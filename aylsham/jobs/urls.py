from django.urls import path

from aylsham.jobs import views

urlpatterns = [
    path("my/work/", views.my_work, name="my_work"),
    path("my/work/stop/", views.stop_work, name="stop_work"),
    path("my/work/again/", views.try_work_again, name="try_work_again"),
    path("federation/background-work/", views.federation_work, name="federation_work"),
    path("<slug:school>/background-work/", views.school_work, name="work"),
]
