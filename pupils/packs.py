"""What of a child's record goes into the pack for another school: each floor says so of its own.

A table of a child that is neither packed nor left out with a reason fails a test.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import models
from django.db.models import F, Q

from aylsham.codes import Sensitivity
from pupils import models as own
from pupils.codes import CARE_DOCUMENTS, CARE_FACTS, SENSITIVE_PLANS, FactKind
from pupils.family_codes import AskKind
from pupils.transfer_codes import Held

#: What a sensitivity means for a pack.
OF_SENSITIVITY = {
    Sensitivity.EVERYONE: Held.NOTHING,
    Sensitivity.SENSITIVE: Held.SENSITIVE,
    Sensitivity.SAFEGUARDING: Held.PROTECTION,
}


def by_sensitivity(row) -> Held:
    """As the row's own text says."""
    return OF_SENSITIVITY[Sensitivity(row.sensitivity)]


def nothing(row) -> Held:
    """No row of the table is held back."""
    return Held.NOTHING


def always(held: Held) -> Callable[[models.Model], Held]:
    """Every row of the table."""
    return lambda row: held


@dataclass(frozen=True)
class PackTable:
    """A table whose rows about a child are in the pack."""

    model: type[models.Model]
    #: What a person reads above its rows.
    title: str
    #: From a row to the child.
    to_pupil: str = "pupil"
    #: Which rows are held back, and as what.
    held: Callable[[models.Model], Held] = nothing
    #: Fields that are held back on rows that go.
    guarded: dict[str, Held] = field(default_factory=dict)
    #: Fields that never go: working state of this school.
    without: frozenset[str] = frozenset()
    #: Rows that are no part of the record.
    only: Q = field(default_factory=Q)
    #: The column of the adult without whom a row says nothing: strangers' rows are told only.
    person: str = ""
    #: Columns that cannot be empty though nobody here knows the person: whoever takes it in.
    stand_in: frozenset[str] = frozenset()
    #: Told to the next school, but not its own row there.
    is_told_only: bool = False
    #: Rows of a school's own list, which it may have already: found again by this field.
    same_by: str = ""

    @property
    def label(self) -> str:
        """The name of the table in the pack."""
        return self.model._meta.label_lower

    def columns(self) -> list[models.Field]:
        """The fields that go, in the order of the table."""
        never = self.without | {"school"}
        return [
            f
            for f in self.model._meta.concrete_fields
            if f.name not in never
            and not f.generated
            and f.attname != "id"
            and f.related_model is not own.Pupil  # every row is about the child of the pack
        ]


_tables: dict[str, PackTable] = {}
_left_out: dict[str, str] = {}


def register_table(table: PackTable) -> None:
    """Put a table into the pack; what it points at comes before it."""
    _tables[table.label] = table


def leave_out(model: type[models.Model], why: str) -> None:
    """Say why a child's rows of a table stay here."""
    _left_out[model._meta.label_lower] = why


def tables() -> list[PackTable]:
    """Every table of the pack, in the order in which rows can be written."""
    return list(_tables.values())


def table(label: str) -> PackTable | None:
    """One table by its name in the pack."""
    return _tables.get(label)


def left_out() -> dict[str, str]:
    """Tables that stay here, with the reason."""
    return dict(_left_out)


def _home(row) -> Held:
    return Held.NOTHING if row.withheld == "nobody" else Held.FAMILY


def _fact(row) -> Held:
    if row.kind in CARE_FACTS:
        return Held.CARE
    return Held.SENSITIVE if row.kind == FactKind.YOUNG_CARER else Held.NOTHING


def _voice(row) -> Held:
    held = by_sensitivity(row)
    return held or (Held.FAMILY if row.kind == AskKind.PARENT_VIEWS else Held.NOTHING)


def _document(row) -> Held:
    return Held.CARE if row.kind in CARE_DOCUMENTS else by_sensitivity(row)


def _safety_plan(row) -> Held:
    return Held.SENSITIVE if row.kind in SENSITIVE_PLANS else Held.NOTHING


