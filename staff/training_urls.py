"""Addresses of training: needs, plan, catalogue, one's own; cards of adaptive teaching."""

from django.urls import path

from staff.views import (
    certificates,
    teaching_cards,
    training,
    training_own,
    training_plan,
    training_topics,
)

_ROOT = "<slug:school>/training/"
_PAPER = f"{_ROOT}<uuid:training_record>/certificate/"
_PLAN = f"{_ROOT}plan/"
_ONE = f"{_PLAN}<uuid:training_session>/"
_TOPICS = f"{_ROOT}topics/"
_CARDS = "<slug:school>/teaching-cards/"

urlpatterns = [
    # All schools first: "federation" is no school's name.
    path("federation/training/", training_plan.federation_training, name="federation_training"),
    path(_ROOT, training.training, name="training"),
    path(f"{_ROOT}mine/", training.my_training, name="my_training"),
    path(f"{_ROOT}mine/<uuid:training_session>/", training_own.training_said, name="training_said"),
    path(f"{_ROOT}add/", training.training_add, name="training_add"),
    path(
        f"{_ROOT}<uuid:training_record>/change/", training.training_change, name="training_change"
    ),
    path(
        f"{_ROOT}<uuid:training_record>/remove/", training.training_remove, name="training_remove"
    ),
    path(_PAPER, certificates.certificate, name="training_certificate"),
    path(f"{_PAPER}add/", certificates.certificate_add, name="training_certificate_add"),
    path(f"{_PAPER}remove/", certificates.certificate_remove, name="training_certificate_remove"),
    path(f"{_ROOT}needs/", training_topics.needs, name="training_needs"),
    path(
        f"{_ROOT}needs/<uuid:training_topic>/plan/",
        training_topics.gap_plan,
        name="training_gap_plan",
    ),
    path(_TOPICS, training_topics.topics, name="training_topics"),
    path(f"{_TOPICS}add/", training_topics.topic_add, name="training_topic_add"),
    path(f"{_TOPICS}start/", training_topics.topics_start, name="training_topics_start"),
    path(
        f"{_TOPICS}<uuid:training_topic>/",
        training_topics.topic_change,
        name="training_topic_change",
    ),
    path(_PLAN, training_plan.plan, name="training_plan"),
    path(f"{_PLAN}export/", training_plan.plan_export, name="training_plan_export"),
    path(f"{_PLAN}add/", training_plan.session_add, name="training_session_add"),
    path(_ONE, training_plan.session, name="training_session"),
    path(f"{_ONE}change/", training_plan.session_change, name="training_session_change"),
    path(f"{_ONE}off/", training_plan.session_off, name="training_session_off"),
    path(f"{_ONE}reopen/", training_plan.session_reopen, name="training_session_reopen"),
    path(f"{_ONE}came/", training_plan.attendance, name="training_attendance"),
    path(f"{_ONE}seen/", training_plan.seen, name="training_seen"),
    path(_CARDS, teaching_cards.cards, name="teaching_cards"),
    path(f"{_CARDS}add/", teaching_cards.card_add, name="teaching_card_add"),
    path(f"{_CARDS}start/", teaching_cards.cards_start, name="teaching_cards_start"),
    path(f"{_CARDS}<uuid:teaching_card>/", teaching_cards.card_change, name="teaching_card_change"),
]
