"""Addresses of the family, the contact log, agreed actions and requests for views."""

from django.urls import path

from pupils.views import actions, contribute, contributions, family, sheets, talks, telling

_CHILD = "<slug:school>/children/<uuid:pupil>/"
_FAMILY = f"{_CHILD}family/"
_ACTION = f"{_CHILD}actions/<uuid:action>/"
_ASK = f"{_CHILD}asks/<uuid:ask>/"
_LINK = "contribute/<str:secret>/"

urlpatterns = [
    path(_FAMILY, family.family, name="child_family"),
    path(f"{_FAMILY}add/", family.contact_add, name="contact_add"),
    path(f"{_FAMILY}<uuid:contact>/", family.contact_change, name="contact_change"),
    path(f"{_FAMILY}<uuid:contact>/remove/", family.contact_remove, name="contact_remove"),
    path(f"{_FAMILY}<uuid:contact>/sees/", sheets.contact_sees, name="contact_sees"),
    path(f"{_FAMILY}<uuid:contact>/orders/add/", family.order_add, name="order_add"),
    path(f"{_FAMILY}orders/<uuid:order>/", family.order_change, name="order_change"),
    path(f"{_FAMILY}homes/add/", family.home_add, name="home_add"),
    path(f"{_FAMILY}homes/<uuid:home>/", family.home_change, name="home_change"),
    path(f"{_FAMILY}homes/<uuid:home>/remove/", family.home_remove, name="home_remove"),
    path(f"{_FAMILY}log/", talks.child_log, name="child_log"),
    path(f"{_FAMILY}log/add/", talks.talk_add, name="talk_add"),
    path(f"{_FAMILY}log/<uuid:talk>/", talks.talk_change, name="talk_change"),
    path(f"{_FAMILY}log/<uuid:talk>/letter/", telling.talk_letter, name="talk_letter"),
    path(f"{_CHILD}actions/add/", actions.action_add, name="action_add"),
    path(_ACTION, actions.action_change, name="action_change"),
    path(f"{_ACTION}done/", actions.action_done, name="action_done"),
    path(f"{_ACTION}withdraw/", actions.action_withdraw, name="action_withdraw"),
    path(f"{_ACTION}reopen/", actions.action_reopen, name="action_reopen"),
    path(f"{_CHILD}asks/add/", contributions.ask_add, name="ask_add"),
    path(_ASK, contributions.ask, name="ask"),
    path(f"{_ASK}again/", contributions.ask_again, name="ask_again"),
    path(f"{_ASK}remind/", contributions.ask_remind, name="ask_remind"),
    path(f"{_ASK}cancel/", contributions.ask_cancel, name="ask_cancel"),
    path(f"{_CHILD}views/add/", contributions.voice_add, name="voice_add"),
    path(f"{_CHILD}views/<uuid:voice>/", contributions.voice, name="voice"),
    path("<slug:school>/log/", talks.log_contact, name="log_contact"),
    path("<slug:school>/actions/", actions.actions, name="actions"),
    path("<slug:school>/requests/", contributions.requests_open, name="requests"),
    path(
        "federation/parents-not-met/",
        talks.federation_parents_not_met,
        name="federation_parents_not_met",
    ),
    path("<slug:school>/parents-not-met/", talks.parents_not_met, name="parents_not_met"),
    path(_LINK, contribute.contribute, name="contribute"),
    path(f"{_LINK}code/", contribute.contribute_code, name="contribute_code"),
    path(f"{_LINK}answer/", contribute.contribute_answer, name="contribute_answer"),
    path(f"{_LINK}letter.pdf", contribute.contribute_letter, name="contribute_letter"),
    path(f"{_LINK}draft/", contribute.contribute_draft, name="contribute_draft"),
]
