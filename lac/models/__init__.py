"""Models about children in care."""

from lac.models.care_views import CareView
from lac.models.meetings import CareAction, CareMeeting, CareMeetingChild
from lac.models.moves import InformationShared, SafeguardingFile
from lac.models.people import CarePerson, CarePlacement, Delegation
from lac.models.periods import CareDeclaration, CarePeriod, SocialWorkPeriod
from lac.models.reviews import CareReview
from lac.models.watch import SdqTotal, WatchRules, WatchTask, WatchTold, WeekAttendance

__all__ = [
    "CareAction",
    "CareDeclaration",
    "CareMeeting",
    "CareMeetingChild",
    "CarePeriod",
    "CarePerson",
    "CarePlacement",
    "CareReview",
    "CareView",
    "Delegation",
    "InformationShared",
    "SafeguardingFile",
    "SdqTotal",
    "SocialWorkPeriod",
    "WatchRules",
    "WatchTask",
    "WatchTold",
    "WeekAttendance",
]
