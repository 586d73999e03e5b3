from django.urls import path

from aylsham.signin import views

urlpatterns = [
    path("locked/", views.locked, name="locked"),
    path("lock/", views.lock_now, name="lock_now"),
    path("switch/", views.switch, name="switch"),
    path("pin/", views.set_pin, name="set_pin"),
    path("<slug:school>/tablets/", views.device_list, name="devices"),
    path("<slug:school>/tablets/forget/", views.forget_device, name="forget_device"),
]
