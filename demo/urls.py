from django.urls import path

from demo import views

urlpatterns = [path("demo/date/", views.set_date, name="demo_date")]
