"""Models about the child."""

from pupils.models.absence import AlternativeProvision, PartTimeTimetable, Suspension
from pupils.models.arrivals import RecordRequest, RecordRequestNote
from pupils.models.breaches import Breach
from pupils.models.concerns import (
    Concern,
    ConcernAnswer,
    ConcernStep,
    ConcernTried,
    OrdinaryProvision,
)
from pupils.models.contributions import (
    ContributionLink,
    ContributionNote,
    ContributionRequest,
    Voice,
)
from pupils.models.conversations import AgreedAction, Talk
from pupils.models.documents import (
    Document,
    DocumentQuerySet,
    DocumentVersion,
    DocumentWords,
    PupilPhoto,
)
from pupils.models.family import AddressWithheld, Contact, ContactOrder, Home
from pupils.models.importing import ColumnMeaning, FileImport, ImportedChange, RollDifference
from pupils.models.moving import (
    MovePlan,
    MoveQuestion,
    MoveTemplate,
    MoveVisit,
    NextSetting,
)
from pupils.models.passports import (
    AsideText,
    Passport,
    PassportComment,
    PassportPrint,
    PassportText,
    PassportVersion,
)
from pupils.models.reach import EmergencyAccess, PupilAdult, PupilGrant
from pupils.models.register import Diagnosis, Need, StatusPeriod
from pupils.models.roll import (
    AttendanceFigure,
    ClassAdult,
    ClassGroup,
    DatedFact,
    Enrolment,
    Pupil,
    PupilQuerySet,
)
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
from pupils.models.strategies import FederationStrategy, SchoolStrategy, Strategy, StrategyTry
from pupils.models.supply import SupplyLink
from pupils.models.transfers import (
    IncomingRecord,
    RecordTransfer,
    TransferLink,
    TransferNote,
)

__all__ = [
    "AddressWithheld",
    "Adjustment",
    "AgreedAction",
    "AlternativeProvision",
    "AsideText",
    "AttendanceFigure",
    "Breach",
    "ClassAdult",
    "ClassGroup",
    "ColumnMeaning",
    "Concern",
    "ConcernAnswer",
    "ConcernStep",
    "ConcernTried",
    "Contact",
    "ContactOrder",
    "ContributionLink",
    "ContributionNote",
    "ContributionRequest",
    "DatedFact",
    "Diagnosis",
    "Document",
    "DocumentQuerySet",
    "DocumentVersion",
    "DocumentWords",
    "EmergencyAccess",
    "Enrolment",
    "Equipment",
    "FederationStrategy",
    "FileImport",
    "Home",
    "ImportedChange",
    "IncomingRecord",
    "MedicalAlert",
    "Medicine",
    "MovePlan",
    "MoveQuestion",
    "MoveTemplate",
    "MoveVisit",
    "Need",
    "NextSetting",
    "OrdinaryProvision",
    "PartTimeTimetable",
    "Passport",
    "PassportComment",
    "PassportPrint",
    "PassportText",
    "PassportVersion",
    "PlanAdult",
    "Pupil",
    "PupilAdult",
    "PupilGrant",
    "PupilPhoto",
    "PupilQuerySet",
    "ReadReceipt",
    "RecordRequest",
    "RecordRequestNote",
    "RecordTransfer",
    "RollDifference",
    "SafetyPlan",
    "SafetyPlanVersion",
    "SchoolStrategy",
    "StatusPeriod",
    "Strategy",
    "StrategyTry",
    "SupplyLink",
    "Suspension",
    "Talk",
    "TransferLink",
    "TransferNote",
    "Voice",
]
