"""Code sets about services outside school: what they do, how a referral stands, what is advised."""

from dataclasses import dataclass

from django.db import models

from aylsham.models import Owes
from pupils.codes import AreaOfNeed


class ServiceKind(models.TextChoices):
    """What a service does: the same words at every school, so that waits can be compared."""

    SPEECH = "speech", "Speech and language therapy"
    PSYCHOLOGY = "psychology", "Educational psychology"
    CAMHS = "camhs", "Child and adolescent mental health (CAMHS)"
    OCCUPATIONAL = "ot", "Occupational therapy"
    PHYSIO = "physio", "Physiotherapy"
    PAEDIATRICS = "paediatrics", "Paediatrics"
    AUTISM = "autism", "Autism or ADHD assessment"
    SENSORY = "sensory", "Hearing and vision support"
    LEARNING = "learning", "Specialist teaching"
    SCHOOL_NURSE = "nurse", "School nursing"
    EARLY_HELP = "early_help", "Early help"
    SOCIAL_CARE = "social_care", "Social care, disabled children"
    OTHER = "other", "Something else"


#: Services whose name alone says something sensitive about a child.
SENSITIVE_SERVICES = frozenset({ServiceKind.CAMHS, ServiceKind.SOCIAL_CARE})
#: Who owes the answer when we wait for a service.
SERVICE_OWES = [(o.value, o.label) for o in (Owes.HEALTH, Owes.LOCAL_AUTHORITY, Owes.SOCIAL_CARE)]


@dataclass(frozen=True)
class StartingService:
    """A line of the catalogue before anybody has written their own."""

    kind: ServiceKind
    name: str
    area: AreaOfNeed
    owed_by: Owes
    how: str


_HEALTH, _COUNCIL = Owes.HEALTH, Owes.LOCAL_AUTHORITY
STARTING_SERVICES = (
    StartingService(ServiceKind.SPEECH, "NHS speech and language therapy", AreaOfNeed.COMMUNICATION, _HEALTH, "Form of the service, with the parents' consent"),
    StartingService(ServiceKind.AUTISM, "Autism and ADHD pathway", AreaOfNeed.COMMUNICATION, _HEALTH, "Form for school and parents, with what was tried"),
    StartingService(ServiceKind.PSYCHOLOGY, "Educational psychology service", AreaOfNeed.COGNITION, _COUNCIL, "Raise it at the planning meeting"),
    StartingService(ServiceKind.LEARNING, "Specialist teachers", AreaOfNeed.COGNITION, _COUNCIL, "Form of the service, with work samples"),
    StartingService(ServiceKind.CAMHS, "Child and adolescent mental health service", AreaOfNeed.SEMH, _HEALTH, "Single point of access; ring first when it is urgent"),
    StartingService(ServiceKind.EARLY_HELP, "Early help", AreaOfNeed.SEMH, _COUNCIL, "Early help assessment with the family"),
    StartingService(ServiceKind.OCCUPATIONAL, "Children's occupational therapy", AreaOfNeed.SENSORY, _HEALTH, "Form of the service; some ask for a workshop first"),
    StartingService(ServiceKind.PHYSIO, "Children's physiotherapy", AreaOfNeed.SENSORY, _HEALTH, "Form of the service or through the GP"),
    StartingService(ServiceKind.SENSORY, "Sensory support service", AreaOfNeed.SENSORY, _COUNCIL, "Report of audiology or the eye clinic attached"),
    StartingService(ServiceKind.PAEDIATRICS, "Community paediatrics", AreaOfNeed.OTHER, _HEALTH, "Letter of the school, or through the GP"),
    StartingService(ServiceKind.SCHOOL_NURSE, "School nursing", AreaOfNeed.OTHER, _HEALTH, "By phone or e-mail"),
)  # fmt: skip


class ReferralState(models.TextChoices):
    """How far a referral is."""

    DRAFT = "draft", "Being written"
    SENT = "sent", "Sent"
    ACKNOWLEDGED = "acknowledged", "Acknowledged"
    ACCEPTED = "accepted", "Accepted, waiting"
    DECLINED = "declined", "Declined"
    CLOSED = "closed", "Closed"


#: States in which a service has still to do something.
WAITING_STATES = (ReferralState.SENT, ReferralState.ACKNOWLEDGED, ReferralState.ACCEPTED)
#: States in which somebody at school has something to remember.
OPEN_STATES = (ReferralState.DRAFT, *WAITING_STATES)


class ReferralStepKind(models.TextChoices):
    """What happened to a referral."""

    DRAFTED = "drafted", "Begun"
    SENT = "sent", "Sent"
    ACKNOWLEDGED = "acknowledged", "Acknowledged"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    CHASED = "chased", "Chased"
    APPOINTMENT = "appointment", "Appointment"
    REPORT = "report", "Report received"
    CLOSED = "closed", "Closed"
    REOPENED = "reopened", "Opened again"


_WAITING = frozenset(WAITING_STATES)
#: Steps that a person records: the states they start from, and where they lead.
REFERRAL_STEPS: dict[str, tuple[frozenset[str], ReferralState]] = {
    "sent": (frozenset({ReferralState.DRAFT}), ReferralState.SENT),
    "acknowledged": (frozenset({ReferralState.SENT}), ReferralState.ACKNOWLEDGED),
    "accepted": (
        frozenset({ReferralState.SENT, ReferralState.ACKNOWLEDGED}),
        ReferralState.ACCEPTED,
    ),
    "declined": (_WAITING, ReferralState.DECLINED),
    "closed": (_WAITING | {ReferralState.DRAFT, ReferralState.DECLINED}, ReferralState.CLOSED),
}


class ConsentHow(models.TextChoices):
    """How somebody agreed to a referral."""

    SIGNED = "signed", "Signed the form"
    EMAIL = "email", "By e-mail"
    PHONE = "phone", "By phone"
    IN_PERSON = "in_person", "In person"


class AppointmentState(models.TextChoices):
    """What became of an appointment."""

    OFFERED = "offered", "Offered"
    ATTENDED = "attended", "Attended"
    MISSED = "missed", "Not attended"
    MOVED = "moved", "Moved or cancelled by the service"


class AdviceState(models.TextChoices):
    """What was decided about a recommendation."""

    UNDECIDED = "undecided", "Not decided yet"
    ADOPTED = "adopted", "Adopted"
    ADAPTED = "adapted", "Adapted"
    DECLINED = "declined", "Declined"


class ProviderKind(models.TextChoices):
    """How a provider comes to school."""

    BOUGHT = "bought", "Bought in"
    VOLUNTARY = "voluntary", "Voluntary"


class VisitState(models.TextChoices):
    """What became of a visit."""

    PLANNED = "planned", "Planned"
    USED = "used", "Took place"
    CANCELLED = "cancelled", "Cancelled"