def _advice(row) -> Held:
    return _document(row.document)


def _referral_part(row) -> Held:
    return by_sensitivity(row.referral)


def _help_review(row) -> Held:
    return by_sensitivity(row.plan)


def _agenda_item(row) -> Held:
    return by_sensitivity(row) or Held.FAMILY


def _version(row) -> Held:
    levels = [line.get("sensitivity", Sensitivity.EVERYONE) for line in row.content]
    return OF_SENSITIVITY[Sensitivity(max(levels, default=Sensitivity.EVERYONE))]


#: Where a text was typed last: of this school's open pages.
_TYPING = frozenset({"sitting", "typed_into"})
#: Who may see the record is for each school to say.
_SEES = frozenset({"receiver", "receiver_sees_from"})


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for each in (
        PackTable(own.Enrolment, "Time on roll", is_told_only=True),
        PackTable(own.DatedFact, "Facts", held=_fact),
        PackTable(own.AttendanceFigure, "Attendance"),
        PackTable(own.Home, "Homes", held=_home),
        PackTable(own.Contact, "Contacts"),
        PackTable(
            own.AddressWithheld, "Withheld addresses", "home__pupil", held=always(Held.FAMILY)
        ),
        PackTable(own.ContactOrder, "Court orders and agreements", held=always(Held.FAMILY)),
        PackTable(own.StatusPeriod, "SEND register"),
        PackTable(own.Need, "Needs"),
        PackTable(own.Diagnosis, "Diagnoses", held=always(Held.SENSITIVE)),
        PackTable(own.Strategy, "What helps", held=by_sensitivity, without=_TYPING),
        PackTable(own.StrategyTry, "How it went", "strategy__pupil", person="by"),
        PackTable(own.Passport, "Passport"),
        PackTable(
            own.PassportText,
            "Texts of the passport",
            "passport__pupil",
            held=by_sensitivity,
            without=_TYPING,
        ),
        PackTable(
            own.PassportVersion,
            "Earlier passports",
            "passport__pupil",
            held=_version,
            stand_in=frozenset({"seen_by"}),
        ),
        PackTable(own.MedicalAlert, "Medical alerts"),
        PackTable(own.Medicine, "Medicines"),
        PackTable(own.Adjustment, "Reasonable adjustments"),
        PackTable(own.Equipment, "Equipment"),
        PackTable(own.SafetyPlan, "Safety plans", held=_safety_plan, without=frozenset({"draft"})),
        PackTable(own.SafetyPlanVersion, "Agreed texts of safety plans", "plan__pupil"),
        PackTable(own.PlanAdult, "Adults named in safety plans", "plan__pupil", person="user"),
        PackTable(own.Suspension, "Suspensions", guarded={"note": Held.SENSITIVE}),
        PackTable(own.PartTimeTimetable, "Part-time timetables"),
        PackTable(own.AlternativeProvision, "Learning elsewhere"),
        PackTable(own.Talk, "Contact log", held=always(Held.FAMILY)),
        PackTable(own.AgreedAction, "Agreed actions", stand_in=frozenset({"owner"})),
        PackTable(own.Concern, "Concerns", held=by_sensitivity),
        PackTable(own.ConcernTried, "What was tried", "concern__pupil"),
        PackTable(own.ConcernAnswer, "What other adults saw", "concern__pupil", person="user"),
        PackTable(own.ConcernStep, "What was decided", "concern__pupil"),
        PackTable(own.Voice, "Views and advice", held=_voice, without=frozenset({"ask"})),
        PackTable(
            own.Document,
            "Documents",
            held=_document,
            only=Q(binned_at=None, sealed_at=None),
        ),
        PackTable(
            own.DocumentVersion,
            "Files",
            "document__pupil",
            only=Q(document__binned_at=None, document__sealed_at=None),
        ),
        PackTable(own.PupilPhoto, "Photo"),
        PackTable(own.Referral, "Referrals", held=by_sensitivity),
        PackTable(
            own.ReferralAppointment,
            "Appointments with services",
            "referral__pupil",
            held=_referral_part,
        ),
        PackTable(own.ReferralStep, "Steps of referrals", "referral__pupil", held=_referral_part),
        PackTable(own.Recommendation, "Professional advice", held=_advice),
        PackTable(own.SpecialistTest, "Tests", "results__pupil", same_by="name"),
        PackTable(own.Assessment, "Specialist assessments", held=by_sensitivity),
        PackTable(own.AttainmentFigure, "Attainment"),
        PackTable(own.BehaviourFigure, "Behaviour"),
        PackTable(own.AccessArrangement, "Access arrangements", without=frozenset({"room"})),
        PackTable(own.ArrangementEvidence, "Evidence of access arrangements", "arrangement__pupil"),
        PackTable(own.HelpPlan, "Early-help plans", held=by_sensitivity),
        PackTable(own.HelpReview, "Reviews of early-help plans", "plan__pupil", held=_help_review),
        PackTable(own.Meeting, "Meetings", held=always(Held.FAMILY), is_told_only=True),
        PackTable(
            own.AgendaItem,
            "Minutes",
            "meeting__pupil",
            held=_agenda_item,
            without=frozenset({"sitting", "pupil"}),
            only=Q(pupil=None) | Q(pupil=F("meeting__pupil")),
            is_told_only=True,
        ),
        PackTable(own.MovePlan, "Plans for moves", without=_SEES),
        PackTable(own.MoveVisit, "Visits before a move", "plan__pupil"),
        PackTable(own.NextSetting, "Settings the family thought about", "plan__pupil"),
        PackTable(own.MoveQuestion, "Questions of receiving teachers", "plan__pupil"),
    ):
        register_table(each)
    for model, why in (
        (own.Pupil, "Stands at the head of the pack, with names, birth date and UPN."),
        (own.PupilAdult, "Says which adults of this school work with the child."),
        (own.PupilGrant, "Says who may open the record here."),
        (own.EmergencyAccess, "Says who opened the record here in an emergency."),
        (own.ReadReceipt, "Says which adults of this school have read what."),
        (own.Breach, "The breach register is this school's own duty (UK GDPR art 33(5))."),
        (own.RollDifference, "An open question between this record and this school's roll."),
        (own.ContributionRequest, "Asking is this school's; the answers go as views and advice."),
        (own.ContributionNote, "Proves when this school asked; the answers go."),
        (own.DocumentWords, "Made anew from the files, for the search."),
        (own.PreviousRecord, "Asking previous settings is this school's; what came is filed."),
        (own.PreviousRecordNote, "Proves when this school asked."),
        (own.RecordTransfer, "Says what this school sent, and the proof of receipt."),
        (own.TransferNote, "This school's log of what it sent."),
        (own.IncomingRecord, "Says from where this school got the record."),
        (own.MeetingInvitee, "Says whom this school invited, with their addresses."),
        (own.MeetingChild, "Says which children a meeting of this school was about."),
        (own.VisitChild, "Belongs to this school's contract; what came of it is on file."),
        (own.RecordsRequest, "Each school answers for itself (UK GDPR art 12)."),
        (own.RequestItem, "Each school answers for itself (UK GDPR art 12)."),
        (own.Disclosure, "Each school answers for itself (UK GDPR art 12)."),
        (own.Disagreement, "Is between the family and this school."),
        (own.DisagreementText, "Is between the family and this school."),
        (own.HandOver, "Goes from safeguarding lead to safeguarding lead (KCSIE part 2)."),
        (own.ContributionFile, "Waits with an answer that is not sent; sent ones are documents."),
        (own.IntakeFile, "A step of taking passports in; what came of it is in the record."),
        (own.PassportSymbol, "A picture could tell of a line that is held back: chosen anew."),
        (own.AsideText, "Unfinished words of a colleague, never part of the passport."),
        (own.PassportComment, "Notes between colleagues while a passport is checked."),
    ):
        leave_out(model, why)
