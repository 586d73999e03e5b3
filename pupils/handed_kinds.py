"""The texts of this floor that can be handed over, where they stand again, and what is no text."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from aylsham.access.current import Access
from aylsham.access.permissions import Permission as P
from pupils import models as own
from pupils.family_codes import ActionSource
from pupils.handed_texts import (
    HandedText,
    Repeat,
    leave_unhanded,
    register_repeat,
    register_text,
)
from pupils.selectors.safety import plans_for

NEEDED = "Adults act on it. Write a new version, or end it, when the lead has read it."


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


def _agreed_in(talk: own.Talk) -> dict[str, QuerySet]:
    """The actions of a talk: written in the same form, about the same thing."""
    source = {"source": ActionSource.CONTACT, "source_id": talk.pk}
    return {"action": own.AgreedAction.objects.filter(school_id=talk.school_id, **source)}


def _reads_plan(access: Access) -> Q:
    plans = plans_for(access, own.SafetyPlan.objects.filter(school=access.school))
    return Q(plan__in=plans.values("pk"))


_CONCERN = {"pupil": "concern__pupil", "sensitivity": "concern__sensitivity"}
_REFERRAL = {"pupil": "referral__pupil", "sensitivity": "referral__sensitivity"}
_MOVE = {"pupil": "plan__pupil", "sensitivity": ""}
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
        "voice", own.Voice, "views or advice", ("answers",), "recorded_by", P.VIEW_FAMILY_LOG
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

SUPPORT = (
    HandedText(
        "concern",
        own.Concern,
        "a concern",
        ("seen_words", "parents_said", "parent_view", "child_view"),
        "raised_by",
        P.VIEW_NEEDS,
    ),
    HandedText(
        "concern-answer",
        own.ConcernAnswer,
        "an answer about a concern",
        ("words", "helps"),
        "user",
        P.VIEW_NEEDS,
        **_CONCERN,
    ),
    HandedText(
        "tried",
        own.ConcernTried,
        "what was tried",
        ("what",),
        "concern__raised_by",
        P.VIEW_NEEDS,
        **_CONCERN,
    ),
    HandedText(
        "decision",
        own.ConcernStep,
        "what was decided about a concern",
        ("reason",),
        "by",
        P.VIEW_NEEDS,
        **_CONCERN,
    ),
    HandedText("need", own.Need, "a need", ("in_words", "impact"), "", P.VIEW_NEEDS, **_PLAIN),
    HandedText(
        "diagnosis",
        own.Diagnosis,
        "the evidence of a diagnosis",
        ("evidence",),
        "",
        P.VIEW_SENSITIVE,
        **_PLAIN,
    ),
    HandedText(
        "register",
        own.StatusPeriod,
        "a note on the SEND register",
        ("note", "evidence", "end_note"),
        "started_by",
        P.VIEW_REGISTER,
        **_PLAIN,
    ),
    HandedText(
        "comment",
        own.PassportComment,
        "a comment on a passport",
        ("text",),
        "written_by",
        P.VIEW_NEEDS,
        pupil="passport__pupil",
        sensitivity="",
    ),
    HandedText(
        "passport",
        own.PassportText,
        "a part of the passport",
        ("text",),
        "changed_by",
        P.VIEW_NEEDS,
        pupil="passport__pupil",
    ),
    HandedText("strategy", own.Strategy, "what helps", ("text",), "changed_by", P.VIEW_NEEDS),
    HandedText(
        "evidence",
        own.ArrangementEvidence,
        "evidence of an access arrangement",
        ("text",),
        "",
        P.VIEW_NEEDS,
        pupil="arrangement__pupil",
    ),
    HandedText(
        "arrangement",
        own.AccessArrangement,
        "an access arrangement",
        ("in_room", "reason"),
        "",
        P.VIEW_NEEDS,
        **_PLAIN,
    ),
    HandedText(
        "adjustment",
        own.Adjustment,
        "a reasonable adjustment",
        ("what", "why"),
        "",
        P.VIEW_NEEDS,
        **_PLAIN,
    ),
    HandedText(
        "equipment",
        own.Equipment,
        "who can use equipment",
        ("trained",),
        "",
        P.VIEW_NEEDS,
        **_PLAIN,
    ),
    HandedText(
        "alert",
        own.MedicalAlert,
        "a medical alert",
        ("what", "action"),
        "",
        P.VIEW_PUPILS,
        sensitivity="",
        stays=NEEDED,
    ),
    HandedText(
        "safety-plan",
        own.SafetyPlanVersion,
        "a safety plan",
        ("sections",),
        "agreed_by",
        P.VIEW_NEEDS,
        pupil="plan__pupil",
        sensitivity="",
        readers=_reads_plan,
        stays=NEEDED,
    ),
)

ABSENCE = (
    HandedText(
        "suspension",
        own.Suspension,
        "a note on a suspension",
        ("note",),
        "",
        P.VIEW_SENSITIVE,
        **_PLAIN,
    ),
    HandedText(
        "part-time",
        own.PartTimeTimetable,
        "why a timetable is part-time",
        ("reason",),
        "",
        P.VIEW_NEEDS,
        **_PLAIN,
    ),
    HandedText(
        "elsewhere",
        own.AlternativeProvision,
        "why a child learns elsewhere",
        ("purpose",),
        "",
        P.VIEW_NEEDS,
        **_PLAIN,
    ),
)

MOVES = (
    HandedText(
        "move",
        own.MovePlan,
        "a plan for a move",
        ("key_adults", "worries", "helps", "wishes", "told", "not_known", "lesson", "ended_why"),
        "lead",
        P.VIEW_NEEDS,
        **_PLAIN,
    ),
    HandedText(
        "move-visit", own.MoveVisit, "how a visit went", ("went",), "", P.VIEW_NEEDS, **_MOVE
    ),
    HandedText(
        "next-setting",
        own.NextSetting,
        "what the family thinks of a setting",
        ("view", "told"),
        "",
        P.VIEW_NEEDS,
        **_MOVE,
    ),
    HandedText(
        "move-question",
        own.MoveQuestion,
        "a question of the next teacher",
        ("question", "answer"),
        "answered_by",
        P.VIEW_NEEDS,
        **_MOVE,
    ),
    HandedText(
        "earlier-words",
        own.RecordAuthor,
        "words of an earlier school",
        ("said",),
        "",
        P.VIEW_NEEDS,
    ),
)

#: Where words stand again though they were written elsewhere.
REPEATS = (
    Repeat(own.PassportVersion, "content", "passport__pupil"),
    Repeat(own.AsideText, "text", "passport__pupil"),
    Repeat(own.IntakeFile, "found", "pupil"),
    Repeat(own.IntakeFile, "choices", "pupil"),
    Repeat(own.IntakeFile, "written", "pupil"),
    Repeat(own.ContributionRequest, "draft", "pupil"),
)

_COPY = "Is the copy of another text, and is sealed with it."
_REQUEST = "Is this school's answer to a request; what is sealed leaves it."
_NAMES = "Names, places and addresses, no account of the child."
_SENDING = "Says how a record was sent or came, not how the child is."
_OPENING = "Says why somebody may open the record, not how the child is."
_FILE = "Is of a file, which is sealed as a whole from its own page."
_LAW = "The breach register is the school's own duty (UK GDPR art 33(5))."
_GUARD = "The rules on who may be told what stand on it; few may read it."

NOT_HANDED = (
    (own.Pupil, "first_name last_name preferred_first_name", _NAMES),
    (own.Contact, "name email", _NAMES),
    (own.Home, "address child_is_there", _NAMES),
    (own.Home, "withheld_why", _GUARD),
    (own.ContactOrder, "says evidence", _GUARD),
    (own.Talk, "who", _NAMES),
    (own.AgreedAction, "outside_owner", _NAMES),
    (own.Voice, "said_by role helper", _NAMES),
    (own.ContributionRequest, "name role email", _NAMES),
    (own.ContributionRequest, "questions", "Our questions, the same for every child."),
    (own.ContributionRequest, "draft", "Nobody here reads it before it is sent."),
    (own.ContributionRequest, "code_hash", "No words."),
    (own.ContributionFile, "name digest", _FILE),
    (own.ContributionNote, "email", _NAMES),
    (own.Disagreement, "raised_by next_outside", _NAMES),
    (own.DisagreementText, "said_by", _NAMES),
    (own.Meeting, "place", _NAMES),
    (own.MeetingInvitee, "name role email", _NAMES),
    (own.AgendaItem, "title", "The agenda, which everybody who is invited reads."),
    (own.HelpPlan, "lead_name lead_role consent_by", _NAMES),
    (own.Referral, "service consent_by", _NAMES),
    (own.ReferralAppointment, "place", _NAMES),
    (own.Assessment, "by_whom", _NAMES),
    (own.Diagnosis, "name made_by", _NAMES),
    (own.PassportVersion, "content", _COPY),
    (own.AsideText, "text", "Unfinished words beside the passport; sealed with the line."),
    (own.AlternativeProvision, "provider days", _NAMES),
    (own.Medicine, "name dose given kept_at", "A medicine must be given as it says."),
    (own.Equipment, "name kept_at lent_by", _NAMES),
    (own.SafetyPlan, "draft", "Not agreed yet: whoever writes it takes the words out."),
    (own.SafetyPlanVersion, "agreed_with", _NAMES),
    (own.PlanAdult, "does", "What an adult does, not how the child is."),
    (own.MovePlan, "to_name receiver_name not_known_from", _NAMES),
    (own.RecordAuthor, "did name role school_name", _NAMES),
    (own.MoveVisit, "place who", _NAMES),
    (own.NextSetting, "name", _NAMES),
    (own.MoveQuestion, "asked_by", _NAMES),
    (own.Document, "title author profession source hold_reason bin_reason seal_reason", _FILE),
    (own.DocumentVersion, "digest sent_digest media_type note", _FILE),
    (own.DocumentWords, "heading text", _FILE),
    (own.PupilPhoto, "digest", _FILE),
    (own.IntakeFile, "file_name digest refusal candidates doubt", _FILE),
    (own.IntakeFile, "found choices written", _COPY),
    (own.Breach, "happened action risk_reason families_reason", _LAW),
    (own.RollDifference, "label ours theirs stated", "What the school's own system says."),
    (own.PreviousRecord, "setting address received ended_why", _SENDING),
    (own.RecordTransfer, "to_name to_person to_email include_why digest", _SENDING),
    (own.RecordTransfer, "counts received_by received_how ended_why code_hash", _SENDING),
    (own.TransferNote, "who", _SENDING),
    (own.IncomingRecord, "from_name digest returned_why", _SENDING),
    (own.PupilGrant, "reason", _OPENING),
    (own.EmergencyAccess, "reason review_note", _OPENING),
    (
        own.RecordsRequest,
        "asker scope identity_how right_how extended_why outcome_why share_why",
        _REQUEST,
    ),
    (own.RequestItem, "part title text holds reason words boxes left_out", _REQUEST),
    (own.Disclosure, "problem log link_email code_hash", _REQUEST),
    (own.ConcernDraft, "words", "Its author's alone, until the concern is raised."),
    (own.PrintedPaper, "html digest page_digests", _COPY),
    (own.RetentionDecision, "reason", "Says why a record is kept, not how the child is."),
    (own.HandOver, "words sealed_values", "Is what was handed over."),
)


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for text in (*FAMILY, *AGENCIES, *SUPPORT, *ABSENCE, *MOVES):
        register_text(text)
    for repeat in REPEATS:
        register_repeat(repeat)
    for model, fields, why in NOT_HANDED:
        leave_unhanded(model, fields, why)
