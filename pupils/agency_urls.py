"""Addresses of referrals, services, advice and providers."""

from django.urls import path

from pupils.views import advice, appointments, outside_services, providers, referrals, telling

_CHILD = "<slug:school>/children/<uuid:pupil>/"
_REFERRALS = f"{_CHILD}referrals/"
_REFERRAL = f"{_REFERRALS}<uuid:referral>/"
_ADVICE = f"{_CHILD}advice/"
_ONE_ADVICE = f"{_ADVICE}<uuid:recommendation>/"
_PROVIDERS = "<slug:school>/providers/"
_PROVIDER = f"{_PROVIDERS}<uuid:provider>/"
_SERVICES = "<slug:school>/services/"

urlpatterns = [
    path("federation/referrals/", referrals.federation_referrals, name="federation_referrals"),
    path("<slug:school>/referrals/", referrals.referrals, name="referrals"),
    path(_REFERRALS, referrals.child_referrals, name="child_referrals"),
    path(f"{_REFERRALS}add/", referrals.referral_add, name="referral_add"),
    path(f"{_CHILD}concerns/<uuid:concern>/refer/", referrals.concern_refer, name="concern_refer"),
    path(_REFERRAL, referrals.referral, name="referral"),
    path(f"{_REFERRAL}change/", referrals.referral_change, name="referral_change"),
    path(f"{_REFERRAL}consent/", referrals.referral_consent, name="referral_consent"),
    path(f"{_REFERRAL}step/<slug:step>/", referrals.referral_step, name="referral_step"),
    path(f"{_REFERRAL}reopen/", referrals.referral_reopen, name="referral_reopen"),
    path(f"{_REFERRAL}chase/", referrals.referral_chase, name="referral_chase"),
    path(f"{_REFERRAL}told/<uuid:referral_step>/", referrals.referral_told, name="referral_told"),
    path(f"{_REFERRAL}tell/<uuid:referral_step>/", telling.referral_tell, name="referral_tell"),
    path(f"{_REFERRAL}appointments/add/", appointments.appointment_add, name="appointment_add"),
    path(
        f"{_REFERRAL}appointments/<uuid:appointment>/",
        appointments.appointment_change,
        name="appointment_change",
    ),
    path(f"{_REFERRAL}report/", appointments.referral_report, name="referral_report"),
    path(f"{_REFERRAL}nudge/", appointments.referral_nudge, name="referral_nudge"),
    path(_SERVICES, outside_services.services, name="outside_services"),
    path(f"{_SERVICES}add/", outside_services.service_add, name="service_add"),
    path(f"{_SERVICES}fill/", outside_services.services_fill, name="services_fill"),
    path(f"{_SERVICES}<uuid:service>/", outside_services.service_change, name="service_change"),
    path(
        f"{_SERVICES}<uuid:service>/retire/",
        outside_services.service_retire,
        name="service_retire",
    ),
    path(
        "federation/waiting-times/",
        outside_services.federation_waits,
        name="federation_waiting_times",
    ),
    path("<slug:school>/waiting-times/", outside_services.waits, name="waiting_times"),
    path(_ADVICE, advice.child_advice, name="child_advice"),
    path(
        f"{_CHILD}documents/<uuid:document>/recommendations/",
        advice.recommendations_add,
        name="recommendations_add",
    ),
    path(f"{_CHILD}documents/advice/export/", advice.advice_export, name="advice_sheet"),
    path(f"{_ONE_ADVICE}decide/", advice.advice_decide, name="advice_decide"),
    path(f"{_ONE_ADVICE}review/", advice.advice_review, name="advice_review"),
    path(f"{_ONE_ADVICE}again/", advice.advice_again, name="advice_again"),
    path("<slug:school>/advice/", advice.undecided, name="undecided_advice"),
    path(_PROVIDERS, providers.providers, name="providers"),
    path(f"{_PROVIDERS}export/", providers.providers_export, name="providers_sheet"),
    path(f"{_PROVIDERS}add/", providers.provider_add, name="provider_add"),
    path(_PROVIDER, providers.provider, name="provider"),
    path(f"{_PROVIDER}change/", providers.provider_change, name="provider_change"),
    path(f"{_PROVIDER}visits/add/", providers.visit_add, name="visit_add"),
    path(f"{_PROVIDER}visits/<uuid:provider_visit>/", providers.visit_change, name="visit_change"),
]
