"""Which records of the child have a readable history, and who may read it."""

from typing import Any

from aylsham.access.permissions import Permission as P
from aylsham.access.sensitivity import OPENED_BY
from aylsham.audit.tracked import Tracked, register_tracked
from aylsham.codes import Sensitivity
from pupils.access import fact_permission
from pupils.agency_codes import ServiceKind
from pupils.arrangement_codes import ARRANGEMENTS
from pupils.codes import (
    DOCUMENT_TYPES,
    SENSITIVE_PLANS,
    AreaOfNeed,
    FactKind,
    PassportPart,
    SafetyPlanKind,
    SenStatus,
)
from pupils.family_codes import AskKind, OrderKind
from pupils.kept import KEPT
from pupils.meeting_codes import MeetingKind
from pupils.models import (
    AccessArrangement,
    AgendaItem,
    AgreedAction,
    AsideText,
    Assessment,
    Breach,
    Concern,
    ConcernAnswer,
    Contact,
    ContactOrder,
    ContributionRequest,
    DatedFact,
    Diagnosis,
    Disagreement,
    Document,
    HelpPlan,
    HelpReview,
    Home,
    IncomingRecord,
    Meeting,
    MeetingInvitee,
    MovePlan,
    MoveQuestion,
    MoveVisit,
    Need,
    NextSetting,
    Passport,
    PassportComment,
    PassportSymbol,
    PassportText,
    PlanAdult,
    PreviousRecord,
    Provider,
    ProviderVisit,
    Pupil,
    Recommendation,
    RecordsRequest,
    RecordTransfer,
    Referral,
    ReferralAppointment,
    SafeguardingLead,
    SafetyPlan,
    StatusPeriod,
    Strategy,
    Talk,
    Voice,
)
from pupils.moving_codes import MoveKind
from pupils.symbols import SYMBOLS
from pupils.words import need_words

#: How a text came to be saved: nobody reads a sentence about that.
OF_WRITING = frozenset({"revision", "sitting", "changed_by", "changed_at"})

#: How a pack is made and opened: nobody reads a sentence about that.
_OF_PACKING = frozenset(
    {"digest", "size", "check_code", "counts", "code", "transfer_id", "opens_on", "expires_on"}
    | {"code_hash", "code_sent_at", "codes_sent", "wrong_codes"}
)
_BY = frozenset({"started_by", "ended_by", "not_known_by"})


def _plan_permission(values: dict[str, Any]) -> P:
    return P.VIEW_SENSITIVE if values["kind"] in SENSITIVE_PLANS else P.VIEW_NEEDS


def _log_permission(values: dict[str, Any]) -> P:
    """What is marked sensitive is read by few, in the history as on the page."""
    is_open = values["sensitivity"] == Sensitivity.EVERYONE
    return P.VIEW_FAMILY_LOG if is_open else P.VIEW_SENSITIVE


def _text_permission(values: dict[str, Any]) -> P:
    """Text is read by whoever may read its sensitivity, in its history too."""
    return OPENED_BY[Sensitivity(values["sensitivity"])]


def _referral_permission(values: dict[str, Any]) -> P:
    is_open = values["sensitivity"] == Sensitivity.EVERYONE
    return P.VIEW_REFERRALS if is_open else P.VIEW_SENSITIVE


