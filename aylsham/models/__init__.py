"""Models of the ground floor."""

from aylsham.models.audit import AuditEvent, AuditSeal
from aylsham.models.deadlines import Deadline, Owes, Standing, Weight
from aylsham.models.jobs import Job
from aylsham.models.mail import OutgoingMail, StoredMessage
from aylsham.models.organisation import Closure, DateRange, Federation, School, Term
from aylsham.models.people import Membership, User

__all__ = [
    "AuditEvent",
    "AuditSeal",
    "Closure",
    "DateRange",
    "Deadline",
    "Federation",
    "Job",
    "Membership",
    "OutgoingMail",
    "Owes",
    "School",
    "Standing",
    "StoredMessage",
    "Term",
    "User",
    "Weight",
]
