"""The tables of this floor: what goes into a pack, and what stays with the reason."""

from django.db import models
from django.db.models import F, Q

from pupils import models as own
from pupils.packs import arrivals
from pupils.packs import held as held_of
from pupils.packs.registry import PackTable, always, by_sensitivity, leave_out, register_table
from pupils.transfer_codes import Held

#: Where a text was typed last: of this school's open pages.
_TYPING = frozenset({"sitting", "typed_into"})
#: Who may see the record is for each school to say.
_SEES = frozenset({"receiver", "receiver_sees_from"})
#: What this school's own checklist learned.
_LESSON = frozenset({"lesson", "lesson_on", "lesson_by"})

#: What a table points at comes before it.
TABLES = (
    PackTable(own.Enrolment, "Time on roll", is_told_only=True),
    PackTable(own.DatedFact, "Facts", held=held_of.fact),
    PackTable(own.AttendanceFigure, "Attendance"),
    PackTable(own.Home, "Homes", held=held_of.home),
    PackTable(
        own.Contact,
        "Contacts",
        guarded={"phone": Held.FAMILY, "email": Held.FAMILY},
        guarded_with="home",
    ),
    PackTable(own.AddressWithheld, "Withheld addresses", "home__pupil", held=always(Held.FAMILY)),
    PackTable(own.ContactOrder, "Court orders and agreements", held=always(Held.FAMILY)),
    PackTable(own.StatusPeriod, "SEND register"),
    PackTable(own.LayerPeriod, "Layers (proposed 2026)"),
    PackTable(own.Need, "Needs"),
    PackTable(own.Diagnosis, "Diagnoses", held=always(Held.SENSITIVE)),
    PackTable(
        own.FieldValue,
        "Extra fields",
        held=by_sensitivity,
        without=frozenset({"own_field"}),
        of_federation=frozenset({"shared_field"}),
        arrive=arrivals.extra_field,
    ),
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
        held=held_of.version,
        stand_in=frozenset({"seen_by"}),
        without=frozenset({"written_at"}),
    ),
    PackTable(own.MedicalAlert, "Medical alerts"),
    PackTable(own.Medicine, "Medicines"),
    PackTable(own.Adjustment, "Reasonable adjustments"),
    PackTable(own.Equipment, "Equipment"),
    PackTable(
        own.SafetyPlan, "Safety plans", held=held_of.safety_plan, without=frozenset({"draft"})
    ),
    PackTable(own.SafetyPlanVersion, "Agreed texts of safety plans", "plan__pupil"),
    PackTable(own.PlanAdult, "Adults named in safety plans", "plan__pupil", person="user"),
    PackTable(own.Suspension, "Suspensions", guarded={"note": Held.SENSITIVE}),
    PackTable(own.PartTimeTimetable, "Part-time timetables"),
    PackTable(own.AlternativeProvision, "Learning elsewhere"),
    PackTable(own.Talk, "Contact log", held=always(Held.FAMILY)),
    PackTable(
        own.AgreedAction,
        "Agreed actions",
        held=held_of.action,
        stand_in=frozenset({"owner"}),
    ),
    PackTable(own.Concern, "Concerns", held=by_sensitivity),
    PackTable(own.ConcernTried, "What was tried", "concern__pupil"),
    PackTable(own.ConcernAnswer, "What other adults saw", "concern__pupil", person="user"),
    PackTable(own.ConcernStep, "What was decided", "concern__pupil"),
    PackTable(own.Voice, "Views and advice", held=held_of.voice, without=frozenset({"ask"})),
    PackTable(
        own.Document,
        "Documents",
        held=held_of.document,
        only=Q(binned_at=None, sealed_at=None),
    ),
    PackTable(
        own.DocumentVersion,
        "Files",
        "document__pupil",
        only=Q(document__binned_at=None, document__sealed_at=None),
    ),
    PackTable(
        own.VoiceClip,
        "Words of voice clips",
        "document__pupil",
        held=held_of.voice_clip,
        only=Q(document__binned_at=None, document__sealed_at=None),
    ),
    PackTable(own.PupilPhoto, "Photo"),
    PackTable(own.Referral, "Referrals", held=by_sensitivity),
    PackTable(
        own.ReferralAppointment,
        "Appointments with services",
        "referral__pupil",
        held=held_of.referral_part,
    ),
    PackTable(
        own.ReferralStep, "Steps of referrals", "referral__pupil", held=held_of.referral_part
    ),
    PackTable(own.Recommendation, "Professional advice", held=held_of.advice),
    PackTable(own.SpecialistTest, "Tests", "results__pupil", same_by="name"),
    PackTable(own.Assessment, "Specialist assessments", held=by_sensitivity),
    PackTable(own.AttainmentFigure, "Attainment"),
    PackTable(own.BehaviourFigure, "Behaviour"),
    PackTable(own.AccessArrangement, "Access arrangements", without=frozenset({"room"})),
    PackTable(own.ArrangementEvidence, "Evidence of access arrangements", "arrangement__pupil"),
    PackTable(own.HelpPlan, "Early-help plans", held=by_sensitivity),
    PackTable(
        own.HelpReview, "Reviews of early-help plans", "plan__pupil", held=held_of.help_review
    ),
    PackTable(
        own.Meeting,
        "Meetings",
        "children__pupil",
        held=always(Held.FAMILY),
        without=frozenset({"class_group"}),
        is_told_only=True,
    ),
    PackTable(
        own.AgendaItem,
        "Minutes",
        "meeting__children__pupil",
        held=held_of.agenda_item,
        without=frozenset({"sitting", "pupil"}),
        # What was said of a class as a whole belongs to none of its children.
        only=Q(pupil=None, meeting__class_group=None) | Q(pupil=F("meeting__children__pupil")),
        is_told_only=True,
    ),
    PackTable(own.MovePlan, "Plans for moves", without=_SEES | _LESSON),
    PackTable(own.MoveVisit, "Visits before a move", "plan__pupil"),
    PackTable(own.NextSetting, "Settings the family thought about", "plan__pupil"),
    PackTable(own.MoveQuestion, "Questions of receiving teachers", "plan__pupil"),
    PackTable(
        own.EvidenceLink,
        "Evidence",
        held=held_of.evidence,
        only=Q(document=None) | Q(document__binned_at=None, document__sealed_at=None),
        stands_by="subject_id",
    ),
    PackTable(
        own.RecordAuthor,
        "Who wrote it at earlier schools",
        held=by_sensitivity,
        stands_by="row_id",
    ),
)