def _document_permission(values: dict[str, Any]) -> P:
    """As the document says; a sealed one is for those who may unseal it."""
    if values["sealed_at"]:
        return P.SEAL_DOCUMENTS
    if DOCUMENT_TYPES[values["kind"]].is_care:
        return P.VIEW_CARE
    return _text_permission(values)


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for kind in KEPT.values():
        is_alert = kind.key == "alert"
        register_tracked(
            Tracked(
                kind.model,
                kind.noun,
                P.VIEW_PUPILS if is_alert else P.VIEW_NEEDS,
                labels={"starts_on": "first day", "ended_on": "last day"},
                guarded={"note": P.VIEW_SENSITIVE} if "note" in kind.fields else {},
            )
        )
    register_tracked(
        Tracked(
            SafetyPlan,
            "a safety plan",
            _plan_permission,
            title=lambda v: SafetyPlanKind(v["kind"]).label,
            labels={"starts_on": "first day", "ended_on": "last day", "draft": "words"},
            quiet=frozenset({"draft"}),
            left_out=frozenset({"must_read_from", "owner"}),
        )
    )
    register_tracked(
        Tracked(
            PlanAdult,
            "an adult named in a safety plan",
            P.VIEW_SENSITIVE,
            pupil_lookup="plan__pupil_id",
            labels={"does": "what this adult does", "trained_on": "day of the training"},
            left_out=frozenset({"user", "plan"}),
        )
    )
    for each in (
        Tracked(
            Pupil,
            "the child's record",
            P.VIEW_PUPILS,
            pupil_lookup="pgh_obj_id",
            quiet=frozenset({"upn", "former_upn", "mis_id", "ethnicity"}),
            labels={"class_group": "class", "is_eal": "note on English as an additional language"},
        ),
        Tracked(
            StatusPeriod,
            "a stretch on the SEND register",
            P.VIEW_NEEDS,
            title=lambda v: SenStatus(v["status"]).label,
            labels={
                "starts_on": "first day",
                "ends_on": "last day",
                "parent_told_on": "day on which the parents were told",
                "parent_told_how": "way in which the parents were told",
                "parent_to_tell_on": "day on which the parents will be told",
                "end_told_on": "day on which the parents were told of the end",
                "end_told_how": "way in which the parents were told of the end",
                "evidence": "place of the evidence",
            },
            guarded=dict.fromkeys(("note", "end_note", "evidence"), P.VIEW_REGISTER),
            left_out=frozenset({"started_by", "ended_by"}),
        ),
        Tracked(
            Concern,
            "a concern",
            _text_permission,
            title=lambda v: AreaOfNeed(v["area"]).label,
            labels={
                "step": "decision",
                "review_on": "day of the next review",
                "reviews": "number of reviews",
                "closed_on": "last day",
            },
            quiet=frozenset({"seen_words", "parents_said", "parent_view", "child_view"}),
            left_out=frozenset({"raised_by"}),
        ),
        Tracked(
            ConcernAnswer,
            "what another adult sees",
            # What they say is as sensitive as the concern can be.
            P.VIEW_SENSITIVE,
            pupil_lookup="concern__pupil_id",
            labels={"answered_on": "day of the answer"},
            quiet=frozenset({"words", "helps", "seen"}),
            left_out=frozenset({"concern", "user", "asked_on", "answer_by"}),
        ),
        Tracked(
            Need,
            "a need",
            P.VIEW_NEEDS,
            title=lambda v: need_words(v["need_type"]),
            labels={
                "in_words": "words for it",
                "known_from": "source",
                "ended_on": "last day",
                "since_on": "first day",
            },
            left_out=frozenset({"level_rated_by"}),
        ),
        Tracked(
            Strategy,
            "something that helps",
            _text_permission,
            title=lambda v: v["text"],
            labels={
                "text": "words",
                "confirmed_on": "day it was last found true",
                "since_on": "first day",
                "ended_on": "last day",
            },
            # The words before may have been for fewer people than those now.
            quiet=frozenset({"text"}),
            left_out=OF_WRITING | {"confirmed_by", "typed_into"},
        ),
        Tracked(
            PassportText,
            "a part of the passport",
            _text_permission,
            pupil_lookup="passport__pupil_id",
            title=lambda v: PassportPart(v["part"]).label,
            labels={"text": "words"},
            quiet=frozenset({"text"}),
            left_out=OF_WRITING | {"passport", "part"},
        ),
        Tracked(
            PassportSymbol,
            "a picture beside a line of the passport",
            P.VIEW_NEEDS,
            pupil_lookup="passport__pupil_id",
            title=lambda v: SYMBOLS[v["symbol"]].label if v["symbol"] in SYMBOLS else "",
            left_out=frozenset({"passport", "line", "chosen_by", "chosen_at"}),
        ),
        Tracked(
            AsideText,
            "words kept beside a line of the passport",
            _text_permission,
            pupil_lookup="passport__pupil_id",
            labels={"text": "words"},
            quiet=frozenset({"text"}),
            left_out=OF_WRITING | {"passport", "line", "written_by", "written_at"},
        ),
        Tracked(
            PassportComment,
            "a comment on the passport",
            P.EDIT_PASSPORTS,
            pupil_lookup="passport__pupil_id",
            labels={"text": "words"},
            quiet=frozenset({"text"}),
            left_out=frozenset({"passport", "part", "written_by", "written_at"}),
        ),
        Tracked(
            ContributionRequest,
            "a request for views or advice",
            P.VIEW_FAMILY_LOG,
            title=lambda v: AskKind(v["kind"]).label,
            labels={"name": "person who is asked", "email": "address"},
            quiet=frozenset({"email", "message", "questions"}),
            left_out=frozenset(
                {"asked_by", "cancelled_by", "draft", "draft_at", "code_hash", "code_sent_at"}
                | {"codes_sent", "wrong_codes"}
            ),
        ),
        Tracked(
            Passport,
            "the passport",
            P.VIEW_NEEDS,
            labels={"confirmed_on": "day it was last found true"},
            left_out=frozenset({"sent_by", "published_by", "confirmed_by"}),
        ),
        Tracked(
            Diagnosis,
            "a diagnosis",
            P.VIEW_SENSITIVE,
            title=lambda v: v["name"],
            labels={
                "evidence": "place where it is written down",
                "made_by": "person who made it",
                "made_on": "day it was made",
                "ended_on": "last day",
            },
        ),
        Tracked(
            DatedFact,
            "a fact",
            lambda v: fact_permission(v["kind"]),
            title=lambda v: FactKind(v["kind"]).label,
            labels={"starts_on": "first day", "ends_on": "last day"},
        ),
        Tracked(
            Contact,
            "a contact",
            P.VIEW_PUPILS,
            title=lambda v: v["name"],
            quiet=frozenset({"phone", "email"}),
            labels={"has_parental_responsibility": "note on parental responsibility"},
        ),
        Tracked(
            Home,
            "a home",
            P.VIEW_PUPILS,
            title=lambda v: v["name"],
            # Who reads the history need not know a withheld address.
            quiet=frozenset({"address", "withheld_why"}),
        ),
        Tracked(
            ContactOrder,
            "a court order or agreement",
            P.RECORD_ORDERS,
            title=lambda v: OrderKind(v["kind"]).label,
            labels={"starts_on": "first day", "ends_on": "last day", "evidence": "evidence"},
        ),
        Tracked(
            Talk,
            "an entry of the contact log",
            _log_permission,
            title=lambda v: v["who"],
            labels={"on": "day"},
            left_out=frozenset({"logged_by", "logged_at", "contact"}),
        ),
        Tracked(
            AgreedAction,
            "an agreed action",
            P.VIEW_FAMILY_LOG,
            title=lambda v: v["what"],
            labels={"due_on": "day", "done_on": "day it was done"},
            left_out=frozenset({"source_id", "agreed_by", "agreed_on", "done_by", "withdrawn_by"}),
        ),
        Tracked(
            Voice,
            "views or advice",
            _log_permission,
            title=lambda v: AskKind(v["kind"]).label,
            labels={"given_on": "day"},
            left_out=frozenset({"answers", "contact", "ask", "recorded_by", "recorded_at"}),
        ),
        Tracked(
            Document,
            "a document",
            _document_permission,
            # Its words stay out: it may have lain on the wrong child.
            title=lambda v: DOCUMENT_TYPES[v["kind"]].label,
            quiet=frozenset({"title", "author", "source", "hold_reason", "bin_reason"}),
            labels={
                "of_on": "date",
                "is_date_known": "note whether the paper has a date",
                "binned_at": "time in the bin",
                "sealed_at": "time of sealing",
                "is_advice": "place on the list of advice",
            },
            left_out=frozenset(
                {"pupil", "filed_at", "filed_by", "binned_by", "sealed_by", "seal_reason"}
            ),
        ),
        Tracked(
            Referral,
            "a referral",
            _referral_permission,
            title=lambda v: ServiceKind(v["kind"]).label,
            labels={
                "sent_on": "day it was sent",
                "closed_on": "last day",
                "nudge_on": "day to ask again",
                "owed_by": "note to whom the service belongs",
            },
            quiet=frozenset({"reason", "outcome", "no_consent_why", "service"}),
            left_out=frozenset({"begun_by", "concern_step", "report", "usual_weeks"}),
        ),
        Tracked(
            ReferralAppointment,
            "an appointment with a service",
            # As sensitive as the referral can be.
            P.VIEW_SENSITIVE,
            pupil_lookup="referral__pupil_id",
            labels={"on": "day", "at": "time"},
            quiet=frozenset({"note"}),
            left_out=frozenset({"referral"}),
        ),
        Tracked(
            Recommendation,
            "a recommendation",
            # As sensitive as the report can be.
            P.VIEW_SENSITIVE,
            labels={"review_on": "day to look at it again", "decided_on": "day of the decision"},
            quiet=frozenset({"text", "words", "reason", "found"}),
            left_out=frozenset({"document", "decided_by", "owner", "strategy", "place"}),
        ),
        Tracked(
            Provider,
            "a provider",
            P.VIEW_PROVIDERS,
            pupil_lookup="",
            title=lambda v: v["name"],
            labels={"pence_a_day": "cost of a day in pence", "kind": "way in which they come"},
        ),
        Tracked(
            ProviderVisit,
            "a visit of a provider",
            P.VIEW_PROVIDERS,
            pupil_lookup="",
            labels={"on": "day"},
            left_out=frozenset({"provider"}),
        ),
        Tracked(
            Disagreement,
            "a disagreement",
            P.KEEP_DISAGREEMENTS,
            quiet=frozenset({"about", "next_what"}),
            labels={"next_on": "day of the next step"},
            left_out=frozenset({"next_owner", "closed_by"}),
        ),
        Tracked(
            RecordsRequest,
            "a request for records",
            P.ANSWER_REQUESTS,
            quiet=frozenset({"asker", "scope", "outcome_why"}),
            left_out=frozenset({"joint_id", "contact", "owner", "answered_by", "collected_at"}),
        ),
        Tracked(
            SafeguardingLead,
            "the safeguarding lead",
            P.NAME_SAFEGUARDING_LEAD,
            pupil_lookup="",
            labels={"away_from": "first day away", "away_until": "last day away"},
        ),
        Tracked(
            AccessArrangement,
            "an access arrangement",
            P.VIEW_NEEDS,
            title=lambda v: ARRANGEMENTS[v["arrangement"]].label,
            labels={
                "in_room": "words for the room",
                "state_on": "day of the last step",
                "signed_on": "day of the signature",
            },
            left_out=frozenset({"signed_by", "room"}),
        ),
        Tracked(
            Assessment,
            "a specialist assessment",
            _text_permission,
            labels={
                "taken_on": "date of the test",
                "raw": "raw score",
                "score": "standardised score",
                "low": "lower end of the interval",
                "high": "upper end of the interval",
                "age_months": "age equivalent in months",
            },
            quiet=frozenset({"note", "part", "by_whom"}),
            left_out=frozenset({"test", "document"}),
        ),
        Tracked(
            RecordTransfer,
            "a record sent to another school",
            P.VIEW_NEEDS,
            title=lambda v: v["to_name"],
            quiet=frozenset({"to_email", "includes", "include_why", "ended_why"}),
            left_out=_OF_PACKING | {"approved_by", "approved_at", "to_school", "locked_at"},
        ),
        Tracked(
            IncomingRecord,
            "a record from another school",
            P.MOVE_RECORDS,
            title=lambda v: v["from_name"],
            quiet=frozenset({"returned_why"}),
            left_out=_OF_PACKING | {"from_school", "arrived_at", "arrived_by", "decided_by"},
        ),
        Tracked(
            PreviousRecord,
            "the record of a previous setting",
            P.VIEW_NEEDS,
            title=lambda v: v["setting"],
            quiet=frozenset({"address", "received", "ended_why"}),
            left_out=frozenset({"asked_by"}),
        ),
        Tracked(
            MovePlan,
            "a plan for a move",
            P.VIEW_NEEDS,
            title=lambda v: MoveKind(v["kind"]).label,
            labels={"told_on": "day on which the family was told", "ended_on": "last day"},
            quiet=frozenset({"worries", "helps", "wishes", "told", "not_known", "key_adults"}),
            left_out=frozenset({"lead", "receiver", "started_on"} | _BY),
        ),
        Tracked(
            MoveVisit,
            "a visit before a move",
            P.VIEW_NEEDS,
            pupil_lookup="plan__pupil_id",
            title=lambda v: v["place"],
            quiet=frozenset({"went"}),
            left_out=frozenset({"plan"}),
        ),
        Tracked(
            NextSetting,
            "a setting that the family thinks about",
            P.VIEW_NEEDS,
            pupil_lookup="plan__pupil_id",
            title=lambda v: v["name"],
            quiet=frozenset({"view", "told"}),
            left_out=frozenset({"plan"}),
        ),
        Tracked(
            MoveQuestion,
            "a question of the receiving teacher",
            P.VIEW_NEEDS,
            pupil_lookup="plan__pupil_id",
            labels={"answered_on": "day of the answer"},
            quiet=frozenset({"question", "answer"}),
            left_out=frozenset({"plan", "answered_by", "asked_on"}),
        ),
        Tracked(
            Breach,
            "a note in the breach register",
            P.SEAL_DOCUMENTS,
            quiet=frozenset({"happened", "action", "risk_reason", "families_reason"}),
            labels={"opened_by": "list of who opened it"},
            left_out=frozenset({"recorded_by", "closed_by", "recorded_at", "owner"}),
        ),
        Tracked(
            Meeting,
            "a meeting",
            P.VIEW_FAMILY_LOG,
            title=lambda v: MeetingKind(v["kind"]).label,
            quiet=frozenset({"called_off_why"}),
            labels={"on": "day", "minutes_done_on": "day of the minutes"},
            left_out=frozenset({"help_plan", "planned_by", "minutes_done_by"}),
        ),
        Tracked(
            MeetingInvitee,
            "an invitation to a meeting",
            P.VIEW_FAMILY_LOG,
            title=lambda v: v["name"],
            pupil_lookup="meeting__pupil_id",
            quiet=frozenset({"note", "email"}),
            left_out=frozenset({"meeting", "contact", "ask", "replied_at", "invited_on", "user"}),
        ),
        Tracked(
            AgendaItem,
            "an item of a meeting",
            _log_permission,
            pupil_lookup="meeting__pupil_id",
            quiet=frozenset({"text"}),
            left_out=frozenset({"meeting", "place", "written_by"}),
        ),
        Tracked(
            HelpPlan,
            "an early-help plan",
            P.VIEW_FAMILY_LOG,
            quiet=frozenset({"why", "wanted", "end_note"}),
            labels={"consent_on": "day of consent", "review_on": "day of the next review"},
            left_out=frozenset({"lead"}),
        ),
        Tracked(
            HelpReview,
            "a review of an early-help plan",
            P.VIEW_SENSITIVE,
            pupil_lookup="plan__pupil_id",
            quiet=frozenset({"changed"}),
            labels={"on": "day"},
            left_out=frozenset({"plan", "written_by"}),
        ),
    ):
        register_tracked(each)
