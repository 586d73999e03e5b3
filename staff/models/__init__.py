"""People's time and training."""

from staff.models.contracts import Contract, DirectedTask, WorkingDay
from staff.models.pairings import Pairing
from staff.models.people import StaffMember
from staff.models.requirements import GivenUntrained, OwnRequirement, SharedRequirement
from staff.models.school_days import Period, ProtectedLesson, Room, SchoolDay
from staff.models.senco import SencoPost
from staff.models.teaching_cards import FederationCard, SchoolCard
from staff.models.training import TrainingRecord, TrainingTopic
from staff.models.training_plan import Invitation, TrainingSession

__all__ = [
    "Contract",
    "DirectedTask",
    "FederationCard",
    "GivenUntrained",
    "Invitation",
    "OwnRequirement",
    "Pairing",
    "Period",
    "ProtectedLesson",
    "Room",
    "SchoolCard",
    "SchoolDay",
    "SencoPost",
    "SharedRequirement",
    "StaffMember",
    "TrainingRecord",
    "TrainingSession",
    "TrainingTopic",
    "WorkingDay",
]
