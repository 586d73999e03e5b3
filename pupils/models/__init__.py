"""Models about the child."""

from pupils.models.absence import AlternativeProvision, PartTimeTimetable, Suspension
from pupils.models.importing import ColumnMeaning, FileImport, ImportedChange, RollDifference
from pupils.models.passports import (
    AsideText,
    Passport,
    PassportComment,
    PassportText,
    PassportVersion,
)
from pupils.models.reach import EmergencyAccess, PupilAdult, PupilGrant
from pupils.models.register import Diagnosis, Need, StatusPeriod
from pupils.models.roll import (
    AttendanceFigure,
    ClassAdult,
    ClassGroup,
    Contact,
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
from pupils.models.strategies import FederationStrategy, SchoolStrategy, Strategy

__all__ = [
    "Adjustment",
    "AlternativeProvision",
    "AsideText",
    "AttendanceFigure",
    "ClassAdult",
    "ClassGroup",
    "ColumnMeaning",
    "Contact",
    "DatedFact",
    "Diagnosis",
    "EmergencyAccess",
    "Enrolment",
    "Equipment",
    "FederationStrategy",
    "FileImport",
    "ImportedChange",
    "MedicalAlert",
    "Medicine",
    "Need",
    "PartTimeTimetable",
    "Passport",
    "PassportComment",
    "PassportText",
    "PassportVersion",
    "PlanAdult",
    "Pupil",
    "PupilAdult",
    "PupilGrant",
    "PupilQuerySet",
    "ReadReceipt",
    "RollDifference",
    "SafetyPlan",
    "SafetyPlanVersion",
    "SchoolStrategy",
    "StatusPeriod",
    "Strategy",
    "Suspension",
]
