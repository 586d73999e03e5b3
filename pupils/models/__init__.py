"""Models about the child."""

from pupils.models.absence import AlternativeProvision, PartTimeTimetable, Suspension
from pupils.models.advice import Recommendation
from pupils.models.agreements import (
    AgreementAnswer,
    AgreementAsk,
    AgreementNote,
    AgreementText,
)
from pupils.models.approvals import Approval, ApprovalRule
from pupils.models.arrangements import (
    AccessArrangement,
    ArrangementEvidence,
    NationalTestDate,
    NationalTestRoom,
)
from pupils.models.assessments import (
    Assessment,
    AttainmentFigure,
    BehaviourFigure,
    SpecialistTest,
)
from pupils.models.bookings import (
    MeetingRound,
    MeetingSlot,
    RoundChild,
    RoundPerson,
    SlotBooking,
)
from pupils.models.breaches import Breach
from pupils.models.classroom_audits import ClassroomAudit, ClassroomMark
from pupils.models.concern_drafts import ConcernDraft
from pupils.models.concerns import (
    Concern,
    ConcernAnswer,
    ConcernStep,
    ConcernTried,
    OrdinaryProvision,
)
from pupils.models.contributions import (
    ContributionFile,
    ContributionLink,
    ContributionNote,
    ContributionRequest,
    Voice,
)
from pupils.models.conversations import AgreedAction, Talk
from pupils.models.disagreements import (
    Disagreement,
    DisagreementQuerySet,
    DisagreementText,
)
from pupils.models.documents import (
    Document,
    DocumentQuerySet,
    DocumentVersion,
    DocumentWords,
    PupilPhoto,
    VoiceClip,
)
from pupils.models.evidence import EvidenceLink
from pupils.models.extra_fields import FederationField, FieldValue, SchoolField
from pupils.models.family import AddressWithheld, Contact, ContactOrder, Home
from pupils.models.help_plans import HelpPlan, HelpReview
from pupils.models.importing import ColumnMeaning, FileImport, ImportedChange, RollDifference
from pupils.models.intakes import IntakeFile, PassportIntake
from pupils.models.layers import LayerPeriod
from pupils.models.letters import (
    FederationLetter,
    KnownTranslation,
    Letter,
    Letterhead,
    SchoolLetter,
    SentLetter,
    TranslatedParagraph,
)
from pupils.models.line_readers import LineReader
from pupils.models.meetings import (
    AgendaItem,
    AgendaTemplate,
    Meeting,
    MeetingChild,
    MeetingInvitee,
    MeetingLink,
)
from pupils.models.moderation import BlindLook, ModeratedNeed, ModerationRound
from pupils.models.moving import (
    MovePlan,
    MoveQuestion,
    MoveTemplate,
    MoveVisit,
    NextSetting,
)
from pupils.models.note_words import NoteWords, SchoolWord
from pupils.models.papers import PrintedPaper, PrintFit
from pupils.models.parents import (
    ParentPage,
    ParentPageLink,
    ParentPageNote,
    SharedPaper,
    StageHold,
)
from pupils.models.passports import (
    AsideText,
    Passport,
    PassportComment,
    PassportPrint,
    PassportSymbol,
    PassportText,
    PassportVersion,
)
from pupils.models.previous_records import PreviousRecord, PreviousRecordNote
from pupils.models.print_batches import PrintBatch, PrintedDocument
from pupils.models.providers import Provider, ProviderVisit, VisitChild
from pupils.models.reach import EmergencyAccess, PupilAdult, PupilGrant
from pupils.models.referrals import Referral, ReferralAppointment, ReferralStep
from pupils.models.register import Diagnosis, Need, StatusPeriod
from pupils.models.requests import (
    Disclosure,
    RecordsLink,
    RecordsRequest,
    RecordsRequestQuerySet,
    RequestItem,
)
from pupils.models.retention import (
    DeletionCertificate,
    RetentionDecision,
    RetentionDecisionQuerySet,
)
from pupils.models.roll import (
    AttendanceFigure,
    ClassAdult,
    ClassGroup,
    DatedFact,
    Enrolment,
    Pupil,
    PupilQuerySet,
)
from pupils.models.safeguarding import HandOver, HandOverQuerySet, SafeguardingLead
from pupils.models.safety import (
    Adjustment,
    Equipment,
    MedicalAlert,
    Medicine,
    PlanAdult,
    ReadReceipt,
    SafetyPlan,
    SafetyPlanVersion,
)
from pupils.models.secret_links import SecretLink
from pupils.models.services import FederationService, SchoolService
from pupils.models.shares import MarkedCopy, OutsideShare, SharedItem, ShareNote
from pupils.models.strategies import FederationStrategy, SchoolStrategy, Strategy, StrategyTry
from pupils.models.supply import SupplyLink
from pupils.models.transfers import (
    IncomingRecord,
    RecordAuthor,
    RecordTransfer,
    TransferLink,
    TransferNote,
)

