from django.urls import path

from staff import training_views, views

urlpatterns = [
    path("<slug:school>/duties/senco/add/", views.senco_add, name="senco_add"),
    path("<slug:school>/duties/senco/<uuid:senco>/", views.senco_change, name="senco_change"),
    path("<slug:school>/training/", training_views.training, name="training"),
    path("<slug:school>/training/mine/", training_views.my_training, name="my_training"),
    path("<slug:school>/training/add/", training_views.training_add, name="training_add"),
    path(
        "<slug:school>/training/<uuid:training_record>/change/",
        training_views.training_change,
        name="training_change",
    ),
    path(
        "<slug:school>/training/<uuid:training_record>/remove/",
        training_views.training_remove,
        name="training_remove",
    ),
]
