"""Models about the child."""

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
    "Contact",
    "DatedFact",
    "Diagnosis",
    "EmergencyAccess",
    "Enrolment",
    "Need",
    "Pupil",
    "PupilAdult",
    "PupilGrant",
    "PupilQuerySet",
    "StatusPeriod",
]
