"""People's time and training."""

from staff.models.absences import Absence, Swap
from staff.models.certificates import TrainingCertificate
from staff.models.coaching import CoachingCycle, PracticePoint, TeachingVisit
from staff.models.contracts import Contract, DirectedTask, WorkingDay
from staff.models.duties import Away, Delegation, DutyHolder, HandoverNote, HandoverPaper
from staff.models.pairings import Pairing
from staff.models.people import StaffMember
from staff.models.plan_reach import PlanSupport
from staff.models.requirements import GivenUntrained, OwnRequirement, SharedRequirement
from staff.models.school_days import Period, ProtectedLesson, Room, SchoolDay
from staff.models.senco import SencoPost
from staff.models.supervision import LineAction, Supervision
from staff.models.teaching_cards import FederationCard, SchoolCard
from staff.models.time_needs import (
    CarefulHandover,
    Handover,
    ProvisionPlanning,
    ProvisionWindow,
    TimeNeed,
)
from staff.models.training import TrainingRecord, TrainingTopic
from staff.models.training_plan import Invitation, TrainingSession
from staff.models.week_plans import PlanDemand, PlanSession, WeekPlan

__all__ = [
    "Absence",
    "Away",
    "CarefulHandover",
    "CoachingCycle",
    "Contract",
    "Delegation",
    "DirectedTask",
    "DutyHolder",
    "FederationCard",
    "GivenUntrained",
    "Handover",
    "HandoverNote",
    "HandoverPaper",
    "Invitation",
    "LineAction",
    "OwnRequirement",
    "Pairing",
    "Period",
    "PlanDemand",
    "PlanSession",
    "PlanSupport",
    "PracticePoint",
    "ProtectedLesson",
    "ProvisionPlanning",
    "ProvisionWindow",
    "Room",
    "SchoolCard",
    "SchoolDay",
    "SencoPost",
    "SharedRequirement",
    "StaffMember",
    "Supervision",
    "Swap",
    "TeachingVisit",
    "TimeNeed",
    "TrainingCertificate",
    "TrainingRecord",
    "TrainingSession",
    "TrainingTopic",
    "WeekPlan",
    "WorkingDay",
]
