"""Models about children in care."""

from lac.models.care_views import CareView
from lac.models.meetings import CareAction, CareMeeting, CareMeetingChild
from lac.models.moves import InformationShared, SafeguardingFile
from lac.models.people import CarePerson, CarePlacement, Delegation
from lac.models.pep import Pep, PepAction, PepCheck, PepSignature
from lac.models.pep_parts import PepAnswer, PepPart, PepTarget
from lac.models.periods import CareDeclaration, CarePeriod, SocialWorkPeriod
from lac.models.premium import PremiumCost, PremiumFunding, PremiumRate, PremiumRequest
from lac.models.reviews import CareReview
from lac.models.virtual_schools import CutOff, VirtualSchool
from lac.models.watch import SdqTotal, WatchRules, WatchTask, WatchTold, WeekAttendance
from lac.models.year_reports import YearReport, YearReportFile

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
    "CutOff",
    "Delegation",
    "InformationShared",
    "Pep",
    "PepAction",
    "PepAnswer",
    "PepCheck",
    "PepPart",
    "PepSignature",
    "PepTarget",
    "PremiumCost",
    "PremiumFunding",
    "PremiumRate",
    "PremiumRequest",
    "SafeguardingFile",
    "SdqTotal",
    "SocialWorkPeriod",
    "VirtualSchool",
    "WatchRules",
    "WatchTask",
    "WatchTold",
    "WeekAttendance",
    "YearReport",
    "YearReportFile",
]
