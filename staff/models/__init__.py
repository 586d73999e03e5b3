"""People's time and training."""

from staff.models.coaching import CoachingCycle, PracticePoint, TeachingVisit
from staff.models.contracts import Contract, DirectedTask, WorkingDay
from staff.models.duties import (
    Away,
    Delegation,
    DutyHolder,
    HandoverNote,
    HandoverPaper,
)
from staff.models.pairings import Pairing
from staff.models.people import StaffMember
from staff.models.school_days import Period, ProtectedLesson, Room, SchoolDay
from staff.models.senco import SencoPost
from staff.models.supervision import LineAction, Supervision
from staff.models.training import TrainingRecord, TrainingTopic

__all__ = [
    "Away",
    "CoachingCycle",
    "Contract",
    "Delegation",
    "DirectedTask",
    "DutyHolder",
    "HandoverNote",
    "HandoverPaper",
    "LineAction",
    "Pairing",
    "Period",
    "PracticePoint",
    "ProtectedLesson",
    "Room",
    "SchoolDay",
    "SencoPost",
    "StaffMember",
    "Supervision",
    "TeachingVisit",
    "TrainingRecord",
    "TrainingTopic",
    "WorkingDay",
]