LEFT_OUT: tuple[tuple[type[models.Model], str], ...] = (
    (own.Pupil, "Stands at the head of the pack, with names, birth date and UPN."),
    (own.PupilAdult, "Says which adults of this school work with the child."),
    (own.PupilGrant, "Says who may open the record here."),
    (own.EmergencyAccess, "Says who opened the record here in an emergency."),
    (own.ReadReceipt, "Says which adults of this school have read what."),
    (own.Breach, "The breach register is this school's own duty (UK GDPR art 33(5))."),
    (own.RollDifference, "An open question between this record and this school's roll."),
    (own.LineReader, "Says who may read a sensitive line here."),
    (own.ModeratedNeed, "Is how schools of this federation checked their own ratings."),
    (own.ContributionRequest, "Asking is this school's; the answers go as views and advice."),
    (own.ContributionNote, "Proves when this school asked; the answers go."),
    (own.AgreementText, "Was shown by this school; plans say on which day they were agreed."),
    (own.AgreementAsk, "Says whom this school asked to agree, with their addresses."),
    (own.AgreementAnswer, "Was said to this school; plans say who agreed, and when."),
    (own.AgreementNote, "Proves when this school asked."),
    (own.OutsideShare, "Says whom this school let read; it ends when the child leaves."),
    (own.SharedItem, "A paper as this school shared it; the paper itself goes."),
    (own.ShareNote, "This school's log of what was read."),
    (own.DocumentWords, "Made anew from the files, for the search."),
    (own.NoteWords, "Made anew from the records, for the search."),
    (own.PreviousRecord, "Asking previous settings is this school's; what came is filed."),
    (own.PreviousRecordNote, "Proves when this school asked."),
    (own.RecordTransfer, "Says what this school sent, and the proof of receipt."),
    (own.TransferNote, "This school's log of what it sent."),
    (own.IncomingRecord, "Says from where this school got the record."),
    (own.ParentPage, "A link of this school to a parent; the next school sends its own."),
    (own.ParentPageNote, "Says whom this school sent a link and who read it."),
    (own.SharedPaper, "Says what stands on a page of this school; the document itself goes."),
    (own.StageHold, "Says whether this school e-mails the family."),
    (own.RoundChild, "Says whose parents this school offered times."),
    (own.SlotBooking, "A time at this school; the meeting that came of it goes."),
    (own.MeetingInvitee, "Says whom this school invited, with their addresses."),
    (own.MeetingChild, "Says which children a meeting of this school was about."),
    (own.VisitChild, "Belongs to this school's contract; what came of it is on file."),
    (own.RecordsRequest, "Each school answers for itself (UK GDPR art 12)."),
    (own.RequestItem, "Each school answers for itself (UK GDPR art 12)."),
    (own.PrintedPaper, "A copy for whoever asked, kept for a day."),
    (own.PrintedDocument, "A copy for whoever asked, kept for a day."),
    (own.MarkedCopy, "A copy for one reader, kept for an hour."),
    (own.PrintFit, "Measured anew where it is printed."),
    (own.RetentionDecision, "Each school decides about its own copy (IRMS Schools Toolkit)."),
    (own.Disclosure, "Each school answers for itself (UK GDPR art 12)."),
    (own.Disagreement, "Is between the family and this school."),
    (own.DisagreementText, "Is between the family and this school."),
    (own.Letter, "The letters that were sent go among the documents."),
    (own.TranslatedParagraph, "The letters that were sent go among the documents."),
    (own.SentLetter, "This school's proof of what it sent; the pages go among the documents."),
    (own.Approval, "Says which colleagues of this school looked at what left it."),
    (own.HandOver, "Goes from safeguarding lead to safeguarding lead (KCSIE part 2)."),
    (own.ContributionFile, "Waits with an answer that is not sent; sent ones are documents."),
    (own.IntakeFile, "A step of taking passports in; what came of it is in the record."),
    (own.PassportSymbol, "A picture could tell of a line that is held back: chosen anew."),
    (own.ConcernDraft, "Unfinished words of a colleague, never part of the record."),
    (own.AsideText, "Unfinished words of a colleague, never part of the passport."),
    (own.PassportComment, "Notes between colleagues while a passport is checked."),
)


def register_own() -> None:
    """Called once, when the floor is loaded."""
    for each in TABLES:
        register_table(each)
    for model, why in LEFT_OUT:
        leave_out(model, why)
