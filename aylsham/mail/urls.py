from django.urls import path

from aylsham.mail import views

urlpatterns = [
    path("my/e-mails/", views.my_mail, name="my_mail"),
    path("federation/background-work/e-mails/", views.federation_mail, name="federation_mail"),
    path("<slug:school>/background-work/e-mails/", views.school_mail, name="mail"),
]
