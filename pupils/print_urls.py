"""The print centre: many documents at once."""

from django.urls import path

from pupils.views import print_centre as views

_BATCH = "<slug:school>/print/<uuid:print_batch>/"

urlpatterns = [
    path("<slug:school>/print/", views.print_centre, name="print_centre"),
    path(_BATCH, views.print_batch, name="print_batch"),
    path(f"{_BATCH}again/", views.print_batch_again, name="print_batch_again"),
]
