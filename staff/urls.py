from django.urls import path

from staff import views

urlpatterns = [
    path("<slug:school>/duties/senco/add/", views.senco_add, name="senco_add"),
    path("<slug:school>/duties/senco/<uuid:senco>/", views.senco_change, name="senco_change"),
]
