"""Texts of family, meetings and agencies that can be handed over."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission as P
from pupils import models as own
from pupils.family_codes import ActionSource, AskKind
from pupils.handed_texts import (
    HandedText,
)


def _minutes_of(pupil) -> Q:
    """What a meeting said about the child, and what it said about all of its children."""
    return Q(pupil=pupil) | Q(pupil=None, meeting__children__pupil=pupil)


def _sees_all_children(access: Access) -> Q:
    """What was said about several children together is read by those who may see all of them."""
    unseen = own.MeetingChild.objects.filter(
        school_id=OuterRef("school_id"), meeting_id=OuterRef("meeting_id")
    ).exclude(pupil__in=own.Pupil.objects.visible_to(access))
    return Q(pupil__isnull=False) | ~Exists(unseen)


def _reads_report(access: Access) -> Q:
    return Q(document__in=own.Document.objects.visible_to(access).values("pk"))


def _reads_views(access: Access) -> Q:
    """The child's own words are read by whoever works with the child."""
    if access.can(P.VIEW_FAMILY_LOG):
        return Q()
    return Q(kind=AskKind.PUPIL_VIEWS) if access.can(P.VIEW_NEEDS) else Q(pk=None)


def _agreed_in(talk: own.Talk) -> dict[str, QuerySet]:
    """The actions of a talk: written in the same form, about the same thing."""
    source = {"source": ActionSource.CONTACT, "source_id": talk.pk}
    return {"action": own.AgreedAction.objects.filter(school_id=talk.school_id, **source)}


_REFERRAL = {"pupil": "referral__pupil", "sensitivity": "referral__sensitivity"}
_PLAIN = {"sensitivity": ""}

FAMILY = (
    HandedText(
        "talk",
        own.Talk,
        "an entry of the contact log",
        ("agreed",),
        "logged_by",
        P.VIEW_FAMILY_LOG,
        along=_agreed_in,
    ),
    HandedText(
        "action",
        own.AgreedAction,
        "an agreed action",
        ("what", "outcome", "withdrawn_why"),
        "agreed_by",
        P.VIEW_FAMILY_LOG,
    ),
    HandedText(
        "voice",
        own.Voice,
        "views or advice",
        ("answers",),
        "recorded_by",
        P.VIEW_PUPILS,
        readers=_reads_views,
    ),
    HandedText(
        "clip",
        own.VoiceClip,
        "the words of a voice clip",
        ("words",),
        "written_by",
        P.VIEW_NEEDS,
        pupil="document__pupil",
        sensitivity="document__sensitivity",
    ),
    HandedText(
        "ask",
        own.ContributionRequest,
        "what we asked somebody",
        ("message",),
        "asked_by",
        P.VIEW_FAMILY_LOG,
        **_PLAIN,
    ),
    HandedText(
        "agreement",
        own.AgreementAnswer,
        "what somebody said to a plan",
        ("words",),
        "recorded_by",
        P.VIEW_FAMILY_LOG,
        pupil="ask__pupil",
        sensitivity="ask__text__sensitivity",
    ),
    HandedText(
        "disagreement",
        own.DisagreementText,
        "words of a disagreement",
        ("text",),
        "written_by",
        P.KEEP_DISAGREEMENTS,
        pupil="disagreement__pupil",
        sensitivity="",
        versions="entry_id",
    ),
    HandedText(
        "dispute",
        own.Disagreement,
        "what a disagreement is about",
        ("about", "next_what"),
        "",
        P.KEEP_DISAGREEMENTS,
        **_PLAIN,
    ),
    HandedText(
        "minutes",
        own.AgendaItem,
        "minutes of a meeting",
        ("text",),
        "written_by",
        P.VIEW_FAMILY_LOG,
        pupil="meeting__children__pupil",
        about=_minutes_of,
        readers=_sees_all_children,
    ),
    HandedText(
        "meeting-off",
        own.Meeting,
        "why a meeting was called off",
        ("called_off_why",),
        "planned_by",
        P.VIEW_FAMILY_LOG,
        pupil="children__pupil",
        sensitivity="",
    ),
    HandedText(
        "reply",
        own.MeetingInvitee,
        "what an invited person wrote",
        ("note",),
        "",
        P.VIEW_FAMILY_LOG,
        pupil="meeting__children__pupil",
        sensitivity="",
    ),
    HandedText(
        "help-plan",
        own.HelpPlan,
        "an early-help plan",
        ("why", "wanted", "end_note"),
        "lead",
        P.VIEW_FAMILY_LOG,
    ),
    HandedText(
        "help-review",
        own.HelpReview,
        "a review of an early-help plan",
        ("changed",),
        "written_by",
        P.VIEW_FAMILY_LOG,
        pupil="plan__pupil",
        sensitivity="plan__sensitivity",
    ),
)

AGENCIES = (
    HandedText(
        "referral",
        own.Referral,
        "a referral",
        ("reason", "no_consent_why", "outcome"),
        "begun_by",
        P.VIEW_REFERRALS,
    ),
    HandedText(
        "referral-step",
        own.ReferralStep,
        "a step of a referral",
        ("words",),
        "by",
        P.VIEW_REFERRALS,
        **_REFERRAL,
    ),
    HandedText(
        "appointment",
        own.ReferralAppointment,
        "a note on an appointment",
        ("note",),
        "",
        P.VIEW_REFERRALS,
        **_REFERRAL,
    ),
    HandedText(
        "advice",
        own.Recommendation,
        "a professional's recommendation",
        ("text", "words", "reason", "found"),
        "decided_by",
        P.VIEW_REFERRALS,
        sensitivity="",
        readers=_reads_report,
    ),
    HandedText(
        "assessment", own.Assessment, "a note on an assessment", ("note",), "", P.VIEW_NEEDS
    ),
)
