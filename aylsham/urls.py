from django.urls import include, path

from aylsham import views

# Every floor writes its addresses in full: /<school>/… and /federation/….
urlpatterns = [
    path("", views.home, name="home"),
    path("accounts/", include("allauth.urls")),
    path("", include("pupils.urls")),
    path("", include("ehcp.urls")),
    path("", include("reports.urls")),
]
