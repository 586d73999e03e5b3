"""Addresses of levels of need that schools rate blind for one another."""

from django.urls import path

from pupils.views.moderation import own, rating, rounds

_ONE = "<slug:school>/children/<uuid:pupil>/moderation/<uuid:moderated>/"

urlpatterns = [
    path("federation/moderation/", rounds.rounds, name="moderation_rounds"),
    path("federation/moderation/draw/", rounds.draw, name="moderation_draw"),
    path("<slug:school>/moderation/", own.moderation, name="moderation"),
    path("<slug:school>/moderation/rate/<uuid:blind_look>/", rating.rate, name="blind_look"),
    path(_ONE, own.moderated, name="moderated"),
    path(f"{_ONE}approve/", own.approve, name="moderated_approve"),
    path(f"{_ONE}leave-out/", own.out, name="moderated_leave_out"),
    path(f"{_ONE}take-back/", own.take_back, name="moderated_take_back"),
]
