from django.urls import path

from aylsham.terms import views

urlpatterns = [
    path("federation/terms/", views.federation_terms, name="federation_terms"),
    path("<slug:school>/terms/", views.terms, name="terms"),
    path("<slug:school>/terms/paste/", views.paste, name="terms_paste"),
    path("<slug:school>/terms/live/", views.live, name="school_live"),
    path("<slug:school>/terms/add/", views.add_term, name="term_add"),
    path("<slug:school>/terms/<uuid:term>/", views.change_term, name="term_change"),
    path("<slug:school>/terms/<uuid:term>/remove/", views.remove_term, name="term_remove"),
    path("<slug:school>/closures/add/", views.add_closure, name="closure_add"),
    path("<slug:school>/closures/<uuid:closure>/", views.change_closure, name="closure_change"),
    path(
        "<slug:school>/closures/<uuid:closure>/remove/",
        views.remove_closure,
        name="closure_remove",
    ),
]
