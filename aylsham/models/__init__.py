"""Models of the ground floor."""

from aylsham.models.audit import AuditEvent, AuditSeal
from aylsham.models.deadlines import Deadline, Owes, Standing, Weight
from aylsham.models.devices import DevicePin, SharedDevice
from aylsham.models.exits import ApiKey, SchoolExport
from aylsham.models.invitations import Invitation
from aylsham.models.jobs import Job
from aylsham.models.mail import OutgoingMail, StoredMessage
from aylsham.models.organisation import Closure, DateRange, Federation, School, Term
from aylsham.models.people import Membership, SiteWeek, User
from aylsham.models.reminders import (
    CalendarFeed,
    DigestPart,
    HolidayCover,
    PartKind,
    ReminderPreference,
)
from aylsham.models.signins import SignInEvent

__all__ = [
    "ApiKey",
    "AuditEvent",
    "AuditSeal",
    "CalendarFeed",
    "Closure",
    "DateRange",
    "Deadline",
    "DevicePin",
    "DigestPart",
    "Federation",
    "HolidayCover",
    "Invitation",
    "Job",
    "Membership",
    "OutgoingMail",
    "Owes",
    "PartKind",
    "ReminderPreference",
    "School",
    "SchoolExport",
    "SharedDevice",
    "SignInEvent",
    "SiteWeek",
    "Standing",
    "StoredMessage",
    "Term",
    "User",
    "Weight",
]
