from django.urls import path

from staff.views import senco, training

urlpatterns = [
    path("<slug:school>/duties/senco/add/", senco.senco_add, name="senco_add"),
    path("<slug:school>/duties/senco/<uuid:senco>/", senco.senco_change, name="senco_change"),
    path("<slug:school>/training/", training.training, name="training"),
    path("<slug:school>/training/mine/", training.my_training, name="my_training"),
    path("<slug:school>/training/add/", training.training_add, name="training_add"),
    path(
        "<slug:school>/training/<uuid:training_record>/change/",
        training.training_change,
        name="training_change",
    ),
    path(
        "<slug:school>/training/<uuid:training_record>/remove/",
        training.training_remove,
        name="training_remove",
    ),
]