__all__ = [
    "AccessArrangement",
    "AddressWithheld",
    "Adjustment",
    "AgendaItem",
    "AgendaTemplate",
    "AgreedAction",
    "AgreementAnswer",
    "AgreementAsk",
    "AgreementNote",
    "AgreementText",
    "AlternativeProvision",
    "Approval",
    "ApprovalRule",
    "ArrangementEvidence",
    "AsideText",
    "Assessment",
    "AttainmentFigure",
    "AttendanceFigure",
    "BehaviourFigure",
    "BlindLook",
    "Breach",
    "ClassAdult",
    "ClassGroup",
    "ClassroomAudit",
    "ClassroomMark",
    "ColumnMeaning",
    "Concern",
    "ConcernAnswer",
    "ConcernDraft",
    "ConcernStep",
    "ConcernTried",
    "Contact",
    "ContactOrder",
    "ContributionFile",
    "ContributionLink",
    "ContributionNote",
    "ContributionRequest",
    "DatedFact",
    "DeletionCertificate",
    "Diagnosis",
    "Disagreement",
    "DisagreementQuerySet",
    "DisagreementText",
    "Disclosure",
    "Document",
    "DocumentQuerySet",
    "DocumentVersion",
    "DocumentWords",
    "EmergencyAccess",
    "Enrolment",
    "Equipment",
    "EvidenceLink",
    "FederationField",
    "FederationLetter",
    "FederationService",
    "FederationStrategy",
    "FieldValue",
    "FileImport",
    "HandOver",
    "HandOverQuerySet",
    "HelpPlan",
    "HelpReview",
    "Home",
    "ImportedChange",
    "IncomingRecord",
    "IntakeFile",
    "KnownTranslation",
    "LayerPeriod",
    "Letter",
    "Letterhead",
    "LineReader",
    "MarkedCopy",
    "MedicalAlert",
    "Medicine",
    "Meeting",
    "MeetingChild",
    "MeetingInvitee",
    "MeetingLink",
    "MeetingRound",
    "MeetingSlot",
    "ModeratedNeed",
    "ModerationRound",
    "MovePlan",
    "MoveQuestion",
    "MoveTemplate",
    "MoveVisit",
    "NationalTestDate",
    "NationalTestRoom",
    "Need",
    "NextSetting",
    "NoteWords",
    "OrdinaryProvision",
    "OutsideShare",
    "ParentPage",
    "ParentPageLink",
    "ParentPageNote",
    "PartTimeTimetable",
    "Passport",
    "PassportComment",
    "PassportIntake",
    "PassportPrint",
    "PassportSymbol",
    "PassportText",
    "PassportVersion",
    "PlanAdult",
    "PreviousRecord",
    "PreviousRecordNote",
    "PrintBatch",
    "PrintFit",
    "PrintedDocument",
    "PrintedPaper",
    "Provider",
    "ProviderVisit",
    "Pupil",
    "PupilAdult",
    "PupilGrant",
    "PupilPhoto",
    "PupilQuerySet",
    "ReadReceipt",
    "Recommendation",
    "RecordAuthor",
    "RecordTransfer",
    "RecordsLink",
    "RecordsRequest",
    "RecordsRequestQuerySet",
    "Referral",
    "ReferralAppointment",
    "ReferralStep",
    "RequestItem",
    "RetentionDecision",
    "RetentionDecisionQuerySet",
    "RollDifference",
    "RoundChild",
    "RoundPerson",
    "SafeguardingLead",
    "SafetyPlan",
    "SafetyPlanVersion",
    "SchoolField",
    "SchoolLetter",
    "SchoolService",
    "SchoolStrategy",
    "SchoolWord",
    "SecretLink",
    "SentLetter",
    "ShareNote",
    "SharedItem",
    "SharedPaper",
    "SlotBooking",
    "SpecialistTest",
    "StageHold",
    "StatusPeriod",
    "Strategy",
    "StrategyTry",
    "SupplyLink",
    "Suspension",
    "Talk",
    "TransferLink",
    "TransferNote",
    "TranslatedParagraph",
    "VisitChild",
    "Voice",
    "VoiceClip",
]
