"""People's time and training."""

from staff.models.contracts import Contract, DirectedTask, WorkingDay
from staff.models.pairings import Pairing
from staff.models.people import StaffMember
from staff.models.school_days import Period, ProtectedLesson, Room, SchoolDay
from staff.models.senco import SencoPost
from staff.models.training import TrainingRecord, TrainingTopic

__all__ = [
    "Contract",
    "DirectedTask",
    "Pairing",
    "Period",
    "ProtectedLesson",
    "Room",
    "SchoolDay",
    "SencoPost",
    "StaffMember",
    "TrainingRecord",
    "TrainingTopic",
    "WorkingDay",
]
