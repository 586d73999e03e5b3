"""People's time and training."""

from staff.models.contracts import Contract, DirectedTask, WorkingDay
from staff.models.pairings import Pairing
from staff.models.people import StaffMember
from staff.models.plan_reach import PlanSupport
from staff.models.school_days import Period, ProtectedLesson, Room, SchoolDay
from staff.models.senco import SencoPost
from staff.models.time_needs import (
    CarefulHandover,
    Handover,
    ProvisionPlanning,
    ProvisionWindow,
    TimeNeed,
)
from staff.models.training import TrainingRecord, TrainingTopic
from staff.models.week_plans import PlanDemand, PlanSession, WeekPlan

__all__ = [
    "CarefulHandover",
    "Contract",
    "DirectedTask",
    "Handover",
    "Pairing",
    "Period",
    "PlanDemand",
    "PlanSession",
    "PlanSupport",
    "ProtectedLesson",
    "ProvisionPlanning",
    "ProvisionWindow",
    "Room",
    "SchoolDay",
    "SencoPost",
    "StaffMember",
    "TimeNeed",
    "TrainingRecord",
    "TrainingTopic",
    "WeekPlan",
    "WorkingDay",
]
