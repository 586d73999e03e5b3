"""Models about the child."""

from pupils.models.importing import ColumnMeaning, FileImport, ImportedChange, RollDifference
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

__all__ = [
    "AttendanceFigure",
    "ClassAdult",
    "ClassGroup",
    "ColumnMeaning",
    "Contact",
    "DatedFact",
    "Diagnosis",
    "EmergencyAccess",
    "Enrolment",
    "FileImport",
    "ImportedChange",
    "Need",
    "Pupil",
    "PupilAdult",
    "PupilGrant",
    "PupilQuerySet",
    "RollDifference",
    "StatusPeriod",
]
