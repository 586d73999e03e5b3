from django.urls import path

from aylsham.people import views

urlpatterns = [
    path("<slug:school>/people/", views.people, name="people"),
    path("<slug:school>/people/invite/", views.invite, name="invite"),
    path("<slug:school>/people/withdraw/", views.withdraw, name="withdraw_invitation"),
    path("<slug:school>/people/<uuid:membership>/", views.role, name="role"),
    path("<slug:school>/people/<uuid:membership>/week/", views.site_week, name="site_week"),
    path("invitations/<str:secret>/", views.invitation, name="invitation"),
    path("roles/", views.roles, name="roles"),
]
