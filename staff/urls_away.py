from django.urls import path

from staff.views import away, delivered

_AWAY = "<slug:school>/away/"

urlpatterns = [
    path(_AWAY, away.away, name="away"),
    path(f"{_AWAY}mine/", away.my_away, name="my_away"),
    path(f"{_AWAY}term/", delivered.away_term, name="away_term"),
    path(f"{_AWAY}add/", away.away_add, name="away_add"),
    path(f"{_AWAY}tap/", away.away_tap, name="away_tap"),
    path(f"{_AWAY}decide/", away.away_decide, name="away_decide"),
    path(f"{_AWAY}best/", away.away_best, name="away_best"),
    path(f"{_AWAY}tell/", away.away_tell, name="away_tell"),
    path(f"{_AWAY}swaps/<uuid:staff_swap>/undo/", away.away_undo, name="away_undo"),
    path(f"{_AWAY}<uuid:staff_absence>/", away.away_change, name="away_change"),
    path(f"{_AWAY}<uuid:staff_absence>/back/", away.away_back, name="away_back"),
    path("<slug:school>/delivered/", delivered.delivered, name="delivered"),
    path("<slug:school>/delivered/mine/", delivered.my_delivered, name="my_delivered"),
    path("<slug:school>/delivered/export/", delivered.delivered_export, name="delivered_export"),
]
